"""Reading categories. They are public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet

from stoep.foundation.remembered import remembered
from stoep.meldingen.models import Categorie, Melding, Standaardtekst
from stoep.meldingen.queries.herkenning import herkenner, successors
from stoep.meldingen.rules.herkenner import Model
from stoep.meldingen.rules.voorstel import CLEAR_SCORE, Kandidaat, Voorstel, clear_winner, propose_categorie

MOST_PROPOSED = 3


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

    @property
    def woorden(self) -> tuple[str, ...]:
        """The words that led to the first proposal."""
        return self.voorstellen[0].woorden if self.voorstellen else ()


@remembered("meldingen_categorie")
def list_categorieen() -> Sequence[Groep]:
    """All categories that can be chosen, under their headings, in order; as value for others: nobody changes it."""
    groepen: dict[str, Groep] = {}
    for categorie in Categorie.objects.to_choose():
        hoofd = categorie.hoofdcategorie
        if hoofd is not None:
            groepen.setdefault(hoofd.slug, Groep(hoofd, [])).subcategorieen.append(categorie)
    return tuple(groepen.values())


@remembered("meldingen_categorie")
def known_categorie(slug: str) -> Categorie | None:
    """A category that can be chosen, or the one that now stands for it; as value for others: nobody changes this row."""
    return get_choosable(slug)


def propose_categorieen(tekst: str, *, limit: int = MOST_PROPOSED) -> Voorgesteld:
    """Propose categories for a text; `duidelijk` is the one that needs no question.

    The trained recogniser answers; before the first training, and for categories that it does not know yet,
    the words of the categories do.
    """
    by_slug = {categorie.slug: categorie for categorie in Categorie.objects.to_choose()}
    model = herkenner()
    if model is None:
        voorstellen = propose_categorie(tekst, kandidaten_of(by_slug.values()), limit=limit)
        return voorgesteld(by_slug, voorstellen, clear_winner(voorstellen))
    found = recognise(model, tekst, set(by_slug), limit)
    new = [one for slug, one in by_slug.items() if slug not in model.categorieen]
    by_words = propose_categorie(tekst, kandidaten_of(new), limit=1) if new else []
    duidelijk = found[0] if found and found[0].score >= model.duidelijk else None
    if by_words and by_words[0].score >= CLEAR_SCORE and duidelijk is None:
        found = [*by_words, *found][:limit]
    return voorgesteld(by_slug, found, duidelijk)


def recognise(model: Model, tekst: str, choosable: set[str], limit: int) -> list[Voorstel]:
    """What the recogniser answers, as far as it can be chosen: a retired category becomes its successor."""
    found = [Voorstel(one.categorie, one.kans, one.woorden) for one in model.recognise(tekst, most=2 * limit)]
    if any(one.slug not in choosable for one in found):
        follows = successors()
        found = [Voorstel(follows.get(one.slug, one.slug), one.score, one.woorden) for one in found]
    once: dict[str, Voorstel] = {}
    for one in found:
        if one.slug in choosable:
            once.setdefault(one.slug, one)
    return list(once.values())[:limit]


def kandidaten_of(categorieen: Iterable[Categorie]) -> list[Kandidaat]:
    """Categories as the rule of words sees them."""
    return [Kandidaat(one.slug, tuple(one.zoekwoorden)) for one in categorieen]


def voorgesteld(by_slug: dict[str, Categorie], voorstellen: list[Voorstel], winner: Voorstel | None) -> Voorgesteld:
    """Proposals with their categories."""
    return Voorgesteld(
        categorieen=[by_slug[one.slug] for one in voorstellen],
        voorstellen=voorstellen,
        duidelijk=by_slug[winner.slug] if winner else None,
    )


@remembered("meldingen_standaardtekst")
def standaardtekst_of(categorie_id: UUID, handeling: str) -> Standaardtekst | None:
    """The first standard text of an act for a category; what belongs to the category itself comes first."""
    return of_categorie(categorie_id, [handeling]).first()


def get_choosable(slug: str) -> Categorie | None:
    """The category with this slug, or the one that stands for it since it was retired; None when there is none."""
    found = Categorie.objects.to_choose().filter(slug=slug).first()
    if found is not None:
        return found
    follows = successors()
    return Categorie.objects.to_choose().filter(slug=follows[slug]).first() if slug in follows else None


def standaardteksten_for(melding: Melding, handelingen: Sequence[str]) -> list[Standaardtekst]:
    """The standard texts of an act for this report: those of its category first."""
    return list(of_categorie(melding.categorie_id, handelingen))


def of_categorie(categorie_id: UUID, handelingen: Sequence[str]) -> QuerySet[Standaardtekst]:
    """The standard texts of acts for a category, and those for all."""
    return Standaardtekst.objects.filter(
        Q(categorie=categorie_id) | Q(categorie__isnull=True), handeling__in=list(handelingen)
    ).order_by(F("categorie").asc(nulls_last=True), "volgorde")
