"""Who sees which zaken, and the documents in them."""

import itertools

import pytest

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.documenten.testing import make_document
from stoep.foundation.errors import NotFound
from stoep.toegang.actors import ANONYMOUS, SYSTEM, Actor, ActorKind, Grant, Vertrouwelijkheid, resident
from stoep.toegang.testing import employee
from stoep.zaken.commands import link_document
from stoep.zaken.models import Zaak
from stoep.zaken.queries import get_zaak, worklist
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db

ZAAKTYPEN = ("melding-openbare-ruimte", "parkeervergunning")
NIVEAUS = (Vertrouwelijkheid.OPENBAAR, Vertrouwelijkheid.VERTROUWELIJK, Vertrouwelijkheid.ZEER_GEHEIM)


def test_visible_to_shows_exactly_what_the_grants_cover():
    zaken = {
        (zaaktype, niveau): make_zaak(zaaktype=zaaktype, vertrouwelijkheid=niveau)
        for zaaktype, niveau in itertools.product(ZAAKTYPEN, NIVEAUS)
    }
    grants = [Grant("zaken.read", zaaktype, up_to) for zaaktype in ("*", *ZAAKTYPEN) for up_to in NIVEAUS]
    for number in (0, 1, 2):
        for chosen in itertools.combinations(grants, number):
            actor = employee(*chosen)
            seen = set(Zaak.objects.visible_to(actor).values_list("pk", flat=True))
            allowed = {zaak.pk for zaak in zaken.values() if actor.may("zaken.read", zaak)}
            assert seen == allowed, chosen


@pytest.mark.parametrize(
    "actor",
    [ANONYMOUS, resident("0190"), employee("zaken.open"), Actor(ActorKind.APPLICATION, "app", "App")],
)
def test_without_the_right_to_read_nothing_is_seen(actor):
    zaak = make_zaak()

    assert not Zaak.objects.visible_to(actor).exists()
    with pytest.raises(NotFound):
        get_zaak(zaak.pk, actor)


@pytest.mark.parametrize("wrong", ["", "geen-uuid", "' OR 1=1", "\x00", "0190aaaa-0000-7000-8000-000000000001"])
def test_a_wrong_id_is_not_found_whatever_was_typed(wrong):
    with pytest.raises(NotFound):
        get_zaak(wrong, SYSTEM)


def test_documents_follow_their_zaak():
    zaak = make_zaak()
    inside, secret, loose = (
        make_document("In"),
        make_document("Geheim", vertrouwelijkheid="geheim"),
        make_document("Los"),
    )
    for document in (inside, secret):
        link_document(zaak.pk, document_id=document.pk, actor=SYSTEM)

    def seen(actor):
        rows = EnkelvoudigInformatieobject.objects.visible_to(actor)
        return set(rows.values_list("laatste_versie__titel", flat=True))

    assert seen(SYSTEM) == {"In", "Geheim", "Los"}
    assert seen(employee("zaken.read")) == {"In", "Geheim"}
    assert seen(employee(Grant("zaken.read", up_to=Vertrouwelijkheid.VERTROUWELIJK))) == {"In"}
    assert seen(employee(Grant("zaken.read", "parkeervergunning"))) == set()
    assert seen(employee("documenten.read")) == {"Los"}
    assert seen(employee(Grant("zaken.read", "parkeervergunning"), "documenten.read")) == {"Los"}
    assert seen(ANONYMOUS) == set()
    assert loose.pk


@pytest.mark.parametrize("number", [1, 10, 100])
def test_the_worklist_takes_one_query_whatever_its_length(number, django_assert_num_queries):
    for _ in range(number):
        make_zaak()
    noor = employee(Grant("zaken.read", "melding-openbare-ruimte", Vertrouwelijkheid.VERTROUWELIJK))

    with django_assert_num_queries(1):
        rows = [
            (zaak.identificatie, zaak.zaaktype.omschrijving, zaak.statustype.omschrijving, zaak.behandelaar, zaak.groep)
            for zaak in worklist(noor)
        ]

    assert len(rows) == number


def test_the_worklist_can_be_narrowed():
    make_zaak()
    make_zaak(zaaktype="parkeervergunning")

    assert worklist(SYSTEM).count() == 2
    assert worklist(SYSTEM, zaaktype="parkeervergunning").count() == 1
    assert worklist(SYSTEM, kanaal="telefoon").count() == 0
    assert worklist(SYSTEM, unassigned=True).count() == 2
