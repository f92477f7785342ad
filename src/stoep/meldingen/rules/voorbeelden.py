"""The examples from which a recogniser learns: how residents say it, and what the categories say of themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from stoep.meldingen.rules.herkenner import WEIGHT_OF_WORDS, Voorbeeld
from stoep.meldingen.rules.woordstam import stem, words_of

DATA = Path(__file__).resolve().parents[1] / "data"
CORRECTION_WEIGHS = 1.5


@dataclass(frozen=True, slots=True)
class Soort:
    """A category as far as it can be recognised."""

    slug: str
    naam: str
    uitleg: str
    woorden: tuple[str, ...]


def read_categorieen(folder: Path = DATA) -> list[Soort]:
    """The categories that come with Stoep."""
    data = json.loads((folder / "categorieen.json").read_text(encoding="utf-8"))
    return [
        Soort(sub["slug"], sub["naam"], sub["uitleg"], tuple(sub["zoekwoorden"]))
        for hoofd in data["categorieen"]
        for sub in hoofd["subcategorieen"]
    ]


@lru_cache(maxsize=1)
def read_zinnen() -> dict[str, tuple[str, ...]]:
    """The sentences that come with Stoep, by slug."""
    data = json.loads((DATA / "voorbeeldzinnen.json").read_text(encoding="utf-8"))
    return {slug: tuple(zinnen) for slug, zinnen in data["zinnen"].items()}


@lru_cache(maxsize=1)
def known_stems() -> frozenset[str]:
    """The stems of our own sentences: words that many people use, and so no names."""
    return frozenset(stem(word) for zinnen in read_zinnen().values() for zin in zinnen for word in words_of(zin))


def examples_of(categorieen: Sequence[Soort], correcties: Iterable[tuple[str, Sequence[str]]] = ()) -> list[Voorbeeld]:
    """All examples for these categories: sentences, names and words, and what employees corrected."""
    zinnen = read_zinnen()
    known = {one.slug for one in categorieen}
    examples: list[Voorbeeld] = []
    for one in categorieen:
        examples += [Voorbeeld(zin, one.slug) for zin in zinnen.get(one.slug, ())]
        examples += [Voorbeeld(text, one.slug, telt=False) for text in (one.naam, one.uitleg) if text]
        examples += [Voorbeeld(word, one.slug, WEIGHT_OF_WORDS, telt=False) for word in one.woorden]
    examples += [
        Voorbeeld(" ".join(words), slug, CORRECTION_WEIGHS) for slug, words in correcties if slug in known and words
    ]
    return examples
