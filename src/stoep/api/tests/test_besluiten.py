"""The Besluiten API: decisions in zaken and by themselves, and the documents that lay them down (brc-001 to brc-009)."""

from __future__ import annotations

import pytest

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of
from stoep.catalogi.models import Besluittype
from stoep.catalogi.testing import make_informatieobjecttype, make_zaaktype
from stoep.documenten.models import EnkelvoudigInformatieobject, Objectinformatieobject
from stoep.documenten.testing import make_document
from stoep.foundation.models import Change
from stoep.foundation.testing import published_events
from stoep.toegang.actors import Grant
from stoep.zaken.events import BesluitChanged, BesluitDestroyed, BesluitRecorded
from stoep.zaken.models import Besluit, Besluitinformatieobject
from stoep.zaken.testing import make_zaak

BESLUITEN = "/besluiten/api/v1/besluiten"
LINKS = "/besluiten/api/v1/besluitinformatieobjecten"


@pytest.fixture
def caller(db):
    with calling(application()) as caller:
        yield caller


@pytest.fixture
def besluittype(db):
    make_zaaktype()
    return Besluittype.objects.filter(concept=False).first()


def body_of(kind, **more):
    return {
        "verantwoordelijkeOrganisatie": "111222333",
        "besluittype": url_of("catalogi", "besluittypen", kind.pk),
        "datum": "2026-11-01",
        "ingangsdatum": "2026-11-02",
        **more,
    }


def made(caller, besluittype, **more):
    answer = caller.post(BESLUITEN, body_of(besluittype, **more))
    assert answer.status_code == 201, answer.body
    return answer.body


def test_a_decision_is_made_in_a_zaak_changed_and_destroyed(caller, besluittype):
    zaak = make_zaak()
    address = url_of("zaken", "zaken", zaak.pk)
    besluit = made(caller, besluittype, zaak=address)
    url = besluit["url"]
    assert besluit["identificatie"].startswith("BESLUIT-2026-")
    assert (besluit["zaak"], besluit["vervalreden"]) == (address, "")
    assert caller.get(f"{BESLUITEN}?zaak={address}").body["results"] == [besluit]

    changed = caller.patch(url, {"vervaldatum": "2027-01-01", "vervalreden": "tijdelijk"}).body
    assert (changed["vervaldatum"], changed["vervalreden"]) == ("2027-01-01", "tijdelijk")
    for field, value in {
        "zaak": "",
        "identificatie": "anders",
        "verantwoordelijkeOrganisatie": "000000000",
    }.items():
        answer = caller.patch(url, {field: value})
        assert (answer.status_code, wrong_fields(answer)[0][0]) == (400, field), answer.body
    assert wrong_fields(caller.patch(url, {"zaak": ""})) == [("zaak", "wijzigen-niet-toegelaten")]
    assert caller.put(url, {**body_of(besluittype), "vervaldatum": None}).body["vervaldatum"] is None
    assert wrong_fields(caller.patch(url, {"vervaldatum": "2026-01-01"})) == [("vervaldatum", "vervalt-before-ingang")]
    assert [line["bron"] for line in caller.get(f"{url}/audittrail").body] == ["brc"] * 3
    trail = Change.objects.filter(subject_kind="besluit")
    assert list(trail.values_list("action", flat=True).order_by("pk")) == [
        "zaken.create_besluit", "zaken.update_besluit", "zaken.update_besluit",
    ]  # fmt: skip

    assert caller.delete(url).status_code == 204
    assert caller.get(url).status_code == 404
    assert not trail.exists()
    kinds = [
        type(event)
        for event in published_events()
        if isinstance(event, BesluitRecorded | BesluitChanged | BesluitDestroyed)
    ]
    assert kinds == [BesluitRecorded, BesluitChanged, BesluitChanged, BesluitDestroyed]


