"""Forget drafts that nobody sent, and photos that belong to nothing."""

from __future__ import annotations

from django.db import transaction

from stoep.documenten.models import Versie
from stoep.foundation import clock, storage
from stoep.meldingen.models import Concept, ConceptFoto, MeldingFoto

AT_ONCE = 500


def expire_concepten() -> int:
    """Delete the drafts whose day is over, with their photos. Answers how many drafts."""
    number = 0
    while removed := _expire_some():
        number += removed
    return number


def _expire_some() -> int:
    with transaction.atomic():
        expired = list(
            Concept.objects.select_for_update(skip_locked=True)
            .filter(verloopt_op__lte=clock.now())
            .values_list("pk", flat=True)[:AT_ONCE]
        )
        hashes = set(ConceptFoto.objects.filter(concept__in=expired).values_list("sha256", flat=True))
        ConceptFoto.objects.filter(concept__in=expired).delete()
        Concept.objects.filter(pk__in=expired).delete()
    for sha256 in hashes:
        forget_foto(sha256)
    return len(expired)


def forget_foto(sha256: str) -> None:
    """Delete the bytes of a photo, unless something still points at them."""
    in_use = (
        ConceptFoto.objects.filter(sha256=sha256).exists()
        or MeldingFoto.objects.filter(sha256=sha256).exists()
        or Versie.objects.filter(sha256=sha256).exists()
    )
    if not in_use:
        storage.delete(sha256)
