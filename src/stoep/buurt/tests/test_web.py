"""The public pages and the open data: whole without JavaScript and without a map, and nothing personal in them."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.buurt.commands import publish_meldingen
from stoep.buurt.models import OpenbareMelding
from stoep.buurt.rules.gegevens import VELDEN, csv_cell
from stoep.gebieden.ports import bind_tegelbron
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.testing import WILGENLAAN
from stoep.toegang.actors import SYSTEM

MARKERS = {
    "tekst": "MERKTEKST zeer herkenbaar",
    "naam": "Merknaam Visser",
    "email": "merkmail@voorbeeld.example",
    "adres": "Kade 987, 4531 ZZ Havendam",
}
SECRETS = ("MERKTEKST", "Merknaam", "merkmail", "987", "4531 ZZ")
ALL_PAGES = (
    "/buurt/",
    "/buurt/?stand=alles",
    "/open-data/",
    "/open-data/dcat.jsonld",
    "/open-data/meldingen.geojson",
    "/open-data/meldingen.csv",
    "/buurt/kaart.json?vak=3.7,51.2,3.9,51.4&zoom=17",
)


def text_of(answer):
    parts = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return parts.decode()


def test_no_public_page_or_file_holds_anything_personal(report, client):
    melding = report(**MARKERS)
    pages = [*ALL_PAGES, f"/buurt/{OpenbareMelding.objects.get().nummer}/"]
    shown = "".join(text_of(client.get(path)) for path in pages)
    assert not [one for one in (*SECRETS, melding.meldernummer, str(melding.pk), str(melding.zaak_id)) if one in shown]
    assert "Kade, Havendam" in shown


def test_the_list_is_whole_without_map_server(report, client):
    report()
    before = bind_tegelbron(None)
    try:
        page = client.get("/buurt/").content.decode()
    finally:
        bind_tegelbron(before)
    assert "Kade, Havendam" in page
    assert "data-tegels" not in page


def test_filters_work_together_and_nonsense_is_passed_over(report, client):
    report()
    lamp = report(categorie="lantaarnpaal-uit", point=WILGENLAAN)
    resolve_melding(lamp.pk, tekst="Klaar.", actor=SYSTEM)
    publish_meldingen([lamp.zaak_id])

    def number(query):
        return len(client.get(f"/buurt/?{query}").context["regels"])

    assert number("") == 1
    assert number("stand=alles") == 2
    assert number("stand=klaar") == 1
    assert number("stand=alles&categorie=straatverlichting&gebied=centrum&periode=week") == 1
    assert number("stand=alles&categorie=lantaarnpaal-uit") == 1
    assert number("stand=alles&periode=2019") == 0
    assert number("stand=alles&vak=3.7995,51.3295,3.8005,51.3305") == 1
    assert number("stand=<b>&categorie=%F0%9F%98%80&gebied=x'--&periode=-1&vak=1,2,3&na=zz&pagina=9") == 1


def test_one_walks_through_the_list_by_keys_there_and_back(report, client):
    for _ in range(28):
        report()
    first = client.get("/buurt/")
    second = client.get(f"/buurt/{first.context['volgende']}")
    seen = [regel.melding.nummer for regel in (*first.context["regels"], *second.context["regels"])]
    assert len(set(seen)) == 28
    assert second.context["volgende"] == ""
    back = client.get(f"/buurt/{second.context['vorige']}")
    assert [r.melding.nummer for r in back.context["regels"]] == seen[:25]


def test_an_address_jumps_there_and_an_unknown_one_keeps_what_was_typed(report, client, havendam):
    report()
    found = client.get("/buurt/", {"adres": "Kade 1"})
    assert len(found.context["regels"]) == 1
    assert found.context["midden"] is not None
    wrong = client.get("/buurt/", {"adres": "Nergenslaan <script>"}).content.decode()
    assert "Wij vinden dit adres niet" in wrong
    assert "Nergenslaan &lt;script&gt;" in wrong
    havendam.is_down = True
    assert "lukt nu niet" in client.get("/buurt/", {"adres": "Kade"}).content.decode()


@pytest.mark.parametrize("path", ["/buurt/bestaatniet/", "/buurt/222222222222/", "/buurt/M-7K3Q9D/", "/buurt/%00/"])
def test_an_unknown_number_does_not_exist(client, db, path):
    assert client.get(path).status_code in (400, 404)


def test_the_map_gives_points_from_near_and_refuses_what_is_no_box(report, client):
    report()
    near = client.get("/buurt/kaart.json", {"vak": "3.7,51.2,3.9,51.4", "zoom": "17"}).json()
    far = client.get("/buurt/kaart.json", {"vak": "3.7,51.2,3.9,51.4", "zoom": "11"}).json()
    assert near["punten"][0]["label"] == far["punten"][0]["label"]
    for box in ("", "1,2", "9,9,1,1", "a,b,c,d", "0,0,999,999"):
        assert client.get("/buurt/kaart.json", {"vak": box}).status_code == 400


def test_many_reports_become_squares_that_count_them_all(report, client, monkeypatch):
    for _ in range(4):
        report()
    monkeypatch.setattr("stoep.buurt.queries.kaart.MOST_POINTS", 2)
    for query in ({}, {"periode": "week"}, {"gebied": "centrum"}, {"periode": "week", "categorie": "losse-stoeptegel"}):
        beeld = client.get("/buurt/kaart.json", {"vak": "3.7,51.2,3.9,51.4", "zoom": "12", **query}).json()
        assert sum(vak["aantal"] for vak in beeld["vakken"]) == 4
        assert beeld["punten"] == []


def test_the_files_hold_every_field_and_page_on(report, client):
    for _ in range(3):
        report()
    first = json.loads(text_of(client.get("/open-data/meldingen.geojson?aantal=2")))
    rest = json.loads(
        text_of(
            client.get(first["volgende"].removeprefix("http://testserver").partition("8000")[2] or first["volgende"])
        )
    )
    assert len(first["features"]) == 2
    assert len(rest["features"]) == 1
    assert rest["volgende"] is None
    assert set(first["features"][0]["properties"]) == set(VELDEN) - {"lon", "lat"}
    answer = client.get("/open-data/meldingen.csv?bom=1&stand=open")
    lines = list(csv.DictReader(io.StringIO(text_of(answer).removeprefix("\ufeff"))))
    assert len(lines) == 3
    assert list(lines[0]) == list(VELDEN)


@pytest.mark.parametrize(
    ("value", "cell"), [("a,b", '"a,b"'), ('x"y', '"x""y"'), (None, ""), (True, "ja"), ("=1+1", "'=1+1"), ("", "")]
)
def test_a_cell_is_written_as_the_norm_wants_and_is_never_a_formula(value, cell):
    assert csv_cell(value) == cell


def test_a_copy_stays_good_until_something_changes_or_goes_away(report, client):
    first, other = report(), report()
    tag = client.get("/open-data/meldingen.csv")["ETag"]
    assert client.get("/open-data/meldingen.csv", headers={"If-None-Match": tag}).status_code == 304
    resolve_melding(first.pk, tekst="Klaar.", actor=SYSTEM)
    publish_meldingen([first.zaak_id])
    changed = client.get("/open-data/meldingen.csv", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    type(other).objects.filter(pk=other.pk).update(misbruik="misbruik")
    publish_meldingen([other.zaak_id])
    assert client.get("/open-data/meldingen.csv", headers={"If-None-Match": changed["ETag"]}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/buurt/", "/open-data/meldingen.geojson", "/buurt/kaart.json?vak=3.7,51.2,3.9,51.4&zoom=17"]
)
def test_a_page_costs_the_same_for_one_and_for_many(report, client, path):
    costs = []
    for amount in (1, 9):
        for _ in range(amount):
            report()
        text_of(client.get(path))
        with CaptureQueriesContext(connection) as captured:
            text_of(client.get(path))
        costs.append(len(captured))
    assert costs[0] == costs[1]
