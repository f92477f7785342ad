"""How buurt says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class RedenMissing(Invalid):
    """Holding back or withdrawing needs a reason."""

    code = "vrijgave-reden-missing"
    message = _("Schrijf kort op waarom. Collega's lezen dat later terug.")
    field = "reden"


class TekstEmpty(Invalid):
    """A released text holds something."""

    code = "vrijgave-tekst-empty"
    message = _("Er staat geen tekst. Houd de tekst achter als er niets openbaar kan.")
    field = "tekst"


class TekstTooLong(Invalid):
    """A released text is not longer than what was reported."""

    code = "vrijgave-tekst-too-long"
    message = _("De tekst is te lang. Gebruik hoogstens {meest} tekens.")
    field = "tekst"


class VrijgaveChanged(Conflict):
    """A colleague decided meanwhile."""

    code = "vrijgave-changed"
    message = _("Een collega heeft hier net over besloten. Bekijk de nieuwe stand.")


class NotReleased(Conflict):
    """Only what was released can be withdrawn."""

    code = "vrijgave-not-released"
    message = _("Dit is niet openbaar, dus het kan niet worden ingetrokken.")


class FotoNotSeenYet(Conflict):
    """Nobody looked at the photo, a machine neither: the short way is too short."""

    code = "vrijgave-foto-not-seen-yet"
    message = _("Deze foto is niet automatisch bekeken. Kies Bewerken en kijk zelf naar gezichten en kentekens.")


class FotoGone(Conflict):
    """The original no longer exists."""

    code = "vrijgave-foto-gone"
    message = _("De foto is er niet meer. U kunt deze regel achterhouden.")


class GebiedMissing(Invalid):
    """An area to follow was not chosen, or the address lies elsewhere."""

    code = "buurt-gebied-missing"
    message = _("Kies een buurt of dorp, of vul een adres in de gemeente in.")
    field = "gebied"
