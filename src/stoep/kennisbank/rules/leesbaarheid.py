"""How easily a text reads: the Flesch formula as Douma fitted it to Dutch. An aid, not a mark of quality."""

from __future__ import annotations

import re

BASE, PER_WORD, PER_SYLLABLE = 206.835, 0.93, 77.0
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"[a-zà-öø-ÿ]+(?:['’-][a-zà-öø-ÿ]+)*", re.IGNORECASE)
# A sentence ends at its sign, at an empty line, and at the next item of a list; not at the point in 8.30.
END = re.compile(r"[.!?:;]+(?=\s|$)|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s")
# Longest first: two vowels that sound as one are one syllable; a trema begins a new one.
SYLLABLE = re.compile(r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ei|ij|ui|ou|au|ai|[aeiouyàáâèéêëìíîïòóôöùúûü]")


def flesch_douma(text: str) -> float:
    """The score of a text: 30 and less is hard, 60 to 70 ordinary, 80 and more easy. 0 for a text without words."""
    words, sentences, syllables = measure(text)
    if not words:
        return 0.0
    return BASE - PER_WORD * words / sentences - PER_SYLLABLE * syllables / words


def measure(text: str) -> tuple[int, int, int]:
    """How many words, sentences and syllables; of a link only its words, and no numbers."""
    parts = [WORD.findall(part) for part in END.split(LINK.sub(r"\1", text))]
    spoken = [words for words in parts if words]
    return (
        sum(len(words) for words in spoken),
        len(spoken),
        sum(count_syllables(word) for words in spoken for word in words),
    )


def count_syllables(word: str) -> int:
    """The syllables of a Dutch word, by its vowels; at least one."""
    return max(len(SYLLABLE.findall(word.lower())), 1)
