"""How opdrachten says no."""

from __future__ import annotations

from stoep.foundation.errors import Conflict, Invalid, NotFound, TooMany


class OpdrachtnemerUnknown(Invalid):
    """No such contractor, or one that gets no new orders."""

    code = "opdrachtnemer-unknown"
    message = "Kies een aannemer uit de lijst."
    field = "opdrachtnemer"


class OpdrachtnemerExists(Conflict):
    """Two contractors with one name cannot be told apart."""

    code = "opdrachtnemer-exists"
    message = "Er is al een aannemer met deze naam. Kies een andere naam."
    field = "naam"


class OpdrachtnemerChanged(Conflict):
    """Somebody else changed it meanwhile."""

    code = "opdrachtnemer-changed"
    message = "Een collega heeft deze aannemer intussen gewijzigd. Kijk wat er nu staat en bewaar daarna opnieuw."


class AfspraakTwice(Invalid):
    """One category, two terms."""

    code = "afspraak-twice"
    message = "Het onderwerp '{naam}' staat er twee keer. Houd één regel over."


class AfspraakInvalid(Invalid):
    """A term of no time, or of more than a year."""

    code = "afspraak-invalid"
    message = "De termijn moet tussen 1 en 250 werkdagen liggen, en bij spoed tussen 1 en 240 uur."


class AlreadyForwarded(Conflict):
    """Another order for this report runs: two contractors would do the same work."""

    code = "already-forwarded"
    message = "Deze melding ligt al bij {naam} (opdracht {nummer}). Trek die opdracht eerst in."


class WatMissing(Invalid):
    """An order without words."""

    code = "wat-missing"
    message = "Schrijf wat de aannemer moet doen."
    field = "wat"


class TekstTooLong(Invalid):
    """More text than an order can hold."""

    code = "tekst-too-long"
    message = "Uw tekst is te lang: {lengte} tekens. Maak er hoogstens {limiet} tekens van."
    field = "tekst"


class TekstMissing(Invalid):
    """No words where words are needed."""

    code = "tekst-missing"
    message = "Schrijf hier in een paar woorden wat u wilt zeggen."
    field = "tekst"


class FotoUnknown(Invalid):
    """A photo that does not belong to this report or order."""

    code = "foto-unknown"
    message = "Kies een foto uit de lijst."
    field = "fotos"


class TooManyFotos(Invalid):
    """More photos than one answer holds."""

    code = "too-many-fotos"
    message = "U kunt hoogstens {limiet} foto's tegelijk meesturen."
    field = "foto"


class TermijnInPast(Invalid):
    """A term that is over before it begins."""

    code = "termijn-in-past"
    message = "Kies vandaag of een dag die nog komt."
    field = "termijn"


class DayInPast(Invalid):
    """Planning for a day that has gone, or too far away."""

    code = "day-in-past"
    message = "Kies vandaag of een dag die nog komt, hoogstens een jaar vooruit."
    field = "dag"


class PeriodReversed(Invalid):
    """A period that ends before it begins."""

    code = "period-reversed"
    message = "De laatste dag ligt voor de eerste. Kies een latere dag, of laat dit veld leeg."
    field = "tot"


class RedenMissing(Invalid):
    """An order given back without a reason."""

    code = "reden-missing"
    message = "Kies waarom u de opdracht teruggeeft."
    field = "reden"


class OpdrachtMovedOn(Conflict):
    """Somebody did something else meanwhile; nothing of this act was done."""

    code = "opdracht-moved-on"
    message = (
        "Dit kan niet meer: deze opdracht staat nu op '{status}'. Kijk wat er is gebeurd. Uw tekst staat hieronder nog."
    )


class NotGivenBack(Conflict):
    """Taking up what was not given back."""

    code = "not-given-back"
    message = "Deze opdracht wacht niet op u. Een collega heeft hem al opgepakt."


class OpdrachtNotFound(NotFound):
    """Tampered with, expired, renewed and never given: the same answer."""

    code = "opdracht-not-found"
    message = "Deze link werkt niet (meer)."


class TooManyTries(TooMany):
    """Far more from one connection than a person does."""

    code = "too-many-tries"
    message = "Dit is vanaf uw internetverbinding te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw."
