"""Tiles of Havendam: drawn once, the same for everybody, and never a burden."""

from __future__ import annotations

import gzip
import time
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings

from stoep.foundation.errors import NotFound
from stoep.foundation.geo import Point
from stoep.gebieden import ports
from stoep.gebieden.rules.tegels import pixel_of
from stoep.koppelingen.pdok.tegels import BrtTegels, HavendamTegels

pytestmark = pytest.mark.django_db

KADE = Point(3.7926, 51.3296)


def tile_of(point: Point, zoom: int) -> tuple[int, int, int]:
    x, y = pixel_of(point, zoom)
    return zoom, int(x // 256), int(y // 256)


def address(zoom: int, x: int, y: int) -> str:
    return f"/kaart/tegels/{zoom}/{x}/{y}.svg"


@pytest.mark.parametrize("zoom", range(11, 20))
def test_a_tile_is_svg_at_every_zoom_level(client, zoom):
    response = client.get(address(*tile_of(KADE, zoom)))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    root = ET.fromstring(response.content)
    assert root.attrib["viewBox"] == "0 0 2560 2560"
    assert len(response.content) < 250_000


def test_a_tile_holds_no_style_script_or_link_to_elsewhere(client):
    body = client.get(address(*tile_of(KADE, 16))).content.decode()
    for forbidden in ("<style", " style=", "<script", "http://", "https://"):
        assert forbidden not in body.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_names_stand_on_the_map(client):
    assert "Westerhaven" in client.get("/kaart/beeld.svg", {"lon": "3.797", "lat": "51.3262"}).content.decode()
    assert "N61" in client.get(address(*tile_of(Point(3.80, 51.3152), 14))).content.decode()


def test_a_browser_that_has_the_tile_is_told_so(client):
    path = address(*tile_of(KADE, 15))
    first = client.get(path)
    assert "max-age=86400" in first["Cache-Control"]
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_a_tile_is_sent_compressed_to_who_can_read_that(client):
    path = address(*tile_of(KADE, 15))
    packed = client.get(path, headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == client.get(path).content


@pytest.mark.parametrize(
    "where", [(10, 522, 341), (20, 1, 1), (14, 0, 0), (16, 10**9, 5), (19, 2**19, 2**19), (11, 99999999999999999999, 0)]
)
def test_where_there_is_no_map_there_is_no_tile(client, where):
    assert client.get(address(*where)).status_code == 404


def test_two_tiles_of_one_name_write_it_in_the_same_place():
    source = HavendamTegels(settings.GEOGRAFIE, settings.DATA / "tegels")
    zoom, x, y = tile_of(Point(3.797, 51.3262), 16)
    places = set()
    for dx in (-1, 0, 1):
        root = ET.fromstring(gzip.decompress(source.tile(zoom, x + dx, y)))
        for text in root.iter("{http://www.w3.org/2000/svg}text"):
            if text.text == "Westerhaven":
                places.add((int(text.attrib["x"]) + dx * 2560, int(text.attrib["y"])))
    assert len(places) <= 1


def test_a_tile_is_kept_on_disk_and_read_back(tmp_path):
    first = HavendamTegels(settings.GEOGRAFIE, tmp_path).tile(*tile_of(KADE, 16))
    kept = list(tmp_path.rglob("*.svgz"))
    assert len(kept) == 1
    assert HavendamTegels(settings.GEOGRAFIE, tmp_path).tile(*tile_of(KADE, 16)) == first


def test_near_tiles_are_not_kept_on_disk(tmp_path):
    HavendamTegels(settings.GEOGRAFIE, tmp_path).tile(*tile_of(KADE, 19))
    assert list(tmp_path.rglob("*.svgz")) == []


def test_a_folder_that_cannot_be_written_costs_only_speed(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert HavendamTegels(settings.GEOGRAFIE, blocked / "tegels").tile(*tile_of(KADE, 15))


def test_drawing_the_tiles_of_a_screen_takes_less_than_two_seconds(tmp_path):
    source = HavendamTegels(settings.GEOGRAFIE, tmp_path)
    zoom, x, y = tile_of(KADE, 16)
    source.tile(zoom, x, y)
    begin = time.perf_counter()
    for dx in range(1, 5):
        for dy in range(3):
            source.tile(zoom, x + dx, y + dy)
    assert time.perf_counter() - begin < 2


def test_with_a_map_from_elsewhere_we_draw_none(client):
    before = ports.bind_tegelbron(BrtTegels("https://tiles.example/{z}/{x}/{y}.png"))
    try:
        assert client.get(address(*tile_of(KADE, 15))).status_code == 404
    finally:
        ports.bind_tegelbron(before)


def test_a_tile_outside_the_zoom_levels_is_not_found():
    source = HavendamTegels(settings.GEOGRAFIE, settings.DATA / "tegels")
    with pytest.raises(NotFound):
        source.tile(9, 261, 170)
