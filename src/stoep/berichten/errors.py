"""How berichten says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class BerichtEmpty(Invalid):
    """A message needs a subject and a text."""

    code = "bericht-empty"
    message = _("Een bericht heeft een onderwerp en een tekst nodig. Vul ze allebei in.")
    field = "tekst"


class PlaatshouderUnknown(Invalid):
    """The text uses a name that gets no value."""

    code = "plaatshouder-unknown"
    message = _("Dit begrijpt Stoep niet: {fout}. U kunt gebruiken: {bekend}.")
    field = "tekst"


class SjabloonChangedMeanwhile(Conflict):
    """Somebody else changed the text after this person opened it."""

    code = "sjabloon-changed-meanwhile"
    message = _("Een collega heeft deze tekst intussen gewijzigd. Bekijk de tekst opnieuw.")


class BerichtAlreadySent(Conflict):
    """What was sent is not sent again."""

    code = "bericht-already-sent"
    message = _("Dit bericht is al verstuurd of wordt nog verstuurd. Schrijf zo nodig een nieuw bericht.")
