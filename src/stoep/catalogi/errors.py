"""How catalogi says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class CatalogusExists(Conflict):
    """There is a catalogus with this domein and RSIN."""

    code = "catalogus-exists"
    message = _("Er is al een catalogus met domein {domein} en RSIN {rsin}. Kies een ander domein.")
    field = "domein"


class TypeNotConcept(Conflict):
    """A published type no longer changes: dossiers rely on it."""

    code = "non-concept-object"
    message = _("'{omschrijving}' is gepubliceerd en verandert niet meer. Maak een nieuwe versie.")


class GeldigheidOverlaps(Conflict):
    """Two published versions would be valid on one day."""

    code = "overlap"
    message = _("Een andere versie van '{omschrijving}' geldt al in deze periode. Beëindig die eerst.")
    field = "begin_geldigheid"


class RelatedTypeNotPublished(Conflict):
    """A zaaktype is published after the types that it refers to."""

    code = "concept-relation"
    message = _("Publiceer eerst '{omschrijving}': dit zaaktype verwijst ernaar.")


class ZaaktypeIncomplete(Conflict):
    """A zaaktype without end, result or start cannot be used."""

    code = "zaaktype-incomplete"
    message = _("Dit zaaktype is nog niet af: {ontbreekt}. Vul dit aan en publiceer dan opnieuw.")


class NotUnique(Conflict):
    """A part with this name or number exists in the zaaktype."""

    code = "unique"
    message = _("'{waarde}' bestaat al in dit zaaktype. Kies een andere naam of een ander nummer.")


class ZaaktypeNotInForce(Conflict):
    """No published version is valid on that day."""

    code = "not-published"
    message = _("Er is op {dag} geen geldige versie van zaaktype '{identificatie}'. Vraag de functioneel beheerder.")


class NonConceptZaaktype(TypeNotConcept):
    """The parts of a published zaaktype no longer change either (ztc-010)."""

    code = "non-concept-zaaktype"


class NonConceptRelation(TypeNotConcept):
    """Which documents belong to a published zaaktype is settled (ztc-010)."""

    code = "non-concept-relation"


class TypeInUse(Conflict):
    """Dossiers, or other parts of the zaaktype, rely on it."""

    code = "in-use"
    message = _("'{omschrijving}' is in gebruik en kan niet weg.")


class RelatedTypeUnknown(Invalid):
    """A name that no version of a type in this catalogus has."""

    code = "does_not_exist"
    message = _("'{omschrijving}' bestaat niet in deze catalogus. Maak dit type eerst.")


class OtherCatalogus(Invalid):
    """Types of different catalogi have no relations (ztc-013)."""

    code = "relations-incorrect-catalogus"
    message = _("'{omschrijving}' staat in een andere catalogus. Kies een type uit dezelfde catalogus.")


class OtherZaaktype(Invalid):
    """Parts of different zaaktypen have no relations."""

    code = "relations-incorrect-zaaktype"
    message = _("'{omschrijving}' hoort bij een ander zaaktype. Kies een onderdeel van hetzelfde zaaktype.")


class EndsBeforeBegin(Invalid):
    """The last day lies before the first."""

    code = "date-mismatch"
    message = _("De laatste dag ligt vóór de eerste. Kies een latere dag.")
    field = "einde_geldigheid"


class VerlengingWithoutTerm(Invalid):
    """A zaaktype that allows a longer term says how much longer."""

    code = "required"
    message = _("Vul in met hoeveel de termijn verlengd kan worden.")
    field = "verlengingstermijn"


class BeginDiffers(Invalid):
    """A part begins when its zaaktype begins."""

    code = "invalid-begin-geldigheid"
    message = _(
        "Dit onderdeel begint op een andere dag dan zijn zaaktype ({dag}). Laat de datum weg of maak hem gelijk."
    )
    field = "begin_geldigheid"


class LengteNotAllowed(Invalid):
    """The length of a property does not fit its format (ztc-015)."""

    code = "invalid-length"
    message = _("Een eigenschap met formaat '{formaat}' heeft als lengte {verwacht}.")
    field = "specificatie.lengte"


class ArchiefregelInconsistent(Invalid):
    """The parts of a brondatum procedure contradict each other (ztc-004 to ztc-008)."""

    code = "required"
    message = _("De afleidingswijze '{afleidingswijze}' klopt niet met '{veld}'. {uitleg}")


class ArchiefveldNotEmpty(ArchiefregelInconsistent):
    """A part of a brondatum procedure that this afleidingswijze does not know (ztc-004 to ztc-008)."""

    code = "must-be-empty"


class AfleidingswijzeNotForProcestermijn(Invalid):
    """The Selectielijst says from when the archive counts (ztc-003)."""

    code = "invalid-afleidingswijze-for-procestermijn"
    message = _("Bij de procestermijn '{procestermijn}' van de selectielijst hoort een andere afleidingswijze.")


class ProcestypeMismatch(Invalid):
    """A class of the Selectielijst belongs to the process of the zaaktype (ztc-002)."""

    code = "procestype-mismatch"
    message = _("Deze klasse van de selectielijst hoort bij een ander procestype dan het zaaktype. Kies een andere.")


class SelectielijstAddressUnknown(Invalid):
    """The address is not of the Selectielijst (ztc-001, ztc-002)."""

    code = "bad-url"
    message = _("Dit is geen adres van de selectielijst. Neem het adres uit de Selectielijst API over.")


class SelectielijstItemUnknown(Invalid):
    """The Selectielijst that is loaded does not have this item (ztc-001, ztc-002)."""

    code = "invalid-resource"
    message = _(
        "Dit staat niet in de selectielijst die is ingelezen. Controleer het adres, of lees een nieuwere lijst in."
    )


class SelectielijstNotRead(Invalid):
    """The files are not those of the Selectielijst."""

    code = "selectielijst-not-read"
    message = _("Deze bestanden zijn geen selectielijst ({uitleg}). Neem die van de VNG.")
