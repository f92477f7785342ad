"""How documenten says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.documenten.rules.gegevens import Bezwaar
from stoep.foundation.errors import Conflict, Invalid

BEZWAREN = {
    Bezwaar.NOT_FINISHED: (_("een ontvangen document is niet meer in bewerking of ter vaststelling."), "status"),
    Bezwaar.RIGHTS_MISSING: (_("er zijn nog geen gebruiksrechten. Voeg die toe."), "indicatie_gebruiksrecht"),
    Bezwaar.RIGHTS_EXIST: (_("er zijn gebruiksrechten. Verwijder die eerst."), "indicatie_gebruiksrecht"),
}


class InformatieobjecttypeNotInForce(Invalid):
    """Documents are only made of a published type that is valid today."""

    code = "informatieobjecttype-not-in-force"
    message = _("Documentsoort '{omschrijving}' is vandaag niet geldig. Kies een andere soort.")
    field = "informatieobjecttype"


class DocumentLocked(Conflict):
    """Somebody is editing this document."""

    code = "existing-lock"
    message = _("Iemand anders bewerkt '{titel}'. Wacht tot die klaar is, of vraag om de vergrendeling op te heffen.")


class DocumentNotLocked(Conflict):
    """A new version is made under a lock."""

    code = "unlocked"
    message = _("Open '{titel}' eerst om te bewerken. Dan kan niemand anders het tegelijk wijzigen.")


class LockIncorrect(Conflict):
    """The lock is not the one that was given out."""

    code = "incorrect-lock-id"
    message = _("De vergrendeling van '{titel}' is niet meer van u. Open het document opnieuw.")


class LockMissing(Invalid):
    """Whoever changes or unlocks shows the lock that was given out."""

    code = "missing-lock-id"
    message = _("Stuur de vergrendeling mee die u kreeg toen u '{titel}' opende.")
    field = "lock"


class TitelMissing(Invalid):
    """A document needs a title by which people find it."""

    code = "titel-missing"
    message = _("Geef het document een titel.")
    field = "titel"


class DocumentWithoutInhoud(Conflict):
    """The document has metadata only."""

    code = "document-without-inhoud"
    message = _("Van '{titel}' is geen bestand bewaard.")


class IdentificatieNotUnique(Invalid):
    """This organisation has another document with this number."""

    code = "identificatie-niet-uniek"
    message = _("Er is al een document met identificatie {identificatie}. Kies een andere, of laat die leeg.")
    field = "identificatie"


class GegevensRefused(Invalid):
    """What is said about the document does not go together (drc-005, drc-006)."""

    code = "invalid"
    message = _("Deze gegevens kunnen niet samen: {reden}")

    def __init__(self, bezwaar: Bezwaar) -> None:
        reden, field = BEZWAREN[bezwaar]
        super().__init__(field=field, reden=reden)
        self.code = bezwaar.value


class FileSizeDiffers(Invalid):
    """The content is not as large as was announced."""

    code = "file-size"
    message = _("Het bestand is niet zo groot als bij bestandsomvang staat. Stuur het opnieuw.")


class FileTooLarge(Invalid):
    """More than we can take in, in parts too."""

    code = "file-too-large"
    message = _("Een bestand mag hooguit {gigabytes} GB groot zijn.")
    field = "bestandsomvang"


class UploadIncomplete(Conflict):
    """Not all parts of an upload are there."""

    code = "incomplete-upload"
    message = _("Er ontbreken nog {aantal} bestandsdelen. Stuur die eerst, en geef het document dan vrij.")


class DocumentStillBound(Conflict):
    """A document that belongs to something is not destroyed (drc-008)."""

    code = "pending-relations"
    message = _("'{titel}' hoort nog bij een zaak of besluit. Haal het daar eerst uit.")


class DocumentIsLocked(Conflict):
    """A document that somebody is editing is not destroyed."""

    code = "informatieobject-locked"
    message = _("Iemand bewerkt '{titel}'. Wacht tot die klaar is, of hef de vergrendeling op.")


class RelationNotAtSource(Invalid):
    """The relation that is mirrored does not exist where it is kept (drc-004)."""

    code = "inconsistent-relation"
    message = _("Leg de relatie vast bij de zaak of het besluit zelf. Hier volgt die vanzelf.")


class RelationStillAtSource(Conflict):
    """The relation that is mirrored still exists where it is kept (drc-004)."""

    code = "remote-relation-exists"
    message = _("Haal de relatie weg bij de zaak of het besluit zelf. Hier volgt die vanzelf.")


class RelationExists(Invalid):
    """The document already belongs to this (drc-003)."""

    code = "unique"
    message = _("Het document hoort hier al bij.")


class VirusFound(Invalid):
    """The scanner knows what is in this file."""

    code = "virus-found"
    message = _("Dit bestand is niet bewaard: de virusscanner vond {virus}. Controleer uw computer.")
    field = "inhoud"


class VirusCheckRefused(Invalid):
    """The scanner cannot look at this file."""

    code = "virus-check-refused"
    message = _("Dit bestand is niet bewaard: de virusscanner kan het niet nakijken ({reden}).")
    field = "inhoud"


class VirusCheckUnavailable(Conflict):
    """The scanner does not answer, and nothing is kept unseen."""

    code = "virus-check-unavailable"
    message = _("Wij kunnen nu geen bestanden aannemen, want de virusscanner antwoordt niet. Probeer het later.")


class InformatieobjecttypeNotPublished(Invalid):
    """Documents are only made of a type that is no concept (drc-001)."""

    code = "not-published"
    message = _("Documentsoort '{omschrijving}' is nog een concept. Publiceer die eerst, of kies een andere soort.")
    field = "informatieobjecttype"


class AdressenRefused(Invalid):
    """A document is sent to one address at a time."""

    code = "invalid-address"
    message = _("Geef hooguit één adres: in Nederland, in het buitenland, of een postbus of antwoordnummer.")
