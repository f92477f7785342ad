"""Reading categories. They are public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from stoep.meldingen.models import Categorie, Melding, Standaardtekst
from stoep.meldingen.rules.voorstel import Kandidaat, Voorstel, clear_winner, propose_categorie


@dataclass(frozen=True, slots=True)
class Groep:
    """A heading with its categories, as a reporter chooses from them."""

    hoofd: Categorie
    subcategorieen: list[Categorie]


@dataclass(frozen=True, slots=True)
class Voorgesteld:
    """What the words of a reporter probably mean."""

    categorieen: list[Categorie]
    voorstellen: list[Voorstel]
    duidelijk: Categorie | None


def list_categorieen() -> list[Groep]:
    """All categories that can be chosen, under their headings, in order."""
    groepen: dict[str, Groep] = {}
    for categorie in Categorie.objects.to_choose():
        hoofd = categorie.hoofdcategorie
        if hoofd is not None:
            groepen.setdefault(hoofd.slug, Groep(hoofd, [])).subcategorieen.append(categorie)
    return list(groepen.values())


def propose_categorieen(tekst: str, *, limit: int = 4) -> Voorgesteld:
    """Propose categories for a text; `duidelijk` is the one that needs no question."""
    by_slug = {categorie.slug: categorie for categorie in Categorie.objects.to_choose()}
    kandidaten = [Kandidaat(slug, tuple(categorie.zoekwoorden)) for slug, categorie in by_slug.items()]
    voorstellen = propose_categorie(tekst, kandidaten, limit=limit)
    winner = clear_winner(voorstellen)
    return Voorgesteld(
        categorieen=[by_slug[voorstel.slug] for voorstel in voorstellen],
        voorstellen=voorstellen,
        duidelijk=by_slug[winner.slug] if winner else None,
    )


def standaardteksten_for(melding: Melding, handelingen: Sequence[str]) -> list[Standaardtekst]:
    """The standard texts of an act for this report: those of its category first."""
    return list(
        Standaardtekst.objects.filter(
            Q(categorie=melding.categorie_id) | Q(categorie__isnull=True), handeling__in=list(handelingen)
        ).order_by(F("categorie").asc(nulls_last=True), "volgorde")
    )
