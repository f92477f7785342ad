"""Every number of the figures with what it means: one dictionary for pages and files. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from stoep.sturing.rules.verdeling import GRENZEN, Verdeling, percentage
from stoep.sturing.rules.verschil import Verschil, compare_counts, compare_means, compare_proportions


class Eenheid(StrEnum):
    """In what a number is counted."""

    AANTAL = "aantal"
    PROCENT = "procent"
    WERKDAGEN = "werkdagen"


class Richting(StrEnum):
    """Which way is better."""

    HOGER = "hoger is beter"
    LAGER = "lager is beter"
    GEEN = "geen richting"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One number: how it is called, counted and read; `norm` says whether a target can be set for it."""

    code: str
    naam: str
    definitie: str
    bron: str
    eenheid: Eenheid
    richting: Richting
    waarde: Callable[[Verdeling], float | None]
    voetnoot: str = ""
    vergelijk: Callable[[Verdeling, Verdeling], Verschil] | None = None

    @property
    def has_streefwaarde(self) -> bool:
        """Can a target be set: for shares that are better one way."""
        return self.eenheid is Eenheid.PROCENT and self.richting is not Richting.GEEN


COHORT = "Het cijfer hoort bij de dag van melden en verandert nog zolang meldingen van die dag open zijn."
ROUNDED = f"Boven 10 werkdagen afgerond naar boven, op {', '.join(str(one) for one in GRENZEN[11:-1])}."
FEW = "Wie antwoordt, kiest zelf: het zegt iets over wie reageert, niet over iedereen."

