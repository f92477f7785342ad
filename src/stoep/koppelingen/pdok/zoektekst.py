"""What someone typed in the address field, and which of the places found is meant.

Pure functions, shared by the real address search and the simulator, so that both answer alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from stoep.gebieden.ports import Adresvoorstel

POSTCODE = re.compile(r"\b(\d{4})\s?([a-z]{2})\b")
NUMBER = re.compile(r"\b(\d{1,5})(?:\s?-?([a-z]))?\b")
LABEL_POSTCODE = re.compile(r"\b(\d{4}) ?([A-Z]{2})\b")
MOST = 100  # characters: nobody types a longer address
SHORT = re.compile(r"(?<=\w{3})str$")  # Dorpsstr
ALIKE = 0.78  # two words that differ in a typing error
SHORTEST_START = 2


@dataclass(frozen=True, slots=True)
class Zoektekst:
    """Street words, house number and postcode in what was typed."""

    woorden: tuple[str, ...] = ()
    nummer: str = ""
    postcode: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.postcode and not any(len(woord) >= SHORTEST_START for woord in self.woorden)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case, without accents or punctuation."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", flat).split())


def read_zoektekst(text: str) -> Zoektekst:
    """Take apart what was typed; anything may come in."""
    rest, postcode, nummer = plain(text[:MOST]), "", ""
    if found := POSTCODE.search(rest):
        postcode = found[1] + found[2]
        rest = rest[: found.start()] + " " + rest[found.end() :]
    numbers = list(NUMBER.finditer(rest))
    if numbers and (len(rest.split()) > 1 or postcode):
        last = numbers[-1]
        nummer = last[1].lstrip("0") + (last[2] or "")
        rest = rest[: last.start()] + " " + rest[last.end() :]
    woorden = (SHORT.sub("straat", woord) for woord in rest.split())
    return Zoektekst(tuple(woorden), nummer, postcode)


def likeness(woord: str, other: str) -> float:
    """How much two words are alike, from 0 to 1; the beginning of a word counts nearly as the whole."""
    if woord == other:
        return 1.0
    if len(woord) >= SHORTEST_START and other.startswith(woord):
        return 0.9
    if 2 * min(len(woord), len(other)) < ALIKE * (len(woord) + len(other)):
        return 0.0  # too different in length to reach the ratio
    matcher = SequenceMatcher(None, woord, other, autojunk=False)
    if matcher.quick_ratio() < ALIKE or (ratio := matcher.ratio()) < ALIKE:
        return 0.0
    return ratio * 0.85


def score(gezocht: Zoektekst, naam: str) -> float:
    """How well a name fits the words that were typed, from 0 (not) to 1 (exactly)."""
    words = plain(naam).split()
    if not gezocht.woorden:
        return 0.0
    best = [max((likeness(woord, other) for other in words), default=0.0) for woord in gezocht.woorden]
    if min(best) == 0.0:
        whole = likeness("".join(gezocht.woorden), "".join(words))
        return whole * 0.9
    return sum(best) / len(best) - 0.01 * max(0, len(words) - len(gezocht.woorden))


def fits(gezocht: Zoektekst, voorstel: Adresvoorstel) -> bool:
    """Whether everything that was typed is in this suggestion."""
    label = plain(voorstel.label)
    found = POSTCODE.search(label)
    if gezocht.postcode and (not found or found[1] + found[2] != gezocht.postcode):
        return False
    without = POSTCODE.sub(" ", label)
    if gezocht.nummer and gezocht.nummer not in {n[1] + (n[2] or "") for n in NUMBER.finditer(without)}:
        return False
    words = without.split()
    return all(any(likeness(woord, other) for other in words) for woord in gezocht.woorden)


def the_one(text: str, voorstellen: list[Adresvoorstel]) -> Adresvoorstel | None:
    """The suggestion that is meant, when there is no doubt.

    With a house number that is one address; without, one street or place.
    """
    gezocht = read_zoektekst(text)
    exact = [voorstel for voorstel in voorstellen if plain(voorstel.label) == plain(text)]
    if exact:
        return exact[0]
    soorten = ("adres",) if gezocht.nummer else ("weg", "plaats", "woonplaats")
    fitting = [v for v in voorstellen if v.soort in soorten and fits(gezocht, v)]
    if len(fitting) > 1:
        sharp = [v for v in fitting if set(gezocht.woorden) <= set(plain(v.label).split())]
        whole = [v for v in sharp if plain(v.label.split(",")[0]) == " ".join(gezocht.woorden)]
        fitting = whole or sharp or fitting
    return fitting[0] if len(fitting) == 1 else None


def tidy_label(label: str) -> str:
    """A label as people write it: 'Kade 1, 4531 AA Havendam'."""
    return LABEL_POSTCODE.sub(r"\1 \2", label)
