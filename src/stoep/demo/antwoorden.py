"""What reporters of Havendam answer to extra questions: some do, some skip, always the same for the same report."""

from __future__ import annotations

from random import Random
from typing import Any

from stoep.meldingen.queries import known_categorie, vragen_of
from stoep.meldingen.rules.vragen import Vraagvorm, applicable

SKIPPED = 0.25
LAMPS = (1, 1, 1, 2, 3, 5)


def answer_as_people_do(categorie: str, seed: int) -> dict[str, Any]:
    """Answers for a report of this category, as they are kept. 'Gevaar' is seldom yes."""
    soort = known_categorie(categorie)
    if soort is None:
        return {}
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    vragen = vragen_of(soort)
    answers: dict[str, Any] = {}
    for vraag in vragen:
        if vraag in applicable(vragen, answers) and (vraag.verplicht or chance.random() > SKIPPED):
            value = pick(vraag, chance)
            if value is not None:
                answers[vraag.sleutel] = value
    return answers


def pick(vraag: Vraagvorm, chance: Random) -> Any:
    """A likely answer to one question; free texts and days stay empty."""
    if vraag.soort == "ja-nee":
        return chance.random() < (0.08 if vraag.sleutel == "gevaar" else 0.4)
    if vraag.soort == "keuze":
        return chance.choice(vraag.keuzes)
    if vraag.soort == "meerkeuze":
        return [chance.choice(vraag.keuzes)]
    return chance.choice(LAMPS) if vraag.soort == "getal" else None
