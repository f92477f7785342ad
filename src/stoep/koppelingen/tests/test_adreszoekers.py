"""The contract of the port Adreszoeker: the same questions, the same answers, from PDOK and from the simulator."""

from __future__ import annotations

import json
from importlib import import_module

import msgspec
import pytest
from django.conf import settings

from stoep.foundation.errors import Rejected, Unavailable
from stoep.foundation.geo import Point
from stoep.gebieden import ports
from stoep.koppelingen.pdok.bronnen import Kaartkeuze, SimulatorRefused, bind_kaart
from stoep.koppelingen.pdok.havendam import HavendamAdreszoeker
from stoep.koppelingen.pdok.locatieserver import Locatieserver
from stoep.koppelingen.pdok.tegels import BrtTegels
from stoep.koppelingen.tests.pdok_server import pdok_server


@pytest.fixture(scope="module")
def havendam():
    return HavendamAdreszoeker(settings.GEOGRAFIE)


@pytest.fixture(scope="module")
def server(havendam):
    with pdok_server(havendam) as running:
        yield running


@pytest.fixture(params=["pdok", "havendam"])
def zoeker(request, havendam, server):
    server.instead = None
    return havendam if request.param == "havendam" else Locatieserver(server.address, "9931")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Wilgenlaan 14", "Wilgenlaan 14, 4531 AB Havendam"),
        ("wilgenlaan 14 havendam", "Wilgenlaan 14, 4531 AB Havendam"),
        ("4531AB 14", "Wilgenlaan 14, 4531 AB Havendam"),
        ("4531 ab 14", "Wilgenlaan 14, 4531 AB Havendam"),
        ("14, 4531AB", "Wilgenlaan 14, 4531 AB Havendam"),
        ("wilgelaan 14", "Wilgenlaan 14, 4531 AB Havendam"),
        ("Kade 1", "Kade 1, 4531 AA Havendam"),
        ("stationsplein", "Stationsplein, Havendam"),
        ("Dorpsstr 3", "Dorpsstraat 3, 4533 AD Havendam"),
        ("Molenweg 3 Oudeland", "Molenweg 3, 4537 AK Oudeland"),
        ("Zeedorp", "Zeedorp"),
    ],
)
def test_finds_what_is_meant(zoeker, typed, meant):
    assert zoeker.find(typed).label == meant


@pytest.mark.parametrize(
    "typed", ["", " ", "14", "Damrak 1", "Wilgenlaan 9999", "Molenweg 3", "x" * 3000, "🙂", "<b>", "4531 AB"]
)
def test_answers_none_when_it_is_not_there_or_not_clear(zoeker, typed):
    assert zoeker.find(typed) is None


def test_offers_the_best_first_and_no_more_than_asked(zoeker):
    offered = zoeker.suggest("kerkstr", limit=3)
    assert len(offered) == 3
    assert offered[0].label == "Kerkstraat, Havendam"
    assert offered[0].soort == "weg"


def test_every_offer_can_be_found_again_by_its_label(zoeker):
    for offer in zoeker.suggest("Zeedijk 1", limit=6):
        assert zoeker.find(offer.label) == offer


def test_offers_nothing_before_there_is_something_to_look_for(zoeker):
    assert zoeker.suggest("") == []
    assert zoeker.suggest("w") == []


def test_the_nearest_address_is_the_one_next_to_the_point(zoeker):
    wilgenlaan = zoeker.find("Wilgenlaan 14")
    near = Point(wilgenlaan.point.lon + 0.00002, wilgenlaan.point.lat)
    assert zoeker.nearest(near) == wilgenlaan


def test_far_from_everything_there_is_no_nearest_address(zoeker):
    assert zoeker.nearest(Point(3.80, 51.42)) is None


# What can go wrong outside