INDICATOREN: tuple[Indicator, ...] = (
    Indicator(
        "aantal",
        "Meldingen",
        "Alle meldingen die in de periode binnenkwamen, op de dag van melden.",
        "Meldingen: dag van melden",
        Eenheid.AANTAL,
        Richting.GEEN,
        lambda v: v.aantal,
        "Meer meldingen is niet slechter: het kan ook makkelijker zijn om te melden.",
        lambda a, b: compare_counts(a.aantal, b.aantal),
    ),
    Indicator(
        "open",
        "Nog open",
        "Meldingen van de periode die nu niet zijn afgehandeld. Een heropende melding is weer open.",
        "Zaken: einddatum",
        Eenheid.AANTAL,
        Richting.LAGER,
        lambda v: v.open,
    ),
    Indicator(
        "open_te_laat",
        "Open en te laat",
        "Open meldingen waarvan de dag van de servicenorm voorbij is.",
        "Zaken: einddatum; meldingen: klaar volgens de servicenorm",
        Eenheid.AANTAL,
        Richting.LAGER,
        lambda v: v.open_te_laat,
    ),
    Indicator(
        "afgehandeld",
        "Afgehandeld",
        "Meldingen van de periode die nu zijn afgehandeld, met welke uitkomst ook.",
        "Zaken: einddatum",
        Eenheid.AANTAL,
        Richting.GEEN,
        lambda v: v.afgehandeld,
    ),
    Indicator(
        "op_tijd",
        "Op tijd",
        "Welk deel is afgehandeld op of vóór de dag van de servicenorm. Die norm hoort bij het onderwerp en telt "
        "werkdagen vanaf de dag van melden. We rekenen over wat is afgehandeld plus wat open is en over die dag heen.",
        "Zaken: einddatum; meldingen: klaar volgens de servicenorm",
        Eenheid.PROCENT,
        Richting.HOGER,
        lambda v: v.op_tijd_procent,
        COHORT,
        lambda a, b: compare_proportions(a.op_tijd, a.beoordeeld, b.op_tijd, b.beoordeeld),
    ),
    Indicator(
        "mediaan",
        "Helft binnen",
        "De mediaan van het aantal werkdagen tussen melden en afhandelen. Dezelfde dag is 0; weekenden en feestdagen "
        "tellen niet mee; open meldingen doen niet mee.",
        "Meldingen: dag van melden; zaken: einddatum",
        Eenheid.WERKDAGEN,
        Richting.LAGER,
        lambda v: v.mediaan,
        ROUNDED,
    ),
    Indicator(
        "p90",
        "9 van 10 binnen",
        "Het 90e percentiel van het aantal werkdagen tussen melden en afhandelen.",
        "Meldingen: dag van melden; zaken: einddatum",
        Eenheid.WERKDAGEN,
        Richting.LAGER,
        lambda v: v.p90,
        ROUNDED,
    ),
    Indicator(
        "gemiddelde",
        "Gemiddelde duur",
        "Het gemiddelde aantal werkdagen tussen melden en afhandelen van wat is afgehandeld.",
        "Meldingen: dag van melden; zaken: einddatum",
        Eenheid.WERKDAGEN,
        Richting.LAGER,
        lambda v: round(v.werkdagen_som / v.afgehandeld, 1) if v.afgehandeld else None,
        "Enkele heel lange trekken een gemiddelde omhoog; kijk ook naar ‘Helft binnen’.",
        lambda a, b: compare_means(
            a.afgehandeld, a.werkdagen_som, a.werkdagen_kwadraat, b.afgehandeld, b.werkdagen_som, b.werkdagen_kwadraat
        ),
    ),
    Indicator(
        "heropend",
        "Heropend",
        "Welk deel van de meldingen na afhandeling minstens één keer weer open ging.",
        "Zaken: geschiedenis",
        Eenheid.PROCENT,
        Richting.LAGER,
        lambda v: v.heropend_procent,
        COHORT,
        lambda a, b: compare_proportions(a.heropend, a.aantal, b.heropend, b.aantal),
    ),
    Indicator(
        "tevreden",
        "Tevreden",
        "Welk deel van de melders die antwoord gaven, tevreden was over de laatste keer dat de melding is afgehandeld.",
        "Meldingen: tevredenheid",
        Eenheid.PROCENT,
        Richting.HOGER,
        lambda v: v.tevreden_procent,
        FEW,
        lambda a, b: compare_proportions(a.tevreden, a.beoordelingen, b.tevreden, b.beoordelingen),
    ),
    Indicator(
        "herverdeeld",
        "Doorgestuurd",
        "Welk deel een ander onderwerp kreeg of door een mens met een reden aan een ander is gegeven, na de eerste "
        "toewijzing. Wie een melding van de groep oppakt, telt niet.",
        "Zaken: geschiedenis",
        Eenheid.PROCENT,
        Richting.LAGER,
        lambda v: v.herverdeeld_procent,
        COHORT,
        lambda a, b: compare_proportions(a.herverdeeld, a.aantal, b.herverdeeld, b.aantal),
    ),
    Indicator(
        "volgers",
        "Volgers",
        "Hoeveel mensen een melding van een ander volgen, met een bevestigd adres.",
        "Meldingen: volgers",
        Eenheid.AANTAL,
        Richting.GEEN,
        lambda v: v.volgers,
    ),
    Indicator(
        "aannemers",
        "Aannemers op tijd",
        "Welk deel van de opdrachten die een aannemer gereed meldde, binnen de afgesproken termijn gereed was.",
        "Opdrachten: gereed gemeld en termijn",
        Eenheid.PROCENT,
        Richting.HOGER,
        lambda v: v.opdrachten_procent,
        "",
        lambda a, b: compare_proportions(a.opdrachten_op_tijd, a.opdrachten, b.opdrachten_op_tijd, b.opdrachten),
    ),
)
OP_CODE = {one.code: one for one in INDICATOREN}
VERGELIJKBAAR = tuple(one for one in INDICATOREN if one.vergelijk)
SEIZOEN = (
    "Een verschil is nog geen gevolg: het seizoen, het weer en wat er verder veranderde tellen mee. "
    "Vergelijk ook met dezelfde weken van een jaar eerder."
)

__all__ = ["INDICATOREN", "OP_CODE", "SEIZOEN", "VERGELIJKBAAR", "Eenheid", "Indicator", "Richting", "percentage"]
