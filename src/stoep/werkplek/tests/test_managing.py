"""Notices, assignment rules and categories: what a functional manager or an editor arranges."""

from __future__ import annotations

from stoep.kennisbank.models import Mededeling
from stoep.meldingen.models import Categorie, Standaardtekst
from stoep.meldingen.testing import make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.werkplek.regelzinnen import Namen, sentence_of
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Toewijzingsregel, Zaak

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


def test_a_rule_is_written_read_as_a_sentence_and_switched_off(as_anouk, wegen):
    form = {
        "naam": "Wegen Centrum",
        "categorieen": ["losse-stoeptegel"],
        "gebieden": ["centrum"],
        "weekdagen": ["0", "1", "2"],
        "uur_van": "8",
        "uur_tot": "17",
        "groep_id": str(wegen.pk),
        "prioriteit": "10",
        "actief": "on",
    }
    assert as_anouk.post("/werkplek/beheer/toewijzingsregels/nieuw/", form).status_code == 302
    page = as_anouk.get("/werkplek/beheer/toewijzingsregels/").content.decode()
    assert "in Centrum op maandag tot en met woensdag tussen 8 en 17 uur gaan naar Wegen." in page
    regel = Toewijzingsregel.objects.get()
    form.pop("actief")
    assert as_anouk.post(f"/werkplek/beheer/toewijzingsregels/{regel.pk}/", form).status_code == 302
    assert not Toewijzingsregel.objects.get().actief


def test_asking_what_would_happen_to_a_report_changes_nothing(as_anouk, wegen):
    put_toewijzingsregel(naam="Alles", groep_id=wegen.pk, actor=SYSTEM)
    page = as_anouk.get(
        "/werkplek/beheer/toewijzingsregels/",
        {"categorie": "losse-stoeptegel", "gebied": "centrum", "kanaal": "site", "weekdag": "0", "uur": "9"},
    ).content.decode()
    assert "Regel &#x27;Alles&#x27; geldt voor alle zaken." in page
    assert not Zaak.objects.exists()


def test_a_rule_without_conditions_reads_as_the_rest():
    class Row:
        categorieen = gebieden = kanalen = weekdagen = ()
        alleen_spoed = False
        uur_van = uur_tot = medewerker_id = None
        groep_id, kies_lid = "g", True

    namen = Namen(groepen={"g": "Wegen"})
    told = sentence_of(Row(), namen)
    assert told == "Alle andere meldingen gaan naar Wegen; Stoep kiest wie er is en het minste werk heeft."


def test_a_norm_is_changed_for_new_reports_only(as_anouk):
    old = make_report()
    soort = Categorie.objects.get(slug="losse-stoeptegel")
    form = {
        "naam": soort.naam,
        "hoofdcategorie": soort.hoofdcategorie.slug,
        "servicenorm_werkdagen": "1",
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
    good = {"naam": "Losse stoeptegel", "hoofdcategorie": heading, "servicenorm_werkdagen": "5", "volgorde": "1"}
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
