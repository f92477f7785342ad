"""Reporting on the site, step by step, without JavaScript."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stoep.berichten.models import Bericht
from stoep.meldingen.commands import send_concept, set_concept_contact
from stoep.meldingen.models import Concept, ConceptFoto, Melding
from stoep.meldingen.testing import AT_SEA, IN_BELGIUM, IN_TERNEUZEN, jpeg, make_report
from stoep.meldingen.web import client as web_client
from stoep.toegang.actors import ANONYMOUS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

LOOSE_TILE = "Er ligt een stoeptegel los voor nummer 12"


def begin(client, tekst=LOOSE_TILE, **more):
    response = client.post("/melden/", {"tekst": tekst, **more})
    assert response.status_code == 302, response.content.decode()
    return Concept.objects.order_by("-gemaakt_op", "-pk").first().token


def begin_with_plek(client, **more):
    token = begin(client, **more)
    response = client.post(f"/melden/{token}/waar/", {"adres": "Kade 1"})
    assert response.status_code == 302, response.content.decode()
    return token


def photo(name="tegel.jpg", data=None):
    return SimpleUploadedFile(name, data if data is not None else jpeg(), content_type="image/jpeg")


def test_clear_words_and_an_address_make_a_report_in_five_screens(client):
    assert client.get("/melden/").status_code == 200
    step = client.post("/melden/", {"tekst": LOOSE_TILE}, follow=True)
    assert b"voorgesteld uit uw tekst" in step.content
    token = Concept.objects.get().token
    step = client.post(f"/melden/{token}/waar/", {"adres": "Kade 1"}, follow=True)
    assert step.redirect_chain == [(f"/melden/{token}/foto/", 302)]
    step = client.post(f"/melden/{token}/foto/", {}, follow=True)
    assert step.redirect_chain == [(f"/melden/{token}/versturen/", 302)]
    assert b"Kade 1, 4531 AA Havendam" in step.content
    step = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example"}, follow=True)
    melding = Melding.objects.get()
    assert step.redirect_chain == [(f"/melden/ontvangen/{token}/", 302)]
    assert melding.meldernummer.encode() in step.content
    assert melding.categorie.slug == "losse-stoeptegel"
    assert melding.kanaal == "site"
    assert Bericht.objects.get().ontvanger == "sanne@voorbeeld.example"


def test_unclear_words_are_asked_about_and_nothing_typed_is_lost(client):
    response = client.post("/melden/", {"tekst": "ratten in de speeltuin"})
    token = Concept.objects.get().token
    assert response.url == f"/melden/{token}/wat/?kies=1"
    page = client.get(response.url).content.decode()
    assert "ratten in de speeltuin" in page
    assert 'value="ratten"' in page
    assert 'value="speeltoestel"' in page
    again = client.post(response.url, {"tekst": "ratten in de speeltuin"})
    assert "Kies een onderwerp" in again.content.decode()
    chosen = client.post(response.url, {"tekst": "ratten in de speeltuin", "categorie": "ratten"})
    assert chosen.url == f"/melden/{token}/waar/"
    assert Concept.objects.get().categorie.slug == "ratten"


def test_a_dangerous_subject_says_to_call_first(client):
    page = client.post("/melden/", {"tekst": "ik ruik gas"}, follow=True).content.decode()
    assert "0800-9009 (dag en nacht, gratis)" in page


def test_only_what_and_where_are_required(client):
    token = begin_with_plek(client)
    client.post(f"/melden/{token}/versturen/", {})
    melding = Melding.objects.get()
    assert (melding.naam, melding.email, melding.telefoon) == ("", "", "")
    assert not Bericht.objects.exists()


def test_neither_words_nor_category_is_told_at_the_field(client):
    page = client.post("/melden/", {"tekst": "   "}).content.decode()
    assert "Schrijf in een paar woorden wat er aan de hand is" in page
    assert not Concept.objects.exists()


def test_a_street_with_more_addresses_gives_a_list_to_choose_from(client):
    token = begin(client)
    page = client.post(f"/melden/{token}/waar/", {"adres": "Wilgenlaan"}).content.decode()
    assert "Wilgenlaan 12, 4531 AB Havendam" in page
    assert "Kies hieronder welke u bedoelt" in page
    chosen = client.post(
        f"/melden/{token}/waar/",
        {"adres": "Wilgenlaan", "keuze": "3.8010000|51.3310000|Wilgenlaan 12, 4531 AB Havendam"},
    )
    assert chosen.status_code == 302
    assert Concept.objects.get().adres == "Wilgenlaan 12, 4531 AB Havendam"


def test_a_pin_gets_the_address_near_it(client):
    token = begin(client)
    client.post(f"/melden/{token}/waar/", {"adres": "", "lon": "3.80001", "lat": "51.33001"})
    assert Concept.objects.get().adres == "Kade 1, 4531 AA Havendam"


def test_the_pin_is_enough_while_the_address_search_is_down(client, addresses):
    addresses.is_down = True
    token = begin(client)
    client.post(f"/melden/{token}/waar/", {"adres": "", "lon": "3.8", "lat": "51.33"})
    assert Concept.objects.get().has_plek
    other = begin(client)
    page = client.post(f"/melden/{other}/waar/", {"adres": "Kade 1"}).content.decode()
    assert "Zoeken op adres lukt nu niet" in page


def point(where):
    return {"lon": str(where.lon), "lat": str(where.lat)}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "Vul een adres in, of zet de speld op de kaart"),
        ({"adres": "Onbestaandstraat 99"}, "Wij vinden dit adres niet"),
        ({"adres": "a" * 201}, "Dit adres is te lang"),
        ({"lon": "nan", "lat": "51.33"}, "niet goed doorgekomen"),
        ({"lon": "inf", "lat": "-inf"}, "niet goed doorgekomen"),
        ({"lon": "1e400", "lat": "51"}, "niet goed doorgekomen"),
        ({"lon": "200", "lat": "51"}, "niet goed doorgekomen"),
        ({"lon": "<script>alert(1)</script>", "lat": "51"}, "niet goed doorgekomen"),
        ({"lon": "3.8"}, "niet goed doorgekomen"),
        (point(IN_BELGIUM), "ligt niet in Nederland, of ligt op zee"),
        (point(AT_SEA), "ligt niet in Nederland, of ligt op zee"),
        (point(IN_TERNEUZEN), "ligt buiten onze gemeente"),
        ({"keuze": "onzin"}, "niet goed doorgekomen"),
        ({"keuze": "4.9|52.37|Damrak 1"}, "ligt buiten onze gemeente"),
        ({"keuze": "x" * 400}, ""),
        ({"adres": "\x00\x00"}, "Vul een adres in"),
        ({"adres": "'; DROP TABLE meldingen_melding; --"}, "Wij vinden dit adres niet"),
    ],
)
def test_a_place_that_cannot_be_right_is_told_at_the_field(client, given, message):
    token = begin(client)
    response = client.post(f"/melden/{token}/waar/", given)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Concept.objects.get().has_plek


@pytest.mark.parametrize(
    "tekst",
    [
        "<script>alert(1)</script> stoeptegel los",
        "😀 stoeptegel los 🧱",
        "stoeptegel los\x00\x07\x1b[31m",
        "stoeptegel los \u202egevaar\u2066",
        "stoeptegel los\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
        "{{ 7|add:7 }} {% debug %} stoeptegel los {link}",
    ],
)
def test_strange_text_is_kept_as_text_and_shown_as_text(client, tekst):
    token = begin_with_plek(client, tekst=tekst)
    page = client.get(f"/melden/{token}/versturen/").content.decode()
    assert "<script>alert(1)" not in page
    response = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example"})
    assert response.status_code == 302
    melding = Melding.objects.get()
    assert "\x00" not in melding.tekst
    assert "stoeptegel los" in melding.tekst


def test_too_long_a_text_is_told_and_kept_in_the_field(client):
    tekst = "stoeptegel los " + "a" * 4000
    page = client.post("/melden/", {"tekst": tekst}).content.decode()
    assert "Uw tekst is te lang: 4015 tekens" in page
    assert tekst in page
    assert not Concept.objects.exists()


def test_line_ends_count_once_whatever_the_browser_sends(client):
    tekst = "stoeptegel los" + "\r\n" * 3986
    assert client.post("/melden/", {"tekst": tekst}).status_code == 302


@pytest.mark.parametrize("categorie", ["bestaat-niet", "wegen-en-straten", "<b>", "a" * 500, "\x00"])
def test_a_category_that_is_none_is_refused(client, categorie):
    response = client.post("/melden/", {"tekst": "iets", "categorie": categorie})
    assert response.status_code in (200, 302)
    assert not Concept.objects.exclude(categorie=None).exists()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("email", "geen adres", "Dit is geen e-mailadres"),
        ("email", "a" * 300 + "@voorbeeld.example", "e-mailadres"),
        ("email", "sanne@voorbeeld.example\nBcc: x@y.example", "e-mailadres"),
        ("email", "😀@voorbeeld.example", "Dit is geen e-mailadres"),
        ("telefoon", "bel me", "geen telefoonnummer"),
        ("telefoon", "0" * 100, "telefoonnummer is te lang"),
        ("naam", "n" * 200, "Deze naam is te lang"),
    ],
)
def test_contact_details_that_cannot_be_right_are_told_at_the_field(client, field, value, message):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/versturen/", {field: value})
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not Melding.objects.exists()
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.jpg", b"%PDF-1.7 " + b"x" * 500),
        ("leeg.jpg", b" "),
        ("bom.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100),
        ("zip.jpg", b"PK\x03\x04" + b"\x00" * 1000),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("half.jpg", jpeg()[:400]),
        ("../../etc/passwd", b"root:x:0:0"),
        ("<img src=x>.jpg", b"geen foto"),
    ],
)
def test_what_is_no_photo_is_refused_whatever_it_is_called(client, name, data):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/foto/", {"foto": photo(name, data)})
    assert response.status_code == 200
    assert "als foto lezen" in response.content.decode()
    assert "<img src=x>" not in response.content.decode()
    assert not ConceptFoto.objects.exists()


def test_a_photo_of_fifty_megabytes_is_refused_with_the_limit(client):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/foto/", {"foto": photo(data=jpeg() + b"\x00" * 50_000_000)})
    assert response.status_code == 200
    assert "te groot" in response.content.decode()
    assert not ConceptFoto.objects.exists()


def test_a_refused_photo_does_not_harm_the_others(client):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/foto/", {"foto": [photo(), photo("brief.jpg", b"%PDF-1.7")]})
    assert "brief.jpg: " in response.content.decode()
    assert ConceptFoto.objects.filter(is_stored=True).count() == 1


def test_a_fourth_photo_is_refused_and_one_can_be_taken_away(client):
    token = begin_with_plek(client)
    client.post(f"/melden/{token}/foto/", {"foto": [photo(data=jpeg(colour=f"#00{n}{n}00")) for n in range(3)]})
    response = client.post(f"/melden/{token}/foto/", {"foto": photo(data=jpeg(colour="#ff0000"))})
    assert "hoogstens 3 foto" in response.content.decode()
    assert ConceptFoto.objects.count() == 3
    first = ConceptFoto.objects.first()
    client.post(f"/melden/{token}/foto/", {"weg": str(first.pk)})
    client.post(f"/melden/{token}/foto/", {"weg": str(first.pk)})
    client.post(f"/melden/{token}/foto/", {"weg": "geen-id"})
    assert ConceptFoto.objects.count() == 2


def test_photos_of_a_draft_become_documents_of_the_report(client):
    token = begin_with_plek(client)
    client.post(f"/melden/{token}/foto/", {"foto": photo()})
    foto = ConceptFoto.objects.get()
    assert client.get(f"/melden/{token}/foto/{foto.pk}/?klein").headers["Content-Type"] == "image/jpeg"
    client.post(f"/melden/{token}/versturen/", {})
    assert Melding.objects.get().fotos.count() == 1
    assert client.get(f"/melden/{token}/foto/{foto.pk}/").status_code == 404


def test_a_double_click_makes_one_report_and_one_mail(client):
    token = begin_with_plek(client)
    for _ in range(2):
        response = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example"})
        assert response.status_code == 302
        assert response.url == f"/melden/ontvangen/{token}/"
    assert Melding.objects.count() == Bericht.objects.count() == 1


def test_a_second_click_that_comes_in_while_the_first_is_sending_gets_the_receipt_too(client, monkeypatch):
    token = begin_with_plek(client)

    def send_meanwhile(token, **contact):
        send_concept(token, actor=ANONYMOUS)
        return set_concept_contact(token, **contact)

    monkeypatch.setattr("stoep.meldingen.web.melden.set_concept_contact", send_meanwhile)
    response = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example"})
    assert (response.status_code, response.url) == (302, f"/melden/ontvangen/{token}/")
    assert Melding.objects.count() == 1


@pytest.mark.parametrize("step", ["wat", "waar", "foto", "versturen"])
def test_the_back_button_after_sending_leads_to_the_receipt(client, step):
    token = begin_with_plek(client)
    client.post(f"/melden/{token}/versturen/", {})
    for method in (client.get, client.post):
        response = method(f"/melden/{token}/{step}/")
        assert response.status_code == 302
        assert response.url == f"/melden/ontvangen/{token}/"


def test_a_sent_draft_keeps_nothing_of_its_writer(client):
    token = begin_with_plek(client)
    client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example", "naam": "Sanne"})
    concept = Concept.objects.get()
    assert (concept.tekst, concept.naam, concept.email, concept.adres, concept.lon) == ("", "", "", "", None)
    assert not ConceptFoto.objects.exists()


def test_changing_something_keeps_the_contact_details_that_were_typed(client):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example", "naar": "waar"})
    assert response.url == f"/melden/{token}/waar/"
    assert "sanne@voorbeeld.example" in client.get(f"/melden/{token}/versturen/").content.decode()
    assert not Melding.objects.exists()


def test_a_draft_of_yesterday_is_gone_but_what_is_typed_now_begins_anew(client):
    token = begin_with_plek(client)
    Concept.objects.update(verloopt_op="2020-01-01T00:00Z")
    for step in ("waar", "foto", "versturen"):
        response = client.post(f"/melden/{token}/{step}/", {})
        assert response.status_code == 404
        assert "niet meer te openen" in response.content.decode()
    response = client.post(f"/melden/{token}/wat/", {"tekst": LOOSE_TILE})
    assert response.status_code == 302
    assert token not in response.url


@pytest.mark.parametrize("token", ["onzin", "a" * 64, "%00", "..%2f..", "😀"])
def test_an_unknown_draft_is_a_friendly_page(client, token):
    for step in ("waar", "foto", "versturen"):
        assert client.get(f"/melden/{token}/{step}/").status_code == 404
    assert client.get(f"/melden/ontvangen/{token}/").status_code == 404


def test_no_session_or_cookie_is_needed_so_nothing_can_expire(client):
    client.handler.enforce_csrf_checks = True
    token = begin_with_plek(client)
    client.cookies.clear()
    assert client.post(f"/melden/{token}/versturen/", {}).status_code == 302
    assert Melding.objects.count() == 1


def test_a_form_that_another_site_sends_is_shown_not_acted_upon(client):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/versturen/", {"naam": "Sanne"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 200
    assert "Controleer wat u hebt ingevuld" in response.content.decode()
    assert 'value="Sanne"' in response.content.decode()
    assert not Melding.objects.exists()


def test_far_too_many_reports_from_one_connection_are_slowed_and_nothing_is_lost(client, monkeypatch):
    monkeypatch.setitem(web_client.LIMITS, "versturen", 1)
    for _ in range(2):
        token = begin_with_plek(client)
        response = client.post(f"/melden/{token}/versturen/", {"naam": "Sanne"})
    assert response.status_code == 200
    assert "Wacht een kwartier" in response.content.decode()
    assert Concept.objects.get(token=token).naam == "Sanne"
    assert Melding.objects.count() == 1


def test_open_reports_of_the_same_subject_nearby_are_shown_without_words_or_names(client):
    make_report(tekst="GEHEIME TEKST", naam="GEHEIME NAAM")
    token = begin_with_plek(client)
    page = client.get(f"/melden/{token}/waar/").content.decode()
    assert "Is het een van deze?" in page
    assert "GEHEIM" not in page
    piece = client.post(f"/melden/{token}/vlakbij/", {"lon": "3.8001", "lat": "51.33"}).content.decode()
    assert "meter verderop" in piece
    assert client.post(f"/melden/{token}/vlakbij/", {"lon": "nan", "lat": "x"}).content.strip() == b""
