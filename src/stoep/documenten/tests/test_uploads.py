"""Large files come in parts: exactly as large as was said, joined when the document is given back."""

import hashlib
import io
import os
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.catalogi.testing import make_informatieobjecttype
from stoep.documenten.commands import (
    change_document,
    create_document,
    forget_uploads,
    lock_document,
    receive_bestandsdeel,
    relate_document,
    unlock_document,
)
from stoep.documenten.commands.contents import Joined
from stoep.documenten.errors import FileSizeDiffers, FileTooLarge, LockIncorrect, UploadIncomplete
from stoep.documenten.models import Bestandsdeel, EnkelvoudigInformatieobject, Versie
from stoep.documenten.queries import open_inhoud
from stoep.documenten.rules import inhoud as rule
from stoep.documenten.rules.inhoud import Aanlevering, decide_aanlevering, divide
from stoep.documenten.testing import make_document
from stoep.foundation import clock, jobs, storage
from stoep.foundation.rows import new_id
from stoep.toegang.actors import SYSTEM


@given(st.integers(1, 50_000), st.integers(1, 1_000))
def test_parts_together_are_the_file_and_all_but_the_last_are_full(omvang, part):
    sizes = divide(omvang, part)

    assert sum(sizes) == omvang
    assert all(size == part for size in sizes[:-1])
    assert 0 < sizes[-1] <= part


@pytest.mark.parametrize(
    ("has_inhoud", "omvang", "way"),
    [
        (True, None, Aanlevering.WHOLE),
        (True, 0, Aanlevering.WHOLE),
        (True, 9, Aanlevering.WHOLE),
        (False, None, Aanlevering.NONE),
        (False, 0, Aanlevering.NONE),
        (False, 9, Aanlevering.IN_PARTS),
    ],
)
def test_content_comes_whole_in_parts_or_not_at_all(has_inhoud, omvang, way):
    assert decide_aanlevering(has_inhoud=has_inhoud, bestandsomvang=omvang) is way


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(rule, "PART", 10)


def announce(omvang):
    return create_document(
        titel="Luchtfoto",
        auteur="x",
        inhoud=None,
        bestandsomvang=omvang,
        informatieobjecttype_id=make_informatieobjecttype().pk,
        actor=SYSTEM,
    )


def send(document, content, *, but=()):
    for deel in document.bestandsdelen.all():
        if deel.volgnummer not in but:
            start = (deel.volgnummer - 1) * rule.PART
            piece = io.BytesIO(content[start : start + deel.omvang])
            receive_bestandsdeel(deel.pk, lock=document.lock, inhoud=piece, actor=SYSTEM)


def files_there(*contents):
    return [storage.exists(hashlib.sha256(content).hexdigest()) for content in contents]


@pytest.mark.django_db
def test_a_file_in_parts_becomes_the_content_when_the_document_is_given_back(small_parts):
    content = os.urandom(25)
    document = announce(25)
    assert document.is_locked
    assert [deel.omvang for deel in document.bestandsdelen.all()] == [10, 10, 5]

    send(document, content, but=(2,))
    with pytest.raises(UploadIncomplete, match="1 bestandsdelen"):
        unlock_document(document.pk, lock=document.lock, actor=SYSTEM)
    assert Versie.objects.get().sha256 == ""
    send(document, content)
    unlock_document(document.pk, lock=document.lock, actor=SYSTEM)
    jobs.run_waiting()

    versie = Versie.objects.get()
    assert open_inhoud(versie).read() == content
    assert (versie.bestandsomvang, versie.sha256) == (25, hashlib.sha256(content).hexdigest())
    assert not EnkelvoudigInformatieobject.objects.get().is_locked
    assert not Bestandsdeel.objects.exists()
    assert files_there(content[:10], content[10:20], content[20:], content) == [False, False, False, True]


@pytest.mark.django_db
def test_a_part_of_another_size_or_under_another_lock_is_not_kept(small_parts):
    document = announce(15)
    first = document.bestandsdelen.first()

    for wrong in (b"", b"123456789", b"12345678901"):
        with pytest.raises(FileSizeDiffers):
            receive_bestandsdeel(first.pk, lock=document.lock, inhoud=io.BytesIO(wrong), actor=SYSTEM)
    with pytest.raises(LockIncorrect):
        receive_bestandsdeel(first.pk, lock="een ander", inhoud=b"1234567890", actor=SYSTEM)
    with pytest.raises(FileSizeDiffers):
        unlock_document(document.pk, lock=document.lock, actor=SYSTEM)

    assert not Bestandsdeel.objects.exclude(sha256="").exists()
    assert files_there(b"123456789", b"12345678901", b"1234567890") == [False] * 3


@pytest.mark.django_db
def test_a_new_version_may_come_in_parts_and_older_content_stays(small_parts):
    document = make_document(inhoud=b"de eerste versie")
    lock = lock_document(document.pk, actor=SYSTEM)
    change_document(document.pk, lock=lock, inhoud=None, bestandsomvang=12, actor=SYSTEM)
    document.refresh_from_db()
    change_document(document.pk, lock=lock, titel="Onderweg hernoemd", actor=SYSTEM)

    send(document, b"tweede inhou")
    unlock_document(document.pk, lock=lock, actor=SYSTEM)

    contents = [open_inhoud(versie).read() for versie in Versie.objects.order_by("versie")]
    assert contents == [b"de eerste versie", b"tweede inhou", b"tweede inhou"]


@pytest.mark.django_db
def test_whoever_breaks_the_lock_of_an_unfinished_upload_gives_it_up(small_parts):
    document = announce(15)
    send(document, b"x" * 15, but=(2,))

    unlock_document(document.pk, actor=SYSTEM)
    jobs.run_waiting()

    assert Versie.objects.get().bestandsomvang is None
    assert not Bestandsdeel.objects.exists()
    assert files_there(b"x" * 10) == [False]


@pytest.mark.django_db
def test_what_stood_still_for_a_week_is_cleaned_up_and_what_goes_on_is_not(small_parts):
    with clock.at(clock.now() - timedelta(days=8)):
        loose, bound, going_on = announce(15), announce(15), announce(15)
        for document in (loose, bound):
            send(document, b"z" * 15, but=(1,))
        relate_document(bound.pk, soort="zaak", object_id=new_id())
    send(going_on, b"q" * 15, but=(2,))

    assert forget_uploads() == 2
    jobs.run_waiting()

    assert set(EnkelvoudigInformatieobject.objects.values_list("pk", "lock")) == {
        (bound.pk, ""),
        (going_on.pk, going_on.lock),
    }
    assert Versie.objects.get(informatieobject=bound).bestandsomvang is None
    assert files_there(b"z" * 5, b"q" * 10) == [False, True]
    assert forget_uploads() == 0


@pytest.mark.django_db
def test_what_is_too_large_in_parts_too_is_refused(small_parts):
    with pytest.raises(FileTooLarge):
        announce(10_001)

    assert not EnkelvoudigInformatieobject.objects.exists()


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6), st.integers(1, 50))
def test_joined_parts_read_as_one_file_however_they_are_read(pieces, size):
    stored = dict(enumerate(pieces))

    class Opened(Joined):
        pass

    original, storage.open_stored = storage.open_stored, lambda place: io.BytesIO(stored[place])
    try:
        joined = Opened(list(stored))
        read = b"".join(iter(lambda: joined.read(size), b""))
        joined.seek(0)
        again = bytes(io.BufferedReader(joined).read())
    finally:
        storage.open_stored = original
    assert read == again == b"".join(pieces)
