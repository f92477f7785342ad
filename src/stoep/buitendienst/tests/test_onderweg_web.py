"""The round at the desk and on the telephone, as pages."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stoep.buitendienst.commands import add_stops
from stoep.buitendienst.models import Buitenfoto, Buitenhandeling, Ronde, Rondestop
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import Melding, MeldingFoto
from stoep.meldingen.testing import jpeg, known_addresses, make_report
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.zaken.models import Notitie

DOEN, GEGEVENS = "/werkplek/buiten/ronde/doen/", "/werkplek/buiten/ronde/gegevens/"


def act(ronde, **changes):
    melding = ronde.stops.first().melding
    return {
        "sleutel": str(uuid4()),
        "ronde": str(ronde.pk),
        "melding": str(melding.pk),
        "uitkomst": "gezien",
        "notitie": "Zit los.",
        "gedaan_op": (clock.now() - timedelta(minutes=5)).isoformat(),
    } | changes


def photo(number=1):
    return SimpleUploadedFile(f"f{number}.jpg", jpeg(colour=f"#88{number}0aa"), "image/jpeg")


def test_what_goes_along_on_the_telephone_holds_no_way_to_reach_a_reporter(as_sem, ronde):
    stop = ronde.stops.first()
    Melding.objects.filter(pk=stop.melding_id).update(
        naam="Sanne Visser", email="sanne@visser.example", telefoon="0115 550123", tekst="Mail sanne@visser.example"
    )
    answer = as_sem.get(GEGEVENS)
    text = answer.content.decode()
    for secret in ("Sanne", "visser.example", "550123"):
        assert secret not in text
    found = json.loads(text)
    assert found["csrf"]
    assert [one["plaats"] for one in found["stops"]] == [1, 2, 3]
    assert found["stops"][0]["kan_vragen"] is True
    assert found["stops"][0]["teksten"]["gedaan"][0]["titel"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_an_act_arrives_once_however_often_it_is_sent_and_the_round_says_so(as_sem, ronde):
    values = act(ronde)
    answers = [
        as_sem.post(DOEN, {**values, "foto": [photo(1), photo(2)]}, headers={"accept": "application/json"})
        for _again in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["stand"] == "verstuurd"
    assert Notitie.objects.count() == 1
    assert MeldingFoto.objects.count() == 2
    assert as_sem.get(GEGEVENS).json()["aangekomen"][values["sleutel"]]["stand"] == "verstuurd"


def test_a_session_that_ended_asks_to_sign_in_and_takes_nothing_in(client, ronde):
    for answer in (client.get(GEGEVENS), client.post(DOEN, act(ronde))):
        assert answer.status_code == 302
        assert "inloggen" in answer.url
    assert not Buitenhandeling.objects.exists()


def test_another_site_cannot_send_and_the_round_gives_the_token(sem, ronde):
    strict = Client(enforce_csrf_checks=True)
    sign_in_client(strict, sem.account)
    assert strict.post(DOEN, act(ronde)).status_code == 403
    token = strict.get(GEGEVENS).json()["csrf"]
    assert strict.post(DOEN, act(ronde), headers={"x-csrftoken": token}).status_code == 200
    assert Buitenhandeling.objects.count() == 1


def test_what_a_colleague_closed_meanwhile_is_told_with_words_and_photos_kept(as_sem, ronde):
    values = act(ronde, uitkomst="gedaan")
    resolve_melding(ronde.stops.first().melding_id, tekst="Al klaar.", actor=SYSTEM)
    told = as_sem.post(DOEN, {**values, "foto": photo()}).json()
    assert told["stand"] == "botsing"
    assert "al afgehandeld" in told["uitleg"]
    for url in ("/werkplek/buiten/", "/werkplek/buiten/ronde/"):
        page = as_sem.get(url).content.decode()
        assert "Niet uitgevoerd" in page
        assert "Zit los." in page
    shown = as_sem.get(f"/werkplek/buiten/foto/{Buitenfoto.objects.get().pk}/")
    assert shown.headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"uitkomst": "weg"}, 400),
        ({"uitkomst": ""}, 400),
        ({"sleutel": "1"}, 400),
        ({"notitie": "x" * 2001}, 400),
        ({"uitkomst": "inplannen", "dag": "32-13-2026"}, 400),
        ({"uitkomst": "inplannen", "dag": "2020-01-01"}, 400),
        ({"standaardtekst": "'; --"}, 400),
        ({"ronde": "x"}, 404),
        ({"ronde": str(uuid4())}, 404),
        ({"melding": str(uuid4())}, 404),
        ({"gedaan_op": "gisteren"}, 200),
        ({"notitie": "\x00<script>🙂\u202e"}, 200),
    ],
)
def test_bad_input_is_told_and_takes_nothing_in(as_sem, ronde, changes, status):
    answer = as_sem.post(DOEN, act(ronde) | changes, headers={"accept": "application/json"})
    assert answer.status_code == status
    assert Buitenhandeling.objects.count() == (status == 200)
    assert status == 200 or answer.json()["title"]


def test_a_file_that_is_no_photo_is_told_at_its_field(as_sem, ronde):
    text = SimpleUploadedFile("f.jpg", b"geen foto", "image/jpeg")
    answer = as_sem.post(DOEN, {**act(ronde), "foto": text})
    assert answer.status_code == 400
    assert answer.json()["invalidParams"][0]["name"] == "foto"
    assert not Buitenhandeling.objects.exists()


def test_without_javascript_each_stop_has_a_page_with_a_form(as_sem, ronde):
    stop = ronde.stops.first()
    assert f"/werkplek/buiten/ronde/stop/{stop.pk}/" in as_sem.get("/werkplek/buiten/ronde/").content.decode()
    url = f"/werkplek/buiten/ronde/stop/{stop.pk}/"
    key = as_sem.get(url).context["form"]["sleutel"].value()
    empty = as_sem.post(url, {"sleutel": str(key)})
    assert "Kies wat u hebt gedaan." in empty.content.decode()
    done = as_sem.post(url, {"sleutel": str(key), "uitkomst": "gezien", "notitie": "Klopt.", "foto": photo()})
    assert done.url == "/werkplek/buiten/ronde/"
    assert Rondestop.objects.get(pk=stop.pk).uitkomst == "gezien"


def test_what_the_telephone_keeps_to_open_without_network_holds_nobody_and_is_complete(client, as_sem, ronde):
    shell = Client().get("/werkplek/buiten/ronde/schil/")
    assert "Sem" not in shell.content.decode()
    assert "csrfmiddlewaretoken" not in shell.content.decode()
    worker = Client().get("/werkplek/buiten/dienst.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    kept = json.loads(worker.content.decode().partition(";\n")[0].removeprefix("const STOEP = "))
    for script in kept["bestanden"]:
        assert Client().get(script).status_code == 200, script
    manifest = Client().get("/werkplek/buiten/ronde/app.webmanifest").json()
    assert manifest["start_url"].startswith(manifest["scope"])


def test_a_round_is_made_ordered_and_changed_at_the_desk(as_sem, sem, along_the_kade):
    ids = [str(melding.pk) for melding in along_the_kade]
    shown = as_sem.get("/werkplek/buiten/toevoegen/", {"melding": ids, "zaak": [str(along_the_kade[0].zaak_id), "x"]})
    assert len(shown.context["meldingen"]) == 3
    form = {"melding": ids, "wie": str(sem.pk), "dag": clock.today().isoformat(), "terug": "https://kwaad.example/"}
    done = as_sem.post("/werkplek/buiten/toevoegen/", form)
    assert done.url.startswith("/werkplek/buiten/?wie=")
    ronde = Ronde.objects.get()
    page = as_sem.get(done.url).content.decode()
    assert page.count("data-punt=") == 3
    first, second, third = ronde.stops.all()
    as_sem.post(f"/werkplek/buiten/stop/{second.pk}/verplaatsen/", {"richting": "omhoog"})
    assert list(ronde.stops.values_list("pk", flat=True)) == [second.pk, first.pk, third.pk]
    as_sem.post(f"/werkplek/buiten/rondes/{ronde.pk}/ordenen/")
    as_sem.post(f"/werkplek/buiten/stop/{third.pk}/weghalen/")
    assert list(ronde.stops.values_list("pk", flat=True)) == [first.pk, second.pk]
    as_sem.post(f"/werkplek/buiten/rondes/{ronde.pk}/begin/", {"lon": "3.80", "lat": "51.34"})
    assert Ronde.objects.get().start == "Eigen plek"
    as_sem.post(f"/werkplek/buiten/rondes/{ronde.pk}/begin/", {"lon": "NaN", "lat": "x"})
    assert Ronde.objects.get().lat == 51.34
    gone_by = (clock.today() - timedelta(days=1)).isoformat()
    assert "nog komt" in as_sem.post("/werkplek/buiten/toevoegen/", {**form, "dag": gone_by}).content.decode()


def test_the_round_of_a_colleague_is_only_for_who_plans(as_sem, ilse, ronde):
    assert as_sem.get(f"/werkplek/buiten/?wie={ilse.pk}").status_code == 404
    assert as_sem.get("/werkplek/buiten/?wie=x&dag=morgen").status_code == 404
    planner = Client()
    sign_in_client(planner, ilse.account)
    page = planner.get(f"/werkplek/buiten/?wie={ronde.medewerker_id}&dag=onzin").content.decode()
    assert "Ronde van Sem de Groot" in page


def test_the_page_costs_the_same_number_of_queries_for_three_stops_and_for_twenty(as_sem, sem, ronde):
    costs = {}
    as_sem.get("/werkplek/buiten/")  # the very first page of a house makes the row of its municipality
    for number in (0, 17):
        more = [make_report(point=Point(lon=3.8 + n / 9000, lat=51.331), email="").pk for n in range(number)]
        add_stops(more, medewerker_id=sem.pk, dag=ronde.dag, actor=sem.actor)
        for url in ("/werkplek/buiten/", "/werkplek/buiten/ronde/", GEGEVENS):
            as_sem.get(url)
            with CaptureQueriesContext(connection) as captured:
                assert as_sem.get(url).status_code == 200
            costs.setdefault(url, set()).add(len(captured))
    assert all(len(found) == 1 for found in costs.values()), costs


def test_yards_are_managed_on_a_page(client, ilse):
    from stoep.toegang.testing import make_account

    sign_in_client(client, make_account("buitendienst.manage", username="anouk", name="Anouk de Wit"))
    with known_addresses():
        assert (
            "vinden dit adres niet"
            in client.post("/werkplek/beheer/werven/", {"naam": "A", "adres": "x"}).content.decode()
        )
        client.post("/werkplek/beheer/werven/", {"naam": "Werf Kade", "adres": "Kade 1"})
    page = client.get("/werkplek/beheer/werven/")
    assert [one.naam for one in page.context["werven"]] == ["Gemeentewerf", "Werf Kade"]
    client.post(f"/werkplek/beheer/werven/{page.context['werven'][0].pk}/weghalen/")
    assert [one.naam for one in client.get("/werkplek/beheer/werven/").context["werven"]] == ["Werf Kade"]
