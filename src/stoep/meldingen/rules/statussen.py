"""In which state a report can be, and every step between two states: one table, that every act asks.

A row of `OVERGANGEN` says what may be done from which states, where that leads, who may, what must be given,
which message goes to the reporter and what it does to the service norm. The page under beheer shows the
same rows. A report has a service norm of the municipality, not a term set by law: it may stand still while
we wait for the reporter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stand(StrEnum):
    """The state of a report, by the name that people read."""

    GEMELD = "Gemeld"
    IN_BEHANDELING = "In behandeling"
    INGEPLAND = "Ingepland"
    REACTIE_GEVRAAGD = "Reactie gevraagd"
    REACTIE_ONTVANGEN = "Reactie ontvangen"
    DOORGEZET = "Doorgezet naar extern"
    HEROPEND = "Heropend"
    AFGEHANDELD = "Afgehandeld"
    GEANNULEERD = "Geannuleerd"
    VERZOEK = "Verzoek tot heropenen"


class Daad(StrEnum):
    """What somebody does that changes the state."""

    OPPAKKEN = "oppakken"
    INPLANNEN = "inplannen"
    VRAGEN = "vragen"
    ANTWOORDEN = "antwoorden"
    NIET_GEANTWOORD = "niet-geantwoord"
    DOORZETTEN = "doorzetten"
    TERUGNEMEN = "terugnemen"
    AFHANDELEN = "afhandelen"
    ANNULEREN = "annuleren"
    VERZOEKEN = "verzoeken"
    TOESTAAN = "toestaan"
    AFWIJZEN = "afwijzen"
    HEROPENEN = "heropenen"


class Norm(StrEnum):
    """What a step does to the day on which we want to be ready."""

    LOOPT = "loopt door"
    STIL = "staat stil"
    VERDER = "loopt weer"
    KLAAR = "is klaar"
    NIEUW = "begint opnieuw"


MELDER = "melder"
STOEP = "stoep"
OPEN = (
    Stand.GEMELD,
    Stand.IN_BEHANDELING,
    Stand.INGEPLAND,
    Stand.REACTIE_GEVRAAGD,
    Stand.REACTIE_ONTVANGEN,
    Stand.DOORGEZET,
    Stand.HEROPEND,
)
OURS = tuple(stand for stand in OPEN if stand not in (Stand.REACTIE_GEVRAAGD, Stand.DOORGEZET))
CLOSED = (Stand.AFGEHANDELD, Stand.GEANNULEERD, Stand.VERZOEK)


@dataclass(frozen=True, slots=True)
class Overgang:
    """One row of the table. `wie` is a right, or MELDER or STOEP; `bericht` is the code of a Handeling or ""."""

    daad: Daad
    van: tuple[Stand, ...]
    naar: Stand
    wie: str
    doen: str
    uitleg: str
    bericht: str = ""
    bericht_keuze: bool = False
    nodig: tuple[str, ...] = ()
    norm: Norm = Norm.LOOPT
    icoon: str = "arrow-right"

    @property
    def is_vanzelf(self) -> bool:
        """True when Stoep does it, at a set time."""
        return self.wie == STOEP


OVERGANGEN: tuple[Overgang, ...] = (
    Overgang(
        Daad.OPPAKKEN, OURS, Stand.IN_BEHANDELING, "zaken.set_status",
        "oppakken", "Een medewerker wordt behandelaar.",
        "in_behandeling", bericht_keuze=True, icoon="hand",
    ),
    Overgang(
        Daad.INPLANNEN, tuple(stand for stand in OPEN if stand is not Stand.DOORGEZET), Stand.INGEPLAND,
        "zaken.set_status", "inplannen", "Het werk krijgt een dag.",
        "ingepland", bericht_keuze=True, nodig=("dag",), norm=Norm.VERDER, icoon="calendar-plus",
    ),
    Overgang(
        Daad.VRAGEN, tuple(stand for stand in OPEN if stand is not Stand.DOORGEZET), Stand.REACTIE_GEVRAAGD,
        "zaken.set_status", "de melder een vraag stellen",
        "De melder krijgt een link om te antwoorden. Die werkt een paar dagen.",
        "vraag", nodig=("e-mailadres van de melder", "tekst"), norm=Norm.STIL, icoon="message-circle-question-mark",
    ),
    Overgang(
        Daad.ANTWOORDEN, (Stand.REACTIE_GEVRAAGD,), Stand.REACTIE_ONTVANGEN, MELDER,
        "antwoorden", "De melder schrijft een antwoord of stuurt een foto.",
        "reactie_ontvangen", nodig=("tekst of foto", "link die nog werkt"), norm=Norm.VERDER, icoon="message-circle",
    ),
    Overgang(
        Daad.NIET_GEANTWOORD, (Stand.REACTIE_GEVRAAGD,), Stand.REACTIE_ONTVANGEN, STOEP,
        "verdergaan zonder antwoord", "De melder antwoordde niet op tijd. De behandelaar krijgt een notitie.",
        "geen_reactie", norm=Norm.VERDER, icoon="clock",
    ),
    Overgang(
        Daad.DOORZETTEN, OURS, Stand.DOORGEZET, "zaken.set_status",
        "doorzetten naar extern", "Een aannemer of andere organisatie doet het werk.",
        "doorgezet", bericht_keuze=True, nodig=("aan wie",), icoon="send",
    ),
    Overgang(
        Daad.TERUGNEMEN, (Stand.DOORGEZET,), Stand.IN_BEHANDELING, "zaken.set_status",
        "terugnemen van extern", "Het werk komt terug: het is gedaan, of de ander doet het niet.",
        nodig=("reden",), icoon="undo-2",
    ),
    Overgang(
        Daad.AFHANDELEN, OPEN, Stand.AFGEHANDELD, "zaken.close",
        "afhandelen", "De melding is klaar, met een uitkomst. De melder kan zeggen of hij tevreden is.",
        "opgelost", nodig=("uitkomst", "tekst"), norm=Norm.KLAAR, icoon="circle-check",
    ),
    Overgang(
        Daad.ANNULEREN, OPEN, Stand.GEANNULEERD, "zaken.close",
        "annuleren", "De melding hoeft niet te worden behandeld: ingetrokken, een vergissing of geen melding.",
        "geannuleerd", bericht_keuze=True, nodig=("reden",), norm=Norm.KLAAR, icoon="circle-x",
    ),
    Overgang(
        Daad.VERZOEKEN, (Stand.AFGEHANDELD,), Stand.VERZOEK, MELDER,
        "vragen om heropenen", "De melder is niet tevreden en vraagt ons om nog eens te kijken.",
        "verzoek_ontvangen", nodig=("tekst", "binnen de termijn voor heropenen"), norm=Norm.KLAAR, icoon="rotate-ccw",
    ),
    Overgang(
        Daad.TOESTAAN, (Stand.VERZOEK,), Stand.HEROPEND, "meldingen.reopen",
        "het verzoek toestaan", "De melding gaat weer open, met een nieuwe dag volgens de norm.",
        "heropend", nodig=("tekst",), norm=Norm.NIEUW, icoon="rotate-ccw",
    ),
    Overgang(
        Daad.AFWIJZEN, (Stand.VERZOEK,), Stand.AFGEHANDELD, "meldingen.reopen",
        "het verzoek afwijzen", "De melding blijft dicht. De melder leest waarom.",
        "heropenen_afgewezen", nodig=("reden",), norm=Norm.KLAAR, icoon="circle-x",
    ),
    Overgang(
        Daad.HEROPENEN, (Stand.AFGEHANDELD, Stand.GEANNULEERD), Stand.HEROPEND, "meldingen.reopen",
        "heropenen", "Een medewerker opent de melding zelf weer, bijvoorbeeld na een telefoontje.",
        "heropend", bericht_keuze=True, nodig=("reden",), norm=Norm.NIEUW, icoon="rotate-ccw",
    ),
)  # fmt: skip

# What is done to a report as a whole is done at its hoofdmelding; the parts follow.
OF_THE_WHOLE = frozenset({Daad.OPPAKKEN, Daad.INPLANNEN, Daad.DOORZETTEN, Daad.AFHANDELEN, Daad.ANNULEREN})
BY_DAAD = {overgang.daad: overgang for overgang in OVERGANGEN}

# A report that began under the first zaaktype lacks newer phases: its zaak takes the nearest one.
NEAREST = {
    Stand.REACTIE_ONTVANGEN: Stand.IN_BEHANDELING,
    Stand.DOORGEZET: Stand.INGEPLAND,
    Stand.HEROPEND: Stand.IN_BEHANDELING,
}
NEAREST_RESULTAAT = {"Geannuleerd": "Niet gevonden"}


@dataclass(frozen=True, slots=True)
class Toestand:
    """What is known of a report, as far as its state depends on it."""

    status: str
    is_closed: bool = False
    is_geannuleerd: bool = False
    verzocht: bool = False
    doorgezet: bool = False
    beantwoord: bool = False
    vraag_open: bool = False


def decide_stand(toestand: Toestand) -> Stand:
    """The state of a report: the phase of its zaak, refined by what the phases of an older zaaktype cannot say."""
    if toestand.is_closed:
        if toestand.verzocht:
            return Stand.VERZOEK
        return Stand.GEANNULEERD if toestand.is_geannuleerd else Stand.AFGEHANDELD
    if toestand.doorgezet:
        return Stand.DOORGEZET
    if toestand.vraag_open:
        return Stand.REACTIE_GEVRAAGD
    known = {stand.value: stand for stand in OPEN}
    stand = known.get(toestand.status, Stand.IN_BEHANDELING if toestand.status else Stand.GEMELD)
    if toestand.beantwoord and stand is Stand.IN_BEHANDELING:
        return Stand.REACTIE_ONTVANGEN
    return stand


def find_overgang(daad: Daad, stand: Stand) -> Overgang | None:
    """The row of the table for this act from this state; None when it may not be done."""
    overgang = BY_DAAD[daad]
    return overgang if stand in overgang.van else None


def is_possible(daad: Daad, stand: Stand) -> bool:
    """Whether the act may be done from this state."""
    return find_overgang(daad, stand) is not None


def list_possible(stand: Stand, *, is_deel: bool = False) -> list[Overgang]:
    """What a colleague can do from this state, in the order of the table; with a part only what concerns it alone."""
    found = [row for row in OVERGANGEN if stand in row.van and row.wie not in (MELDER, STOEP)]
    return [row for row in found if not (is_deel and row.daad in OF_THE_WHOLE)]


def tell_possible(stand: Stand) -> str:
    """What can be done from this state, as a sentence."""
    acts = [row.doen for row in list_possible(stand)]
    if stand in CLOSED and stand is not Stand.VERZOEK:
        return "Heropen eerst de melding."
    return f"U kunt nu wel: {join_words(acts)}."


def join_words(words: list[str]) -> str:
    """Words with commas, and 'of' before the last."""
    return " of ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
