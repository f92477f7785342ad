"""Lists of work: what stands in them, in which order, and at what cost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.meldingen.testing import make_report
from stoep.organisatie.commands import create_groep
from stoep.organisatie.testing import make_afdeling
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.werkplek import queries
from stoep.werkplek.commands import change_weergave, remove_weergave, save_weergave
from stoep.werkplek.errors import WeergaveGroepUnknown, WeergaveNaamTaken
from stoep.werkplek.models import Weergave
from stoep.werkplek.tests.conftest import employ
from stoep.werkplek.wensen import Plek, Wens
from stoep.zaken.commands import assign_zaak
from stoep.zaken.models import Zaak


def give(melding, medewerker=None, groep=None):
    assign_zaak(
        melding.zaak_id,
        medewerker_id=medewerker.pk if medewerker else None,
        groep_id=groep.pk if groep else None,
        actor=SYSTEM,
    )
    return melding


def numbers(client, url):
    page = client.get(url)
    return [regel.zaak.identificatie for regel in page.context["regels"]]


def test_my_list_holds_my_open_work_most_urgent_first(as_noor, noor, bram):
    now = clock.now()
    give(make_report(), bram)
    with clock.at(now):
        new = give(make_report(), noor)
    with clock.at(now - timedelta(days=10)):
        old = give(make_report(), noor)
    assert numbers(as_noor, "/werkplek/werk/") == [old.zaak.identificatie, new.zaak.identificatie]
    assert numbers(as_noor, "/werkplek/werk/?sorteer=-termijn") == [new.zaak.identificatie, old.zaak.identificatie]


def test_the_list_of_a_team_holds_the_work_of_its_groups_and_its_members(as_noor, noor, bram, wegen):
    of_group, of_member, of_nobody = give(make_report(), groep=wegen), give(make_report(), bram), make_report()
    shown = numbers(as_noor, "/werkplek/team/")
    assert set(shown) == {of_group.zaak.identificatie, of_member.zaak.identificatie}
    assert numbers(as_noor, "/werkplek/team/?wie=niemand") == [of_group.zaak.identificatie]
    assert of_nobody.zaak.identificatie in numbers(as_noor, "/werkplek/zaken/")


def test_filters_stand_in_the_address_and_narrow_the_list(as_noor, noor):
    tile = make_report(adres="Kade 7, 4531 AA Havendam", tekst="tegel ligt los")
    lamp = make_report(categorie="lantaarnpaal-uit", kanaal="telefoon", adres="", tekst="donker")
    urls = {
        "?categorie=losse-stoeptegel": [tile],
        "?kanaal=telefoon": [lamp],
        "?kanaal=telefoon&kanaal=site": [tile, lamp],
        "?gebied=centrum&categorie=lantaarnpaal-uit": [lamp],
        "?gebied=elders": [],
        "?status=Gemeld": [tile, lamp],
        "?status=Ingepland": [],
        "?q=kade+7": [tile],
        "?q=lantaarn": [lamp],
        f"?q={lamp.meldernummer.lower()}": [lamp],
        "?q=%27%3A*+%26+%21": [],
        "?termijn=te-laat": [],
        "?stand=dicht": [],
        "?sorteer=onzin&toon=onzin&pagina=abc": [tile, lamp],
    }
    for url, expected in urls.items():
        assert set(numbers(as_noor, "/werkplek/zaken/" + url)) == {one.zaak.identificatie for one in expected}, url


def test_a_list_costs_the_same_number_of_queries_for_one_ten_and_a_hundred_rows(as_noor, noor, bulk_reports):
    costs = {}
    for url in (
        "/werkplek/werk/",
        "/werkplek/werk/?toon=kaart",
        "/werkplek/team/",
        "/werkplek/zaken/?q=tegel",
        "/werkplek/",
    ):
        for number in (1, 10, 100):
            bulk_reports(number)
            as_noor.get(url)
            with CaptureQueriesContext(connection) as captured:
                assert as_noor.get(url).status_code == 200
            costs.setdefault(url, set()).add(len(captured))
    assert all(len(found) == 1 for found in costs.values()), costs


@pytest.fixture
def bulk_reports(noor):
    """Make the number of reports of Noor exactly so many; copies of one row, because a hundred commands take long."""
    first = give(make_report(), noor)

    def fill(number):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM zaken_zaak")
            present = cursor.fetchone()[0]
        zaak = Zaak.objects.get(pk=first.zaak_id)
        for place in range(present, number):
            copy_row(zaak, first, place)

    return fill


def copy_row(zaak, melding, place):
    from stoep.foundation.rows import new_id

    copy = Zaak.objects.get(pk=zaak.pk)
    copy.pk, copy.identificatie, copy._state.adding = new_id(), f"ZAAK-2020-{place:06}", True
    copy.save()
    report = type(melding).objects.get(pk=melding.pk)
    report.pk, report.zaak, report.meldernummer, report._state.adding = new_id(), copy, f"X{place}", True
    report.save()


def test_the_page_tells_what_is_new_and_what_changed_and_moves_no_row(as_noor, noor, bram):
    shown = make_report()
    since = clock.now().isoformat().replace("+", "%2B")
    url = f"/werkplek/nieuws/?plek=zaken&sinds={since}&rij={shown.zaak_id}&rij=onzin"
    assert "toon de lijst opnieuw" not in as_noor.get(url).content.decode()
    make_report()
    give(shown, bram)
    told = as_noor.get(url + "&kanaal=site").content.decode()
    assert "1 nieuwe, 1 gewijzigde" in told
    assert "/werkplek/zaken/?kanaal=site" in told
    cell = told.partition(f'id="b-{shown.zaak_id}"')[2]
    assert "Bram Janssen" in cell.partition("</span>")[0]
    assert told.count("hx-swap-oob") == 3
    assert as_noor.get("/werkplek/nieuws/?plek=x&sinds=gisteren").status_code == 200


def test_columns_are_chosen_in_the_address_and_so_in_each_view(as_noor, noor):
    make_report()
    every = as_noor.get("/werkplek/zaken/").content.decode()
    assert 'data-label="Kanaal"' in every
    assert 'data-label="Gemeld"' not in every
    few = as_noor.get("/werkplek/zaken/?kolom=gemeld&kolom=status&kolom=onzin").content.decode()
    assert 'data-label="Gemeld"' in few
    assert 'data-label="Kanaal"' not in few
    assert Wens.read(QueryDict("kolom=gemeld&kolom=onzin")).query() == "kolom=gemeld"


def test_the_map_links_each_mark_to_its_row(as_noor, noor):
    melding = give(make_report(), noor)
    page = as_noor.get("/werkplek/werk/?toon=kaart")
    assert [punt["id"] for punt in page.context["punten"]] == [str(melding.zaak_id)]
    assert f'data-punt="{melding.zaak_id}"' in page.content.decode()


def test_a_view_is_kept_shared_with_the_department_and_taken_away_by_its_owner_only(as_noor, noor, bram):
    wens = Wens.read(QueryDict("gebied=centrum&sorteer=nieuw"))
    view = save_weergave(naam="Storm 28 nov", plek=Plek.ALLE, wens=wens, gedeeld_met="afdeling", actor=noor.actor)
    save_weergave(naam="Alleen van mij", plek=Plek.ALLE, wens=wens, actor=noor.actor)
    assert view.url == "/werkplek/zaken/?gebied=centrum&sorteer=nieuw"
    assert [one.naam for one in queries.list_weergaven(bram)] == ["Storm 28 nov"]
    assert "gedeeld met collega" in as_noor.get(view.url).content.decode()
    with pytest.raises(WeergaveNaamTaken):
        save_weergave(naam=" Storm  28 nov ", plek=Plek.MIJN, wens=wens, actor=noor.actor)
    with pytest.raises(NotFound):
        remove_weergave(view.pk, actor=bram.actor)
    assert Weergave.objects.filter(pk=view.pk).exists()
    with pytest.raises(NotFound):
        change_weergave(view.pk, naam="Van Bram", gedeeld_met="niemand", actor=bram.actor)
    with pytest.raises(WeergaveNaamTaken):
        change_weergave(view.pk, naam="Alleen van mij", gedeeld_met="iedereen", actor=noor.actor)
    as_noor.post(f"/werkplek/weergaven/{view.pk}/", {"naam": "Storm 29 nov"})
    assert [one.naam for one in queries.list_weergaven(bram)] == []
    assert Weergave.objects.get(pk=view.pk).naam == "Storm 29 nov"
    counts = as_noor.get("/werkplek/weergaven/tellingen/?plek=zaken").content.decode()
    assert counts.count("hx-swap-oob") == 2
    remove_weergave(view.pk, actor=noor.actor)
    assert not Weergave.objects.filter(pk=view.pk).exists()


def test_a_view_is_shared_with_a_group_the_department_or_everybody_and_stands_under_who_shares_it(
    client, noor, bram, wegen
):
    piet = employ("zaken.read", naam="Piet Mol", username="piet")
    piet.afdeling = make_afdeling("financien", "Financiën")
    piet.save()
    parken = create_groep(code="parken", naam="Parken", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    view = save_weergave(naam="Storm", plek=Plek.ALLE, wens=Wens(), actor=noor.actor)
    cases = [
        ("niemand", None, [], []),
        ("groep", wegen.pk, ["Storm"], []),
        ("afdeling", None, ["Storm"], []),
        ("iedereen", None, ["Storm"], ["Storm"]),
    ]
    for kring, groep, brams, piets in cases:
        change_weergave(view.pk, naam="Storm", gedeeld_met=kring, groep_id=groep, actor=noor.actor)
        assert [one.naam for one in queries.list_weergaven(bram)] == brams, kring
        assert [one.naam for one in queries.list_weergaven(piet)] == piets, kring
    for strange in (parken.pk, None):
        with pytest.raises(WeergaveGroepUnknown):
            change_weergave(view.pk, naam="Storm", gedeeld_met="groep", groep_id=strange, actor=noor.actor)
    assert Weergave.objects.get(pk=view.pk).gedeeld_met == "iedereen"
    sign_in_client(client, bram.account)
    page = client.get("/werkplek/zaken/").content.decode()
    assert "Gedeeld door" in page
    assert "Noor Bakker</p>" in page
    sign_in_client(client, noor.account)
    own = f"/werkplek/weergaven/{view.pk}/"
    assert client.post(own, {"naam": "Storm", "deel": f"groep:{wegen.pk}"}).status_code == 302
    assert Weergave.objects.get(pk=view.pk).groep_id == wegen.pk
    assert client.post(own, {"naam": "Storm", "deel": f"groep:{parken.pk}"}).status_code == 200
    assert Weergave.objects.get(pk=view.pk).groep_id == wegen.pk


def test_a_view_is_kept_from_the_page(as_noor):
    answer = as_noor.post("/werkplek/weergaven/nieuw/?plek=team&vraag=kanaal%3Dbalie%26x%3D1", {"naam": "Balie"})
    assert answer.url == "/werkplek/team/?kanaal=balie"
    empty = as_noor.post("/werkplek/weergaven/nieuw/?plek=team&vraag=kanaal%3Dbalie", {"naam": ""})
    assert empty.status_code == 200
    assert Weergave.objects.count() == 1


def test_the_map_holds_thousands_of_rows_as_counted_squares(as_noor, noor, bulk_reports, monkeypatch):
    box = "&vak=3.7,51.2,3.9,51.4&zoom=13"
    costs = set()
    for number in (1, 10, 100):
        bulk_reports(number)
        with CaptureQueriesContext(connection) as captured:
            found = as_noor.get(f"/werkplek/kaart/?plek=zaken{box}").json()["punten"]
        costs.add(len(captured))
        assert len(found) == number
    assert len(costs) == 1, costs
    monkeypatch.setattr("stoep.werkplek.queries.kaart.MOST_POINTS", 5)
    squares = as_noor.get(f"/werkplek/kaart/?plek=zaken{box}").json()["punten"]
    assert [square["aantal"] for square in squares] == [100]
    assert as_noor.get("/werkplek/kaart/?vak=3,51,4,52&kanaal=balie").json()["punten"] == []
    for bad in ("", "&vak=1,2", "&vak=a,b,c,d", "&vak=NaN,1,2,3"):
        assert as_noor.get(f"/werkplek/kaart/?plek=zaken{bad}").status_code == 400
