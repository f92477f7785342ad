"""The parts of a zaak over the Zaken API."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.api.testing import application, calling, wrong_fields
from stoep.api.zgw.addresses import url_of
from stoep.catalogi.models import Eigenschap, Roltype, Statustype
from stoep.catalogi.testing import make_zaaktype, resultaattype
from stoep.documenten.testing import make_document
from stoep.foundation import clock
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM, Grant, Vertrouwelijkheid
from stoep.toegang.rules.scopes import all_rights
from stoep.zaken import models
from stoep.zaken.commands import (
    register_resultaat,
    register_rol,
    register_zaak,
    register_zaakeigenschap,
    register_zaakinformatieobject,
    register_zaakobject,
    register_zaakverzoek,
)
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db

ROOT = "/zaken/api/v1"
PERSON = {"inpBsn": "900000004", "geslachtsnaam": "El Amrani"}


@pytest.fixture
def caller():
    with calling(application()) as caller:
        yield caller


@pytest.fixture
def zaak():
    return register_zaak(zaaktype_id=make_zaaktype().pk, actor=SYSTEM)


def zaak_url(zaak):
    return url_of("zaken", "zaken", zaak.pk)


def type_url(resource, row):
    return url_of("catalogi", resource, row.pk)


def listed(caller, resource):
    body = caller.get(f"{ROOT}/{resource}").body
    return body if isinstance(body, list) else body["results"]


def test_parts_are_made_read_changed_and_removed(caller, zaak):
    eigenschap = Eigenschap.objects.get(zaaktype=zaak.zaaktype_id)
    document = make_document()
    below = f"zaken/{zaak.pk}/zaakeigenschappen"
    parts = {
        "rollen": {
            "roltype": type_url("roltypen", Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()),
            "betrokkeneType": "natuurlijk_persoon",
            "betrokkeneIdentificatie": PERSON,
            "roltoelichting": "Vraagt het aan",
            "contactpersoonRol": {"naam": "Youssef"},
        },
        "resultaten": {"resultaattype": type_url("resultaattypen", resultaattype(zaak.zaaktype))},
        "zaakobjecten": {"objectType": "pand", "objectIdentificatie": {"identificatie": "0687100000001"}},
        "zaakinformatieobjecten": {
            "informatieobject": url_of("documenten", "enkelvoudiginformatieobjecten", document.pk),
            "titel": "Foto",
        },
        below: {"eigenschap": type_url("eigenschappen", eigenschap), "waarde": "L-42"},
        "klantcontacten": {"datumtijd": "2026-11-20T10:00:00Z", "onderwerp": "Vraag"},
        "zaakcontactmomenten": {"contactmoment": "https://contact.example/1"},
        "zaakverzoeken": {"verzoek": "https://verzoek.example/1"},
    }
    for resource, given in parts.items():
        made = caller.post(f"{ROOT}/{resource}", {"zaak": zaak_url(zaak), **given})
        assert made.status_code == 201, made.body
        assert made["Location"] == made.body["url"]
        assert caller.get(made.body["url"]).body == made.body
        assert listed(caller, resource) == [made.body]
        for field, value in given.items():
            if field in ("betrokkeneIdentificatie", "contactpersoonRol", "objectIdentificatie"):
                assert value.items() <= made.body[field].items()
            else:
                assert made.body[field] == value
    changes = {
        "resultaten": {"toelichting": "Toch"},
        "zaakobjecten": {"relatieomschrijving": "gaat over"},
        "zaakinformatieobjecten": {"titel": "Foto's"},
        below: {"waarde": "L-43"},
    }
    for resource, change in changes.items():
        row = listed(caller, resource)[0]
        assert caller.patch(row["url"], change).body == {**row, **change}
        assert caller.put(row["url"], row).body == row
    for resource in parts.keys() - {"klantcontacten"}:
        row = listed(caller, resource)[0]
        assert caller.delete(row["url"]).status_code == 204
        assert caller.get(row["url"]).status_code == 404


def test_a_status_is_set_and_the_last_one_closes(caller, zaak):
    first, last = (
        type_url("statustypen", each)
        for each in Statustype.objects.filter(zaaktype=zaak.zaaktype_id).order_by("volgnummer")[::2]
    )
    now = clock.now()
    body = {"zaak": zaak_url(zaak), "datumStatusGezet": now.replace(microsecond=0).isoformat()}
    made = caller.post(f"{ROOT}/statussen", {**body, "statustype": first})
    assert (made.status_code, made.body["indicatieLaatstGezetteStatus"]) == (201, True)
    assert caller.get(f"{ROOT}/statussen?indicatieLaatstGezetteStatus=true").body["count"] == 1

    closing = caller.post(f"{ROOT}/statussen", {**body, "statustype": last, "datumStatusGezet": now.isoformat()})
    assert wrong_fields(closing) == [("nonFieldErrors", "resultaat-does-not-exist")]
    again = caller.post(f"{ROOT}/statussen", {**body, "statustype": first})
    assert wrong_fields(again) == [("datumStatusGezet", "unique")]
    assert caller.delete(made.body["url"]).status_code == 405


def test_what_is_wrong_with_a_part_is_told_by_field(caller, zaak):
    roltype = type_url("roltypen", Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first())
    foreign = type_url("roltypen", Roltype.objects.filter(zaaktype=make_zaaktype("parkeervergunning")).first())
    rol = {"zaak": zaak_url(zaak), "roltype": roltype, "betrokkeneType": "natuurlijk_persoon", "roltoelichting": "x"}
    for change, wrong in (
        ({"zaak": url_of("zaken", "zaken", uuid4())}, [("zaak", "does_not_exist")]),
        ({"roltype": "https://elders.example/roltypen/1"}, [("roltype", "bad-url")]),
        ({"roltype": zaak_url(zaak)}, [("roltype", "invalid-resource")]),
        ({"betrokkeneType": "dier"}, [("betrokkeneType", "invalid_choice")]),
        ({}, [("nonFieldErrors", "invalid-betrokkene")]),
        ({"betrokkeneIdentificatie": {"inpBsn": "123"}}, [("betrokkeneIdentificatie.inpBsn", "invalid")]),
        ({"roltype": foreign, "betrokkeneIdentificatie": PERSON}, [("nonFieldErrors", "zaaktype-mismatch")]),
    ):
        answer = caller.post(f"{ROOT}/rollen", {**rol, **change})
        assert (answer.status_code, wrong_fields(answer)) == (400, wrong), change
    assert not models.Rol.objects.exists()


@pytest.mark.parametrize("query", ["natuurlijkPersoon__inpBsn=900000004", "natuurlijkPersoon__inpBsn=900000003"])
def test_rollen_are_found_by_who_it_is(caller, zaak, query):
    roltype = Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()
    register_rol(
        zaak.pk,
        roltype_id=roltype.pk,
        betrokkene_type="natuurlijk_persoon",
        betrokkene_identificatie=PERSON,
        actor=SYSTEM,
    )

    found = caller.get(f"{ROOT}/rollen?betrokkeneIdentificatie__{query}").body

    assert found["count"] == (1 if query.endswith("4") else 0)


def test_parts_of_a_zaak_that_may_not_be_read_are_not_there(zaak):
    secret = make_zaak(vertrouwelijkheid="geheim")
    row = models.Status.objects.get(zaak=secret)
    limited = application([Grant("*", up_to=Vertrouwelijkheid.ZAAKVERTROUWELIJK)])
    with calling(limited) as caller:
        assert caller.get(f"{ROOT}/statussen").body == {"count": 0, "next": None, "previous": None, "results": []}
        assert caller.get(f"{ROOT}/statussen/{row.pk}").status_code == 403
        assert caller.get(f"{ROOT}/zaken/{secret.pk}/zaakeigenschappen").status_code == 403
        assert caller.get(f"{ROOT}/statussen/{uuid4()}").status_code == 404
        body = {"zaak": zaak_url(secret), "verzoek": "https://x.example"}
        assert caller.post(f"{ROOT}/zaakverzoeken", body).status_code == 403
    assert not models.Zaakverzoek.objects.exists()


def fill(number: int) -> None:
    roltype = Roltype.objects.filter(zaaktype=make_zaaktype().pk).first()
    for _ in range(number):
        zaak = make_zaak()
        register_rol(
            zaak.pk,
            roltype_id=roltype.pk,
            betrokkene_type="medewerker",
            betrokkene="https://x.nl",
            roltoelichting="x",
            actor=SYSTEM,
        )
        register_zaakobject(zaak.pk, object_type="pand", object_ref="https://x.nl/pand", actor=SYSTEM)
        register_zaakinformatieobject(zaak.pk, informatieobject_id=make_document().pk, actor=SYSTEM)


def test_lists_take_as_many_queries_for_one_row_as_for_ten(caller):
    counts = []
    for number in (1, 9):
        fill(number)
        found = {}
        for resource in ("statussen", "rollen", "zaakobjecten", "zaakinformatieobjecten"):
            with CaptureQueriesContext(connection) as seen:
                assert caller.get(f"{ROOT}/{resource}").status_code == 200
            found[resource] = len(seen)
        counts.append(found)

    assert counts[0] == counts[1]


def everything(grants):
    return application([Grant(right, **grants) for right in all_rights()])


@pytest.mark.parametrize(
    "actor",
    [
        application([]),
        everything({"zaaktype": "parkeervergunning"}),
        everything({"up_to": Vertrouwelijkheid.OPENBAAR}),
    ],
    ids=["no scope", "other case type", "too low confidentiality"],
)
def test_every_operation_refuses_who_may_not_and_changes_nothing(caller, actor):
    fill(1)
    zaak = models.Zaak.objects.get()
    eigenschap = Eigenschap.objects.get(zaaktype=zaak.zaaktype_id)
    register_zaakeigenschap(zaak.pk, eigenschap_id=eigenschap.pk, waarde="1", actor=SYSTEM)
    register_resultaat(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)
    register_zaakverzoek(zaak.pk, verzoek="https://x.nl/1", actor=SYSTEM)
    resources = ("statussen", "rollen", "zaakobjecten", "zaakinformatieobjecten", "resultaten", "zaakverzoeken")
    below = f"zaken/{zaak.pk}"
    shown = {resource: listed(caller, resource)[0] for resource in (*resources, f"{below}/zaakeigenschappen")}
    shown["zaken"] = caller.get(zaak_url(zaak), **CRS).body
    before = snapshot(zaak)
    with calling(actor) as refused:
        for resource, body in shown.items():
            for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE"):
                answer = refused(method, body["url"], body if method in ("PUT", "PATCH") else None, **CRS)
                assert answer.status_code in (403, 405), (method, resource)
            assert refused.post(f"{ROOT}/{resource}", {**body, "identificatie": ""}, **CRS).status_code == 403, resource
            answer = refused.get(f"{ROOT}/{resource}", **CRS)
            assert answer.status_code == 403 or answer.body in ([], EMPTY), resource
        assert refused.get(f"{ROOT}/{below}/audittrail").status_code == 403
        assert refused.get(f"{ROOT}/{below}/besluiten").status_code == 403
    assert snapshot(zaak) == before


CRS = {"Accept_Crs": "EPSG:4326", "Content_Crs": "EPSG:4326"}
EMPTY = {"count": 0, "next": None, "previous": None, "results": []}


def snapshot(zaak):
    zaak.refresh_from_db()
    parts = (models.Status, models.Rol, models.Zaakobject, models.Zaakinformatieobject, models.Resultaat)
    return zaak.versie, [model.objects.count() for model in parts], published_events()
