"""Things in the streets with a number: read from a file whole or not at all, and found near a place."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from stoep.foundation.errors import NotAllowed
from stoep.foundation.geo import Point
from stoep.gebieden.commands import import_kaartlaag
from stoep.gebieden.errors import KaartlaagFileNotUsable
from stoep.gebieden.kaartlagen import find_object, list_objecten_vlakbij
from stoep.gebieden.models import Kaartlaag, Kaartobject
from stoep.toegang.actors import ANONYMOUS, SYSTEM

pytestmark = pytest.mark.django_db
LAMPEN = {"code": "lantaarnpalen", "naam": "Lantaarnpalen", "enkelvoud": "lantaarnpaal", "actor": SYSTEM}


def lamp(nummer, lon=3.8, lat=51.33, **more):
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "properties": {"objectnummer": nummer, **more}, "geometry": geometry}


def lampen(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_layer_is_read_anew_and_what_is_gone_is_kept_but_not_shown():
    assert import_kaartlaag(lampen(lamp("L-1"), lamp("L-2", 3.8002)), **LAMPEN) == 2
    assert import_kaartlaag(lampen(lamp("L-2", 3.8002, soort="6 m"), lamp("L-3", 3.8001)), **LAMPEN) == 2
    assert find_object("lantaarnpalen", "L-1") is None
    assert find_object("lantaarnpalen", "L-2").soort == "6 m"
    assert Kaartobject.objects.count() == 3
    near = list_objecten_vlakbij("lantaarnpalen", Point(3.8, 51.33))
    assert [(one.nummer, one.meters) for one in near] == [("L-3", 7), ("L-2", 14)]


def test_what_is_far_or_of_another_layer_is_not_near():
    import_kaartlaag(lampen(lamp("L-1", 3.81)), **LAMPEN)
    assert list_objecten_vlakbij("lantaarnpalen", Point(3.8, 51.33)) == []
    assert list_objecten_vlakbij("containers", Point(3.81, 51.33)) == []
    assert list_objecten_vlakbij("", Point(3.81, 51.33)) == []


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {"features": []},
        lampen(lamp("")),
        lampen(lamp("x" * 41)),
        lampen(lamp("a\x00b")),
        lampen(lamp("L-1"), lamp("L-1")),
        lampen(lamp("L-1"), lamp("L-2", 4.9, 45.0)),
        lampen(lamp("L-1"), {"type": "Feature", "properties": {"nummer": 1}, "geometry": {"type": "Polygon"}}),
        lampen(lamp("L-1"), 3),
    ],
)
def test_a_file_with_one_wrong_thing_changes_nothing(broken):
    with pytest.raises(KaartlaagFileNotUsable):
        import_kaartlaag(broken, **LAMPEN)
    assert not Kaartobject.objects.exists()


def test_only_who_manages_areas_reads_a_layer():
    with pytest.raises(NotAllowed):
        import_kaartlaag(lampen(lamp("L-1")), **{**LAMPEN, "actor": ANONYMOUS})


def test_the_map_asks_for_a_piece_and_nonsense_gives_nothing(client):
    import_kaartlaag(lampen(lamp("L-1"), lamp("L-2", 3.9)), **LAMPEN)
    answer = client.get("/kaart/objecten.json", {"laag": "lantaarnpalen", "vak": "3.79,51.32,3.81,51.34"}).json()
    assert [one["nummer"] for one in answer["objecten"]] == ["L-1"]
    for box in ("", "1,2,3", "a,b,c,d", "999,0,0,0"):
        assert client.get("/kaart/objecten.json", {"laag": "lantaarnpalen", "vak": box}).json() == {"objecten": []}


def test_an_administrator_reads_a_layer_from_the_command_line_and_later_with_its_code_alone(tmp_path):
    path = tmp_path / "lampen.geojson"
    path.write_text(json.dumps(lampen(lamp("L-1"))))
    with pytest.raises(CommandError, match="enkelvoud"):
        call_command("import_kaartlaag", path, code="lantaarnpalen")
    for more in ({"naam": "Lantaarnpalen", "enkelvoud": "lantaarnpaal"}, {}):
        call_command("import_kaartlaag", path, code="lantaarnpalen", **more)
    assert Kaartlaag.objects.get().enkelvoud == "lantaarnpaal"
    path.write_text(json.dumps(lampen(lamp("L-2"), lamp("L-2"))))
    with pytest.raises(CommandError, match="twee keer"):
        call_command("import_kaartlaag", path, code="lantaarnpalen")
    path.write_text("geen json")
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command("import_kaartlaag", path, code="lantaarnpalen")
    assert find_object("lantaarnpalen", "L-1") is not None
