"""What stands before every page: permissions, refusals, headers, and bytes that nobody typed."""

from __future__ import annotations

import json
import logging
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.urls import path
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.errors import Conflict, NotAllowed, TooMany, Unavailable
from stoep.foundation.failures import CarefulFormatter
from stoep.foundation.web.forms import StoepForm, visible
from stoep.foundation.web.healthz import HealthMiddleware
from stoep.foundation.web.permissions import public, requires, requires_login
from stoep.foundation.web.refusals import refuse

all_urls = import_module("stoep.config.urls")

EMPLOYEE = SimpleNamespace(account_id="7", may=lambda right: right == "zaken.read")
ANYONE = SimpleNamespace(account_id=None, may=lambda right: False)


class TileAlreadyLaid(Conflict):
    code = "tile-already-laid"
    message = "De tegel ligt er al."


@public
def echo(request):
    kind = request.GET.get("kind", "")
    if kind == "refused":
        raise TileAlreadyLaid(field="tile")
    if kind == "hidden":
        raise NotAllowed(right="zaken.read")
    if kind == "busy":
        raise Unavailable
    if kind == "database":
        raise OperationalError
    if kind == "broken":
        raise ZeroDivisionError
    return HttpResponse(json.dumps([request.GET.dict(), request.POST.dict()]), content_type="application/json")


urlpatterns = [
    path("echo/<str:word>/", lambda request, word: echo(request)),
    path("echo/", echo),
    *all_urls.urlpatterns,
]
handler500 = all_urls.handler500


@pytest.fixture
def site(client, settings):
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return client


def request_of(actor, where="/x/", **headers):
    request = RequestFactory().get(where, **headers)
    request.actor = actor
    return request


@requires("zaken.read")
def readers_only(request):
    return HttpResponse("ja")


@requires("zaken.close")
def closers_only(request):
    return HttpResponse("ja")


@requires_login
def employees_only(request):
    return HttpResponse("ja")


def test_a_right_opens_the_page():
    assert readers_only(request_of(EMPLOYEE)).content == b"ja"
    assert employees_only(request_of(EMPLOYEE)).content == b"ja"


def test_who_has_not_signed_in_is_sent_to_sign_in_and_back():
    for view in (readers_only, employees_only):
        answer = view(request_of(ANYONE, "/x/?a=1"))
        assert (answer.status_code, answer.url) == (302, "/werkplek/inloggen/?next=/x/%3Fa%3D1")
    assert readers_only(request_of(ANYONE, HTTP_HX_REQUEST="true")).headers["HX-Redirect"] == "/werkplek/inloggen/"


def test_an_employee_without_the_right_is_refused():
    with pytest.raises(NotAllowed):
        closers_only(request_of(EMPLOYEE))


def test_every_view_says_who_may_open_it():
    assert (echo.permission, readers_only.permission, employees_only.permission) == (
        "iedereen",
        "zaken.read",
        "medewerkers",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "status"), [("refused", 409), ("hidden", 404), ("busy", 503), ("database", 503), ("broken", 500)]
)
def test_whatever_goes_wrong_has_its_own_status_and_a_dutch_page(site, kind, status):
    answer = site.get("/echo/", {"kind": kind})

    assert answer.status_code == status
    assert "text/html" in answer.headers["Content-Type"]
    assert answer.content
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_program_gets_a_problem_document(site):
    answer = site.get("/echo/", {"kind": "refused"}, headers={"Accept": "application/json"})

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "code": "tile-already-laid",
        "title": "De tegel ligt er al.",
        "status": 409,
        "invalidParams": [{"name": "tile", "code": "tile-already-laid", "reason": "De tegel ligt er al."}],
    }


@pytest.mark.django_db
def test_an_employee_is_told_which_right_is_missing_and_others_nothing():
    refusal = NotAllowed(right="zaken.close")

    assert refuse(request_of(EMPLOYEE), refusal).status_code == 403
    hidden = refuse(request_of(ANYONE), refusal)
    assert hidden.status_code == 404
    assert b"zaken.close" not in hidden.content


@pytest.mark.django_db
def test_who_tries_too_often_is_told_when_to_come_back():
    assert refuse(request_of(ANYONE), TooMany()).headers["Retry-After"] == "900"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "where",
    [
        "/echo/?q=%00",
        "/echo/?q=%ff%fe",
        "/echo/?%00=1",
        "/echo/a%00b/",
        "/echo/%ff/",
        "/%00",
        "/echo/?q=%00%0b",
        "/a%00/",
    ],
)
def test_bytes_that_nobody_typed_never_break_a_page(site, where):
    assert site.get(where).status_code in (200, 404)
    assert site.post(where, {"tekst": "a\x00b"}).status_code in (200, 404, 405)


@pytest.mark.django_db
def test_what_nobody_can_see_is_gone_before_a_view_reads_it(site):
    site.cookies["sessionid"] = '"\\000abc"'

    answer = site.post("/echo/?q=a%00b", {"tekst": "c\x00d\u202ee"})

    assert answer.json() == [{"q": "ab"}, {"tekst": "cde"}]


@given(st.text())
def test_visible_text_holds_nothing_that_the_database_refuses(text):
    visible(text).encode()
    assert "\x00" not in visible(text)
    assert visible(visible(text)) == visible(text)


def test_the_line_breaks_of_a_word_processor_become_newlines():
    assert visible("een\x0btwee\u2028drie\tvier\nvijf") == "een\ntwee\ndrie\tvier\nvijf"


def test_a_form_shows_a_refusal_at_its_field_or_above_the_form():
    from django import forms

    class TileForm(StoepForm):
        tile = forms.CharField()

    form = TileForm(QueryDict("tile=1%002"))
    assert form.is_valid()
    assert form.cleaned_data == {"tile": "12"}
    with form.showing_domain_errors():
        raise TileAlreadyLaid(field="tile")
    with form.showing_domain_errors():
        raise TileAlreadyLaid
    assert form.errors["tile"] == ["De tegel ligt er al."]
    assert form.non_field_errors() == ["De tegel ligt er al."]


@pytest.mark.django_db
def test_ready_means_that_database_and_migrations_are_in_order(client, django_assert_num_queries):
    report = client.get("/healthz").json()

    assert (report["status"], report["database"], report["migrations"]) == ("ok", "ok", "ok")
    assert report["worker"]["parked_deliveries"] == 0
    with django_assert_num_queries(1):
        client.get("/healthz")


@pytest.mark.django_db
def test_not_ready_without_database_or_with_migrations_waiting(monkeypatch):
    def no_database():
        raise OperationalError

    health = HealthMiddleware(lambda request: HttpResponse())
    monkeypatch.setattr("stoep.foundation.web.healthz.are_migrations_in_order", lambda: False)
    assert health(RequestFactory().get("/healthz")).status_code == 503
    monkeypatch.setattr("stoep.foundation.web.healthz.are_migrations_in_order", no_database)
    assert health(RequestFactory().get("/healthz")).status_code == 503


@pytest.mark.django_db
def test_headers_that_keep_a_visitor_safe(site):
    headers = site.get("/echo/").headers

    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_the_cms_has_a_looser_policy_for_those_who_signed_in_only(client, django_user_model):
    assert "unsafe" not in client.get("/cms/").headers["Content-Security-Policy"]


def test_the_log_names_nobody():
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "mail %s van %s", ("jan@example.nl", 123456782), None)

    line = CarefulFormatter().format(record)
    assert "example.nl" not in line
    assert "123456782" not in line
