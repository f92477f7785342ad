"""Points and areas on the map."""

import math
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.geo import (
    Bounds,
    GeometryNotValid,
    Point,
    PointNotValid,
    bounds,
    is_in_netherlands,
    netherlands,
    point_in,
)

# The control points of RDNAPTRANS, spread over the country: RD x and y, longitude, latitude.
KNOWN = {
    "Amersfoort": (155000.0000, 463000.0000, 5.387203657, 52.155172897),
    "Texel": (117380.1200, 575040.3400, 4.824761912, 53.160753042),
    "Noord-Groningen": (247380.5600, 604580.7800, 6.776726674, 53.419482050),
    "Zeeuws-Vlaanderen": (16460.9100, 377380.2300, 3.397588595, 51.368607152),
    "Zuid-Limburg": (182260.4500, 311480.6700, 5.773795548, 50.792584916),
    "Maasvlakte": (64640.8900, 440700.0101, 4.072887101, 51.947393898),
}
SQUARE = {"type": "Polygon", "coordinates": [[[3.7, 51.3], [3.9, 51.3], [3.9, 51.4], [3.7, 51.4], [3.7, 51.3]]]}
PLACES_IN = {
    "Havendam": (3.80, 51.33),
    "Amsterdam": (4.9, 52.37),
    "Vaals": (6.02, 50.754),
    "Eijsden": (5.70, 50.77),
    "Vlieland": (5.07, 53.30),
    "Schiermonnikoog": (6.15, 53.48),
    "Rottumeroog": (6.58, 53.54),
    "Nieuweschans": (7.21, 53.18),
    "Cadzand": (3.38, 51.37),
    "Sas van Gent": (3.80, 51.22),
    "Maasvlakte": (3.98, 51.97),
    "Emmen": (7.05, 52.77),
    "Dinxperlo": (6.49, 51.865),
    "Texel": (4.86, 53.16),
}
PLACES_OUT = {
    "Antwerpen": (4.402, 51.219),
    "Gent": (3.72, 51.05),
    "Knokke": (3.287, 51.346),
    "Brussel": (4.35, 50.85),
    "Turnhout": (4.945, 51.32),
    "Aken": (6.084, 50.775),
    "Kleef": (6.14, 51.79),
    "Emden": (7.206, 53.367),
    "Noordzee": (3.5, 52.5),
    "Null Island": (0.0, 0.0),
    "swapped": (51.33, 3.80),
    "Bonaire": (-68.27, 12.15),
}


@pytest.mark.parametrize("name", KNOWN)
def test_known_rd_points_are_within_a_quarter_of_a_metre(name):
    x, y, lon, lat = KNOWN[name]
    assert Point.from_rd(x, y).distance_to(Point(lon, lat)) < 0.25
    assert math.dist(Point(lon, lat).to_rd(), (x, y)) < 0.25


def test_the_tower_of_amersfoort_is_where_older_tables_have_it_too():
    assert Point.from_rd(155000, 463000).distance_to(Point(5.38720621, 52.15517440)) < 1


@given(st.floats(20_000, 278_000), st.floats(307_000, 612_000))
def test_rd_there_and_back_is_the_same_place(x, y):
    assert math.dist(Point.from_rd(x, y).to_rd(), (x, y)) < 0.02


def test_a_kilometre_in_rd_is_a_kilometre():
    a, b = Point.from_rd(45_000, 372_000), Point.from_rd(46_000, 372_000)
    assert a.distance_to(b) == pytest.approx(1000, abs=1)
    assert a.distance_to(a) == 0


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, 181.0, -181.0, None, "4.5", True, 10**400])
def test_what_is_no_place_is_refused(wrong):
    with pytest.raises(PointNotValid, match="speld"):
        Point(wrong, 52.0)
    with pytest.raises(PointNotValid):
        Point(5.0, wrong)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, None, "155000", True, 10**400])
def test_rd_that_is_no_number_is_refused(wrong):
    with pytest.raises(PointNotValid):
        Point.from_rd(wrong, 463000)
    with pytest.raises(PointNotValid):
        Point.from_rd(155000, wrong)


