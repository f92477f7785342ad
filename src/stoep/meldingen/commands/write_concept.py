"""Write a draft, step by step. Whoever has its token may: a draft belongs to nobody else."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction

from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.gebieden.kaartlagen import find_object
from stoep.meldingen.commands.check_plek import check_plek
from stoep.meldingen.errors import CategorieUnknown, ConceptAlreadySent, ConceptNotFound, TekstMissing, TekstTooLong
from stoep.meldingen.models import Concept
from stoep.meldingen.queries.categorieen import get_choosable
from stoep.meldingen.queries.vragen import vragen_of
from stoep.meldingen.rules.tekst import LONGEST_TEKST
from stoep.meldingen.rules.vragen import with_nummer
from stoep.toegang.actors import Actor

KEPT = timedelta(hours=24)


@transaction.atomic
def start_concept(*, tekst: str, categorie: str = "", voorgesteld: bool = False, actor: Actor) -> Concept:
    """Begin a draft with what is wrong, under a token that nobody can guess."""
    moment = clock.now()
    token = secrets.token_urlsafe(24)
    Concept.objects.create(token=token, gemaakt_op=moment, verloopt_op=moment + KEPT)
    return describe_concept(token, tekst=tekst, categorie=categorie, voorgesteld=voorgesteld, actor=actor)


@transaction.atomic
def describe_concept(token: str, *, tekst: str, categorie: str, voorgesteld: bool = False, actor: Actor) -> Concept:  # noqa: ARG001
    """Say what is wrong: words, a category (slug), or both. `voorgesteld`: we chose the category from the words."""
    concept = take_concept(token)
    check_tekst(tekst)
    row = None
    if categorie:
        row = get_choosable(categorie)
        if row is None:
            raise CategorieUnknown
    elif not tekst.strip():
        raise TekstMissing
    concept.tekst, concept.categorie, concept.voorgesteld = tekst, row, voorgesteld
    return keep(concept)


@transaction.atomic
def locate_concept(token: str, *, point: Point, adres: str, object_nummer: str = "", actor: Actor) -> Concept:  # noqa: ARG001
    """Say where it is. The point must lie in the municipality.

    `object_nummer` names a thing of the category's layer of the map; what is not there is left out. Its number is
    the answer to the question that asks for it.
    """
    concept = take_concept(token)
    check_plek(point)
    found = find_object(concept.categorie.kaartlaag if concept.categorie else "", object_nummer)
    concept.lon, concept.lat = (found.lon, found.lat) if found else (point.lon, point.lat)
    old, concept.object_nummer = concept.object_nummer, found.nummer if found else ""
    concept.adres = adres[:200]
    vragen = vragen_of(concept.categorie) if concept.categorie else ()
    concept.antwoorden = with_nummer(vragen, concept.antwoorden, old, concept.object_nummer)
    return keep(concept)


@transaction.atomic
def set_concept_contact(token: str, *, naam: str, email: str, telefoon: str, actor: Actor) -> Concept:  # noqa: ARG001
    """Say who wants an answer, and where; all may be empty."""
    concept = take_concept(token)
    concept.naam, concept.email, concept.telefoon = naam, email, telefoon
    return keep(concept)


@transaction.atomic
def note_hints(token: str, *, hints: Sequence[str], actor: Actor) -> None:  # noqa: ARG001
    """Remember hints of abuse with a draft, until it becomes a report. An unknown draft has none."""
    concept = Concept.objects.select_for_update(of=("self",)).filter(token=token).first()
    if concept is not None and not set(hints) <= set(concept.hints):
        concept.hints = sorted({*concept.hints, *hints})
        concept.save(update_fields=["hints"])


def take_concept(token: str) -> Concept:
    """Take a draft for writing. Raises ConceptNotFound when unknown or expired, ConceptAlreadySent when sent."""
    concept = Concept.objects.select_for_update(of=("self",)).filter(token=token, verloopt_op__gt=clock.now()).first()
    if concept is None:
        raise ConceptNotFound
    if concept.is_sent:
        raise ConceptAlreadySent
    return concept


def keep(concept: Concept) -> Concept:
    """Store a draft and keep it for another day."""
    concept.verloopt_op = clock.now() + KEPT
    concept.save()
    return concept


def check_tekst(tekst: str) -> None:
    """Refuse more text than a report holds."""
    if len(tekst) > LONGEST_TEKST:
        raise TekstTooLong(lengte=len(tekst), limiet=LONGEST_TEKST)
