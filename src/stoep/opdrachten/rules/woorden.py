"""What may go to a contractor: the words of the report without traces of a person, and what still looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w/])(\+31|0031|0)[\s()-]*[1-9]([\s-]?\d){7,8}(?!\d)")
IBAN = re.compile(r"\bNL\d{2}\s?[A-Z]{4}(\s?\d){10}\b", re.IGNORECASE)
NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
PARTICLES = r"(?:(?i:van|de|der|den|ten|ter|el|'t)\s+)*"
TITLED = re.compile(
    r"\b(?i:ik heet|mijn naam is|meneer|mevrouw|mevr\.|dhr\.|de heer)\s+"
    rf"({PARTICLES}[A-Z][\w'’-]+(?:\s+{PARTICLES}[A-Z][\w'’-]+)?)"
)
LEFT_OUT = "[…]"
SHORTEST_NAME = 3
SMALL_WORDS = {"van", "den", "der", "ten", "ter", "het", "een", "the"}


@dataclass(frozen=True, slots=True)
class Spoor:
    """A piece of text that may point at a person: what sort, and the piece itself."""

    soort: str
    tekst: str


def find_sporen(text: str, names: Sequence[str] = ()) -> list[Spoor]:
    """Everything in a text that looks like a person: address of e-mail, phone, account, name. In order, each once."""
    found: list[tuple[int, Spoor]] = [
        (match.start(), Spoor(soort, match.group(0).strip()))
        for soort, pattern in (
            ("e-mailadres", EMAIL),
            ("telefoonnummer", PHONE),
            ("rekeningnummer", IBAN),
            ("nummer van negen cijfers", NINE_DIGITS),
        )
        for match in pattern.finditer(text)
    ]
    found += [(match.start(1), Spoor("naam", match.group(1))) for match in TITLED.finditer(text)]
    found += [(place, Spoor("naam", word)) for place, word in find_names(text, names)]
    seen: dict[str, Spoor] = {}
    for _place, spoor in sorted(found, key=lambda one: one[0]):
        if not any(spoor.tekst in other for other in seen):
            seen[spoor.tekst] = spoor
    return list(seen.values())


def find_names(text: str, names: Sequence[str]) -> list[tuple[int, str]]:
    """Where the words of known names stand in a text."""
    words = {word for name in names for word in re.findall(r"[^\W\d_][\w'’-]*", name) if is_telling(word)}
    return [
        (match.start(), match.group(0))
        for word in words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        if match.group(0)[0].isupper()
    ]


def is_telling(word: str) -> bool:
    """Long enough to be a name, and no word that stands in every sentence."""
    return len(word) >= SHORTEST_NAME and word.lower() not in SMALL_WORDS


def propose_wat(onderwerp: str, tekst: str, names: Sequence[str] = ()) -> str:
    """The text of an order to begin with: what it is about and what was reported, without traces of a person."""
    clean = " ".join(tekst.split())
    for spoor in find_sporen(clean, names):
        clean = clean.replace(spoor.tekst, LEFT_OUT)
    return f"{onderwerp}.\n\nGemeld: {clean}" if clean else f"{onderwerp}."
