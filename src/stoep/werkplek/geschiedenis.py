"""The history of a zaak as sentences, newest first: what happened, by whom, and why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

ICONS = {
    "geopend": "inbox",
    "toegewezen": "user-round-check",
    "gerouteerd": "route",
    "vrijgegeven": "user-round-x",
    "status": "flag",
    "afgesloten": "circle-check",
    "heropend": "rotate-ccw",
    "verlengd": "calendar-plus",
    "opgeschort": "pause",
    "hervat": "play",
    "document": "paperclip",
    "besluit": "scale",
    "categorie": "tag",
    "bericht": "message-square",
    "antwoord": "message-circle",
    "notitie": "sticky-note",
    "doorgezet": "send",
    "teruggekomen": "undo-2",
    "heropenverzoek": "rotate-ccw",
    "heropenen-afgewezen": "circle-x",
    "tevreden": "smile",
    "niet-tevreden": "frown",
    "verzonden": "mail",
    "samengevoegd": "git-merge",
    "losgemaakt": "split",
    "volger": "bell",
    "misbruik": "shield-alert",
    "foto_vrijgegeven": "globe",
    "foto_achtergehouden": "eye-off",
    "foto_ingetrokken": "eye-off",
    "tekst_vrijgegeven": "globe",
    "tekst_achtergehouden": "eye-off",
    "tekst_ingetrokken": "eye-off",
    "opdracht": "hard-hat",
    "urgentie": "zap",
}


OPDRACHT = {
    "opdracht_ingepland": "{aannemer} gaf een dag door voor opdracht {opdracht}.",
    "opdracht_gereed": "{aannemer} meldde opdracht {opdracht} gereed.",
    "opdracht_vraag": "{aannemer} stelde een vraag over opdracht {opdracht}.",
    "opdracht_antwoord": "Bericht aan {aannemer} over opdracht {opdracht}.",
    "opdracht_goedgekeurd": "Het werk van {aannemer} is goed (opdracht {opdracht}).",
    "opdracht_afgekeurd": "Het werk van {aannemer} is nog niet goed (opdracht {opdracht}).",
    "opdracht_ingetrokken": "Opdracht {opdracht} aan {aannemer} ingetrokken.",
    "opdracht_te_laat": "{aannemer} gemaand: opdracht {opdracht} is te laat.",
    "opdracht_escalatie": "{aannemer} is lang te laat met opdracht {opdracht}.",
    "opdracht_mail_mislukt": "Een e-mail aan {aannemer} over opdracht {opdracht} kwam niet aan.",
}


@dataclass(frozen=True, slots=True)
class Voorval:
    """One line: `regel` and `waarom` answer the question why an automatic step was taken."""

    moment: datetime
    icoon: str
    zin: str
    wie: str = ""
    citaat: str = ""
    regel: str = ""
    waarom: str = ""
    url: str = ""


def tell(soort: str, waarden: Mapping[str, Any], regel: str = "", *, kanaal: str = "") -> str:
    """Say what happened in one sentence."""
    naar = waarden.get("medewerker") or waarden.get("groep") or ""
    by_rule = f" door regel '{regel}'" if regel else ""
    sentences = {
        "geopend": f"Gemeld via {kanaal.lower()}." if kanaal else "Zaak geopend.",
        "toegewezen": f"Toegewezen aan {naar}{by_rule}.",
        "gerouteerd": f"Bleef waar hij was{by_rule}." if regel else "Geen regel paste: wacht op toewijzing.",
        "vrijgegeven": "Teruggegeven: van niemand meer.",
        "status": f"Status: {waarden.get('status', '')}.",
        "afgesloten": f"Afgehandeld: {waarden.get('resultaat', '')}.",
        "heropend": f"Heropend, weer in status {waarden.get('status', '')}.",
        "verlengd": "Termijn verlengd.",
        "opgeschort": "Termijn stilgezet.",
        "hervat": "Termijn loopt weer.",
        "document": f"Document toegevoegd: {waarden.get('titel', '')}.",
        "besluit": f"Besluit vastgelegd: {waarden.get('besluit', '')}.",
        "categorie": "Onderwerp veranderd.",
        "bericht": "Bericht aan de melder.",
        "antwoord": "De melder antwoordde.",
        "foto_vrijgegeven": "Een foto is openbaar gemaakt.",
        "foto_achtergehouden": "Een foto wordt niet openbaar.",
        "foto_ingetrokken": "Een foto is niet meer openbaar.",
        "tekst_vrijgegeven": "De tekst is openbaar gemaakt.",
        "tekst_achtergehouden": "De tekst wordt niet openbaar.",
        "tekst_ingetrokken": "De tekst is niet meer openbaar.",
        "doorgezet": f"Doorgezet naar {waarden.get('naar', '')}.",
        "teruggekomen": "Teruggekomen van extern.",
        "heropenverzoek": "De melder vraagt om heropenen.",
        "heropenen-afgewezen": "Verzoek tot heropenen afgewezen.",
        "tevreden": "De melder is tevreden.",
        "niet-tevreden": "De melder is niet tevreden.",
        "samengevoegd": tell_samen(waarden),
        "losgemaakt": f"Losgemaakt van {waarden.get('ander', '')}.",
        "volger": "Iemand die deze melding volgt, schreef:",
        "uit_golf": f"Uit golf ‘{waarden.get('golf', '')}’ gehaald.",
        "misbruik": "Beoordeeld op misbruik.",
        "urgentie": "Kreeg spoed." if waarden.get("spoed") else "Heeft geen spoed meer.",
    }
    if soort in OPDRACHT:
        return OPDRACHT[soort].format(aannemer=waarden.get("aannemer", ""), opdracht=waarden.get("opdracht", ""))
    return sentences.get(soort, soort.replace("_", " ").capitalize() + ".")


def tell_samen(waarden: Mapping[str, Any]) -> str:
    """Which report became part of which."""
    ander = waarden.get("ander", "")
    return f"Werd deelmelding van {ander}." if waarden.get("rol") == "deel" else f"{ander} werd deelmelding hiervan."


def icon_of(soort: str) -> str:
    """The icon of a sort of event."""
    return ICONS.get("opdracht" if soort in OPDRACHT else soort, "circle")
