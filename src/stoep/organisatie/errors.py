"""How organisatie says no."""

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class CodeTaken(Conflict):
    """Codes of departments and groups are unique."""

    code = "code-taken"
    field = "code"
    message = _("De code {value} is al in gebruik. Kies een andere.")


class AccountTaken(Conflict):
    """One account belongs to one employee."""

    code = "account-taken"
    field = "account"
    message = _("Dit account hoort al bij {naam}. Kies een ander account.")


class MedewerkerNotPresent(Conflict):
    """Somebody who left cannot be given work."""

    code = "medewerker-not-present"
    message = _("{naam} werkt hier niet meer. Kies een collega.")


class PeriodReversed(Invalid):
    """The last day lies before the first."""

    code = "period-reversed"
    field = "tot"
    message = _("De laatste dag ligt vóór de eerste dag. Vul een latere dag in.")


class PeriodTooLong(Invalid):
    """Nobody is away for longer than two years."""

    code = "period-too-long"
    field = "tot"
    message = _("Vul een periode van hooguit twee jaar in.")


class PeriodOverlaps(Conflict):
    """Somebody cannot be away twice at the same time."""

    code = "period-overlaps"
    field = "van"
    message = _("{naam} is in deze periode al afwezig, van {van} tot en met {tot}. Pas die periode aan.")


class ReplacesOneself(Invalid):
    """Somebody who is away cannot replace themselves."""

    code = "replaces-oneself"
    field = "vervanger"
    message = _("Iemand die afwezig is kan zichzelf niet vervangen. Kies een collega.")


class HoursImpossible(Invalid):
    """A day has at most 24 hours."""

    code = "hours-impossible"
    message = _("Vul voor elke dag 0 tot 24 uur in.")


class AfdelingNotEmpty(Conflict):
    """A department with people or groups cannot be removed."""

    code = "afdeling-not-empty"
    message = _("Bij {naam} horen nog {medewerkers} medewerkers en {groepen} groepen. Verplaats die eerst.")


class GroepInUse(Conflict):
    """Work points at the group."""

    code = "groep-in-use"
    message = _("Aan {naam} is werk toegewezen. Haal de leden uit de groep in plaats van de groep te verwijderen.")
