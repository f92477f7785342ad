"""Words and their stems, as every rule that reads what residents write sees them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Words that say nothing about a subject.
STOPWORDS = frozenset(
    [
        "aan",
        "al",
        "als",
        "bij",
        "da",
        "dan",
        "dat",
        "de",
        "deze",
        "die",
        "dit",
        "door",
        "een",
        "en",
        "er",
        "geen",
        "ging",
        "haar",
        "hem",
        "het",
        "hier",
        "hij",
        "iets",
        "ik",
        "in",
        "is",
        "ja",
        "je",
        "kan",
        "maar",
        "me",
        "mijn",
        "naar",
        "niet",
        "nog",
        "nu",
        "of",
        "om",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "te",
        "tot",
        "u",
        "uit",
        "van",
        "veel",
        "voor",
        "was",
        "wat",
        "we",
        "weer",
        "wel",
        "wij",
        "ze",
        "zich",
        "zijn",
        "zit",
        "zo",
        "zou",
    ]
)
ENDINGS = ("etjes", "etje", "tjes", "tje", "pjes", "pje", "jes", "je", "eren", "en", "es", "s", "e")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut plural and diminutive endings, and one letter of a doubled consonant or vowel.

    It need not be right, only the same for words of one family: tegel, tegels, tegeltje; boom, bomen.
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004  (shorter is no stem)
            word = word[: -len(ending)]
            break
    word = re.sub(r"([a-z])\1", r"\1", word)
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1]) if word else word
