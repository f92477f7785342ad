"""Drafts are kept for a day, and nothing of them is left behind."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest

from stoep.foundation import clock, storage
from stoep.meldingen.commands import (
    add_concept_foto,
    expire_concepten,
    locate_concept,
    remove_concept_foto,
    send_concept,
)
from stoep.meldingen.errors import ConceptNotFound
from stoep.meldingen.models import Concept, ConceptFoto, Melding
from stoep.meldingen.testing import KADE, jpeg, make_concept
from stoep.toegang.actors import ANONYMOUS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]


def with_foto(colour="#123456"):
    concept = make_concept(categorie="losse-stoeptegel")
    foto = add_concept_foto(concept.token, data=io.BytesIO(jpeg(colour=colour)), actor=ANONYMOUS)
    return concept, foto


def tomorrow():
    return clock.at(clock.now() + timedelta(hours=25))


def test_a_draft_expires_after_a_day_with_its_photos():
    _, foto = with_foto()
    assert storage.exists(foto.sha256)
    with tomorrow():
        assert expire_concepten() == 1
    assert not Concept.objects.exists()
    assert not storage.exists(foto.sha256)


def test_every_change_keeps_a_draft_for_another_day():
    concept, _ = with_foto()
    with clock.at(clock.now() + timedelta(hours=20)):
        locate_concept(concept.token, point=KADE, adres="Kade 1", actor=ANONYMOUS)
    with tomorrow():
        assert expire_concepten() == 0


def test_a_photo_that_a_report_or_another_draft_has_is_kept():
    concept, foto = with_foto()
    other, _ = with_foto()
    locate_concept(concept.token, point=KADE, adres="Kade 1", actor=ANONYMOUS)
    send_concept(concept.token, actor=ANONYMOUS)
    with tomorrow():
        expire_concepten()
    assert storage.exists(foto.sha256)
    assert not Concept.objects.filter(pk=other.pk).exists()
    assert Melding.objects.get().fotos.get().sha256 == foto.sha256


def test_the_same_photo_sent_again_keeps_its_one_place():
    concept, foto = with_foto()
    again = add_concept_foto(concept.token, data=io.BytesIO(jpeg(colour="#123456")), actor=ANONYMOUS)
    assert again == foto
    assert ConceptFoto.objects.filter(is_stored=True).count() == 1


def test_a_photo_that_is_taken_away_is_gone():
    concept, foto = with_foto("#654321")
    remove_concept_foto(concept.token, foto_id=foto.pk, actor=ANONYMOUS)
    assert not storage.exists(foto.sha256)


def test_a_photo_whose_bytes_never_arrived_is_not_shown_and_cleaned_up():
    concept, foto = with_foto()
    ConceptFoto.objects.filter(pk=foto.pk).update(is_stored=False)
    locate_concept(concept.token, point=KADE, adres="Kade 1", actor=ANONYMOUS)
    melding = send_concept(concept.token, actor=ANONYMOUS)
    assert melding.fotos.count() == 0


def test_an_expired_draft_cannot_be_sent():
    concept, _ = with_foto()
    with tomorrow(), pytest.raises(ConceptNotFound):
        send_concept(concept.token, actor=ANONYMOUS)
    assert not Melding.objects.exists()
