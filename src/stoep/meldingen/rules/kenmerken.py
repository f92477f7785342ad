"""What a recogniser sees of a text: stems, pairs of stems and pieces of words.

Pieces of three to five letters find compounds (`stoeptegelprobleem`), typing errors (`lantarenpaal`) and
dialect; stems weigh what a word means; pairs tell 'los deksel' from 'los lopen'.
"""

from __future__ import annotations

import re
from functools import lru_cache

from stoep.meldingen.rules.woordstam import STOPWORDS, stem, words_of

MOST_WORDS = 100
PIECES = (3, 4, 5)
STOPWORD_COUNTS = 0.3
KINDS = ("woord", "paar", "stuk")
TITLES = frozenset(
    ["meneer", "mevrouw", "mevr", "dhr", "mw", "heer", "fam", "familie", "naam", "heet", "heette", "groet", "groeten"]
)


Kenmerken = dict[str, dict[str, float]]


def features_of(text: str) -> Kenmerken:
    """The features of a text by kind, with how often each."""
    stems: dict[str, float] = {}
    pairs: dict[str, float] = {}
    pieces: dict[str, float] = {}
    before = ""
    for word in words_of(text)[:MOST_WORDS]:
        root = stem(word)
        weight = STOPWORD_COUNTS if word in STOPWORDS else 1.0
        stems[f"w:{root}"] = stems.get(f"w:{root}", 0.0) + weight
        for piece in pieces_of(word):
            pieces[piece] = pieces.get(piece, 0.0) + weight
        if before:
            pairs[f"p:{before} {root}"] = pairs.get(f"p:{before} {root}", 0.0) + 1.0
        before = root
    return {"woord": stems, "paar": pairs, "stuk": pieces}


def meaningful_words(text: str) -> list[str]:
    """The words of a text that mean something, each once, in order."""
    return list(dict.fromkeys(word for word in words_of(text)[:MOST_WORDS] if word not in STOPWORDS))


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[str, ...]:
    """The pieces of a word with its borders marked, as names of features."""
    marked = f"#{word[:40]}#"
    return tuple("c:" + marked[at : at + size] for size in PIECES for at in range(len(marked) - size + 1))


def harmless_words(text: str, known: frozenset[str]) -> list[str]:
    """The words of a report that teach us something and say nothing about a person; sorted, so it is no text any more.

    Left out: everything with a digit or @ (phone, house number, postcode, number plate, e-mail), words with a
    capital inside a sentence (names, streets), and what follows a title or 'mijn naam is' - unless the word is
    in `known`, the words with which we already work.
    """
    kept: set[str] = set()
    after_title = 0
    at_start = True
    for token in re.findall(r"\S+", text):
        plain = words_of(token)
        named = after_title > 0 or (token[:1].isupper() and not at_start)
        after_title -= 1
        for word in plain:
            if word in TITLES:
                after_title = 3
            elif not re.search(r"\d|@|://|www\.", token) and (
                stem(word) in known or not (named or at_start_name(token, at_start))
            ):
                kept.add(word)
        at_start = token[-1] in ".!?:"
    return sorted(word for word in kept if word not in STOPWORDS and 2 < len(word) <= 40)  # noqa: PLR2004


def at_start_name(token: str, at_start: bool) -> bool:
    """The first word of a sentence has a capital anyway: whether it is a name cannot be seen, so it is not kept."""
    return at_start and token[:1].isupper()
