"""Asking about places, from a browser, a script, and by whoever tries to break it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from stoep.gebieden.web import plekken

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}
WILGENLAAN = {"lon": "3.789176", "lat": "51.323529"}
AT_SEA = {"lon": "3.80", "lat": "51.40"}
IN_BELGIUM = {"lon": "3.80", "lat": "51.20"}


def test_a_script_gets_addresses_with_their_point(client):
    answer = client.get("/kaart/adressen/", {"q": "wilgenlaan 14"}, headers=JSON).json()
    assert [one["label"] for one in answer["suggestions"]] == ["Wilgenlaan 14, 4531 AB Havendam"]
    assert answer["suggestions"][0]["lon"] == pytest.approx(3.79, abs=0.02)


def test_a_postcode_with_a_number_is_an_address(client):
    answer = client.get("/kaart/adressen/", {"q": "4531ab 14"}, headers=JSON).json()
    assert answer["suggestions"][0]["label"] == "Wilgenlaan 14, 4531 AB Havendam"


def test_without_script_the_addresses_are_a_list_of_links(client):
    page = client.get("/kaart/adressen/", {"q": "stationsplein"})
    assert page.status_code == 200
    assert "Stationsplein, Havendam" in page.content.decode()
    assert "/kaart/plek/?lon=3." in page.content.decode()


def test_htmx_gets_only_the_list(client):
    page = client.get("/kaart/adressen/", {"q": "markt"}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert "Markt, Havendam" in page


def test_nothing_found_says_what_to_do_next(client):
    page = client.get("/kaart/adressen/", {"q": "Damrak 1"}).content.decode()
    assert "Controleer de straatnaam" in page


@pytest.mark.parametrize(
    "q",
    [
        "",
        " ",
        "x" * 5000,
        "<script>alert(1)</script>",
        "🙂🙂🙂",
        "%00",
        "' OR 1=1 --",
        "((((",
        "4531 AB 99999999",
        "\u202e14",
    ],
)
@pytest.mark.parametrize("headers", [JSON, {}])
def test_whatever_is_typed_the_search_answers(client, q, headers):
    response = client.get("/kaart/adressen/", {"q": q}, headers=headers)
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_when_the_address_search_is_down_it_says_so_and_nothing_breaks(client, broken_adreszoeker):
    answer = client.get("/kaart/adressen/", {"q": "kade 1"}, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["suggestions"] == []
    assert "lukt nu niet" in answer.json()["melding"]
    assert "lukt nu niet" in client.get("/kaart/adressen/", {"q": "kade 1"}).content.decode()


def test_a_point_has_its_nearest_address_and_its_wijk(client, havendam):
    known = client.get("/kaart/plek/", WILGENLAAN, headers=JSON).json()
    assert known["in_gemeente"] is True
    assert known["adres"].startswith("Wilgenlaan ")
    assert known["gebied"] == {"code": "zuidhaven", "naam": "Zuidhaven"}


@pytest.mark.parametrize("where", [AT_SEA, IN_BELGIUM, {"lon": "0", "lat": "0"}, {"lon": "4.9", "lat": "52.37"}])
def test_a_point_outside_the_gemeente_is_said_to_be_so(client, havendam, where):
    known = client.get("/kaart/plek/", where, headers=JSON).json()
    assert known["in_gemeente"] is False
    assert known["adres"] == ""
    assert "buiten de gemeente" in known["tekst"]


def test_a_point_in_the_polder_has_a_dorp_and_no_address(client, havendam):
    known = client.get("/kaart/plek/", {"lon": "3.75", "lat": "51.30"}, headers=JSON).json()
    assert known["in_gemeente"] is True
    assert known["adres"] == ""
    assert "niet bij een adres" in known["tekst"]


@pytest.mark.parametrize(
    "where",
    [
        {},
        {"lon": "3.8"},
        {"lon": "abc", "lat": "51"},
        {"lon": "nan", "lat": "51.3"},
        {"lon": "inf", "lat": "-inf"},
        {"lon": "999", "lat": "51.3"},
        {"lon": "3,8", "lat": "51,3"},
        {"lon": "9" * 4000, "lat": "1e400"},
    ],
)
@pytest.mark.parametrize("path", ["/kaart/plek/", "/kaart/beeld.svg"])
@pytest.mark.parametrize("headers", [JSON, {}])
def test_what_is_no_point_is_refused_with_a_sentence(client, havendam, where, path, headers):
    response = client.get(path, where, headers=headers)
    assert response.status_code == 400
    assert "plek" in response.content.decode()


def test_the_point_stays_known_when_the_address_search_is_down(client, havendam, broken_adreszoeker):
    known = client.get("/kaart/plek/", WILGENLAAN, headers=JSON).json()
    assert known["in_gemeente"] is True
    assert known["adres"] == ""
    assert known["gebied"]["naam"] == "Zuidhaven"


def test_asking_about_a_point_costs_few_queries(client, havendam, django_assert_max_num_queries):
    client.get("/kaart/plek/", WILGENLAAN, headers=JSON)
    with django_assert_max_num_queries(8):
        client.get("/kaart/plek/", WILGENLAAN, headers=JSON)


def test_who_asks_far_too_often_is_asked_to_wait(client, havendam, monkeypatch):
    monkeypatch.setattr(plekken, "TIMES", 3)
    answers = [client.get("/kaart/plek/", WILGENLAAN, headers=JSON).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert client.get("/kaart/adressen/", {"q": "kade"}, headers=JSON).status_code == 200


def test_only_reading_is_possible(client, havendam):
    for path in ("/kaart/adressen/", "/kaart/plek/", "/kaart/beeld.svg", "/kaart/grens.json"):
        assert client.post(path).status_code == 405


def test_the_picture_is_svg_with_a_pin(client):
    response = client.get("/kaart/beeld.svg", {**WILGENLAAN, "zoom": "16", "w": "320", "h": "200"})
    assert response["Content-Type"] == "image/svg+xml"
    root = ET.fromstring(response.content)
    assert root.attrib["width"] == "320"
    assert "#c2410c" in response.content.decode()
    assert "Wilgenlaan" in response.content.decode()


@pytest.mark.parametrize("size", [{"w": "0"}, {"w": "-5"}, {"h": "999999"}, {"zoom": "x"}, {"zoom": "40"}])
def test_a_picture_of_a_strange_size_is_a_picture_of_a_usual_one(client, size):
    response = client.get("/kaart/beeld.svg", {**WILGENLAAN, **size})
    assert response.status_code == 200
    assert len(response.content) < 1_000_000


def test_without_a_source_of_tiles_the_picture_still_has_its_pin(client, no_tegelbron):
    response = client.get("/kaart/beeld.svg", WILGENLAAN)
    assert response.status_code == 200
    assert "#c2410c" in response.content.decode()


def test_the_border_is_there_for_the_map(client, havendam):
    border = client.get("/kaart/grens.json").json()
    assert border["type"] in ("Polygon", "MultiPolygon")


def test_without_areas_there_is_no_border(client):
    assert client.get("/kaart/grens.json", headers=JSON).status_code == 404
