"""Whether a text reads easily (B1): long sentences, long and official words, passive verbs, u and je mixed. Pure.

Advice, never a refusal: who writes knows what he means. Each remark says where, why and what could be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stoep.berichten.rules.ambtelijk import GEWOON

MOST_WORDS = 15
TOO_MANY_WORDS = 20
LONGEST_WORD = 17
MOST_TEXT = 10_000
MOST_REMARKS = 60
# Long words that people know because they see the thing every day.
FAMILIAR = frozenset(
    ["gemeentehuis", "vuilniscontainer", "verkeersdeskundige", "parkeervergunning", "ontvangstbevestiging"]
)

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LINK = re.compile(r"https?://\S+|\{\{[^}]*\}\}|\S+@\S+")
PASSIVE = re.compile(
    r"\b(?:word|wordt|worden|werd|werden)\b(?:\s+\w+){0,8}?\s+(?:\w*ge\w{2,}(?:d|t|en)|(?:ver|be|ont|her)\w{2,}(?:d|t|en))\b"
    r"|\b(?:word|wordt|worden|werd|werden)\b(?:\s+\w+){0,6}\s+door\b",
    re.IGNORECASE,
)
FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
OFFICIAL = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in sorted(GEWOON, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)


class Soort(StrEnum):
    """What is remarked."""

    LANGE_ZIN = "lange zin"
    LANG_WOORD = "lang woord"
    AMBTELIJK = "ambtelijk woord"
    LIJDEND = "lijdende vorm"
    U_EN_JE = "u en je door elkaar"


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One remark about a piece of the text, from `van` up to `tot`."""

    soort: Soort
    van: int
    tot: int
    woorden: str
    advies: str


def read_text(tekst: str) -> list[Opmerking]:
    """All remarks about a text, in the order of the text; the first sixty."""
    tekst = LINK.sub(lambda found: " " * len(found[0]), tekst[:MOST_TEXT])
    found = [*long_sentences(tekst), *official_words(tekst), *long_words(tekst), *passives(tekst), *mixed(tekst)]
    return sorted(found, key=lambda one: (one.van, one.tot))[:MOST_REMARKS]


def long_sentences(tekst: str) -> Iterator[Opmerking]:
    """Sentences that nobody reads in one go."""
    for sentence in SENTENCE.finditer(tekst):
        number = len(WORD.findall(sentence[0]))
        if number > MOST_WORDS:
            how = "veel te lang" if number > TOO_MANY_WORDS else "lang"
            text = sentence[0].strip()
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            advies = f"Deze zin is {how}: {number} woorden. Maak er twee zinnen van."
            yield Opmerking(Soort.LANGE_ZIN, start, start + len(text), text, advies)


def official_words(tekst: str) -> Iterator[Opmerking]:
    """Words from the list, with the plain word."""
    for word in OFFICIAL.finditer(tekst):
        yield Opmerking(
            Soort.AMBTELIJK, word.start(), word.end(), word[0], f"Schrijf liever: {GEWOON[word[0].lower()]}."
        )


def long_words(tekst: str) -> Iterator[Opmerking]:
    """Words that are hard to read because of their length."""
    for word in WORD.finditer(tekst):
        plain = word[0].lower()
        if len(plain) >= LONGEST_WORD and plain not in FAMILIAR and "-" not in plain and plain not in GEWOON:
            yield Opmerking(
                Soort.LANG_WOORD,
                word.start(),
                word.end(),
                word[0],
                "Dit woord is lang. Zoek een korter woord, of schrijf het in twee woorden.",
            )


def passives(tekst: str) -> Iterator[Opmerking]:
    """Sentences that hide who does it."""
    for found in PASSIVE.finditer(tekst):
        if "\n" not in found[0]:
            advies = "Schrijf wie het doet: ‘wij maken’ in plaats van ‘wordt gemaakt’."
            yield Opmerking(Soort.LIJDEND, found.start(), found.end(), found[0], advies)


def mixed(tekst: str) -> Iterator[Opmerking]:
    """The less used of u and je, when a text has both."""
    formal, informal = list(FORMAL.finditer(tekst)), list(INFORMAL.finditer(tekst))
    if not formal or not informal:
        return
    wrong, right = (informal, "u") if len(formal) >= len(informal) else (formal, "je")
    for found in wrong:
        advies = f"U schrijft in deze tekst ook ‘{right}’. Kies een van de twee."
        yield Opmerking(Soort.U_EN_JE, found.start(), found.end(), found[0], advies)
