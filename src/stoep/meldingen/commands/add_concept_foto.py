"""Add a photo to a draft, or take it away."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from stoep.foundation import clock, storage
from stoep.foundation.errors import DomainError
from stoep.foundation.photos import Photo, prepare_photo
from stoep.meldingen.commands.expire_concepten import forget_foto
from stoep.meldingen.commands.write_concept import keep, take_concept
from stoep.meldingen.errors import TooManyFotos
from stoep.meldingen.models import ConceptFoto
from stoep.toegang.actors import Actor

MOST_FOTOS = 3
GIVEN_UP = timedelta(minutes=10)


def add_concept_foto(token: str, *, data: BinaryIO, actor: Actor) -> ConceptFoto:  # noqa: ARG001
    """Check what the file really is, turn and strip the photo, and keep it with the draft.

    First the row, then the bytes, then the mark that they are there: whenever we are killed, a row
    points at every file, so that nothing is left behind when the draft expires.
    """
    try:
        photo = prepare_photo(data)
    except DomainError as error:
        error.field = "foto"
        raise
    foto = reserve(token, photo)
    storage.store(photo.data)
    ConceptFoto.objects.filter(pk=foto.pk).update(is_stored=True)
    foto.is_stored = True
    return foto


def reserve(token: str, photo: Photo) -> ConceptFoto:
    """Take a place for a photo in the draft; one that is there already keeps its place. Raises TooManyFotos."""
    sha256 = hashlib.sha256(photo.data).hexdigest()
    with transaction.atomic():
        concept = take_concept(token)
        if same := concept.fotos.filter(sha256=sha256).first():
            keep(concept)
            return same
        given_up = concept.fotos.filter(is_stored=False, gemaakt_op__lt=clock.now() - GIVEN_UP)
        left = list(given_up.values_list("sha256", flat=True))
        given_up.delete()
        taken = set(concept.fotos.values_list("volgorde", flat=True))
        free = [place for place in range(1, MOST_FOTOS + 1) if place not in taken]
        if not free:
            raise TooManyFotos(limiet=MOST_FOTOS)
        foto = ConceptFoto.objects.create(
            concept=concept,
            sha256=sha256,
            formaat=photo.content_type,
            omvang=len(photo.data),
            breedte=photo.width,
            hoogte=photo.height,
            volgorde=free[0],
            gemaakt_op=clock.now(),
        )
        keep(concept)
    for one in left:
        forget_foto(one)
    return foto


def remove_concept_foto(token: str, *, foto_id: UUID, actor: Actor) -> None:  # noqa: ARG001
    """Take a photo away from a draft. Taking it away twice is no mistake."""
    with transaction.atomic():
        concept = take_concept(token)
        hashes = list(concept.fotos.filter(pk=foto_id).values_list("sha256", flat=True))
        concept.fotos.filter(pk=foto_id).delete()
        keep(concept)
    for sha256 in hashes:
        forget_foto(sha256)
