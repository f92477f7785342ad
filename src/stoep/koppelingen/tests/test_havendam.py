"""Facts about Havendam's land that everything else counts on."""

from __future__ import annotations

import json
import random

import pytest
import shapely
from django.conf import settings
from shapely.geometry import shape

from stoep.koppelingen.pdok.geografie import read_geografie

WIJKEN = {"Centrum", "Zuidhaven", "Oosterdijk", "Noorderpark", "Stationskwartier", "Havengebied"}
DORPEN = {"Zeedorp", "Wilgenhoek", "Kreekrak", "Sint Annapolder", "Oudeland", "Duinzicht"}


@pytest.fixture(scope="module")
def gebieden():
    found = json.loads((settings.GEOGRAFIE / "gebieden.geojson").read_bytes())["features"]
    return {f["properties"]["naam"]: (f["properties"]["soort"], shape(f["geometry"])) for f in found}


@pytest.fixture(scope="module")
def huizen():
    return read_geografie(settings.GEOGRAFIE).huizen


def test_there_is_one_gemeente_with_six_wijken_and_six_dorpen(gebieden):
    assert {naam for naam, (soort, _) in gebieden.items() if soort == "wijk"} == WIJKEN
    assert {naam for naam, (soort, _) in gebieden.items() if soort == "dorp"} == DORPEN
    assert gebieden["Havendam"][0] == "gemeente"


def test_a_point_in_the_gemeente_lies_in_exactly_one_wijk_or_dorp(gebieden):
    gemeente = gebieden["Havendam"][1]
    parts = [vlak for naam, (_, vlak) in gebieden.items() if naam != "Havendam"]
    west, south, east, north = gemeente.bounds
    chance = random.Random(1)
    points = shapely.points([(chance.uniform(west, east), chance.uniform(south, north)) for _ in range(3000)])
    inside = points[shapely.contains(gemeente, points)]
    assert len(inside) > 1000
    assert {sum(map(bool, shapely.contains(parts, point))) for point in inside} == {1}


def test_every_address_lies_in_the_gemeente_and_in_its_wijk(gebieden, huizen):
    for huis in huizen:
        assert gebieden[huis.wijk][1].covers(shapely.Point(huis.point.lon, huis.point.lat)), huis


def test_no_two_addresses_are_the_same(huizen):
    named = {(huis.straat, huis.nummer, huis.woonplaats) for huis in huizen}
    assert len(named) == len(huizen) > 2000


@pytest.mark.parametrize(
    ("straat", "wijk"),
    [
        ("Wilgenlaan", "Zuidhaven"), ("Kade", "Centrum"), ("Stationsplein", "Stationskwartier"),
        ("Dorpsstraat", "Oosterdijk"), ("Zeedijk", "Oosterdijk"), ("Parklaan", "Noorderpark"),
        ("Kerkstraat", "Centrum"), ("Markt", "Centrum"),
    ],
)  # fmt: skip
def test_the_streets_of_our_stories_are_where_they_belong(huizen, straat, wijk):
    assert {huis.wijk for huis in huizen if huis.straat == straat} == {wijk}


def test_wilgenlaan_has_every_number_from_1_to_60(huizen):
    assert sorted(huis.nummer for huis in huizen if huis.straat == "Wilgenlaan") == list(range(1, 61))


def test_the_stadhuis_stands_at_kade_1(huizen):
    stadhuis = [huis for huis in huizen if (huis.straat, huis.nummer) == ("Kade", 1)]
    assert [huis.postcode for huis in stadhuis] == ["4531 AA"]


def test_postcodes_are_those_of_havendam(huizen):
    assert {huis.postcode[:4] for huis in huizen} == {"4531", "4532", "4533", "4534", "4535", "4536", "4537", "4538"}


def test_sea_and_belgium_lie_outside(gebieden):
    gemeente = gebieden["Havendam"][1]
    assert not gemeente.covers(shapely.Point(3.80, 51.38))
    assert not gemeente.covers(shapely.Point(3.80, 51.25))


def test_all_of_it_together_is_small():
    assert sum(path.stat().st_size for path in settings.GEOGRAFIE.glob("*.geojson")) < 3_000_000
