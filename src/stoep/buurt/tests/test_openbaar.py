"""What the neighbourhood sees: which reports, how much of them, and never who reported."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from stoep.buurt.commands import publish_meldingen, rebuild_openbaar
from stoep.buurt.models import Kaartvak, OpenbareMelding
from stoep.buurt.rules.openbaarheid import (
    METRES_OF_SQUARE,
    is_openbaar,
    middle_of_square,
    show_plek,
    stand_of,
    street_of,
)
from stoep.buurt.rules.vakken import middle_of, vak_of
from stoep.buurt.rules.verloop import tell_verloop
from stoep.buurt.rules.wensen import read_box, read_wens, write_box
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.testing import KADE
from stoep.toegang.actors import SYSTEM

YES = {
    "categorie_openbaar": True,
    "vertrouwelijkheid": "zaakvertrouwelijk",
    "gewoon": "zaakvertrouwelijk",
    "is_deelmelding": False,
    "is_verdacht": False,
}


@pytest.mark.parametrize(
    ("no", "public"),
    [
        ({}, True),
        ({"categorie_openbaar": False}, False),
        ({"vertrouwelijkheid": "vertrouwelijk"}, False),
        ({"is_deelmelding": True}, False),
        ({"is_verdacht": True}, False),
    ],
)
def test_a_report_is_public_unless_category_secrecy_merging_or_abuse_says_no(no, public):
    assert is_openbaar(**{**YES, **no}) is public


@pytest.mark.parametrize(
    ("adres", "naam"),
    [
        ("Wilgenlaan 12, 4531 AB Havendam", "Wilgenlaan, Havendam"),
        ("Kade 1-2, 4531AA Havendam", "Kade, Havendam"),
        ("'t Hof 3a, 4531 AA Sint Annapolder", "'t Hof, Sint Annapolder"),
        ("bij Jan de Vries thuis", ""),
        ("Jan 0612345678 12, 4531 AB Havendam", ""),
        ("jan@voorbeeld.example", ""),
        ("", ""),
    ],
)
def test_the_place_is_a_street_and_never_a_house_number_or_what_somebody_typed(adres, naam):
    assert street_of(adres) == naam


@given(st.floats(3.4, 7.2), st.floats(50.8, 53.5))
def test_what_may_be_a_home_is_shown_in_the_middle_of_its_square_and_nothing_else_can_be_told(lon, lat):
    shown = middle_of_square(lon, lat)
    assert Point(lon, lat).distance_to(Point(*shown)) <= METRES_OF_SQUARE
    assert middle_of_square(*shown) == shown


def test_what_stands_in_public_space_is_shown_where_it_stands():
    tile = show_plek(lon=3.8, lat=51.33, adres="", hoofdcategorie="wegen-en-straten", categorie="losse-stoeptegel")
    noise = show_plek(lon=3.8, lat=51.33, adres="", hoofdcategorie="overlast", categorie="geluid")
    assert (tile.lon, tile.lat, tile.is_precies) == (3.8, 51.33, True)
    assert (noise.lon, noise.lat) != (3.8, 51.33)
    assert not noise.is_precies


def test_an_unknown_status_is_work_that_goes_on_and_an_end_is_an_end():
    assert stand_of("Bij de aannemer", is_closed=False) == "bezig"
    assert stand_of("Afgehandeld", is_closed=False) == "bezig"
    assert stand_of("Gemeld", is_closed=True) == "klaar"


def test_moves_within_the_house_are_not_told_and_nothing_is_told_twice():
    now = clock.now()
    told = tell_verloop([("Gemeld", now), ("Intern", now), ("In behandeling", now), ("Reactie ontvangen", now)])
    assert [line.zin for line in told] == ["Iemand heeft dit gemeld.", "Een medewerker is ermee bezig."]


@given(st.floats(-179, 179), st.floats(-80, 80), st.integers(1, 17))
def test_a_square_holds_its_own_middle(lon, lat, zoom):
    x, y = vak_of(lon, lat, zoom)
    assert vak_of(*middle_of(x, y, zoom), zoom) == (x, y)


@given(st.text(max_size=120), st.text(max_size=120))
def test_an_address_that_means_nothing_shows_the_list(text, other):
    wens = read_wens(
        dict.fromkeys(("categorie", "gebied", "stand", "vak"), text) | {"periode": other}, categorieen={}, gebieden={}
    )
    assert (wens.categorie, wens.gebied) == ("", "")
    assert read_box(write_box(wens.vak)) == wens.vak


def test_a_report_becomes_public_without_words_names_number_or_house(report):
    melding = report()
    row = OpenbareMelding.objects.get()
    assert row.stand == "nieuw"
    assert row.plek == "Kade, Havendam"
    text = " ".join(str(value) for value in vars(row).values())
    for secret in (melding.tekst, melding.naam, melding.email, melding.meldernummer, "Kade 1", "4531"):
        assert secret not in text


def test_hearing_twice_changes_nothing_and_a_rebuild_keeps_the_number(report):
    melding = report()
    before = OpenbareMelding.objects.values().get()
    publish_meldingen([melding.zaak_id])
    assert OpenbareMelding.objects.values().get() == before
    OpenbareMelding.objects.all().delete()
    assert rebuild_openbaar() == 1
    assert OpenbareMelding.objects.get().nummer == before["nummer"]


def test_the_squares_of_the_map_count_what_there_is(report):
    first, _second = report(), report()
    assert set(Kaartvak.objects.values_list("zoom", "is_open", "aantal")) == {
        (13, True, 2),
        (15, True, 2),
        (17, True, 2),
    }
    resolve_melding(first.pk, tekst="Gemaakt.", actor=SYSTEM)
    publish_meldingen([first.zaak_id])
    counted = set(Kaartvak.objects.filter(zoom=13).values_list("is_open", "aantal"))
    assert counted == {(True, 1), (False, 1)}
    before = set(Kaartvak.objects.values_list("pk", "aantal"))
    rebuild_openbaar()
    assert set(Kaartvak.objects.values_list("pk", "aantal")) == before


def test_what_is_closed_as_double_or_made_secret_disappears(report):
    double, secret = report(), report()
    resolve_melding(double.pk, tekst="Dubbel.", uitkomst="dubbel", actor=SYSTEM)
    type(secret.zaak).objects.filter(pk=secret.zaak_id).update(vertrouwelijkheidaanduiding="geheim")
    publish_meldingen([double.zaak_id, secret.zaak_id])
    assert not OpenbareMelding.objects.exists()
    assert not Kaartvak.objects.exists()


def test_a_report_of_long_ago_is_not_told_as_new(havendam, report):
    long_ago = clock.now() - timedelta(days=200)
    with clock.at(long_ago):
        melding = report()
    rebuild_openbaar()
    assert OpenbareMelding.objects.get(pk=melding.pk).zichtbaar_op == long_ago


def test_publishing_costs_the_same_number_of_queries_for_one_and_for_many(report):
    costs = []
    for amount in (1, 10):
        zaken = [report().zaak_id for _ in range(amount)]
        OpenbareMelding.objects.filter(zaak_id__in=zaken).delete()
        with CaptureQueriesContext(connection) as captured:
            publish_meldingen(zaken)
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert KADE.lon == OpenbareMelding.objects.first().lon
