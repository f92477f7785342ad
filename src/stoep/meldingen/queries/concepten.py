"""Reading a draft: by its token, while its day lasts."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.meldingen.errors import ConceptNotFound
from stoep.meldingen.models import Concept, ConceptFoto, Melding


def get_concept(token: str) -> Concept:
    """The draft with this token. Raises ConceptNotFound when unknown or expired: the same answer."""
    concept = (
        Concept.objects.select_related("categorie__hoofdcategorie", "melding__categorie")
        .filter(token=token, verloopt_op__gt=clock.now())
        .first()
    )
    if concept is None:
        raise ConceptNotFound
    return concept


def get_sent(token: str) -> Melding:
    """The report that a draft became, for its receipt. Raises ConceptNotFound as long as there is none."""
    concept = get_concept(token)
    if concept.melding is None:
        raise ConceptNotFound
    return concept.melding


def concept_fotos(concept: Concept) -> list[ConceptFoto]:
    """The photos of a draft that are there, in order."""
    return list(concept.fotos.filter(is_stored=True))
