"""Which category somebody probably means, from the words that they used.

A simple, transparent rule: every category has words that residents use. A word of the text that has
the same stem scores; a phrase scores more; a word inside a long compound (`stoeptegelprobleem`)
scores a little. A word that several categories share is worth less. The rule always says which
words led to a proposal, so that it can be explained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stoep.meldingen.rules.woordstam import STOPWORDS, stem, words_of

MOST_WORDS = 300
SHORTEST_PART = 5
CLEAR_SCORE = 2.0
CLEAR_LEAD = 1.5


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A category as this rule sees it."""

    slug: str
    woorden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A proposed category, how strong, and the words that led to it."""

    slug: str
    score: float
    woorden: tuple[str, ...]


@lru_cache(maxsize=5_000)
def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_of(phrase))


def _found(needle: tuple[str, ...], stems: Sequence[str], meaningful: frozenset[str]) -> float:
    """How well a search word or phrase is found: 3 a phrase, 2 a word, 1 as part of a compound."""
    if len(needle) > 1:
        size = len(needle)
        joined = any(tuple(stems[at : at + size]) == needle for at in range(len(stems) - size + 1))
        return 3.0 if joined else 1.5 if set(needle) <= set(stems) else 0.0
    if needle[0] in meaningful:
        return 2.0
    if len(needle[0]) < SHORTEST_PART:
        return 0.0
    return 1.0 if any(word.startswith(needle[0]) or word.endswith(needle[0]) for word in meaningful) else 0.0


def propose_categorie(text: str, kandidaten: Iterable[Kandidaat], *, limit: int = 4) -> list[Voorstel]:
    """Propose categories for a text, best first. No known word: no proposal."""
    words = words_of(text)[:MOST_WORDS]
    stems = [stem(word) for word in words]
    meaningful = frozenset(stem(word) for word in words if word not in STOPWORDS)
    kandidaten = list(kandidaten)
    shared = Counter(needle for kandidaat in kandidaten for needle in {_stems(word) for word in kandidaat.woorden})
    voorstellen = []
    for kandidaat in kandidaten:
        hits: dict[tuple[str, ...], tuple[float, str]] = {}
        for word in kandidaat.woorden:
            needle = _stems(word)
            if needle and (found := _found(needle, stems, meaningful)):
                hits[needle] = (found / shared[needle], word)
        if hits:
            best = sorted(hits.values(), reverse=True)
            score = sum(value for value, _ in best)
            voorstellen.append(Voorstel(kandidaat.slug, round(score, 3), tuple(word for _, word in best[:3])))
    voorstellen.sort(key=lambda voorstel: (-voorstel.score, voorstel.slug))
    return voorstellen[:limit]


def clear_winner(voorstellen: Sequence[Voorstel]) -> Voorstel | None:
    """The first proposal, if it is strong enough and well ahead of the second; else None: ask."""
    if not voorstellen or voorstellen[0].score < CLEAR_SCORE:
        return None
    if len(voorstellen) > 1 and voorstellen[0].score < CLEAR_LEAD * voorstellen[1].score:
        return None
    return voorstellen[0]
