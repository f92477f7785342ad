"""Which lamp post is it: chosen from a list or on the map, kept with the report, and never needed."""

from __future__ import annotations

import pytest

from stoep.foundation.geo import Point
from stoep.gebieden.commands import import_kaartlaag
from stoep.meldingen import queries
from stoep.meldingen.commands import send_concept
from stoep.meldingen.models import Categorie, Concept, Melding
from stoep.meldingen.testing import KADE, known_addresses, make_concept, make_havendam, make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.zaken.models import Zaakobject

LAMP = {"type": "Point", "coordinates": [KADE.lon + 0.0002, KADE.lat]}


@pytest.fixture
def lamp(db):
    make_havendam()
    feature = {"type": "Feature", "properties": {"objectnummer": "L-0042", "soort": "lichtmast"}, "geometry": LAMP}
    import_kaartlaag(
        {"type": "FeatureCollection", "features": [feature]},
        code="lantaarnpalen",
        naam="Lantaarnpalen",
        enkelvoud="lantaarnpaal",
        actor=SYSTEM,
    )
    Categorie.objects.filter(slug="lantaarnpaal-uit").update(kaartlaag="lantaarnpalen")
    with known_addresses():
        yield make_concept("lamp uit", categorie="lantaarnpaal-uit")


def waar(client, concept, **more):
    given = {"adres": "Kade 1, 4531 AA Havendam", "lon": str(KADE.lon), "lat": str(KADE.lat), **more}
    return client.post(f"/melden/{concept.token}/waar/", given)


def test_without_javascript_one_is_asked_which_lamp_post_it_is_and_its_number_is_kept(client, lamp):
    first = waar(client, lamp)
    assert first["Location"].endswith("/waar/#objecten")
    page = client.get(f"/melden/{lamp.token}/waar/").content.decode()
    assert "Welke lantaarnpaal is het?" in page
    assert "L-0042" in page
    assert "14 meter" in page
    second = waar(client, lamp, object_gevraagd="1", object_nummer="L-0042")
    assert "/waar/" not in second["Location"]
    sent = send_concept(lamp.token, actor=ANONYMOUS)
    melding = Melding.objects.get(pk=sent.pk)
    assert (melding.object_laag, melding.object_nummer) == ("lantaarnpalen", "L-0042")
    assert melding.lon == pytest.approx(LAMP["coordinates"][0])
    assert Zaakobject.objects.filter(zaak=melding.zaak, object_identificatie={"nummer": "L-0042"}).exists()


def test_who_does_not_know_goes_on(client, lamp):
    waar(client, lamp)
    assert "/waar/" not in waar(client, lamp, object_gevraagd="1", object_nummer="")["Location"]
    assert Concept.objects.get(pk=lamp.pk).object_nummer == ""


@pytest.mark.parametrize("nummer", ["L-9999", "<b>", "x" * 60, "😀", "a\x00"])
def test_a_number_that_is_not_there_is_left_out(client, lamp, nummer):
    waar(client, lamp, object_gevraagd="1", object_nummer=nummer)
    assert Concept.objects.get(pk=lamp.pk).object_nummer == ""


def test_a_report_about_the_same_lamp_post_is_offered_first_and_says_so(client, lamp):
    about = {"categorie": "lantaarnpaal-uit", "email": "", "naam": ""}
    make_report(**about)
    far = make_report(**about, point=Point(KADE.lon + 0.01, KADE.lat))
    Melding.objects.filter(pk=far.pk).update(object_laag="lantaarnpalen", object_nummer="L-0042")
    waar(client, lamp, object_gevraagd="1", object_nummer="L-0042")
    page = client.get(f"/melden/{lamp.token}/foto/").content.decode()
    assert page.count("Zelfde lantaarnpaal") == 1
    offers = queries.list_vlakbij(KADE, Categorie.objects.get(slug="lantaarnpaal-uit"), object_nummer="L-0042")
    assert [one.zelfde for one in offers] == ["lantaarnpaal", ""]
    other = queries.list_vlakbij(KADE, Categorie.objects.get(slug="losse-stoeptegel"), object_nummer="L-0042")
    assert other == []


def test_the_number_of_a_thing_is_said_in_words_also_when_its_layer_is_gone(lamp):
    melding = make_report(categorie="lantaarnpaal-uit")
    assert queries.say_object(melding) == ""
    melding.object_laag, melding.object_nummer = "lantaarnpalen", "L-0042"
    assert queries.say_object(melding) == "lantaarnpaal L-0042"
    melding.object_laag = "weg"
    assert queries.say_object(melding) == "L-0042"
