"""What every API does with a request, whatever it is about."""

from __future__ import annotations

from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client

from stoep.api.testing import application, calling
from stoep.api.zgw import gate
from stoep.api.zgw.apis import APIS
from stoep.catalogi.testing import make_zaaktype
from stoep.foundation.rest.serving import operations_of

ZAAKTYPEN = "/catalogi/api/v1/zaaktypen"
OPEN_TO_ALL = {"selectielijst"}


@pytest.fixture
def caller():
    with calling(application()) as caller:
        yield caller


def problem(answer, status, code):
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.body["code"] == code
    assert answer.body["status"] == status
    assert {"type", "title", "detail", "instance"} <= set(answer.body)
    assert answer["API-version"]


@pytest.mark.django_db
def test_a_zaaktype_is_read_with_an_etag_and_not_sent_twice(caller, django_assert_num_queries):
    zaaktype = make_zaaktype()
    first = caller.get(f"{ZAAKTYPEN}/{zaaktype.pk}")

    assert first.status_code == 200
    assert first.body["url"].endswith(f"{ZAAKTYPEN}/{zaaktype.pk}")
    assert first["API-version"] == "1.3.1"
    assert len(first.body["statustypen"]) == 3
    assert len(first.body["informatieobjecttypen"]) == len(first.body["besluittypen"]) == 1
    for wanted in (first["ETag"], f'"anders", {first["ETag"]}', f"W/{first['ETag']}", "*"):
        again = caller.get(first.body["url"], If_None_Match=wanted)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    head = caller("HEAD", first.body["url"])
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head[name] for name in ("ETag", "Content-Length", "API-version")} == {
        name: first[name] for name in ("ETag", "Content-Length", "API-version")
    }
    assert caller.get(first.body["url"], If_None_Match='"anders"').status_code == 200
    assert not first.cookies


@pytest.mark.django_db
def test_a_list_has_pages_and_as_many_queries_for_one_as_for_many(caller, django_assert_num_queries):
    make_zaaktype("een")
    with django_assert_num_queries(11):
        assert caller.get(ZAAKTYPEN).body["count"] == 1
    for number in range(9):
        make_zaaktype(f"zaaktype-{number}")
    with django_assert_num_queries(11):
        answer = caller.get(f"{ZAAKTYPEN}?status=alles&page=1")

    assert (answer.body["count"], answer.body["next"], answer.body["previous"]) == (10, None, None)
    problem(caller.get(f"{ZAAKTYPEN}?page=2"), 404, "not_found")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("onbekend=1", [("nonFieldErrors", "unknown-parameters")]),
        ("page=nul", [("page", "invalid")]),
        ("page=0", [("page", "min_value")]),
        ("status=anders&datumGeldigheid=2026-02-30", [("status", "invalid_choice"), ("datumGeldigheid", "invalid")]),
        ("catalogus=geen-adres", [("catalogus", "invalid")]),
        ("identificatie=%00", [("identificatie", "null_characters_not_allowed")]),
    ],
)
def test_a_parameter_that_is_wrong_or_unknown_is_refused_by_name(caller, query, wrong):
    answer = caller.get(f"{ZAAKTYPEN}?{query}")

    problem(answer, 400, "invalid")
    assert [(each["name"], each["code"]) for each in answer.body["invalidParams"]] == wrong


@pytest.mark.django_db
def test_whatever_is_wrong_comes_out_as_the_norms_problem(caller):
    problem(caller.get("/catalogi/api/v1/zaaktype"), 404, "not_found")
    problem(caller.get("/catalogi/api/v1"), 404, "not_found")
    problem(caller.get(f"{ZAAKTYPEN}/geen-uuid"), 404, "not_found")
    problem(caller.get(f"{ZAAKTYPEN}/00000000-0000-0000-0000-000000000000"), 404, "not_found")
    answer = caller("PUT", ZAAKTYPEN, {})
    problem(answer, 405, "method_not_allowed")
    assert "GET" in answer["Allow"]
    problem(caller.get(ZAAKTYPEN, Accept="text/html"), 406, "not_acceptable")
    with mock.patch.object(gate, "find_actor", side_effect=OperationalError):
        answer = caller.get(ZAAKTYPEN)
    problem(answer, 503, "unavailable")
    assert answer["Retry-After"]
    with mock.patch.object(gate, "find_actor", side_effect=ZeroDivisionError):
        problem(caller.get(ZAAKTYPEN), 500, "error")


def test_without_a_token_nothing_is_told():
    for api, operation in operations_of(APIS):
        path = operation.path.replace("{uuid}", "00000000-0000-0000-0000-000000000000")
        answer = Client().generic(operation.method, f"{api.root}/{path}", content_type="application/json")
        if api.name not in OPEN_TO_ALL and "{" not in path:
            assert answer.status_code == 403, (operation.method, path)
            assert answer.json()["code"] == "not_authenticated"


def test_every_operation_names_its_scopes():
    assert not [
        (api.name, operation.path)
        for api, operation in operations_of(APIS)
        if not operation.scopes and api.name not in OPEN_TO_ALL
    ]


def test_openapi_is_there_for_everybody():
    for api in APIS:
        answer = Client().get(f"{api.root}/openapi.json")
        assert answer.json()["info"]["version"] == api.version
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert Client().get(f"{api.root}/openapi.json", headers={"If-None-Match": answer["ETag"]}).status_code == 304
