"""How the werkplek says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid, TooMany


class WeergaveNaamMissing(Invalid):
    """A view is found again by its name."""

    code = "weergave-naam-missing"
    message = _("Geef de weergave een naam.")
    field = "naam"


class WeergaveNaamTaken(Invalid):
    """A second view with the same name could not be told apart."""

    code = "weergave-naam-taken"
    message = _("U hebt al een weergave met de naam '{naam}'. Kies een andere naam.")
    field = "naam"


class WeergaveGroepUnknown(Invalid):
    """A view is shared with a group that one does not belong to."""

    code = "weergave-groep-unknown"
    message = _("Kies een groep waar u zelf in zit.")
    field = "deel"


class TooManyWeergaven(TooMany):
    """More tabs than anybody reads."""

    code = "too-many-weergaven"
    message = _("U hebt al {limiet} weergaven. Haal er eerst een weg.")


class WithoutMedewerker(Invalid):
    """An account that belongs to no employee has no work of its own."""

    code = "without-medewerker"
    message = _("Uw account hoort niet bij een medewerker. Vraag functioneel beheer om u toe te voegen.")


class BulkEmpty(Invalid):
    """Nothing was chosen, or nothing that one may see."""

    code = "bulk-empty"
    message = _("U hebt geen zaken gekozen. Kies in de lijst een of meer zaken.")


class BulkTooLate(Conflict):
    """Others count on it by now."""

    code = "bulk-too-late"
    message = _("Dit is niet meer ongedaan te maken: dat kan tien minuten. Pas de zaken zelf aan.")


class ZaakChangedSince(Conflict):
    """A colleague did something else with it: that holds."""

    code = "zaak-changed-since"
    message = _("Deze zaak is intussen door iemand veranderd, en blijft zoals zij is.")
