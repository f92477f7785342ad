"""Reading what recognises categories: the version in use, and those of before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from stoep.meldingen.models import Categorie, Correctie, Herkenner
from stoep.meldingen.rules.herkenner import Model, unpack

SHOWN_VERSIONS = 10


def herkenner() -> Model | None:
    """The version in use; None as long as nothing was trained. One small query: a roll-back works at once."""
    key = Herkenner.objects.filter(in_gebruik=True).values_list("pk", flat=True).first()
    return load_model(key) if key else None


@lru_cache(maxsize=2)
def load_model(key: UUID) -> Model:
    """A version, read once by each process."""
    return unpack(bytes(Herkenner.objects.values_list("gewichten", flat=True).get(pk=key)))


def successors() -> dict[str, str]:
    """The slug of each retired category with that of the category that now stands for it."""
    pairs = dict(Categorie.objects.filter(opvolger__isnull=False).values_list("slug", "opvolger__slug"))
    return {slug: follow(slug, pairs) for slug in pairs}


def follow(slug: str, pairs: dict[str, str]) -> str:
    """Where a chain of successors ends; circles end too."""
    seen = {slug}
    while slug in pairs and pairs[slug] not in seen:
        slug = pairs[slug]
        seen.add(slug)
    return slug


@dataclass(frozen=True, slots=True)
class Leerstand:
    """How the recogniser stands, for whoever manages it."""

    versies: list[Herkenner]
    in_gebruik: Herkenner | None
    nieuwe_correcties: int
    alle_correcties: int
    moeilijk: list[tuple[str, int, int]]


def tell_leerstand() -> Leerstand:
    """The versions, how many corrections wait, and the categories that are recognised worst. Five queries."""
    versies = list(Herkenner.objects.defer("gewichten").order_by("-versie")[:SHOWN_VERSIONS])
    used = next((one for one in versies if one.in_gebruik), None)
    newest = versies[0] if versies else None
    waiting = (
        Correctie.objects.filter(gemaakt_op__gt=newest.getraind_op).count() if newest else Correctie.objects.count()
    )
    names = dict(Categorie.objects.values_list("slug", "naam"))
    worst = sorted(
        (
            (right / total, names.get(slug, slug), right, total)
            for slug, (right, total) in used.per_categorie.items()
            if total
        )
        if used
        else ()
    )
    return Leerstand(
        versies, used, waiting, Correctie.objects.count(), [(name, right, total) for _, name, right, total in worst[:5]]
    )
