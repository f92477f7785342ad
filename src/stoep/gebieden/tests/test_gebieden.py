"""Areas: made by commands, asked by point."""

from __future__ import annotations

import json

import pytest

from stoep.foundation.errors import NotAllowed
from stoep.foundation.geo import Point
from stoep.gebieden import queries
from stoep.gebieden.commands import import_gebieden, put_gebied
from stoep.gebieden.errors import GebiedenFileNotUsable, GebiedGeometrieNotUsable
from stoep.gebieden.models import Gebied
from stoep.toegang.actors import ANONYMOUS, SYSTEM

pytestmark = pytest.mark.django_db


def square(west: float, south: float, size: float) -> dict[str, object]:
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def make_three() -> None:
    put_gebied(code="gm", naam="Havendam", soort="gemeente", geometrie=square(3.7, 51.2, 0.2), actor=SYSTEM)
    put_gebied(code="centrum", naam="Centrum", soort="wijk", geometrie=square(3.78, 51.28, 0.02), actor=SYSTEM)
    put_gebied(code="zeedorp", naam="Zeedorp", soort="dorp", geometrie=square(3.72, 51.22, 0.02), actor=SYSTEM)


def test_a_point_lies_in_the_smallest_area():
    make_three()
    assert queries.gebied_at(Point(3.79, 51.29)).code == "centrum"
    assert queries.gebied_at(Point(3.73, 51.23)).code == "zeedorp"
    assert queries.gebied_at(Point(3.79, 51.29), soort="gemeente").code == "gm"


def test_a_point_outside_every_wijk_and_dorp_lies_in_none():
    make_three()
    assert queries.gebied_at(Point(3.75, 51.35)) is None
    assert queries.gebied_at(Point(4.9, 52.37)) is None


def test_the_border_belongs_to_the_gemeente_and_beyond_it_does_not():
    make_three()
    assert queries.lies_in_gemeente(Point(3.7, 51.3))
    assert not queries.lies_in_gemeente(Point(3.69, 51.3))


def test_without_areas_nothing_lies_anywhere():
    assert not queries.lies_in_gemeente(Point(3.8, 51.33))
    assert queries.gebied_at(Point(3.8, 51.33)) is None


def test_a_changed_border_counts_at_the_next_question():
    make_three()
    assert queries.gebied_at(Point(3.79, 51.29)).code == "centrum"
    put_gebied(code="centrum", naam="Centrum", soort="wijk", geometrie=square(3.85, 51.35, 0.01), actor=SYSTEM)
    assert queries.gebied_at(Point(3.79, 51.29)) is None
    assert queries.gebied_at(Point(3.855, 51.355)).code == "centrum"
    assert Gebied.objects.count() == 3


def test_a_question_costs_two_queries_however_many_areas_there_are(django_assert_num_queries):
    make_three()
    for amount in (1, 10, 100):
        for number in range(amount):
            put_gebied(code=f"w{number}", naam="Wijk", soort="wijk", geometrie=square(3.79, 51.29, 0.001), actor=SYSTEM)
        queries.gebied_at(Point(3.79, 51.29))
        with django_assert_num_queries(2):
            queries.gebied_at(Point(3.79, 51.29))
        with django_assert_num_queries(1):
            queries.lies_in_gemeente(Point(3.79, 51.29))


def test_only_who_manages_areas_may_put_one():
    with pytest.raises(NotAllowed):
        put_gebied(code="x", naam="X", soort="wijk", geometrie=square(3.8, 51.3, 0.01), actor=ANONYMOUS)
    with pytest.raises(NotAllowed):
        import_gebieden({}, actor=ANONYMOUS)
    assert Gebied.objects.count() == 0


BOW_TIE = {"type": "Polygon", "coordinates": [[[3.8, 51.3], [3.9, 51.4], [3.9, 51.3], [3.8, 51.4], [3.8, 51.3]]]}


@pytest.mark.parametrize(
    "geometrie",
    [
        None,
        "POLYGON",
        {"type": "Point", "coordinates": [3.8, 51.3]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[["a", "b"], [1, 2], [3, 4], ["a", "b"]]]},
        {"type": "Polygon"},
        BOW_TIE,
        square(45000, 372000, 500),
        square(10.0, 45.0, 0.5),
    ],
)
def test_refuses_a_border_that_is_no_closed_shape_in_the_netherlands(geometrie):
    with pytest.raises(GebiedGeometrieNotUsable):
        put_gebied(code="x", naam="X", soort="wijk", geometrie=geometrie, actor=SYSTEM)
    assert Gebied.objects.count() == 0


def feature(code: str, soort: str = "wijk", **more: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"code": code, "naam": code.title(), "soort": soort},
        "geometry": square(3.8, 51.3, 0.01),
        **more,
    }


def test_a_file_is_taken_whole():
    made = import_gebieden({"type": "FeatureCollection", "features": [feature("a"), feature("b")]}, actor=SYSTEM)
    assert [gebied.code for gebied in made] == ["a", "b"]
    assert json.dumps(made[0].geometrie)


@pytest.mark.parametrize(
    "broken", [feature("b", soort="stad"), feature(""), feature("b", geometry=BOW_TIE), {"type": "Feature"}, 3]
)
def test_a_file_with_one_wrong_area_changes_nothing(broken):
    with pytest.raises((GebiedenFileNotUsable, GebiedGeometrieNotUsable)):
        import_gebieden({"type": "FeatureCollection", "features": [feature("a"), broken]}, actor=SYSTEM)
    assert Gebied.objects.count() == 0


@pytest.mark.parametrize("nonsense", [None, [], {}, {"features": []}, "text"])
def test_refuses_a_file_that_is_no_featurecollection(nonsense):
    with pytest.raises(GebiedenFileNotUsable):
        import_gebieden(nonsense, actor=SYSTEM)
