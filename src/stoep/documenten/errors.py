"""How documenten says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class InformatieobjecttypeNotInForce(Invalid):
    """Documents are only made of a published type that is valid today."""

    code = "informatieobjecttype-not-in-force"
    message = _("Documentsoort '{omschrijving}' is vandaag niet geldig. Kies een andere soort.")
    field = "informatieobjecttype_id"


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
