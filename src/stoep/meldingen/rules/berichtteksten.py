"""The words of each message to a reporter: one rule for the preview and for what is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stoep.berichten.rules.sjablonen import fill

WHOLE = frozenset({"ontvangen", "in_behandeling", "golf"})
PLACES = {
    "aanhef": "Beste Youssef Amrani, of Beste melder",
    "nummer": "het meldingsnummer",
    "categorie": "het onderwerp van de melding",
    "adres": "de plek van de melding",
    "wat_wij_doen": "de tekst ‘Wat wij doen’ van het onderwerp",
    "dag": "de dag waarop wij klaar willen zijn, of komen",
    "link": "de link naar de melding",
    "golf": "de naam van de golf, zoals Storm Floor",
    "aantal": "hoeveel meldingen er al in de golf zijn",
    "antwoordlink": "de link om een vraag te beantwoorden",
    "antwoord_tot": "de laatste dag om te antwoorden",
    "tevreden_ja": "de link voor wie tevreden is",
    "tevreden_nee": "de link voor wie niet tevreden is",
}

OPENING = "{{ aanhef }},\n\nU deed een melding over: {{ categorie }}.\n\n"
SEE = "Bekijk hier uw melding:\n{{ link }}\n\n"
ASK = (
    "U kunt hier antwoorden, ook met een foto:\n{{ antwoordlink }}\n\n"
    "Dit kan tot en met {{ antwoord_tot }}. Daarna gaan wij verder met wat wij weten.\n\n"
)
CONTENT = "Bent u tevreden over hoe wij dit hebben gedaan?\n\nJa: {{ tevreden_ja }}\n\nNee: {{ tevreden_nee }}\n\n"
ENDINGS = frozenset({"opgelost", "niet_gevonden", "niet_voor_gemeente", "dubbel"})
GREETING = "Uw meldingsnummer is {{ nummer }}.\n\nMet vriendelijke groet,"


@dataclass(frozen=True, slots=True)
class Berichttekst:
    """A message as the reporter reads it."""

    onderwerp: str
    tekst: str


def compose_bericht(
    handeling: str, onderwerp: str, tekst: str, values: Mapping[str, str], *, vraag_tevreden: bool = True
) -> Berichttekst:
    """Make the whole message of an act from the words that a colleague wrote.

    Receipts carry their whole text; the other acts get the same opening and closing, so that a colleague
    writes only what matters; an ending asks whether the reporter is content. The colleague's own words may hold places such as {{ dag }} too.
    """
    whole = tekst
    if handeling not in WHOLE:
        closing = ASK if handeling == "vraag" else SEE
        if handeling in ENDINGS and vraag_tevreden:
            closing = CONTENT + SEE
        whole = OPENING + tekst.strip() + "\n\n" + closing + GREETING
    return Berichttekst(*fill(f"{' '.join(onderwerp.split())}\n\n{whole}", values))
