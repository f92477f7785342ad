"""What in a text may say who somebody is: hints for the person who releases it, never a decision.

Rules of our own, tuned to say too much rather than too little. A first name at the beginning of a sentence that is
also a word ('Roos', 'Mark') is hinted too: looking once more costs a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ELEVEN = 11
BSN_LENGTH = 9
PLATE_LENGTH = 6
WORDS: Final = {
    "naam": "naam",
    "e-mail": "e-mailadres",
    "telefoon": "telefoonnummer",
    "kenteken": "kenteken",
    "adres": "adres",
    "rekening": "rekeningnummer",
    "bsn": "burgerservicenummer",
    "link": "link",
}
VOORNAMEN: Final = frozenset(
    [
        "aad",
        "aaltje",
        "abdel",
        "adriaan",
        "agnes",
        "ahmed",
        "aicha",
        "albert",
        "alex",
        "ali",
        "alie",
        "amina",
        "amir",
        "amy",
        "andre",
        "angela",
        "anita",
        "anja",
        "anna",
        "anne",
        "annie",
        "anouk",
        "anton",
        "arend",
        "ari",
        "arie",
        "arjan",
        "arthur",
        "astrid",
        "ayse",
        "bas",
        "bart",
        "bert",
        "berend",
        "bram",
        "carla",
        "carlos",
        "cees",
        "chantal",
        "charlotte",
        "chris",
        "christa",
        "claudia",
        "cor",
        "corrie",
        "daan",
        "daniel",
        "david",
        "deniz",
        "dennis",
        "derya",
        "diana",
        "dick",
        "dirk",
        "eddy",
        "eef",
        "elif",
        "elise",
        "ellen",
        "els",
        "emma",
        "emre",
        "eric",
        "erik",
        "esra",
        "esther",
        "eva",
        "evert",
        "fatima",
        "fatma",
        "femke",
        "ferry",
        "fleur",
        "floor",
        "frank",
        "frans",
        "fred",
        "frits",
        "gerard",
        "gerda",
        "gerrit",
        "gert",
        "gijs",
        "greet",
        "hanneke",
        "hans",
        "harm",
        "harry",
        "hassan",
        "hatice",
        "heleen",
        "henk",
        "hendrik",
        "herman",
        "hilde",
        "ibrahim",
        "ilse",
        "imke",
        "ineke",
        "ingrid",
        "irene",
        "iris",
        "isabel",
        "ivo",
        "jaap",
        "jacob",
        "jan",
        "janna",
        "jannie",
        "jasper",
        "jeroen",
        "jet",
        "jim",
        "jo",
        "job",
        "joep",
        "johan",
        "john",
        "joke",
        "jolanda",
        "joost",
        "jorrit",
        "jos",
        "joyce",
        "judith",
        "julia",
        "jurgen",
        "kaan",
        "karel",
        "karin",
        "kees",
        "kevin",
        "kim",
        "klaas",
        "koen",
        "laura",
        "leen",
        "lena",
        "leo",
        "lies",
        "lieke",
        "linda",
        "lisa",
        "lies",
        "lotte",
        "louis",
        "luuk",
        "maaike",
        "maarten",
        "mark",
        "marieke",
        "marijke",
        "marjan",
        "martijn",
        "mathilde",
        "mehmet",
        "melissa",
        "merel",
        "mia",
        "michael",
        "michel",
        "mieke",
        "mien",
        "miranda",
        "mohamed",
        "mohammed",
        "monique",
        "murat",
        "mustafa",
        "nadia",
        "naomi",
        "nel",
        "nick",
        "niels",
        "nina",
        "noor",
        "olga",
        "omar",
        "patrick",
        "paul",
        "peter",
        "petra",
        "piet",
        "pieter",
        "pim",
        "rachid",
        "ramon",
        "ria",
        "richard",
        "rick",
        "riet",
        "rob",
        "robert",
        "robin",
        "roel",
        "ron",
        "ronald",
        "roos",
        "ruben",
        "ruud",
        "samira",
        "sander",
        "sandra",
        "sanne",
        "sara",
        "saskia",
        "sem",
        "sevda",
        "simon",
        "sjaak",
        "sjoerd",
        "sofie",
        "sonja",
        "stefan",
        "stijn",
        "sven",
        "sylvia",
        "tess",
        "theo",
        "thijs",
        "thomas",
        "tim",
        "tineke",
        "tom",
        "tonny",
        "truus",
        "vera",
        "victor",
        "wendy",
        "wesley",
        "willem",
        "willemijn",
        "wilma",
        "wim",
        "wouter",
        "yara",
        "yasmin",
        "youssef",
        "yusuf",
        "yvonne",
        "zeynep",
    ]
)
NAME = r"[A-ZÀ-Ý][\w'’\-]+"
BETWEEN = r"(?: (?:van|de|der|den|het|ter|ten|te|'t|el|al|ben|bin))*"
PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("e-mail", re.compile(r"[\w.+\-]+ ?(?:@|\(at\)|\[at\]) ?[\w\-]+(?:\.[\w\-]+)+", re.IGNORECASE)),
    ("link", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("rekening", re.compile(r"\bNL\d{2} ?[A-Z]{4}(?: ?\d){10}\b", re.IGNORECASE)),
    ("telefoon", re.compile(r"(?<![\w])(?:\+31|0031|0)(?:[ \-()/.]{0,2}\d){9}(?!\d)")),
    (
        "adres",
        re.compile(
            r"\b[A-ZÀ-Ý][\w'’.\-]*(?:straat|laan|weg|plein|kade|dijk|hof|pad|singel|gracht|steeg|park|dreef|markt|baan"
            r"|plantsoen|vest|wal|ring|zoom|akker|veld) \d{1,5} ?[a-zA-Z]?\b"
        ),
    ),
    ("adres", re.compile(r"\b\d{4} ?[A-Z]{2}\b(?: \d{1,5}\b)?")),
    ("adres", re.compile(r"\b(?:huisnummer|nummer|nr\.?) ?\d{1,5} ?[a-z]?\b", re.IGNORECASE)),
    (
        "naam",
        re.compile(
            rf"\b(?:[Dd]hr|[Mm]evr?|[Mm]w|[Mm]eneer|[Mm]evrouw|[Dd]e heer|[Bb]uurman|[Bb]uurvrouw|[Ff]amilie|[Ff]am)\b\.? "
            rf"{NAME}{BETWEEN}(?: {NAME})?"
        ),
    ),
    ("naam", re.compile(rf"\b{NAME}(?: (?:van|de|der|den|het|ter|ten|te|'t|el|al))+ {NAME}")),
)
PLATE = re.compile(r"\b(?:[A-Za-z0-9]{1,3}-){2}[A-Za-z0-9]{1,3}\b|\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6}\b")
BSN = re.compile(r"(?<!\d)\d{9}(?!\d)")
WORD = re.compile(rf"\b{NAME}")
SURNAME = re.compile(rf"{BETWEEN} {NAME}")


@dataclass(frozen=True, slots=True)
class Aanwijzing:
    """A piece of the text, from `begin` up to `eind`, and what it may be."""

    soort: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Deel:
    """A piece of the text as it is shown; `soort` is "" where nothing was seen."""

    tekst: str
    soort: str


def find_aanwijzingen(tekst: str) -> list[Aanwijzing]:
    """What in the text may say who somebody is, in order, without overlap."""
    found = sorted(look(tekst), key=lambda one: (one.begin, -one.eind))
    kept: list[Aanwijzing] = []
    for one in found:
        if not kept or one.begin >= kept[-1].eind:
            kept.append(one)
    return kept


def look(tekst: str) -> Iterator[Aanwijzing]:
    """Everything that any rule sees."""
    for soort, pattern in PATTERNS:
        for match in pattern.finditer(tekst):
            yield Aanwijzing(soort, match.start(), match.end())
    for match in PLATE.finditer(tekst):
        signs = match[0].replace("-", "")
        if len(signs) == PLATE_LENGTH and not signs.isalpha() and not signs.isdigit():
            yield Aanwijzing("kenteken", match.start(), match.end())
    for match in BSN.finditer(tekst):
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(weight * int(sign) for weight, sign in zip(weights, match[0], strict=True)) % ELEVEN == 0:
            yield Aanwijzing("bsn", match.start(), match.end())
    for match in WORD.finditer(tekst):
        if re.split(r"['’\-]", match[0])[0].lower() in VOORNAMEN:
            surname = SURNAME.match(tekst, match.end())
            yield Aanwijzing("naam", match.start(), surname.end() if surname else match.end())


def in_delen(tekst: str) -> list[Deel]:
    """The whole text in pieces, so that a page can mark what was seen."""
    delen, place = [], 0
    for one in find_aanwijzingen(tekst):
        if one.begin > place:
            delen.append(Deel(tekst[place : one.begin], ""))
        delen.append(Deel(tekst[one.begin : one.eind], WORDS[one.soort]))
        place = one.eind
    if place < len(tekst):
        delen.append(Deel(tekst[place:], ""))
    return delen


def without_aanwijzingen(tekst: str) -> str:
    """The text with a word in the place of what was seen: `[naam]`."""
    return "".join(f"[{deel.soort}]" if deel.soort else deel.tekst for deel in in_delen(tekst))
