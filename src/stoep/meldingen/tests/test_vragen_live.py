"""Follow-up questions: one rule for resident and employee, live where a script runs; the number of a thing is asked once."""

from __future__ import annotations

import re

import pytest

from stoep.foundation.geo import Point
from stoep.gebieden.commands import import_kaartlaag
from stoep.meldingen import queries
from stoep.meldingen.commands import put_vraag
from stoep.meldingen.models import Categorie, Concept, Melding
from stoep.meldingen.queries.kandidaten import find_kandidaten
from stoep.meldingen.rules.vragen import Vraagvorm, find_unanswered, read_antwoorden
from stoep.meldingen.testing import KADE, make_concept, make_report
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

ENTER = "/werkplek/melding-invoeren/"
LIVE = f"{ENTER}vervolg/"


@pytest.fixture
def asking(havendam):
    """A number, a required question when it is large, and one that waits for the answer to that."""
    lamp = {"categorie": "lantaarnpaal-uit", "actor": SYSTEM}
    put_vraag(sleutel="aantal", tekst="Hoeveel lampen?", soort="getal", **lamp)
    large = {">": [{"var": "aantal"}, 3]}
    put_vraag(
        sleutel="straat", tekst="Hele straat?", soort="ja-nee", verplicht=True, voorwaarde=large, volgorde=1, **lamp
    )
    dark = {"==": [{"var": "straat"}, True]}
    put_vraag(sleutel="sinds", tekst="Sinds wanneer?", soort="tekst", voorwaarde=dark, volgorde=2, **lamp)


@pytest.fixture
def desk(client, noor):
    sign_in_client(client, noor.account)
    return client


@pytest.fixture
def lamps(havendam):
    """Two lamp posts on the map, and the question for their number."""
    spots = {"L-0042": 0.0002, "L-0043": 0.0004, "L-9000": 0.05}
    features = [
        {
            "type": "Feature",
            "properties": {"objectnummer": nummer},
            "geometry": {"type": "Point", "coordinates": [KADE.lon + east, KADE.lat]},
        }
        for nummer, east in spots.items()
    ]
    import_kaartlaag(
        {"type": "FeatureCollection", "features": features},
        code="lantaarnpalen",
        naam="Lantaarnpalen",
        enkelvoud="lantaarnpaal",
        actor=SYSTEM,
    )
    Categorie.objects.filter(slug="lantaarnpaal-uit").update(kaartlaag="lantaarnpalen")
    put_vraag(
        categorie="lantaarnpaal-uit",
        sleutel="paal",
        tekst="Welk nummer?",
        soort="tekst",
        objectnummer=True,
        actor=SYSTEM,
    )


def entry(**changes):
    return {
        "kanaal": "telefoon",
        "tekst": "De lamp is uit",
        "categorie": "lantaarnpaal-uit",
        "adres": "Kade 1",
        "naam": "Mevrouw De Vries",
        "sleutel": "abc",
        **changes,
    }


def named(page):
    return re.findall(r'name="vraag-(\w+)"', page)


GETAL = Vraagvorm("aantal", "Hoeveel?", "getal")
STRAAT = Vraagvorm("straat", "Straat?", "ja-nee", verplicht=True, voorwaarde={">": [{"var": "aantal"}, 3]})
SINDS = Vraagvorm("sinds", "Sinds?", "tekst", voorwaarde={"==": [{"var": "straat"}, True]})


@pytest.mark.parametrize(
    ("given", "asked", "kept", "faults"),
    [
        ({}, ["aantal"], {}, []),
        ({"aantal": "2", "straat": "ja"}, ["aantal"], {"aantal": 2}, []),
        ({"aantal": "9"}, ["aantal", "straat"], {"aantal": 9}, ["straat"]),
        (
            {"aantal": "9", "straat": "nee", "sinds": "gisteren"},
            ["aantal", "straat"],
            {"aantal": 9, "straat": False},
            [],
        ),
        ({"aantal": "9", "straat": "ja"}, ["aantal", "straat", "sinds"], {"aantal": 9, "straat": True}, []),
        ({"aantal": "veel", "straat": "ja"}, ["aantal"], {}, ["aantal"]),
    ],
)
def test_each_answer_may_raise_the_next_question_and_what_no_longer_applies_is_not_kept(given, asked, kept, faults):
    read = read_antwoorden([GETAL, STRAAT, SINDS], given)
    assert [one.sleutel for one in read.gevraagd] == asked
    assert (read.antwoorden, sorted(read.fouten)) == (kept, faults)
    assert bool(find_unanswered([GETAL, STRAAT, SINDS], kept)) == ("straat" in faults)


def test_an_employee_sees_only_the_questions_that_apply_and_must_answer_what_is_required(desk, asking):
    page = desk.post(ENTER, entry()).content.decode()
    assert named(page) == ["aantal"]
    assert "De melding is nog niet vastgelegd" in page
    asked = {"vragen_van": "lantaarnpaal-uit", "gevraagd": ["aantal"], "vraag-aantal": "7"}
    page = desk.post(ENTER, entry(**asked)).content.decode()
    assert set(named(page)) == {"aantal", "straat"}
    assert "Beantwoord deze vraag" not in page
    asked["gevraagd"] = ["aantal", "straat"]
    page = desk.post(ENTER, entry(**asked)).content.decode()
    assert "Beantwoord deze vraag" in page
    assert "Mevrouw De Vries" in page
    assert not Melding.objects.exists()
    assert desk.post(ENTER, entry(**asked, **{"vraag-straat": "nee", "vraag-sinds": "x"})).status_code == 302
    assert [one["sleutel"] for one in Melding.objects.get().antwoorden] == ["aantal", "straat"]


