"""The words of each message to a reporter: one rule for the preview and for what is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stoep.berichten.rules.sjablonen import fill

WHOLE = frozenset({"ontvangen", "in_behandeling"})
PLACES = ("aanhef", "nummer", "categorie", "adres", "wat_wij_doen", "dag", "link")

OPENING = "{{ aanhef }},\n\nU deed een melding over: {{ categorie }}.\n\n"
CLOSINGS = {
    "vraag": "U kunt hier antwoorden, ook met een foto:\n{{ link }}\n\n",
    "": "Bekijk hier uw melding:\n{{ link }}\n\n",
}
GREETING = "Uw meldingsnummer is {{ nummer }}.\n\nMet vriendelijke groet,"


@dataclass(frozen=True, slots=True)
class Berichttekst:
    """A message as the reporter reads it."""

    onderwerp: str
    tekst: str


def compose_bericht(handeling: str, onderwerp: str, tekst: str, values: Mapping[str, str]) -> Berichttekst:
    """Make the whole message of an act from the words that a colleague wrote.

    Receipts carry their whole text; the other acts get the same opening and closing, so that a colleague
    writes only what matters. The colleague's own words may hold places such as {{ dag }} too.
    """
    whole = tekst
    if handeling not in WHOLE:
        whole = OPENING + tekst.strip() + "\n\n" + CLOSINGS.get(handeling, CLOSINGS[""]) + GREETING
    return Berichttekst(*fill(f"{' '.join(onderwerp.split())}\n\n{whole}", values))
