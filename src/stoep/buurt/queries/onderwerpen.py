"""The subjects and areas by which the neighbourhood chooses, with their names."""

from __future__ import annotations

from dataclasses import dataclass

from stoep.gebieden.models import Gebied, Soort
from stoep.meldingen.models import Categorie


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """A category as everybody knows it; without `hoofd` it is a heading."""

    slug: str
    naam: str
    hoofd: str
    icoon: str
    norm: int
    tekst: str


def onderwerpen_by_slug() -> dict[str, Onderwerp]:
    """Every category, with headings, whether it can still be chosen or not: old reports keep theirs."""
    rows = Categorie.objects.order_by("volgorde", "naam").values_list(
        "slug", "naam", "hoofdcategorie__slug", "icoon", "servicenorm_werkdagen", "handelingstekst"
    )
    return {row[0]: Onderwerp(row[0], row[1], row[2] or "", row[3], row[4], row[5]) for row in rows}


def list_onderwerpen(onderwerpen: dict[str, Onderwerp], hoofd: str = "") -> list[Onderwerp]:
    """The headings, or what stands below one."""
    return [onderwerp for onderwerp in onderwerpen.values() if onderwerp.hoofd == hoofd]


def namen_van_gebieden() -> dict[str, str]:
    """The names of quarters and villages, by code."""
    rows = Gebied.objects.exclude(soort=Soort.GEMEENTE).order_by("naam").values_list("code", "naam")
    return dict(rows)