@pytest.mark.parametrize("wrong", ["", "abc", "nan", "inf", "1e400", "5,3", "5.3\x00", None])
def test_text_that_is_no_number_is_refused(wrong):
    with pytest.raises(PointNotValid):
        Point.from_text(wrong, "52.1")


def test_text_makes_a_point():
    assert Point.from_text("3.8", "51.33") == Point(3.8, 51.33)
    assert Point(4, 52) == Point(4.0, 52.0)


@pytest.mark.parametrize(("x", "y"), [(0, 0), (400_000, 463_000), (155_000, 700_000), (463_000, 155_000)])
def test_rd_far_outside_the_country_is_refused(x, y):
    with pytest.raises(PointNotValid):
        Point.from_rd(x, y)


def test_a_point_far_away_has_no_rd():
    for point in (Point(0, 0), Point(-68.27, 12.15), Point(180, 90)):
        with pytest.raises(PointNotValid):
            point.to_rd()


@given(st.floats(), st.floats())
def test_any_two_numbers_make_a_point_or_a_refusal(lon, lat):
    try:
        point = Point(lon, lat)
    except PointNotValid:
        assert not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90)
    else:
        assert Point.from_geojson(point.geojson) == point
        is_in_netherlands(point)


@pytest.mark.parametrize("wrong", [{}, {"type": "Point"}, {"type": "Point", "coordinates": [1]}, SQUARE])
def test_geojson_that_is_no_point_is_refused(wrong):
    with pytest.raises(PointNotValid):
        Point.from_geojson(wrong)


@pytest.mark.parametrize("name", PLACES_IN)
def test_places_in_the_netherlands_are(name):
    assert is_in_netherlands(Point(*PLACES_IN[name]))


@pytest.mark.parametrize("name", PLACES_OUT)
def test_places_elsewhere_are_not(name):
    assert not is_in_netherlands(Point(*PLACES_OUT[name]))


def test_the_outline_is_sound():
    assert netherlands().is_valid


def test_a_point_lies_in_an_area_or_on_its_edge():
    assert point_in(SQUARE, Point(3.8, 51.35))
    assert point_in(SQUARE, Point(3.7, 51.35))
    assert point_in(SQUARE, Point(3.7, 51.3))
    assert not point_in(SQUARE, Point(3.69, 51.35))


def test_a_hole_is_not_in_the_area():
    hole = [[3.75, 51.32], [3.85, 51.32], [3.85, 51.38], [3.75, 51.38], [3.75, 51.32]]
    ring = {"type": "MultiPolygon", "coordinates": [[*SQUARE["coordinates"], hole]]}
    assert not point_in(ring, Point(3.8, 51.35))
    assert point_in(ring, Point(3.72, 51.35))


def test_the_box_around_an_area():
    box = bounds(SQUARE)
    assert box == Bounds(west=3.7, south=51.3, east=3.9, north=51.4)
    assert box.holds(Point(3.9, 51.4))
    assert not box.holds(Point(3.91, 51.4))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[3.7, 51.3], [3.9, 51.3]]]},
        {"type": "Polygon", "coordinates": [[[3.7, 51.3], [3.9, 51.4], [3.9, 51.3], [3.7, 51.4], [3.7, 51.3]]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [45_000, 0], [45_000, 372_000], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[3.7, math.nan], [3.9, 51.3], [3.9, 51.4], [3.7, 51.3]]]},
        {"type": "Cirkel", "coordinates": [1, 2]},
        {"type": "Point", "coordinates": ["a", "b"]},
        {"type": object()},
    ],
)
def test_a_broken_area_is_refused(wrong):
    with pytest.raises(GeometryNotValid, match="GeoJSON"):
        bounds(wrong)


def test_many_threads_convert_at_once():
    def there_and_back(index):
        x, y = 20_000 + index * 100, 372_000
        return math.dist(Point.from_rd(x, y).to_rd(), (x, y))

    with ThreadPoolExecutor(8) as pool:
        assert max(pool.map(there_and_back, range(500))) < 0.02
