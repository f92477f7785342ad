"""The page with figures, and the file."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed
from stoep.gebieden.commands import put_gebied
from stoep.meldingen.testing import make_havendam, make_report, square
from stoep.sturing.commands.move_sommen import refresh_all_sommen
from stoep.sturing.commands.refresh_cellen import refresh_all_cellen
from stoep.sturing.models import Meldingcijfer
from stoep.sturing.queries import Keuze, read_figures
from stoep.sturing.rules.perioden import Periode
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee, make_account, sign_in_client

pytestmark = pytest.mark.django_db
PAGE = "/werkplek/sturing/"
FILE = "/werkplek/sturing/cijfers.csv"


@pytest.fixture
def ilse(client):
    sign_in_client(client, make_account("sturing.read", username="ilse", name="Ilse van Dam"))
    return client


def count(number=1, *, first=0, day=None, **values):
    day = day or clock.today() - timedelta(days=5)
    fields = {
        "hoofdcategorie": "wegen-en-stoepen",
        "categorie": "losse-stoeptegel",
        "afdeling": "openbare-ruimte",
        "gebied": "centrum",
        "kanaal": "site",
        "gemeld_op": day,
        "norm_op": day + timedelta(days=4),
    }
    Meldingcijfer.objects.bulk_create(
        Meldingcijfer(melding_id=UUID(int=2 * place + 1), zaak_id=UUID(int=2 * place), **{**fields, **values})
        for place in range(first, first + number)
    )
    refresh_all_cellen()
    refresh_all_sommen()


def handled(after, werkdagen=2, **values):
    day = clock.today() - timedelta(days=20)
    return {"day": day, "afgehandeld_op": day + timedelta(days=after), "werkdagen": werkdagen, **values}


def file_of(response):
    assert response.content.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def lines(response):
    """The table of a file; filters and definitions stand under an empty line."""
    found = file_of(response)
    return found[: found.index([])]


def test_only_who_may_see_figures_sees_them(client):
    assert client.get(PAGE).status_code == 302
    sign_in_client(client, make_account("zaken.read"))

    assert client.get(PAGE).status_code == 403
    assert client.get(FILE).status_code == 403
    with pytest.raises(NotAllowed):
        read_figures(Keuze(Periode(clock.today(), clock.today())), "gebied", actor=employee("zaken.read"))


def test_without_any_report_the_page_says_so(ilse):
    assert "Er zijn nog geen cijfers" in ilse.get(PAGE).content.decode()


def test_a_choice_without_reports_says_what_to_do(ilse):
    count()

    assert "Geen meldingen in deze keuze" in ilse.get(PAGE, {"kanaal": "balie"}).content.decode()


def test_figures_are_counted_per_group(ilse):
    put_gebied(code="centrum", naam="Centrum", soort="wijk", geometrie=square(3.79, 51.32, 0.02), actor=SYSTEM)
    count(6, **handled(3))
    count(2, first=10, **handled(9, werkdagen=7, gebied=""))
    count(2, first=20, day=clock.today() - timedelta(days=20))

    rows = lines(ilse.get(FILE, {"per": "gebied"}))

    assert rows[0][2:] == [
        *("Gebied", "Meldingen", "Nog open", "Open en te laat", "Afgehandeld", "Op tijd (procent)"),
        *("Helft binnen (werkdagen)", "9 van 10 binnen (werkdagen)", "Gemiddelde duur (werkdagen)"),
        *("Heropend (procent)", "Tevreden (procent)", "Doorgestuurd (procent)", "Volgers"),
        "Aannemers op tijd (procent)",
    ]
    assert [row[2:] for row in rows[1:]] == [
        ["Centrum", "8", "2", "2", "6", "75", "2", "2", "2", "0", "", "0", "0", ""],
        ["onbekend", "2", "0", "0", "2", "0", "7", "7", "7", "0", "", "0", "0", ""],
        ["Totaal", "10", "2", "2", "8", "60", "2", "7", "3,2", "0", "", "0", "0", ""],
    ]
    assert "60%" in ilse.get(PAGE).content.decode()


def test_filters_stand_in_the_address_and_reach_the_file(ilse):
    count(3)
    count(4, first=10, kanaal="telefoon")
    page = ilse.get(PAGE, {"kanaal": "telefoon", "per": "kanaal"}).content.decode()

    assert "Kanaal: Telefoon" in page
    assert "cijfers.csv?kanaal=telefoon&amp;per=kanaal" in page
    assert [row[2:4] for row in lines(ilse.get(FILE, {"kanaal": "telefoon", "per": "kanaal"}))[1:]] == [
        ["Telefoon", "4"],
        ["Totaal", "4"],
    ]


def test_a_heading_opens_its_categories(ilse):
    make_havendam()
    hoofd = make_report().categorie.hoofdcategorie.slug
    count(2, hoofdcategorie=hoofd)

    assert f"?categorie={hoofd}" in ilse.get(PAGE).content.decode()
    assert lines(ilse.get(FILE, {"categorie": hoofd}))[1][2:4] == ["Losse of kapotte stoeptegel", "2"]


def test_a_period_is_compared_with_the_year_before(ilse):
    count(4)
    count(2, first=10, day=clock.today() - timedelta(days=370))

    page = ilse.get(PAGE).content.decode()

    assert "100% meer dan een jaar eerder (2)" in page
    assert "Een jaar eerder" in page


def test_an_own_period_counts_both_days(ilse):
    for place, day in enumerate((date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 6))):
        count(first=place, day=day)

    assert lines(ilse.get(FILE, {"van": "2026-03-02", "tot": "2026-03-05"}))[-1][:4] == [
        "2026-03-02",
        "2026-03-05",
        "Totaal",
        "2",
    ]


@pytest.mark.parametrize(
    ("van", "tot", "says"),
    [
        ("2026-03-05", "2026-03-01", "ligt vóór de eerste dag"),
        ("1026-03-05", "2026-03-01", "na 1 januari 2000"),
        ("2026-01-01", "9999-12-31", "in de toekomst"),
        ("gisteren", "2026-01-01", "Vul een dag in die bestaat"),
        ("", "", "Kies een dag."),
        ("\x00", "'; DROP TABLE", "Vul een dag in die bestaat"),
    ],
)
def test_an_impossible_period_is_said_at_its_field_and_figures_stay(ilse, van, tot, says):
    count()
    page = ilse.get(PAGE, {"van": van, "tot": tot})

    assert page.status_code == 200
    assert says in page.content.decode()
    assert "Meldingen in de tijd" in page.content.decode()


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "\x00", "x" * 3000])
def test_a_filter_that_means_nothing_is_left_out(ilse, value):
    count(3)
    asked = dict.fromkeys(("periode", "per", "categorie", "gebied", "kanaal", "afdeling", "iets"), value)
    page = ilse.get(PAGE, asked)

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert lines(ilse.get(FILE, asked))[-1][3] == "3"
    assert ilse.get(f"{PAGE}waar/", asked).status_code == 200
    assert ilse.get(FILE, {"tabel": value}).status_code == 404


def test_a_name_never_becomes_a_formula(ilse):
    count(gebied="=1+1")

    assert lines(ilse.get(FILE, {"per": "gebied"}))[1][2] == "'=1+1"


def test_the_page_says_what_still_must_be_counted(ilse):
    make_havendam()
    count()
    make_report()
    make_report()

    assert "2 gebeurtenissen moeten nog worden geteld" in ilse.get(PAGE).content.decode()


def test_every_number_says_what_it_means(ilse):
    count()
    page = ilse.get(PAGE).content.decode()

    for words in ("dag van de servicenorm", "De mediaan", "Zo tellen wij", "werkdagen vanaf de dag van melden"):
        assert words in page


@pytest.mark.parametrize("per", ["", "gebied", "maand"])
def test_the_page_asks_the_same_number_of_queries_for_1_10_and_100(ilse, per):
    ilse.get(PAGE)
    numbers = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        for place in range(first, last):
            count(first=place, gebied=f"g{place}", hoofdcategorie=f"h{place}")
        with CaptureQueriesContext(connection) as captured:
            assert ilse.get(PAGE, {"per": per}).status_code == 200
        numbers.append(len(captured))

    assert len(set(numbers)) == 1


def test_system_may_read_figures_too(ilse):
    count(2)
    today = clock.today()

    assert read_figures(Keuze(Periode(today - timedelta(days=9), today)), "maand", actor=SYSTEM).totaal.aantal == 2