def test_without_a_script_a_button_shows_the_questions_and_complains_about_nothing(desk, asking):
    page = desk.post(ENTER, entry(adres="", stap="vragen", **{"vraag-aantal": "8"})).content.decode()
    assert set(named(page)) == {"aantal", "straat"}
    assert "Mevrouw De Vries" in page
    assert "Vul een adres in" not in page
    assert "Fout:" not in page
    assert not Melding.objects.exists()


@pytest.mark.parametrize(
    ("sent", "asked", "said"),
    [
        ({"categorie": "lantaarnpaal-uit"}, {"aantal"}, ""),
        ({"categorie": "lantaarnpaal-uit", "vraag-aantal": "9"}, {"aantal", "straat"}, ""),
        (
            {"categorie": "lantaarnpaal-uit", "vraag-aantal": "9", "vraag-straat": "ja"},
            {"aantal", "straat", "sinds"},
            "",
        ),
        ({"categorie": "lantaarnpaal-uit", "vraag-aantal": "\x00negen<b>"}, {"aantal"}, ""),
        ({"tekst": "er ligt een stoeptegel los"}, set(), "Uit de tekst: Losse of kapotte stoeptegel"),
        ({"categorie": "bestaat-niet"}, set(), ""),
        ({}, set(), ""),
    ],
)
def test_the_questions_for_what_was_typed_so_far_are_decided_by_the_server(desk, asking, sent, asked, said):
    response = desk.post(LIVE, sent)
    page = response.content.decode()
    assert response.status_code == 200
    assert (set(named(page)), "Fout:" in page, "<b>" in page) == (asked, False, False)
    assert said in page
    assert not Melding.objects.exists()


def test_who_may_not_enter_reports_is_not_told_the_questions(client, asking):
    assert client.post(LIVE, {"categorie": "lantaarnpaal-uit"}).status_code == 302


def test_a_residents_questions_come_while_answering_and_cannot_be_passed_by(client, asking):
    concept = make_concept("lamp uit", categorie="lantaarnpaal-uit")
    client.post(f"/melden/{concept.token}/waar/", {"adres": "Kade 1"})
    page = client.post(f"/melden/{concept.token}/extra/live/", {"vraag-aantal": "9"}).content.decode()
    assert set(named(page)) == {"aantal", "straat"}
    assert Concept.objects.get().antwoorden == {}
    client.post(f"/melden/{concept.token}/extra/", {"vraag-aantal": "9"})
    sent = client.post(f"/melden/{concept.token}/versturen/", {})
    assert sent.url.endswith("/extra/")
    assert not Melding.objects.exists()


def test_who_pointed_at_a_lamp_post_is_not_asked_its_number(client, lamps):
    concept = make_concept("lamp uit", categorie="lantaarnpaal-uit")
    place = {"adres": "Kade 1, 4531 AA Havendam", "lon": str(KADE.lon), "lat": str(KADE.lat)}
    told = client.post(f"/melden/{concept.token}/waar/", {**place, "object_gevraagd": "1", "object_nummer": "L-0042"})
    assert told.url.endswith("/foto/")
    check = client.get(f"/melden/{concept.token}/versturen/").content.decode()
    assert "Welk nummer?" in check
    assert "L-0042" in check
    page = client.get(f"/melden/{concept.token}/extra/").content.decode()
    assert 'value="L-0042"' in page
    assert "Dit nummer staat op de kaart" in page
    client.post(f"/melden/{concept.token}/extra/", {"vraag-paal": "L-0043"})
    changed = Concept.objects.get()
    assert (changed.object_nummer, changed.lon) == ("L-0043", pytest.approx(KADE.lon + 0.0004))
    client.post(f"/melden/{concept.token}/extra/", {"vraag-paal": "weet ik niet zeker"})
    assert Concept.objects.get().object_nummer == ""
    client.post(f"/melden/{concept.token}/waar/", {**place, "object_gevraagd": "1", "object_nummer": "L-0042"})
    client.post(f"/melden/{concept.token}/waar/", {**place, "object_gevraagd": "1", "object_nummer": ""})
    assert Concept.objects.get().antwoorden == {}


@pytest.mark.parametrize(("nummer", "about"), [("L-0042", "L-0042"), ("L-9000", ""), ("", ""), ("x" * 300, "")])
def test_a_number_that_a_caller_tells_makes_the_report_about_that_lamp_post_if_it_stands_there(lamps, nummer, about):
    melding = make_report(categorie="lantaarnpaal-uit", antwoorden={"paal": nummer})
    assert (melding.object_nummer, melding.object_laag) == (about, "lantaarnpalen" if about else "")


def test_reports_about_the_same_thing_are_the_first_to_merge_wherever_their_pin_stands(lamps, noor):
    lamp = {"categorie": "lantaarnpaal-uit"}
    mine = make_report(**lamp, antwoorden={"paal": "L-0042"})
    near_other = make_report(**lamp, antwoorden={"paal": "L-0043"})
    near_unknown = make_report(**lamp)
    far_same = make_report(**lamp, point=Point(KADE.lon + 0.01, KADE.lat))
    Melding.objects.filter(pk=far_same.pk).update(object_laag="lantaarnpalen", object_nummer="L-0042")
    found = find_kandidaten(queries.get_melding(mine.pk, noor.actor), noor.actor)
    assert [one.melding.pk for one in found] == [far_same.pk, near_unknown.pk, near_other.pk]
    assert "zelfde object: L-0042" in found[0].gelijkenis.redenen
    assert "ander object: L-0043" in found[2].gelijkenis.redenen