def test_what_is_wrong_with_a_decision_is_told_and_nothing_is_kept(caller, besluittype):
    zaak = make_zaak()
    in_zaak = {"zaak": url_of("zaken", "zaken", zaak.pk)}
    other = Besluittype.objects.create(
        catalogus=besluittype.catalogus,
        omschrijving="Elders",
        concept=False,
        begin_geldigheid=besluittype.begin_geldigheid,
    )
    concept = Besluittype.objects.create(
        catalogus=besluittype.catalogus,
        omschrijving="Nog niet",
        concept=True,
        begin_geldigheid=besluittype.begin_geldigheid,
    )
    for body, wrong in (
        (body_of(other, **in_zaak), [("nonFieldErrors", "zaaktype-mismatch")]),
        (body_of(concept), [("besluittype", "not-published")]),
        (body_of(besluittype, besluittype="https://elders.example/1"), [("besluittype", "bad-url")]),
        (body_of(besluittype, zaak="https://elders.example/1"), [("zaak", "bad-url")]),
        (body_of(besluittype, vervalreden="zomaar"), [("vervalreden", "invalid_choice")]),
        ({}, [(name, "required") for name in ("verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum")]),
    ):
        assert wrong_fields(caller.post(BESLUITEN, body)) == wrong
    assert not Besluit.objects.exists()
    made(caller, other, identificatie="B-1")
    taken = caller.post(BESLUITEN, body_of(other, identificatie="B-1"))
    assert wrong_fields(taken) == [("identificatie", "identificatie-niet-uniek")]


def test_a_decision_is_laid_down_in_a_document_and_the_document_knows_it(caller, besluittype):
    besluit = made(caller, besluittype)["url"]
    kind = make_informatieobjecttype("Beschikking")
    Besluittype.objects.filter(pk=besluittype.pk).update(informatieobjecttypen=[kind.omschrijving])
    document = make_document(soort=kind.omschrijving)
    stranger = make_document(soort="Heel iets anders")
    address = url_of("documenten", "enkelvoudiginformatieobjecten", document.pk)

    link = caller.post(LINKS, {"besluit": besluit, "informatieobject": address}).body
    assert wrong_fields(caller.post(LINKS, {"besluit": besluit, "informatieobject": address})) == [
        ("nonFieldErrors", "unique")
    ]
    other = url_of("documenten", "enkelvoudiginformatieobjecten", stranger.pk)
    assert wrong_fields(caller.post(LINKS, {"besluit": besluit, "informatieobject": other})) == [
        ("nonFieldErrors", "missing-besluittype-informatieobjecttype-relation")
    ]
    assert caller.get(f"{LINKS}?besluit={besluit}").body == [link] == [caller.get(link["url"]).body]
    assert Objectinformatieobject.objects.get().object_type == "besluit"
    assert caller.delete(link["url"]).status_code == 204
    assert not Objectinformatieobject.objects.exists()

    caller.post(LINKS, {"besluit": besluit, "informatieobject": address})
    assert caller.delete(besluit).status_code == 204
    assert not Besluitinformatieobject.objects.exists()
    assert not Objectinformatieobject.objects.exists()
    assert EnkelvoudigInformatieobject.objects.count() == 2


def test_lists_take_as_many_queries_for_one_as_for_many_and_show_what_may_be_seen(
    caller, besluittype, django_assert_num_queries
):
    urls = [made(caller, besluittype)["url"] for _ in range(4)]
    for query, count in (("", 4), (f"?identificatie={caller.get(urls[0]).body['identificatie']}", 1)):
        with django_assert_num_queries(2):
            assert caller.get(BESLUITEN + query).body["count"] == count
    with django_assert_num_queries(1):
        assert caller.get(LINKS).body == []
    for grants, status, count in (
        ([Grant("besluiten.read", "Iets anders")], 403, 0),
        ([Grant("besluiten.read", besluittype.omschrijving)], 200, 4),
    ):
        with calling(application(grants)) as limited:
            assert limited.get(BESLUITEN).body["count"] == count
            assert limited.get(urls[0]).status_code == status
            assert limited.delete(urls[0]).status_code == 403
            assert limited.post(BESLUITEN, body_of(besluittype)).status_code == 403
    assert Besluit.objects.count() == 4
