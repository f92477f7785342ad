"""Answer the extra questions of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from stoep.meldingen.commands.judge_melding import read_antwoorden
from stoep.meldingen.commands.write_concept import keep, take_concept
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Concept
from stoep.toegang.actors import Actor


@transaction.atomic
def answer_vragen(token: str, *, antwoorden: Mapping[str, Any], actor: Actor) -> Concept:  # noqa: ARG001
    """Keep the answers that will do, by the keys of the questions; what is no question is not kept."""
    concept = take_concept(token)
    if concept.categorie is None:
        raise CategorieUnknown
    concept.antwoorden = read_antwoorden(concept.categorie, antwoorden)
    return keep(concept)
