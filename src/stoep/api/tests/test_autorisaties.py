"""Applications over the Autorisaties API: the rules ac-001 to ac-003, and rights by name as the norm's list."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.catalogi.testing import make_zaaktype
from stoep.foundation.models import Change
from stoep.foundation.rows import new_id
from stoep.toegang.actors import SYSTEM, Grant
from stoep.toegang.commands import create_applicatie
from stoep.toegang.models import Applicatie, Autorisatie
from stoep.toegang.queries import actor_of_applicatie
from stoep.toegang.rules.autorisaties import Verlening
from stoep.toegang.rules.scopes import Component

pytestmark = pytest.mark.django_db
APPLICATIES = "/autorisaties/api/v1/applicaties"
NRC = {"component": "nrc", "scopes": ["notificaties.publiceren"]}


@pytest.fixture
def caller():
    with calling(application()) as caller:
        yield caller


@pytest.fixture
def zaaktype():
    return make_zaaktype()


def next_version(zaaktype):
    """Another version of the same type, valid later."""
    later = Zaaktype.objects.get(pk=zaaktype.pk)
    later.pk, later.begin_geldigheid, later.concept = new_id(), date(2031, 1, 1), True
    later.save(force_insert=True)
    return later


def zrc(row, **changed):
    return {
        "component": "zrc",
        "scopes": ["zaken.lezen", "zaken.aanmaken"],
        "zaaktype": url_of("catalogi", "zaaktypen", row.pk),
        "maxVertrouwelijkheidaanduiding": "intern",
    } | changed


def body(*autorisaties, **changed):
    return {"clientIds": ["zac"], "label": "ZAC", "autorisaties": list(autorisaties)} | changed


def test_an_application_is_made_read_changed_and_removed(caller, zaaktype):
    made = caller.post(APPLICATIES, body(zrc(zaaktype), NRC))
    assert made.status_code == 201, made.body
    url = made.body["url"]
    assert made["Location"] == url
    assert made.body["heeftAlleAutorisaties"] is False
    assert made.body["autorisaties"] == [
        zrc(zaaktype) | {"componentWeergave": "Zaken API"},
        NRC | {"componentWeergave": "Notificaties API"},
    ]
    actor = actor_of_applicatie(Applicatie.objects.get())
    assert actor.may("zaken.open", zaaktype) is False  # more secret than intern
    assert actor.may("notificaties.publish")

    assert caller.get(url).body == made.body
    assert caller("HEAD", url)["ETag"] == caller.get(url)["ETag"]
    assert caller.get(f"{APPLICATIES}?clientIds=anders,zac").body["count"] == 1
    assert caller.get(f"{APPLICATIES}?clientIds=anders").body["results"] == []
    assert caller.get(f"{APPLICATIES}/consumer?clientId=zac").body == made.body
    assert caller.get(f"{APPLICATIES}/consumer?clientId=anders").status_code == 404
    assert wrong_fields(caller.get(f"{APPLICATIES}/consumer")) == [("clientId", "required")]

    renamed = caller.patch(url, {"label": "Zaakafhandelcomponent", "clientIds": ["zac", "zac-2"]})
    assert (renamed.status_code, renamed.body["autorisaties"]) == (200, made.body["autorisaties"])
    assert renamed.body["clientIds"] == ["zac", "zac-2"]
    everything = caller.put(url, body(heeftAlleAutorisaties=True))
    assert (everything.body["heeftAlleAutorisaties"], everything.body["autorisaties"]) == (True, [])
    assert Change.objects.filter(subject_kind="applicatie").count() == 3

    assert caller.delete(url).status_code == 204
    assert caller.get(url).status_code == 404
    assert not Applicatie.objects.exists()


def test_a_right_holds_for_all_versions_and_is_shown_as_each_of_them(caller, zaaktype):
    made = caller.post(APPLICATIES, body(zrc(zaaktype)))
    later = next_version(zaaktype)

    shown = caller.get(made.body["url"]).body["autorisaties"]

    assert [each["zaaktype"] for each in shown] == [
        url_of("catalogi", "zaaktypen", row.pk) for row in (zaaktype, later)
    ]
    assert caller.put(made.body["url"], body(*shown)).body["autorisaties"] == shown
    assert Autorisatie.objects.count() == 1


def test_a_right_on_a_catalogus_survives_being_read_and_written_back(caller, zaaktype):
    lezen = Verlening(
        Component.DRC, ("documenten.lezen",), "*", str(zaaktype.catalogus_id), zaaktype.guard.vertrouwelijkheid
    )
    brief = Informatieobjecttype.objects.get(omschrijving="Foto")
    brief.pk, brief.omschrijving = new_id(), "Brief"
    brief.save(force_insert=True)
    publish = Verlening(Component.NRC, ("notificaties.publiceren",))
    row = create_applicatie(label="DMS", client_ids=["dms"], autorisaties=[lezen, publish], actor=SYSTEM)
    url = url_of("autorisaties", "applicaties", row.pk)
    shown = caller.get(url).body
    assert len(shown["autorisaties"]) == 3

    caller.put(url, shown | {"label": "DMS van de gemeente"})
    assert {each.verlening for each in row.autorisaties.all()} == {lezen, publish}

    caller.put(url, shown | {"autorisaties": shown["autorisaties"][:1]})
    assert [each.verlening.type_naam for each in row.autorisaties.all()] == ["Brief"]


def test_all_that_is_wrong_is_told_at_once_with_the_norms_codes_and_changes_nothing(caller, zaaktype):
    caller.post(APPLICATIES, body(zrc(zaaktype)))
    url = caller.post(APPLICATIES, body(NRC, clientIds=["ander"])).body["url"]
    before = list(Autorisatie.objects.values())
    nowhere = url_of("catalogi", "zaaktypen", new_id())
    brc, drc = {"component": "brc", "scopes": ["besluiten.lezen"]}, {"component": "drc", "scopes": ["documenten.lezen"]}
    place = "autorisaties.0"
    for given, wrong in (
        ({}, [("clientIds", "required"), ("label", "required")]),
        (body(NRC), [("clientIds", "clientId-exists")]),
        (body(NRC, clientIds=[]), [("clientIds", "empty")]),
        (body(NRC, clientIds=["x" * 51], label=""), [("clientIds.0", "max_length"), ("label", "blank")]),
        (body(NRC, clientIds=["x"], heeftAlleAutorisaties=True), [("nonFieldErrors", "ambiguous-authorizations-specified")]),
        (body(clientIds=["x"]), [("nonFieldErrors", "missing-authorizations")]),
        (body({"component": "xyz", "scopes": []}, clientIds=["x"]), [(f"{place}.component", "invalid_choice"), (f"{place}.scopes", "empty")]),
        (
            body({"component": "zrc", "scopes": ["zaken.lezen"]}, brc, drc, clientIds=["x"]),
            [
                (f"{place}.zaaktype", "required"),
                (f"{place}.maxVertrouwelijkheidaanduiding", "required"),
                ("autorisaties.1.besluittype", "required"),
                ("autorisaties.2.informatieobjecttype", "required"),
                ("autorisaties.2.maxVertrouwelijkheidaanduiding", "required"),
            ],
        ),
        (body(zrc(zaaktype, zaaktype=nowhere), clientIds=["x"]), [(f"{place}.zaaktype", "bad-url")]),
        (body(zrc(zaaktype, zaaktype="https://elders.nl/1"), clientIds=["x"]), [(f"{place}.zaaktype", "bad-url")]),
    ):  # fmt: skip
        for answer in (caller.post(APPLICATIES, given), caller.put(url, given)):
            assert (answer.status_code, wrong_fields(answer)) == (400, wrong)
    assert list(Autorisatie.objects.values()) == before

    assert caller.patch(url, {"clientIds": ["ander", "zac"]}).body["invalidParams"][0]["code"] == "clientId-exists"
    assert caller.patch(url, {"heeftAlleAutorisaties": True}).status_code == 400
    besluittype = Besluittype.objects.first()
    allowed = body(brc | {"besluittype": url_of("catalogi", "besluittypen", besluittype.pk)}, clientIds=["x"])
    assert caller.post(APPLICATIES, allowed).status_code == 201


def test_who_only_reads_changes_nothing_and_who_has_no_scope_reads_nothing(zaaktype):
    with calling(application()) as caller:
        url = caller.post(APPLICATIES, body(NRC)).body["url"]
    for grants, read, write in (
        ((Grant("applicaties.read"),), 200, 403),
        ((Grant("zaken.read"), Grant("toegang.read")), 403, 403),
    ):
        with calling(application(grants)) as caller:
            for path in (APPLICATIES, url, f"{APPLICATIES}/consumer?clientId=zac"):
                assert caller.get(path).status_code == read
            for answer in (
                caller.post(APPLICATIES, body(NRC, clientIds=["y"])),
                caller.put(url, body(NRC)),
                caller.patch(url, {"label": "Anders"}),
                caller.delete(url),
            ):
                assert (answer.status_code, answer.body["code"]) == (write, "permission_denied")
    assert Applicatie.objects.get().label == "ZAC"


def test_the_list_asks_as_many_queries_for_one_as_for_many(caller, zaaktype):
    caller.post(APPLICATIES, body(zrc(zaaktype)))
    with CaptureQueriesContext(connection) as one:
        caller.get(APPLICATIES)
    for number in range(9):
        caller.post(APPLICATIES, body(zrc(zaaktype), NRC, clientIds=[f"app-{number}"]))
    with CaptureQueriesContext(connection) as many:
        assert caller.get(APPLICATIES).body["count"] == 10
    assert len(many) == len(one)
