"""How zaken says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid
from stoep.zaken.rules.zaakgegevens import Bezwaar


class ZaakAlreadyClosed(Conflict):
    """Nothing more is done in a closed zaak, unless it is reopened."""

    code = "zaak-closed"
    message = _("Zaak {identificatie} is al afgesloten. Heropen de zaak als er nog werk is.")


class ZaakNotClosed(Conflict):
    """Only a closed zaak can be reopened."""

    code = "zaak-not-closed"
    message = _("Zaak {identificatie} is nog open. Heropenen is niet nodig.")


class DeelzakenStillOpen(Conflict):
    """Deelzaken are closed before their hoofdzaak."""

    code = "deelzaken-still-open"
    message = _("Sluit eerst alle deelzaken van zaak {identificatie} af.")


class DeelzaakAsHoofdzaak(Invalid):
    """A deelzaak has no deelzaken of its own (zrc-013)."""

    code = "deelzaak-als-hoofdzaak"
    message = _("Zaak {identificatie} is zelf een deelzaak. Kies de hoofdzaak.")
    field = "hoofdzaak_id"


class GebruiksrechtUnknown(Conflict):
    """Of each document it must be known whether rights of use apply (zrc-007)."""

    code = "indicatiegebruiksrecht-unset"
    message = _("Van een document in zaak {identificatie} is niet bekend of er gebruiksrechten zijn. Vul dat eerst in.")


class StatusOfOtherZaaktype(Invalid):
    """The status belongs to another zaaktype (zrc-016)."""

    code = "zaaktype-mismatch"
    message = _("Deze status hoort niet bij het zaaktype van zaak {identificatie}. Kies een andere status.")
    field = "statustype_id"


class StatusUnknown(Invalid):
    """The zaaktype has no status with this name."""

    code = "statustype-unknown"
    message = _("Zaaktype '{zaaktype}' heeft geen status '{omschrijving}'.")
    field = "statustype_omschrijving"


class StatusAlreadySet(Conflict):
    """The zaak has this status now; somebody else may have been first."""

    code = "status-already-set"
    message = _("Zaak {identificatie} heeft deze status al. Misschien was een collega u voor.")


class EindstatusNeedsResultaat(Conflict):
    """A zaak ends with a result."""

    code = "resultaat-does-not-exist"
    message = _("Kies eerst het resultaat: sluit zaak {identificatie} af met de knop Afsluiten.")


class ResultaatOfOtherZaaktype(Invalid):
    """The result belongs to another zaaktype (zrc-020)."""

    code = "zaaktype-mismatch"
    message = _("Dit resultaat hoort niet bij het zaaktype van zaak {identificatie}. Kies een ander resultaat.")
    field = "resultaattype_id"


class RoltypeOfOtherZaaktype(Invalid):
    """The role belongs to another zaaktype (zrc-019)."""

    code = "zaaktype-mismatch"
    message = _("Deze rol hoort niet bij het zaaktype van zaak {identificatie}. Kies een andere rol.")


class EigenschapOfOtherZaaktype(Invalid):
    """The property belongs to another zaaktype (zrc-018)."""

    code = "zaaktype-mismatch"
    message = _("Zaaktype '{zaaktype}' heeft geen eigenschap '{naam}'.")


class InformatieobjecttypeNotAllowed(Invalid):
    """Dossiers of this zaaktype have no documents of this sort (zrc-017)."""

    code = "missing-zaaktype-informatieobjecttype-relation"
    message = _("In zaken van dit type horen geen documenten van de soort '{omschrijving}'. Kies een andere soort.")


class BesluittypeNotAllowed(Invalid):
    """In zaken of this type no such decisions are taken (brc-007)."""

    code = "zaaktype-mismatch"
    message = _("In zaken van dit type wordt geen besluit '{omschrijving}' genomen. Kies een ander besluittype.")


class BesluittypeNotInForce(Invalid):
    """The decision type is a concept or not valid on the day of the decision (brc-001)."""

    code = "besluittype-not-in-force"
    message = _("Besluittype '{omschrijving}' is op deze dag niet geldig. Kies een ander besluittype.")


class VervaltBeforeIngang(Invalid):
    """A decision cannot lapse before it takes effect."""

    code = "vervalt-before-ingang"
    message = _("De vervaldatum ligt vóór de ingangsdatum. Kies een latere datum.")
    field = "vervaldatum"


class ZaakChangedMeanwhile(Conflict):
    """Somebody else changed the zaak after this person opened it."""

    code = "zaak-changed-meanwhile"
    message = _("Een collega heeft zaak {identificatie} intussen gewijzigd. Bekijk de zaak opnieuw en probeer het dan.")


class AssigneeMissing(Invalid):
    """To assign is to name somebody."""

    code = "assignee-missing"
    message = _("Kies een medewerker of een groep.")
    field = "medewerker_id"


class AssigneeGone(Invalid):
    """The employee no longer works here."""

    code = "assignee-gone"
    message = _("{naam} werkt hier niet meer. Kies iemand anders.")
    field = "medewerker_id"


class AlreadyAssigned(Conflict):
    """It is with this person or group now."""

    code = "already-assigned"
    message = _("Zaak {identificatie} ligt al bij deze medewerker of groep.")


class SuspensionNotPossible(Conflict):
    """The zaaktype allows no suspension."""

    code = "suspension-not-possible"
    message = _("Zaken van het type '{zaaktype}' kunnen niet worden opgeschort.")


class AlreadySuspended(Conflict):
    """The term stands still already."""

    code = "already-suspended"
    message = _("Zaak {identificatie} is al opgeschort.")


class NotSuspended(Conflict):
    """The term runs."""

    code = "not-suspended"
    message = _("Zaak {identificatie} is niet opgeschort.")


class ExtensionNotPossible(Conflict):
    """The zaaktype allows no extension."""

    code = "extension-not-possible"
    message = _("De termijn van zaken van het type '{zaaktype}' kan niet worden verlengd.")


class AlreadyExtended(Conflict):
    """A term is extended once."""

    code = "already-extended"
    message = _("De termijn van zaak {identificatie} is al een keer verlengd. Dat kan niet nog eens.")


class ExtensionTooLate(Conflict):
    """An extension is made known before the term ends (Awb 4:14)."""

    code = "extension-too-late"
    message = _("De termijn van zaak {identificatie} is al voorbij. Verlengen kan alleen daarvóór.")


class RedenMissing(Invalid):
    """Somebody will ask why."""

    code = "reden-missing"
    message = _("Schrijf op waarom.")
    field = "reden"


class TekstMissing(Invalid):
    """An empty note helps nobody."""

    code = "tekst-missing"
    message = _("Schrijf eerst iets op.")
    field = "tekst"


class OmschrijvingMissing(Invalid):
    """A zaak needs a description by which people recognise it."""

    code = "omschrijving-missing"
    message = _("Geef de zaak een omschrijving.")
    field = "omschrijving"


class ToewijzingsregelInvalid(Invalid):
    """A rule names one target and sensible hours."""

    code = "toewijzingsregel-invalid"
    message = _("De regel klopt niet: {uitleg}")


class ToewijzingsregelChanged(Conflict):
    """Somebody else changed the rule while this one was being written."""

    code = "toewijzingsregel-changed"
    message = _("{wie} heeft deze regel intussen ook veranderd. Kijk eerst naar de nieuwe versie en pas die aan.")


class VersieUnusable(Conflict):
    """An old version names somebody who is no longer there."""

    code = "versie-unusable"
    message = _("Versie {nummer} kan niet terug: de medewerker of groep van toen werkt hier niet meer. Kies een ander.")


class ZaakgegevensRefused(Invalid):
    """Values that cannot stand together (zrc-013, 014, 015, 022); the code is the norm's."""

    code = "invalid"
    message = _("Dit kan niet zo worden vastgelegd: {uitleg}")

    def __init__(self, bezwaar: Bezwaar, *, field: str) -> None:
        super().__init__(field=field, uitleg=UITLEG[bezwaar])
        self.code = str(bezwaar)


