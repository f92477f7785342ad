"""Which pieces of a text look like data of a person: numbers that check out, addresses, names after a title. Pure.

The one rule for all texts. A hint for a person: a machine cannot know whose data it is. `mask` puts words in their
place. `ruim` says too much rather than too little, for what everybody will read: any street with a number, any first
name (also 'Roos' and 'Mark' that begin a sentence), any plate. Looking once more costs a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from stoep.berichten.rules.voornamen import VOORNAMEN

MOST_TEXT = 20_000


class Gegeven(StrEnum):
    """What sort of personal data it looks like."""

    BSN = "burgerservicenummer"
    TELEFOON = "telefoonnummer"
    EMAIL = "e-mailadres"
    IBAN = "rekeningnummer"
    KENTEKEN = "kenteken"
    ADRES = "adres"
    NAAM = "naam"
    GEBOORTEDATUM = "geboortedatum"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Vondst:
    """A piece of the text, from `van` up to `tot`."""

    soort: Gegeven
    van: int
    tot: int
    woorden: str


IBAN = re.compile(r"\b[A-Za-z]{2}\d{2}(?:[ .]?[A-Za-z0-9]{4}){2,7}(?:[ .]?[A-Za-z0-9]{1,3})?\b")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
BSN = re.compile(r"(?<![\d.,-])\d(?:[ .]?\d){8}(?![\d-])")
# Written with spaces, dashes, dots or brackets; a date with a time is none.
TELEFOON = re.compile(
    r"(?<![\w+])(?!\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d\b)(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?|\(?0)[1-9]"
    r"(?:[ \-()/.]{0,2}\d){8}(?!\d)"
)
MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec"
)
BORN = re.compile(
    rf"(?:\bgeboren(?:\s+(?:op|in))?|\bgeboortedatum:?|\bgeb\.?|\bjarig(?:\s+op)?)\s*"
    rf"(\d{{1,2}}[-/. ](?:\d{{1,2}}|{MONTHS})[-/. ]\d{{2,4}})",
    re.IGNORECASE,
)
# The series of Dutch plates, with their dashes or without; letters that plates do not have are left out.
L = "[BDFGHJKLMNPRSTVWXZ]"
SERIES = (
    f"{L}{{2}}-?\\d{{2}}-?\\d{{2}}|\\d{{2}}-?\\d{{2}}-?{L}{{2}}|\\d{{2}}-?{L}{{2}}-?\\d{{2}}|{L}{{2}}-?\\d{{2}}-?{L}{{2}}"
    f"|{L}{{2}}-?{L}{{2}}-?\\d{{2}}|\\d{{2}}-?{L}{{2}}-?{L}{{2}}|\\d{{2}}-?{L}{{3}}-?\\d|\\d-?{L}{{3}}-?\\d{{2}}"
    f"|{L}{{2}}-?\\d{{3}}-?{L}|{L}-?\\d{{3}}-?{L}{{2}}|{L}{{3}}-?\\d{{2}}-?{L}|{L}-?\\d{{2}}-?{L}{{3}}|\\d-?{L}{{2}}-?\\d{{3}}"
    f"|\\d{{3}}-?{L}{{2}}-?\\d"
)
KENTEKEN = re.compile(rf"(?<![\w-])(?:{SERIES})(?![\w-])", re.IGNORECASE)
POSTCODE_HUIS = re.compile(
    r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}[ ,]{1,2}(?:nr\.? ?|nummer )?\d{1,5}(?: ?[a-zA-Z](?!\w))?(?!\w)"
)
LIVES = re.compile(
    r"\b(?:woont?|wonende?|woonachtig|woonadres:?|buurman|buurvrouw|buren|bewoners?)\s+(?:op|aan|van|in)?\s*(?:de|het)?\s*"
    r"((?:[A-Z][\w'’-]+\s?){1,4}\d{1,5}(?:\s?[a-zA-Z](?!\w))?)"
)
NAME = re.compile(
    r"\b(?:[Ii]k heet|[Mm]ijn naam is|[Bb]uurman|[Bb]uurvrouw|[Ff]amilie|[Ff]am\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]e\s+heer|[Dd]hr\.?|[Mm]eneer|[Hh]eer)\s+"
    r"((?:[A-Z]\.\s?){0,4}(?:(?:van|de|den|der|ter|ten|te|'t|la|el|al)\s+){0,3}"
    r"[A-ZÀ-Þ][\w'’-]+(?:[ -](?:(?:van|de|den|der|el|al)\s+){0,2}[A-ZÀ-Þ][\w'’-]+)*)"
)
# For `ruim`.
AT = re.compile(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
STREET = re.compile(
    r"\b[A-ZÀ-Ý][\w'’.-]*(?:straat|laan|weg|plein|kade|dijk|hof|pad|singel|gracht|steeg|park|dreef|markt|baan"
    r"|plantsoen|vest|wal|ring|zoom|akker|veld) \d{1,5} ?(?:[a-zA-Z]\b)?"
)
POSTCODE = re.compile(r"\b\d{4} ?[A-Z]{2}\b(?: \d{1,5}\b)?")
HUISNUMMER = re.compile(r"\b(?:huisnummer|nummer|nr\.?) ?\d{1,5} ?(?:[a-z]\b)?", re.IGNORECASE)
ANY_PLATE = re.compile(r"\b(?:[A-Za-z0-9]{1,3}-){2}[A-Za-z0-9]{1,3}\b|\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6}\b")
PLATE_LENGTH = 6
CAPITAL = r"[A-ZÀ-Ý][\w'’-]+"
BETWEEN = r"(?:van|de|der|den|het|ter|ten|te|'t|el|al|ben|bin)"
FULL_NAME = re.compile(rf"\b{CAPITAL}(?: {BETWEEN})+ {CAPITAL}")
WORD = re.compile(rf"\b{CAPITAL}")
SURNAME = re.compile(rf"(?: (?i:{BETWEEN}))* {CAPITAL}")
NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")
SHORTEST_NAME = 3
SMALL_WORDS = frozenset(["van", "den", "der", "ten", "ter", "het", "een", "the"])
# After these words a number is one of ours: a report, a case, a lamp post.
OURS = re.compile(
    r"(?:melding|meldingsnummer|zaak|zaaknummer|paal|mast|container|nummer van de)\W{0,3}(?:is\s)?$", re.IGNORECASE
)


def find_persoonsgegevens(
    tekst: str, *, known: Collection[str] = (), names: Collection[str] = (), ruim: bool = False
) -> list[Vondst]:
    """What looks like personal data, in order, without overlaps. What stands in a text of `known` is left out.

    `names` are people who are known to be meant: each word of their name is found too.
    """
    tekst = tekst[:MOST_TEXT]
    allowed = [fold(one) for one in known if one.strip()]
    found: list[Vondst] = []
    for looked in [*(look(tekst) for look in (RUIM if ruim else LOOKS)), known_names(tekst, names)]:
        for one in looked:
            overlaps = any(one.van < other.tot and other.van < one.tot for other in found)
            if not overlaps and not any(fold(one.woorden) in text for text in allowed):
                found.append(one)
    return sorted(found, key=lambda one: one.van)


def mask(tekst: str, vondsten: Collection[Vondst]) -> str:
    """The text with each find replaced by what it was: `[naam]`."""
    for one in sorted(vondsten, key=lambda one: -one.van):
        tekst = f"{tekst[: one.van]}[{one.soort.value}]{tekst[one.tot :]}"
    return tekst


def emails(tekst: str) -> Iterator[Vondst]:
    """E-mail addresses."""
    return all_of(Gegeven.EMAIL, EMAIL, tekst)


def ibans(tekst: str) -> Iterator[Vondst]:
    """Account numbers whose check digits are right (ISO 7064)."""
    return all_of(Gegeven.IBAN, IBAN, tekst, check=is_iban)


def phones(tekst: str) -> Iterator[Vondst]:
    """Dutch phone numbers."""
    return all_of(Gegeven.TELEFOON, TELEFOON, tekst)


def bsns(tekst: str) -> Iterator[Vondst]:
    """Nine digits that pass the eleven test, unless they are a number of ours."""
    for found in BSN.finditer(tekst):
        if passes_elfproef(found[0]) and not OURS.search(tekst[max(found.start() - 30, 0) : found.start()]):
            yield Vondst(Gegeven.BSN, found.start(), found.end(), found[0])


def births(tekst: str) -> Iterator[Vondst]:
    """A date after a word for birth."""
    return all_of(Gegeven.GEBOORTEDATUM, BORN, tekst, group=1)


def plates(tekst: str) -> Iterator[Vondst]:
    """Number plates of the Dutch series: with dashes, or in capitals without."""
    return all_of(Gegeven.KENTEKEN, KENTEKEN, tekst, check=is_plate)


def addresses(tekst: str) -> Iterator[Vondst]:
    """Where somebody lives: a postcode with a number, or a street with a number after 'woont op'."""
    yield from all_of(Gegeven.ADRES, POSTCODE_HUIS, tekst)
    yield from all_of(Gegeven.ADRES, LIVES, tekst, group=1)


def names(tekst: str) -> Iterator[Vondst]:
    """A name after mevrouw or de heer."""
    return all_of(Gegeven.NAAM, NAME, tekst, group=1)


def known_names(tekst: str, names: Collection[str]) -> Iterator[Vondst]:
    """Where the words of these names stand, with a capital."""
    words = {word for name in names for word in NAME_WORD.findall(name) if len(word) >= SHORTEST_NAME}
    for word in sorted(words):
        if word.lower() not in SMALL_WORDS:
            pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
            yield from all_of(Gegeven.NAAM, pattern, tekst, check=lambda text: text[0].isupper())


def more_emails(tekst: str) -> Iterator[Vondst]:
    """E-mail addresses that were made hard to read, and links."""
    yield from all_of(Gegeven.EMAIL, AT, tekst)
    yield from all_of(Gegeven.LINK, URL, tekst)


def more_addresses(tekst: str) -> Iterator[Vondst]:
    """Any street with a number, any postcode, any house number."""
    for pattern in (STREET, POSTCODE, HUISNUMMER):
        yield from all_of(Gegeven.ADRES, pattern, tekst)


def more_plates(tekst: str) -> Iterator[Vondst]:
    """Six letters and digits as a plate has them, of any series."""
    return all_of(Gegeven.KENTEKEN, ANY_PLATE, tekst, check=has_plate_signs)


def more_names(tekst: str) -> Iterator[Vondst]:
    """Names with a word between them, and first names with what follows."""
    yield from all_of(Gegeven.NAAM, FULL_NAME, tekst)
    for match in WORD.finditer(tekst):
        if re.split(r"['’-]", match[0])[0].lower() in VOORNAMEN:
            surname = SURNAME.match(tekst, match.end())
            end = surname.end() if surname else match.end()
            yield Vondst(Gegeven.NAAM, match.start(), end, tekst[match.start() : end])


LOOKS: tuple[Callable[[str], Iterator[Vondst]], ...] = (
    emails,
    ibans,
    births,
    phones,
    bsns,
    addresses,
    plates,
    names,
)
RUIM = (more_emails, *LOOKS, more_addresses, more_plates, more_names)


def all_of(
    soort: Gegeven,
    pattern: re.Pattern[str],
    tekst: str,
    *,
    group: int = 0,
    check: Callable[[str], bool] = lambda _text: True,
) -> Iterator[Vondst]:
    """Every match of a pattern that passes a check."""
    for found in pattern.finditer(tekst):
        words = found[group].rstrip()
        if check(words):
            yield Vondst(soort, found.start(group), found.start(group) + len(words), words)


def passes_elfproef(text: str) -> bool:
    """The eleven test of a burgerservicenummer: weights 9 to 2, and -1 for the last digit."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return any(digits) and total % 11 == 0


def is_iban(text: str) -> bool:
    """Whether the check digits of an account number are right."""
    plain = re.sub(r"[ .]", "", text).upper()
    moved = plain[4:] + plain[:4]
    return moved.isascii() and moved.isalnum() and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def is_plate(text: str) -> bool:
    """A plate is written with two dashes, or in capitals; else it could be any word with digits."""
    return text.count("-") == 2 or ("-" not in text and text == text.upper())  # noqa: PLR2004


def has_plate_signs(text: str) -> bool:
    """Six signs, letters and digits both."""
    signs = text.replace("-", "")
    return len(signs) == PLATE_LENGTH and not signs.isalpha() and not signs.isdigit()


def fold(text: str) -> str:
    """A text as it is compared: without spaces, dots and dashes, in lower case."""
    return re.sub(r"[\s.-]", "", text).lower()
