"""Answer the extra questions of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from stoep.meldingen.commands.write_concept import keep, take_concept
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Concept
from stoep.meldingen.queries.objecten import find_named
from stoep.meldingen.queries.vragen import vragen_of
from stoep.meldingen.rules.vragen import nummer_in, read_antwoorden
from stoep.toegang.actors import Actor


@transaction.atomic
def answer_vragen(token: str, *, antwoorden: Mapping[str, Any], actor: Actor) -> Concept:  # noqa: ARG001
    """Keep the answers that will do, by the keys of the questions; what is no question is not kept.

    The number on a lamp post, typed in, says the same as pointing at it: the draft is about that one from then on.
    """
    concept = take_concept(token)
    if concept.categorie is None:
        raise CategorieUnknown
    vragen = vragen_of(concept.categorie)
    concept.antwoorden = read_antwoorden(vragen, antwoorden).antwoorden
    nummer = nummer_in(vragen, concept.antwoorden)
    if nummer is not None and nummer != concept.object_nummer and concept.has_plek:
        found = find_named(concept.categorie, nummer, concept.point)
        concept.object_nummer = found.nummer if found else ""
        if found:
            concept.lon, concept.lat = found.lon, found.lat
    return keep(concept)
