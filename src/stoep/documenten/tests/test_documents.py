"""Documents: taking in, versions, locks."""

import io
from datetime import timedelta

import pytest

from stoep.catalogi.commands import create_informatieobjecttype
from stoep.catalogi.testing import make_catalogus, make_informatieobjecttype
from stoep.documenten.commands import change_document, create_document, lock_document, unlock_document
from stoep.documenten.errors import (
    DocumentLocked,
    DocumentNotLocked,
    DocumentWithoutInhoud,
    InformatieobjecttypeNotPublished,
    LockIncorrect,
    TitelMissing,
)
from stoep.documenten.events import DocumentCreated, DocumentVersionAdded
from stoep.documenten.models import EnkelvoudigInformatieobject, Versie
from stoep.documenten.queries import get_document, open_inhoud, versies_of
from stoep.documenten.testing import make_document
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.testing import published_events
from stoep.toegang.actors import ANONYMOUS, SYSTEM, Grant, Vertrouwelijkheid
from stoep.toegang.testing import employee

pytestmark = pytest.mark.django_db


def test_a_document_gets_a_number_a_version_and_the_confidentiality_of_its_sort():
    document = make_document(inhoud=b"een foto")

    read = get_document(document.pk, SYSTEM)
    assert read.identificatie.startswith(f"DOCUMENT-{clock.today().year}-")
    assert read.laatste_versie.versie == 1
    assert read.laatste_versie.vertrouwelijkheidaanduiding == "zaakvertrouwelijk"
    assert read.laatste_versie.bestandsomvang == 8
    assert open_inhoud(read.laatste_versie).read() == b"een foto"
    assert read.indicatie_gebruiksrecht is False
    assert published_events()[-1] == DocumentCreated(document_id=document.pk)


def test_the_same_content_is_stored_once_under_its_hash():
    first, second = make_document(inhoud=b"gelijk"), make_document(inhoud=io.BytesIO(b"gelijk"))

    assert first.laatste_versie.sha256 == second.laatste_versie.sha256
    assert first.identificatie != second.identificatie


def test_a_resident_may_always_hand_something_in_and_nobody_finds_it_yet():
    document = make_document(actor=ANONYMOUS)

    assert not EnkelvoudigInformatieobject.objects.visible_to(ANONYMOUS).exists()
    with pytest.raises(NotFound):
        get_document(document.pk, ANONYMOUS)


def test_an_employee_without_the_right_hands_nothing_in():
    make_informatieobjecttype()

    with pytest.raises(NotAllowed):
        make_document(actor=employee("documenten.read"))

    assert not EnkelvoudigInformatieobject.objects.exists()


def test_a_concept_sort_cannot_be_used():
    soort = create_informatieobjecttype(
        catalogus_id=make_catalogus().pk,
        omschrijving="Brief",
        vertrouwelijkheidaanduiding="intern",
        informatieobjectcategorie="brief",
        actor=SYSTEM,
    )

    with pytest.raises(InformatieobjecttypeNotPublished):
        create_document(titel="x", auteur="x", inhoud=b"x", informatieobjecttype_id=soort.pk, actor=SYSTEM)

    assert not EnkelvoudigInformatieobject.objects.exists()


def test_a_document_without_title_is_refused():
    with pytest.raises(TitelMissing):
        make_document("  ")


def test_a_new_version_is_made_under_the_lock_and_older_ones_stay():
    document = make_document(inhoud=b"eerste")
    lock = lock_document(document.pk, actor=SYSTEM)

    change_document(document.pk, lock=lock, inhoud=b"tweede", titel="Tegel, van dichtbij", actor=SYSTEM)
    unlock_document(document.pk, lock=lock, actor=SYSTEM)

    read = get_document(document.pk, SYSTEM)
    assert not read.is_locked
    assert read.laatste_versie.titel == "Tegel, van dichtbij"
    assert [(versie.versie, open_inhoud(versie).read()) for versie in versies_of(read)] == [
        (2, b"tweede"),
        (1, b"eerste"),
    ]
    assert DocumentVersionAdded(document_id=document.pk, versie=2) in published_events()


def test_only_the_holder_of_the_lock_makes_a_version():
    document = make_document()
    with pytest.raises(DocumentNotLocked):
        change_document(document.pk, lock="x", inhoud=b"y", actor=SYSTEM)
    lock_document(document.pk, actor=SYSTEM)
    with pytest.raises(DocumentLocked):
        lock_document(document.pk, actor=SYSTEM)
    with pytest.raises(LockIncorrect):
        change_document(document.pk, lock="é niet goed", inhoud=b"y", actor=SYSTEM)
    with pytest.raises(LockIncorrect):
        unlock_document(document.pk, lock="niet goed", actor=SYSTEM)

    assert Versie.objects.count() == 1


def test_a_lock_is_broken_only_by_who_set_it_or_has_the_right():
    document = make_document()
    noor = employee("documenten.lock", "documenten.read", name="Noor Bakker")
    bram = employee("documenten.lock", "documenten.read", name="Bram Janssen")
    lock_document(document.pk, actor=noor)

    with pytest.raises(NotAllowed):
        unlock_document(document.pk, actor=bram)
    assert EnkelvoudigInformatieobject.objects.get().is_locked
    unlock_document(document.pk, actor=noor)

    assert not EnkelvoudigInformatieobject.objects.get().is_locked


def test_a_loose_document_is_seen_up_to_the_confidentiality_of_the_right():
    document = make_document(vertrouwelijkheid="geheim")

    for up_to, seen in ((Vertrouwelijkheid.VERTROUWELIJK, False), (Vertrouwelijkheid.GEHEIM, True)):
        actor = employee(Grant("documenten.read", up_to=up_to))
        assert EnkelvoudigInformatieobject.objects.visible_to(actor).filter(pk=document.pk).exists() is seen


def test_a_document_may_be_metadata_only():
    document = create_document(
        titel="Komt nog", auteur="x", inhoud=None, informatieobjecttype_id=make_informatieobjecttype().pk, actor=SYSTEM
    )

    with pytest.raises(DocumentWithoutInhoud):
        open_inhoud(document.laatste_versie)


def test_creating_takes_few_queries(django_assert_max_num_queries):
    make_document()

    with django_assert_max_num_queries(11):
        make_document()


def test_dates_may_be_given():
    yesterday = clock.today() - timedelta(days=1)
    document = create_document(
        titel="Brief",
        auteur="x",
        inhoud=b"x",
        informatieobjecttype_id=make_informatieobjecttype().pk,
        creatiedatum=yesterday,
        ontvangstdatum=yesterday,
        actor=SYSTEM,
    )

    assert Versie.objects.get(informatieobject=document).ontvangstdatum == yesterday
