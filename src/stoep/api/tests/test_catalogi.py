"""The Catalogi API: types are made, related by name, published, and then no longer change."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.api.testing import application, calling, wrong_fields
from stoep.catalogi.commands import add_zaakobjecttype
from stoep.catalogi.models import Resultaattype, Statustype, Zaaktype
from stoep.catalogi.testing import make_catalogus, make_zaaktype
from stoep.toegang.actors import SYSTEM, Grant

ROOT = "/catalogi/api/v1"
MANAGER = [Grant("catalogi.read"), Grant("catalogi.manage")]
PARTS = {
    "statustypen": {"omschrijving": "Nieuw", "volgnummer": 7},
    "roltypen": {"omschrijving": "Adviseur", "omschrijvingGeneriek": "adviseur"},
    "eigenschappen": {
        "naam": "kenteken",
        "definitie": "Het kenteken",
        "specificatie": {"formaat": "tekst", "lengte": "8", "kardinaliteit": "1"},
    },
    "resultaattypen": {
        "omschrijving": "Anders",
        "resultaattypeomschrijving": "https://selectielijst.openzaak.nl/api/v1/resultaattypeomschrijvingen/e6a0c939-3404-45b0-88e3-76c94fb80ea7",
        "selectielijstklasse": "https://selectielijst.openzaak.nl/api/v1/resultaten/6711baff-798b-4c7f-9133-8ad02c8b7c6f",
        "besluittypen": [],
        "brondatumArchiefprocedure": {"afleidingswijze": "afgehandeld"},
    },
    "zaakobjecttypen": {
        "anderObjecttype": False,
        "beginGeldigheid": "2020-01-01",
        "objecttype": "https://objecten.example/boom",
        "relatieOmschrijving": "Gaat over",
    },
    "zaaktype-informatieobjecttypen": {"informatieobjecttype": "Foto", "volgnummer": 7, "richting": "intern"},
}
LISTS = ["catalogussen", "zaaktypen", "besluittypen", "informatieobjecttypen", *PARTS]


@pytest.fixture
def caller():
    with calling(application(MANAGER)) as caller:
        yield caller


def zaaktype_body(catalogus, **values):
    return {
        "identificatie": "vergunning",
        "omschrijving": "Vergunning",
        "vertrouwelijkheidaanduiding": "openbaar",
        "doel": "Mogen",
        "aanleiding": "Een aanvraag",
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "Aanvragen",
        "onderwerp": "Vergunning",
        "handelingBehandelaar": "Behandelen",
        "doorlooptijd": "P8W",
        "opschortingEnAanhoudingMogelijk": False,
        "verlengingMogelijk": False,
        "publicatieIndicatie": False,
        "productenOfDiensten": [],
        "referentieproces": {"naam": "Vergunnen"},
        "verantwoordelijke": "Gemeente",
        "catalogus": catalogus,
        "besluittypen": [],
        "deelzaaktypen": [],
        "gerelateerdeZaaktypen": [],
        "beginGeldigheid": "2024-01-01",
        "versiedatum": "2024-01-01",
    } | values


def url_of_catalogus(caller):
    make_catalogus()
    return caller.get(f"{ROOT}/catalogussen").body["results"][0]["url"]


@pytest.mark.django_db
def test_a_zaaktype_is_made_with_its_parts_published_and_then_stands(caller):
    catalogus = url_of_catalogus(caller)
    make_zaaktype("ander-zaaktype")
    body = zaaktype_body(
        catalogus,
        besluittypen=["Vergunning"],
        deelzaaktypen=["ander-zaaktype"],
        gerelateerdeZaaktypen=[{"zaaktype": "ander-zaaktype", "aardRelatie": "vervolg"}],
        onbekendVeld="wordt overgeslagen",
    )
    made = caller.post(f"{ROOT}/zaaktypen", body)
    assert (made.status_code, made["Location"]) == (201, made.body["url"])
    assert made.body["concept"] is True
    assert len(made.body["besluittypen"]) == len(made.body["deelzaaktypen"]) == 1
    assert made.body["gerelateerdeZaaktypen"][0]["zaaktype"] == made.body["deelzaaktypen"][0]
    zaaktype = made.body["url"]
    extra = {"zaakobjecttypen": {"beginGeldigheid": "2024-01-01", "catalogus": catalogus}}
    parts = {}
    for path, values in PARTS.items():
        answer = caller.post(f"{ROOT}/{path}", {**values, **extra.get(path, {}), "zaaktype": zaaktype})
        assert answer.status_code == 201, answer.body
        parts[path] = answer.body
        assert caller.get(answer.body["url"]).body == answer.body
        assert caller.get(f"{ROOT}/{path}?zaaktype={zaaktype}&status=concept").body["results"] == [answer.body]
    refused = caller.post(f"{zaaktype}/publish")
    assert wrong_fields(refused) == [("nonFieldErrors", "zaaktype-incomplete")]
    second = caller.post(f"{ROOT}/statustypen", {"omschrijving": "Klaar", "volgnummer": 8, "zaaktype": zaaktype})
    assert second.body["isEindstatus"] is True
    assert caller.get(parts["statustypen"]["url"]).body["isEindstatus"] is False
    assert caller.patch(zaaktype, {"beginGeldigheid": "2024-02-01"}).status_code == 200
    assert caller.get(parts["roltypen"]["url"]).body["beginGeldigheid"] == "2024-02-01"
    changed = caller.patch(parts["eigenschappen"]["url"], {"statustype": second.body["url"]})
    assert changed.body["statustype"] == second.body["url"]

    assert caller.post(f"{zaaktype}/publish").body["concept"] is False

    no_longer_changes(caller, zaaktype, parts, extra)
    for answer in (caller.put(zaaktype, body), caller.patch(zaaktype, {"doel": "x"}), caller.delete(zaaktype)):
        assert wrong_fields(answer) == [("nonFieldErrors", "non-concept-object")]
    ended = caller.patch(zaaktype, {"eindeGeldigheid": "2026-12-31"})
    assert ended.body["eindeGeldigheid"] == "2026-12-31"
    with calling(application()) as corrector:
        assert corrector.patch(zaaktype, {"doel": "Gecorrigeerd"}).body["doel"] == "Gecorrigeerd"
        assert corrector.delete(zaaktype).status_code == 204
    assert not Zaaktype.objects.filter(identificatie="vergunning").exists()


def no_longer_changes(caller, zaaktype, parts, extra):
    for path, part in parts.items():
        code = "non-concept-relation" if path == "zaaktype-informatieobjecttypen" else "non-concept-zaaktype"
        for answer in (
            caller.patch(part["url"], {"toelichting": "x"}),
            caller.delete(part["url"]),
            caller.post(f"{ROOT}/{path}", {**PARTS[path], **extra.get(path, {}), "zaaktype": zaaktype}),
        ):
            assert (answer.status_code, wrong_fields(answer)) == (400, [("nonFieldErrors", code)])
        assert caller.get(part["url"]).status_code == 200


@pytest.mark.django_db
def test_relations_are_shown_as_the_versions_that_are_valid_on_the_day(caller):
    catalogus = url_of_catalogus(caller)
    urls = []
    for begin, einde in (("2023-01-01", "2024-06-30"), ("2024-07-01", None)):
        body = {
            "catalogus": catalogus,
            "omschrijving": "BT1",
            "publicatieIndicatie": False,
            "informatieobjecttypen": [],
            "beginGeldigheid": begin,
            "eindeGeldigheid": einde,
        }
        urls.append(caller.post(f"{ROOT}/besluittypen", body).body["url"])
        assert caller.post(f"{urls[-1]}/publish").status_code == 200
    zaaktype = caller.post(f"{ROOT}/zaaktypen", zaaktype_body(catalogus, besluittypen=[urls[0]])).body

    assert zaaktype["besluittypen"] == [urls[1]]
    assert caller.get(f"{zaaktype['url']}?datumGeldigheid=2024-02-01").body["besluittypen"] == [urls[0]]
    found = caller.get(f"{ROOT}/zaaktypen?status=alles&datumGeldigheid=2024-02-01&identificatie=vergunning")
    assert found.body["results"][0]["besluittypen"] == [urls[0]]
    assert caller.get(f"{ROOT}/besluittypen?zaaktypen={zaaktype['url']}&datumGeldigheid=2024-02-01").body["count"] == 1
    third = caller.post(f"{ROOT}/besluittypen", {**body, "beginGeldigheid": "2025-01-01"}).body["url"]
    assert wrong_fields(caller.post(f"{third}/publish")) == [("beginGeldigheid", "overlap")]


@pytest.mark.django_db
def test_what_is_wrong_with_a_type_is_told_by_field_and_nothing_is_made(caller):
    catalogus = url_of_catalogus(caller)
    good = zaaktype_body(catalogus)
    elsewhere = catalogus.replace("/catalogi/", "/elders/")
    cases = [
        ({"doel": ""}, [("doel", "blank")]),
        ({"doel": None}, [("doel", "null")]),
        ({"doorlooptijd": "8 weken"}, [("doorlooptijd", "invalid")]),
        ({"doorlooptijd": "PT5H"}, [("doorlooptijd", "duur-not-recognised")]),
        ({"trefwoorden": "x"}, [("trefwoorden", "not_a_list")]),
        ({"trefwoorden": ["x" * 31, 5, None]}, [("trefwoorden.0", "max_length"), ("trefwoorden.2", "null")]),
        ({"referentieproces": {}}, [("referentieproces.naam", "required")]),
        ({"catalogus": elsewhere}, [("catalogus", "no_match")]),
        ({"catalogus": f"{catalogus[:-1]}0"}, [("catalogus", "does_not_exist")]),
        ({"vertrouwelijkheidaanduiding": "x"}, [("vertrouwelijkheidaanduiding", "invalid_choice")]),
        ({"besluittypen": ["Onbekend"]}, [("besluittypen", "does_not_exist")]),
        ({"verlengingMogelijk": True}, [("verlengingstermijn", "required")]),
        ({"eindeGeldigheid": "2023-12-31"}, [("eindeGeldigheid", "date-mismatch")]),
        ({"selectielijstProcestype": "https://elders.example/x"}, [("selectielijstProcestype", "bad-url")]),
        ({"identificatie": "a\x00b"}, [("identificatie", "null_characters_not_allowed")]),
    ]
    for values, wrong in cases:
        answer = caller.post(f"{ROOT}/zaaktypen", good | values)
        assert (answer.status_code, wrong_fields(answer)) == (400, wrong), values
    empty = caller.post(f"{ROOT}/zaaktypen", {})
    assert {code for _name, code in wrong_fields(empty)} == {"required"}
    assert len(wrong_fields(empty)) == 22
    for body in (b"{", b"[" * 10_000, b'"\\ud800"', b"\xff"):
        assert caller.post(f"{ROOT}/zaaktypen", body).body["code"] == "parse_error"
    assert wrong_fields(caller.post(f"{ROOT}/zaaktypen", b"[]")) == [("nonFieldErrors", "invalid")]
    assert caller.post(f"{ROOT}/zaaktypen", b" " * 2_500_001).status_code == 413
    assert caller.post(f"{ROOT}/zaaktypen", good, Content_Type="text/plain").status_code == 415
    assert not Zaaktype.objects.exists()


@pytest.mark.django_db
def test_the_rules_of_an_archive_procedure_have_the_norms_codes(caller):
    zaaktype = make_zaaktype(published=False)
    url = caller.get(f"{ROOT}/zaaktypen/{zaaktype.pk}").body["url"]
    before = Resultaattype.objects.count()
    for procedure, field, code in (
        ({"afleidingswijze": "eigenschap"}, "datumkenmerk", "required"),
        ({"afleidingswijze": "afgehandeld", "datumkenmerk": "x"}, "datumkenmerk", "must-be-empty"),
        ({"afleidingswijze": "termijn", "einddatumBekend": True}, "einddatumBekend", "must-be-empty"),
        ({"afleidingswijze": "zaakobject", "datumkenmerk": "x"}, "objecttype", "required"),
        ({"afleidingswijze": "hoofdzaak", "objecttype": "pand"}, "objecttype", "must-be-empty"),
        ({"afleidingswijze": "hoofdzaak", "registratie": "x"}, "registratie", "must-be-empty"),
        ({"afleidingswijze": "termijn"}, "procestermijn", "required"),
        ({"afleidingswijze": "hoofdzaak", "procestermijn": "P1Y"}, "procestermijn", "must-be-empty"),
        ({"afleidingswijze": "x"}, "afleidingswijze", "invalid_choice"),
    ):
        body = PARTS["resultaattypen"] | {"zaaktype": url, "brondatumArchiefprocedure": procedure}
        answer = caller.post(f"{ROOT}/resultaattypen", body)
        assert wrong_fields(answer) == [(f"brondatumArchiefprocedure.{field}", code)], procedure
    for path, values, wrong in (
        ("statustypen", {"volgnummer": 1}, [("volgnummer", "unique")]),
        ("statustypen", {"volgnummer": 0}, [("volgnummer", "min_value")]),
        ("statustypen", {"beginGeldigheid": "2021-01-01"}, [("beginGeldigheid", "invalid-begin-geldigheid")]),
        (
            "eigenschappen",
            {"specificatie": {"formaat": "datum", "lengte": "10", "kardinaliteit": "1"}},
            [("specificatie.lengte", "invalid-length")],
        ),
        ("zaaktype-informatieobjecttypen", {"informatieobjecttype": "X"}, [("informatieobjecttype", "does_not_exist")]),
    ):
        assert wrong_fields(caller.post(f"{ROOT}/{path}", PARTS[path] | {"zaaktype": url} | values)) == wrong
    assert Resultaattype.objects.count() == before


def with_object(zaaktype):
    add_zaakobjecttype(
        zaaktype.pk, objecttype="https://objecten.example/boom", relatie_omschrijving="Gaat over", actor=SYSTEM
    )


@pytest.mark.django_db
def test_every_list_asks_as_much_of_the_database_for_many_as_for_one(caller):
    with_object(make_zaaktype("eerste", published=False))
    counts = {}
    for round_ in range(2):
        for path in LISTS:
            with CaptureQueriesContext(connection) as captured:
                assert (
                    caller.get(f"{ROOT}/{path}?{'' if path == 'catalogussen' else 'status=alles'}").body["count"] >= 1
                )
            assert counts.setdefault(path, len(captured)) == len(captured), path
        if not round_:
            for number in range(4):
                with_object(make_zaaktype(f"zaaktype-{number}", published=False))
    assert Statustype.objects.count() == 15


@pytest.mark.django_db
def test_who_may_only_read_changes_nothing():
    zaaktype = make_zaaktype(published=False)
    with calling(application([Grant("catalogi.read")])) as reader:
        url = reader.get(f"{ROOT}/zaaktypen/{zaaktype.pk}").body["url"]
        for answer in (
            reader.patch(url, {"doel": "x"}),
            reader.delete(url),
            reader.post(f"{url}/publish"),
            reader.post(f"{ROOT}/catalogussen", {}),
        ):
            assert (answer.status_code, answer.body["code"]) == (403, "permission_denied")
    with calling(application([Grant("notificaties.publish")])) as stranger:
        assert stranger.get(url).status_code == 403
    zaaktype.refresh_from_db()
    assert (zaaktype.concept, zaaktype.doel) == (True, "De openbare ruimte heel en veilig houden")
    assert zaaktype.begin_geldigheid == date(2020, 1, 1)
