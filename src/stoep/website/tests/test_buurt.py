"""In uw buurt: everybody sees how many reports there are around a postcode, and nobody sees whose."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.gebieden.ports import Adresvoorstel
from stoep.kennisbank.commands import place_mededeling
from stoep.kennisbank.models import Ernst, Kanaal
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.testing import KADE, FakeAdreszoeker, known_addresses, make_havendam, make_report
from stoep.toegang.actors import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def havendam():
    make_havendam()
    with known_addresses(FakeAdreszoeker([Adresvoorstel("9", "4531 AA Havendam", KADE)])) as fake:
        yield fake


def ask(client, postcode="4531 AA"):
    return client.get("/in-uw-buurt/", {"postcode": postcode})


def test_without_a_postcode_the_page_asks_for_one(client):
    response = client.get("/in-uw-buurt/")
    assert response.status_code == 200
    assert response.context["buurt"] is None
    assert 'name="postcode"' in response.content.decode()
    assert "utrecht-form-field--invalid" not in response.content.decode()


def test_it_counts_what_is_open_and_what_was_solved_in_four_weeks(client):
    make_report()
    solved = make_report()
    resolve_melding(solved.pk, tekst="Gemaakt.", actor=SYSTEM)
    with clock.at(clock.now() - timedelta(weeks=5)):
        make_report()
    buurt = ask(client).context["buurt"]
    assert (buurt.gemeld, buurt.open, buurt.opgelost) == (2, 1, 1)


def test_it_shows_no_words_and_no_names_of_reporters(client):
    report = make_report(tekst="Zeer herkenbare tekst", naam="Sanne Visser", email="sanne@voorbeeld.example")
    shown = ask(client).content.decode()
    assert not [one for one in (report.tekst, "Sanne", report.email, report.meldernummer) if one in shown]


def test_it_shows_the_notices_of_this_area_and_of_everywhere(client):
    own = ask(client).context["buurt"].gebied.code
    for title, areas in (("Hier", [own]), ("Overal", []), ("Elders", ["ver-weg"])):
        place_mededeling(
            titel=title,
            tekst="Werk aan de weg.",
            van=clock.now() - timedelta(hours=1),
            tot=clock.now() + timedelta(days=1),
            kanalen=[Kanaal.SITE],
            gebieden=areas,
            ernst=Ernst.INFORMATIE,
            actor=SYSTEM,
        )
    assert {item.titel for item in ask(client).context["buurt"].mededelingen} == {"Hier", "Overal"}


@pytest.mark.parametrize("typed", ["", "99", "4531", "0531 AA", "4531 SS", "<b>x</b>"])
def test_what_is_no_postcode_is_refused_at_the_field_and_nothing_typed_is_lost(client, typed):
    response = ask(client, typed)
    assert response.status_code == 200
    assert response.context["buurt"] is None
    assert "4 cijfers" in response.context["error"]
    assert response.context["postcode"] == typed.strip()
    assert 'aria-invalid="true"' in response.content.decode()


def test_a_postcode_of_elsewhere_is_refused_clearly(client):
    response = ask(client, "9999 XX")
    assert response.context["buurt"] is None
    assert "ligt niet in onze gemeente" in response.context["error"]


def test_when_the_address_search_does_not_answer_the_page_says_so(client, havendam):
    havendam.is_down = True
    response = ask(client)
    assert response.status_code == 503
    assert "straks nog eens" in response.context["error"]
    assert response.context["postcode"] == "4531 AA"


def test_the_number_of_reports_makes_no_difference_to_the_work(client):
    ask(client)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert ask(client).context["buurt"] is not None
        return len(captured)

    make_report()
    with_one = queries()
    for _ in range(9):
        make_report()
    assert queries() == with_one
    assert with_one <= 25
