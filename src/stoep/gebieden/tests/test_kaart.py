"""The map component, as the server sends it: whole without JavaScript and without tiles."""

from __future__ import annotations

import re

import pytest
from django.test import override_settings

from stoep.foundation.geo import Point
from stoep.foundation.web.csp import policy_of_site
from stoep.gebieden.rules.tegels import tiles_around

pytestmark = [pytest.mark.django_db, pytest.mark.urls("stoep.gebieden.tests.pages")]


def test_without_javascript_a_place_is_shown_as_a_picture(client, havendam):
    page = client.get("/proef/toon/", {"lon": "3.79", "lat": "51.325"}).content.decode()
    assert '<svg class="stoep-kaart__beeld"' in page
    assert page.count('<image href="/kaart/tegels/16/') >= 6
    assert 'role="img" aria-label="De plek van de melding"' in page


def test_nothing_inline_that_the_content_policy_refuses(client, havendam):
    for path in ("/proef/toon/?lon=3.79&lat=51.325", "/proef/kies/", "/proef/lijst/"):
        main = client.get(path).content.decode().split("<main")[1].split("</main>")[0]
        assert not re.search(r"\sstyle=|\son\w+=|<script>", main)


def test_points_reach_the_script_as_data_and_never_as_markup(client, havendam):
    page = client.get("/proef/lijst/").content.decode()
    assert "Melding <0>" not in page
    assert '"lon": 3.79' in page
    assert "\\u003C0\\u003E" in page


@pytest.mark.parametrize(("lon", "lat"), [("abc", ""), ("999", "1"), ("nan", "nan"), ("", "")])
def test_what_is_no_point_shows_a_map_without_one(client, havendam, lon, lat):
    page = client.get("/proef/toon/", {"lon": lon, "lat": lat})
    assert page.status_code == 200
    assert "data-lon=" not in page.content.decode()


def test_without_areas_and_without_tiles_the_page_stands(client, no_tegelbron):
    for path in ("/proef/toon/?lon=3.79&lat=51.325", "/proef/kies/", "/proef/lijst/"):
        page = client.get(path)
        assert page.status_code == 200
        assert "data-tegels" not in page.content.decode()


def test_a_map_costs_as_many_queries_with_one_point_as_with_a_hundred(client, havendam, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get("/proef/lijst/")
    counts = []
    for amount in (1, 10, 100):
        with CaptureQueriesContext(connection) as queries:
            client.get("/proef/lijst/", {"n": amount})
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]


def test_coordinates_are_written_with_a_point_also_in_dutch(client, havendam):
    page = client.get("/proef/kies/", {"lon": "3.79", "lat": "51.325"}).content.decode()
    assert 'data-lon="3.79" data-lat="51.325"' in page


def test_the_content_policy_names_an_outside_map_only_when_that_is_used():
    assert "pdok" not in policy_of_site()
    with override_settings(IMAGE_SOURCES=["https://service.pdok.nl"]):
        assert "img-src 'self' https://service.pdok.nl data:" in policy_of_site()


def test_the_tiles_of_a_picture_cover_it_whole():
    tiles = tiles_around("/t/{z}/{x}/{y}", Point(3.8, 51.33), 16, 700, 400)
    assert min(t.x for t in tiles) <= 0
    assert max(t.x for t in tiles) + 256 >= 700
    assert min(t.y for t in tiles) <= 0
    assert max(t.y for t in tiles) + 256 >= 400
    assert tiles[0].url.startswith("/t/16/")