def test_asks_pdok_only_for_our_municipality(server):
    server.instead = None
    Locatieserver(server.address, "9931").suggest("kade")
    endpoint, asked = server.asked[-1]
    assert endpoint == "suggest"
    assert "gemeentecode:9931" in asked["fq"]


def test_a_place_of_another_municipality_is_left_out(server):
    server.instead = None
    assert Locatieserver(server.address, "0001").find("Kade 1") is None
    assert Locatieserver(server.address, "0001").nearest(Point(3.7926, 51.3296)) is None


@pytest.mark.parametrize("status", [500, 502, 503, 429])
def test_a_server_that_fails_is_unavailable(server, status):
    server.instead = (status, b"oops")
    with pytest.raises(Unavailable):
        Locatieserver(server.address, "9931").suggest("kade 1")


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_question_that_is_refused_is_rejected(server, status):
    server.instead = (status, b"no")
    with pytest.raises(Rejected):
        Locatieserver(server.address, "9931").suggest("kade 1")


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"response": 3}', b'{"response": {"docs": [3]}}', b"\xff\xfe"]
)
def test_an_answer_that_cannot_be_read_is_unavailable(server, body):
    server.instead = (200, body)
    with pytest.raises(Unavailable):
        Locatieserver(server.address, "9931").suggest("kade 1")


@pytest.mark.parametrize("point", ["", "POINT(abc def)", "POINT(999 51)", "POINT(3.8)"])
def test_a_place_without_a_usable_point_is_left_out(server, point):
    doc = {"id": "x", "type": "adres", "weergavenaam": "Kade 1", "centroide_ll": point}
    server.instead = (200, json.dumps({"response": {"docs": [doc]}}).encode())
    assert Locatieserver(server.address, "").suggest("kade 1") == []


def test_a_server_that_does_not_answer_in_time_is_unavailable(server):
    server.instead = None
    server.hold.clear()
    try:
        with pytest.raises(Unavailable):
            Locatieserver(server.address, "9931", seconds=0.2).find("Kade 1")
    finally:
        server.hold.set()


def test_a_server_that_is_not_there_is_unavailable():
    with pytest.raises(Unavailable):
        Locatieserver("http://127.0.0.1:9", "9931").find("Kade 1")


@pytest.mark.parametrize("address", ["http://example.org", "file:///etc/passwd", "ftp://x"])
def test_only_a_safe_address_is_taken(address):
    with pytest.raises(ValueError, match="https"):
        Locatieserver(address, "9931")


# Which map serves


def choose(source: str, *, production: bool) -> Kaartkeuze:
    return Kaartkeuze(
        source=source,
        tiles_url="https://tiles.example/{z}/{x}/{y}.png",
        addresses_url="https://search.example/v3_1",
        municipality_code="9931",
        is_production=production,
        geografie=settings.GEOGRAFIE,
        keep_in=settings.DATA / "tegels",
    )


@pytest.fixture
def bindings_restored():
    before = ports.adreszoeker(), ports.tegelbron()
    yield before
    ports.bind_adreszoeker(before[0])
    ports.bind_tegelbron(before[1])


def test_the_simulator_refuses_to_serve_a_real_municipality(bindings_restored):
    with pytest.raises(SimulatorRefused):
        bind_kaart(choose("havendam", production=True))
    assert (ports.adreszoeker(), ports.tegelbron()) == bindings_restored


def test_in_production_pdok_serves(bindings_restored):
    bind_kaart(choose("pdok", production=True))
    assert isinstance(ports.adreszoeker(), Locatieserver)
    assert isinstance(ports.tegelbron(), BrtTegels)
    assert ports.tegelbron().template.startswith("https://tiles.example/")


def test_production_settings_refuse_the_invented_map_with_a_clear_line():
    environment = msgspec.structs.replace(settings.ENVIRONMENT, map_source="havendam")
    complaints = import_module("stoep.config.environment").complaints_about_production(environment)
    assert any(line.startswith("STOEP_MAP_SOURCE is havendam") for line in complaints)