UITLEG: dict[Bezwaar, object] = {
    Bezwaar.SELF: _("een zaak is geen deel van zichzelf."),
    Bezwaar.DEELZAAK: _("een deelzaak heeft zelf geen deelzaken. Kies de hoofdzaak."),
    Bezwaar.BETALING: _("als er niets te betalen is, is er ook geen betaaldatum."),
    Bezwaar.FUTURE: _("deze datum ligt in de toekomst."),
    Bezwaar.PRODUCTEN: _("dit product of deze dienst hoort niet bij het zaaktype."),
    Bezwaar.DOCUMENTS: _("nog niet alle documenten zijn gearchiveerd."),
    Bezwaar.NOMINATIE: _("de archiefnominatie is nog niet bekend."),
    Bezwaar.ACTIEDATUM: _("de archiefactiedatum is nog niet bekend."),
}


class WijzigenNotAllowed(Invalid):
    """What identifies a thing does not change."""

    code = "wijzigen-niet-toegelaten"
    message = _("Dit gegeven verandert niet meer.")


class IdentificatieNotUnique(Invalid):
    """One organisation gives a number once (zrc-002)."""

    code = "identificatie-niet-uniek"
    message = _("Er is al een zaak met nummer {identificatie}. Kies een ander nummer.")
    field = "identificatie"


