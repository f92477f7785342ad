"""How the knowledge base says no."""

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class MededelingEndsBeforeItBegins(Invalid):
    """The period is the wrong way round."""

    code = "mededeling-ends-before-it-begins"
    message = _("Het einde ligt voor het begin. Kies een einde na {van}.")
    field = "tot"


class MededelingAlreadyWithdrawn(Conflict):
    """It was withdrawn before."""

    code = "mededeling-already-withdrawn"
    message = _("Deze mededeling is al ingetrokken.")


class MededelingHasNoKanaal(Invalid):
    """A notice that is shown nowhere."""

    code = "mededeling-has-no-kanaal"
    message = _("Kies minstens een plek waar de mededeling te zien is.")
    field = "kanalen"
