"""Notices and categories: what a functional manager or an editor arranges."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.kennisbank.commands import place_mededeling
from stoep.kennisbank.models import Kanaal, Mededeling
from stoep.meldingen.models import Categorie, Standaardtekst
from stoep.meldingen.testing import make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.zaken.models import Zaak

NOTICE = {
    "titel": "De Zeebrug is dicht",
    "tekst": "Verkeer rijdt om.",
    "van": "2020-01-01T09:00",
    "tot": "",
    "kanalen": ["site", "werkplek"],
    "ernst": "let_op",
}


def test_a_notice_is_seen_at_once_on_site_and_werkplek_until_it_is_withdrawn(as_anouk):
    assert as_anouk.post("/werkplek/mededelingen/nieuw/", NOTICE).status_code == 302
    assert "De Zeebrug is dicht" in as_anouk.get("/werkplek/").content.decode()
    assert "De Zeebrug is dicht" in as_anouk.get("/zoeken/").content.decode()
    row = Mededeling.objects.get()
    changed = {**NOTICE, "titel": "De Zeebrug gaat om 17 uur open"}
    assert as_anouk.post(f"/werkplek/mededelingen/{row.pk}/", changed).status_code == 302
    assert "gaat om 17 uur open" in as_anouk.get("/werkplek/").content.decode()
    assert as_anouk.get(f"/werkplek/mededelingen/{row.pk}/intrekken/").status_code == 405
    as_anouk.post(f"/werkplek/mededelingen/{row.pk}/intrekken/")
    assert "17 uur open" not in as_anouk.get("/werkplek/").content.decode()


def test_a_notice_that_cannot_be_is_refused_at_the_field_and_nothing_is_placed(as_anouk):
    for wrong in (
        {"titel": ""},
        {"titel": "x" * 121},
        {"van": "gisteren"},
        {"tot": "2019-01-01T09:00"},
        {"kanalen": []},
        {"link_url": "javascript:alert(1)"},
        {"gebieden": ["atlantis"]},
    ):
        page = as_anouk.post("/werkplek/mededelingen/nieuw/", {**NOTICE, **wrong})
        assert page.status_code == 200, wrong
        assert "Er " in page.content.decode()
    assert not Mededeling.objects.exists()


def test_a_norm_is_changed_for_new_reports_only(as_anouk):
    old = make_report()
    soort = Categorie.objects.get(slug="losse-stoeptegel")
    form = {
        "naam": soort.naam,
        "hoofdcategorie": soort.hoofdcategorie.slug,
        "servicenorm_werkdagen": "1",
        "straal_meters": "50",
        "volgorde": "3",
        "zoekwoorden": "tegel, Stoep,tegel",
        "actief": "on",
    }
    assert as_anouk.post("/werkplek/beheer/categorieen/losse-stoeptegel/", form).status_code == 302
    soort.refresh_from_db()
    assert (soort.servicenorm_werkdagen, soort.zoekwoorden, soort.icoon != "") == (1, ["tegel", "stoep"], True)
    before = Zaak.objects.get(pk=old.zaak_id).einddatum_gepland
    assert Zaak.objects.get(pk=make_report().zaak_id).einddatum_gepland < before


def test_a_category_with_a_known_name_or_an_impossible_norm_is_refused(as_anouk):
    heading = Categorie.objects.get(slug="losse-stoeptegel").hoofdcategorie.slug
    number = Categorie.objects.count()
    good = {
        "naam": "Losse stoeptegel",
        "hoofdcategorie": heading,
        "servicenorm_werkdagen": "5",
        "straal_meters": "50",
        "volgorde": "1",
    }
    for wrong in (
        {},
        {"naam": "Nieuw"},
        {"naam": ""},
        {"servicenorm_werkdagen": "0"},
        {"servicenorm_werkdagen": "vijf"},
    ):
        assert as_anouk.post("/werkplek/beheer/categorieen/nieuw/", {**good, **wrong}).status_code == 200, wrong
    assert Categorie.objects.count() == number
    assert as_anouk.post("/werkplek/beheer/categorieen/nieuw/", {**good, "naam": "Gat in de kade"}).status_code == 302


def test_a_standard_text_is_changed(as_anouk):
    tekst = Standaardtekst.objects.first()
    url = f"/werkplek/beheer/categorieen/teksten/{tekst.pk}/"
    assert as_anouk.post(url, {"onderwerp": "Klaar", "tekst": "Het is gemaakt, {{ nummer }}."}).status_code == 302
    tekst.refresh_from_db()
    assert tekst.onderwerp == "Klaar"


def test_beheer_offers_only_the_pages_of_ones_own_rights(client, havendam):
    sign_in_client(client, make_medewerker("zaken.manage_rules", naam="Ilse van Dam", username="ilse").account)
    page = client.get("/werkplek/beheer/").content.decode()
    assert "Toewijzingsregels" in page
    assert "Accounts" not in page


def test_the_list_of_notices_takes_as_many_queries_for_1_10_and_100(as_anouk):
    as_anouk.get("/werkplek/mededelingen/")
    numbers = []
    for first, last in ((0, 1), (1, 10), (10, 100)):
        for place in range(first, last):
            place_mededeling(
                titel=f"Mededeling {place}",
                tekst="Tekst.",
                van=datetime(2020, 1, 1, tzinfo=UTC),
                tot=datetime(2020, 2, 1, tzinfo=UTC),
                kanalen=[Kanaal.WERKPLEK],
                actor=SYSTEM,
            )
        with CaptureQueriesContext(connection) as captured:
            assert as_anouk.get("/werkplek/mededelingen/").status_code == 200
        numbers.append(len(captured))

    assert len(set(numbers)) == 1
