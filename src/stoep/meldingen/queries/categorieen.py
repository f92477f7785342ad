"""Reading categories. They are public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet

from stoep.foundation.remembered import remembered
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


@remembered("meldingen_categorie")
def known_categorie(slug: str) -> Categorie | None:
    """A category that can be chosen, as value for others: nobody changes this row."""
    return Categorie.objects.to_choose().filter(slug=slug).first()


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


@remembered("meldingen_standaardtekst")
def standaardtekst_of(categorie_id: UUID, handeling: str) -> Standaardtekst | None:
    """The first standard text of an act for a category; what belongs to the category itself comes first."""
    return of_categorie(categorie_id, [handeling]).first()


def standaardteksten_for(melding: Melding, handelingen: Sequence[str]) -> list[Standaardtekst]:
    """The standard texts of an act for this report: those of its category first."""
    return list(of_categorie(melding.categorie_id, handelingen))


def of_categorie(categorie_id: UUID, handelingen: Sequence[str]) -> QuerySet[Standaardtekst]:
    """The standard texts of acts for a category, and those for all."""
    return Standaardtekst.objects.filter(
        Q(categorie=categorie_id) | Q(categorie__isnull=True), handeling__in=list(handelingen)
    ).order_by(F("categorie").asc(nulls_last=True), "volgorde")
