"""The page of a zaak: everything on it, and what can be done from it."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.meldingen.commands import accept_melding, resolve_melding
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client
from stoep.werkplek.geschiedenis import tell
from stoep.zaken.commands import add_notitie, put_toewijzingsregel
from stoep.zaken.models import Notitie, Zaak


def page_of(client, melding):
    return client.get(f"/werkplek/zaken/{melding.zaak_id}/").content.decode()


def test_the_page_shows_report_reporter_phases_history_and_what_the_reporter_sees(as_noor, noor, wegen):
    put_toewijzingsregel(naam="Wegen Centrum", groep_id=wegen.pk, gebieden=["centrum"], actor=SYSTEM)
    melding = make_report(tekst="De tegel steekt 5 cm omhoog", fotos=1)
    page = page_of(as_noor, melding)
    for words in (
        "De tegel steekt 5 cm omhoog", "Sanne Visser", melding.meldernummer, melding.zaak.identificatie,
        "Dit ziet de melder", "door regel &#x27;Wegen Centrum&#x27;", "Waarom?", "gebied centrum",
        "Neem in behandeling", "Vraag melder", "data-kaart",
    ):  # fmt: skip
        assert words in page, words
    accept_melding(melding.pk, actor=noor.actor)
    assert "Handel af" in page_of(as_noor, melding)


def test_reports_nearby_and_of_the_same_reporter_are_shown(as_noor, noor):
    earlier, melding = make_report(tekst="eerder"), make_report()
    page = page_of(as_noor, melding)
    assert f"/werkplek/zaken/{earlier.zaak_id}/" in page
    assert "1 andere melding" in page
    assert "1 melding binnen 75 meter" in page


def test_a_page_costs_the_same_number_of_queries_however_much_happened(as_noor, noor):
    melding = make_report()
    page_of(as_noor, melding)
    with CaptureQueriesContext(connection) as before:
        page_of(as_noor, melding)
    for place in range(5):
        add_notitie(melding.zaak_id, tekst=f"Notitie {place}", actor=noor.actor)
        make_report(fotos=1)
    with CaptureQueriesContext(connection) as after:
        page_of(as_noor, melding)
    assert len(after) == len(before)


def test_a_note_is_kept_and_an_empty_one_is_refused_at_the_field(as_noor, noor):
    melding = make_report()
    url = f"/werkplek/zaken/{melding.zaak_id}/notitie/"
    assert as_noor.post(url, {"tekst": "  "}).status_code == 200
    assert not Notitie.objects.exists()
    assert as_noor.post(url, {"tekst": "Afgezet met lint. <b>Let op</b>"}).status_code == 302
    assert "Afgezet met lint. &lt;b&gt;Let op&lt;/b&gt;" in page_of(as_noor, melding)


def test_too_long_a_note_comes_back_with_what_was_typed(as_noor, noor):
    melding = make_report()
    page = as_noor.post(f"/werkplek/zaken/{melding.zaak_id}/notitie/", {"tekst": "lang " * 1000}).content.decode()
    assert "hoogstens 4000 tekens" in page
    assert "lang lang lang" in page
    assert not Notitie.objects.exists()


def test_reopening_asks_why_and_a_second_colleague_reads_that_it_is_open_already(as_noor, noor):
    melding = make_report()
    accept_melding(melding.pk, actor=noor.actor)
    resolve_melding(melding.pk, tekst="Ligt weer recht", uitkomst="opgelost", actor=noor.actor)
    url = f"/werkplek/zaken/{melding.zaak_id}/heropenen/"
    assert as_noor.post(url, {"reden": ""}).status_code == 200
    assert Zaak.objects.get(pk=melding.zaak_id).is_closed
    assert as_noor.post(url, {"reden": "Hij ligt weer los"}).status_code == 302
    assert not Zaak.objects.get(pk=melding.zaak_id).is_closed
    second = as_noor.post(url, {"reden": "Ik zie hem ook los liggen"}).content.decode()
    assert "is nog open" in second
    assert "Ik zie hem ook los liggen" in second


def test_a_term_that_cannot_be_extended_says_so_and_changes_nothing(as_noor, noor):
    melding = make_report()
    before = Zaak.objects.get(pk=melding.zaak_id)
    page = as_noor.post(f"/werkplek/zaken/{melding.zaak_id}/verlengen/", {"reden": "Drukte"}).content.decode()
    assert "Drukte" in page
    assert Zaak.objects.get(pk=melding.zaak_id).versie == before.versie


def test_a_message_is_shown_with_its_proof_only_at_its_own_zaak(as_noor, noor):
    first, other = make_report(), make_report()
    message = as_noor.get(f"/werkplek/zaken/{first.zaak_id}/").context["pagina"].berichten[0]
    assert (
        "sanne@voorbeeld.example"
        in as_noor.get(f"/werkplek/zaken/{first.zaak_id}/berichten/{message.pk}/").content.decode()
    )
    assert as_noor.get(f"/werkplek/zaken/{other.zaak_id}/berichten/{message.pk}/").status_code == 404


def test_who_may_only_read_sees_no_acts(client, havendam):
    from stoep.organisatie.testing import make_medewerker

    melding = make_report()
    reader = make_medewerker("zaken.read", "meldingen.read", naam="Ria Lezer", username="ria")
    sign_in_client(client, reader.account)
    page = page_of(client, melding)
    assert "Neem in behandeling" not in page
    assert "Schrijf een notitie" not in page


def test_who_may_not_read_reports_sees_no_reporter(client, havendam):
    from stoep.organisatie.testing import make_medewerker

    melding = make_report()
    sign_in_client(client, make_medewerker("zaken.read", naam="Ria Lezer", username="ria").account)
    page = page_of(client, melding)
    assert melding.zaak.identificatie in page
    assert "Sanne Visser" not in page


def test_an_exact_number_goes_straight_to_its_zaak(as_noor, noor):
    melding = make_report()
    target = f"/werkplek/zaken/{melding.zaak_id}/"
    year, number = melding.zaak.identificatie.split("-")[1:]
    for typed in (
        melding.zaak.identificatie, melding.zaak.identificatie.lower(), f"{year}-{int(number)}",
        melding.meldernummer, melding.meldernummer.lower().replace("-", " "),
    ):  # fmt: skip
        assert as_noor.get("/werkplek/zoeken/", {"q": typed}).url == target, typed


def test_words_find_zaken_people_and_pages_and_nonsense_finds_nothing(as_noor, noor):
    melding = make_report(adres="Wilgenlaan 14, 4531 AA Havendam")
    for typed in ("wilgenl", "Sanne", "tegel los", "stoeptegel wilgenlaan"):
        assert melding.zaak.identificatie in as_noor.get("/werkplek/zoeken/", {"q": typed}).content.decode(), typed
    assert "Noor Bakker" in as_noor.get("/werkplek/zoeken/", {"q": "bakker"}).content.decode()
    for typed in ("", "a", "'; drop table", "💡", "%00", "x" * 5000, "(((", "!!&|:*"):
        assert as_noor.get("/werkplek/zoeken/", {"q": typed}).status_code == 200, typed


def test_each_sort_of_event_is_told_as_a_sentence():
    assert (
        tell("toegewezen", {"medewerker": "Noor Bakker"}, "Wegen") == "Toegewezen aan Noor Bakker door regel 'Wegen'."
    )
    assert tell("status", {"status": "Ingepland"}) == "Status: Ingepland."
    assert tell("geopend", {}, kanaal="Website") == "Gemeld via website."
    assert tell("iets_nieuws", {}) == "Iets nieuws."