class ZaaktypeNotPublished(Invalid):
    """Zaken are only opened of a published zaaktype (zrc-001)."""

    code = "not-published"
    message = _("Zaaktype '{zaaktype}' is nog niet gepubliceerd.")
    field = "zaaktype"


class HoofdzaakClosed(Invalid):
    """A closed zaak gets no new parts."""

    code = "hoofdzaak-closed"
    message = _("Hoofdzaak {identificatie} is al afgesloten.")
    field = "hoofdzaak"


class EindBeforeStart(Invalid):
    """A zaak does not end before it starts."""

    code = "einddatum-before-startdatum"
    message = _("De startdatum ligt na de einddatum van de zaak. Kies een eerdere dag.")
    field = "startdatum"


class StatusInFuture(Invalid):
    """A phase is not reached before it is."""

    code = "future_not_allowed"
    message = _("De datum van deze status ligt in de toekomst.")
    field = "datum_status_gezet"


class StatusMomentTaken(Invalid):
    """A zaak reaches one phase at a moment."""

    code = "unique"
    message = _("Zaak {identificatie} heeft op dit moment al een status.")
    field = "datum_status_gezet"


class GezetdoorOfOtherZaak(Invalid):
    """Who sets a status has a role in that zaak."""

    code = "invalid"
    message = _("Deze rol hoort niet bij zaak {identificatie}.")
    field = "gezetdoor"


class ResultaatAlreadySet(Invalid):
    """A zaak has one result."""

    code = "unique"
    message = _("Zaak {identificatie} heeft al een resultaat. Wijzig dat.")
    field = "zaak"


class RelationExists(Invalid):
    """The same relation is laid once."""

    code = "unique"
    message = _("Deze relatie bestaat al.")


class BetrokkeneMissing(Invalid):
    """A role names somebody: by address or by what identifies them."""

    code = "invalid-betrokkene"
    message = _("Noem de betrokkene: met een adres of met identificerende gegevens.")


class ObjectMissing(Invalid):
    """A zaak is about something: by address or by what identifies it."""

    code = "invalid-zaakobject"
    message = _("Noem het object: met een adres of met identificerende gegevens.")


class ObjecttypeOverigeMissing(Invalid):
    """A sort of object of its own has a name; others have none."""

    code = "missing-object-type-overige"
    message = _("Geef een objecttype van een eigen soort een naam, en andere objecttypen niet.")
    field = "object_type_overige"


class ZaakobjecttypeMismatch(Invalid):
    """The sort of object belongs to another zaaktype."""

    code = "zaaktype-mismatch"
    message = _("Dit zaakobjecttype hoort niet bij het zaaktype van de zaak.")
    field = "zaakobjecttype"


class EigenschapwaardeInvalid(Invalid):
    """The value does not fit the specification of the property (ztc-015)."""

    code = "invalid"
    message = _("De waarde past niet bij eigenschap '{naam}': {uitleg}")
    field = "waarde"


class StatusOfOtherZaak(Invalid):
    """A document goes with a status of the same zaak."""

    code = "invalid"
    message = _("Deze status hoort niet bij zaak {identificatie}.")
    field = "status"


class ZaakStillNeeded(Conflict):
    """What rests on a zaak goes first."""

    code = "pending-relations"
    message = _("Zaak {identificatie} heeft nog besluiten of hoort bij een melding. Vernietig die eerst.")
