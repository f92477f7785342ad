"""Entering and handling reports in the werkplek, without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.meldingen import queries
from stoep.meldingen.models import Melding
from stoep.meldingen.queries import Filters
from stoep.meldingen.testing import jpeg, make_report
from stoep.toegang.testing import sign_in_client
from stoep.zaken.models import Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

ENTER = "/werkplek/melding-invoeren/"


@pytest.fixture
def desk(client, noor):
    sign_in_client(client, noor.account)
    return client


def entry(**changes):
    return {
        "kanaal": "telefoon",
        "tekst": "Er ligt een stoeptegel los",
        "adres": "Kade 1",
        "naam": "Mevrouw De Vries",
        "telefoon": "0115 123456",
        "sleutel": "abc",
        **changes,
    }


def test_entering_keeps_the_channel_and_the_details_of_the_caller(desk):
    assert desk.get(ENTER).status_code == 200
    response = desk.post(ENTER, entry(kanaal="balie"), follow=True)
    melding = Melding.objects.get()
    assert melding.meldernummer in response.content.decode()
    assert (melding.kanaal, melding.naam, melding.telefoon) == ("balie", "Mevrouw De Vries", "0115 123456")
    assert 'id="id_kanaal_1" value="balie" checked' in re.sub(r"\s+", " ", response.content.decode())


def test_the_same_entry_twice_makes_one_report(desk):
    desk.post(ENTER, entry())
    desk.post(ENTER, entry())
    assert Melding.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kanaal": ""}, "Kies hoe de melding binnenkwam"),
        ({"kanaal": "site"}, ""),
        ({"tekst": "iets vaags"}, "De tekst is niet duidelijk genoeg"),
        ({"tekst": ""}, "Schrijf in een paar woorden"),
        ({"categorie": "bestaat-niet"}, "Kies een onderwerp uit de lijst"),
        ({"adres": ""}, "Vul een adres in"),
        ({"adres": "Wilgenlaan"}, "Kies hieronder welke u bedoelt"),
        ({"lon": "4.9", "lat": "52.37", "adres": ""}, "ligt buiten onze gemeente"),
        ({"email": "geen"}, "Dit is geen e-mailadres"),
        ({"telefoon": "bel me"}, "geen telefoonnummer"),
    ],
)
def test_what_cannot_be_right_is_told_at_the_field_and_nothing_is_lost(desk, changes, message):
    page = desk.post(ENTER, entry(**changes)).content.decode()
    assert message in page
    assert "Mevrouw De Vries" in page
    assert not Melding.objects.exists()


def test_a_photo_that_came_by_mail_goes_with_the_report(desk):
    foto = SimpleUploadedFile("x.jpg", jpeg(), content_type="image/jpeg")
    desk.post(ENTER, entry(kanaal="e-mail", foto=foto))
    assert Melding.objects.get().fotos.count() == 1
    wrong = SimpleUploadedFile("x.jpg", b"%PDF", content_type="image/jpeg")
    page = desk.post(ENTER, entry(sleutel="def", foto=wrong)).content.decode()
    assert "x.jpg: " in page
    assert Melding.objects.count() == 1


def test_who_has_not_signed_in_is_asked_to(client):
    melding = make_report()
    assert client.get(ENTER).status_code == 302
    for act in ("", "oppakken/", "overdragen/", "onderwerp/", "vragen/", "inplannen/", "afhandelen/"):
        response = client.get(f"/werkplek/meldingen/{melding.pk}/{act}")
        assert response.status_code == 302
        assert "/werkplek/inloggen/" in response.url


def test_every_act_has_a_page(desk):
    melding = make_report(fotos=1)
    for act in ("", "oppakken/", "overdragen/", "onderwerp/", "vragen/", "inplannen/", "afhandelen/"):
        assert desk.get(f"/werkplek/meldingen/{melding.pk}/{act}").status_code == 200
    foto = melding.fotos.get()
    assert desk.get(f"/werkplek/meldingen/foto/{foto.pk}/?klein").status_code == 200


def test_a_question_is_shown_as_it_will_be_sent_before_it_goes(desk):
    melding = make_report()
    Bericht.objects.all().delete()
    path = f"/werkplek/meldingen/{melding.pk}/vragen/"
    typed = {"onderwerp": "Vraag over {{ nummer }}", "tekst": "Bij welk huisnummer?"}
    page = desk.post(path, {**typed, "stap": "voorbeeld"}).content.decode()
    assert f"Vraag over {melding.meldernummer}" in page
    assert "Aan: sanne@voorbeeld.example" in page
    assert not Bericht.objects.exists()
    assert desk.post(path, {**typed, "stap": "versturen"}).status_code == 302
    assert Bericht.objects.get().onderwerp == f"Vraag over {melding.meldernummer}"


def test_a_standard_text_can_be_chosen_without_javascript(desk):
    melding = make_report()
    tekst = next(t for t in queries.standaardteksten_for(melding, ["vraag"]) if t.titel == "Is het nog zo?")
    page = desk.get(f"/werkplek/meldingen/{melding.pk}/vragen/?standaardtekst={tekst.pk}").content.decode()
    assert "zagen niets meer" in page


def test_resolving_keeps_the_photo_between_preview_and_sending(desk):
    melding = make_report()
    path = f"/werkplek/meldingen/{melding.pk}/afhandelen/"
    typed = {"uitkomst": "opgelost", "onderwerp": "Klaar", "tekst": "De stoep is recht."}
    foto = SimpleUploadedFile("x.jpg", jpeg(), content_type="image/jpeg")
    page = desk.post(path, {**typed, "foto": foto, "stap": "voorbeeld"}).content.decode()
    token = re.search(r'name="herstelfoto" value="([^"]+)"', page)[1]
    assert desk.post(path, {**typed, "herstelfoto": token, "stap": "versturen"}).status_code == 302
    assert Zaak.objects.get(pk=melding.zaak_id).is_closed
    assert melding.fotos.get().soort == "herstel"


def test_a_photo_that_is_none_or_a_token_that_was_made_up_resolves_nothing(desk):
    melding = make_report()
    path = f"/werkplek/meldingen/{melding.pk}/afhandelen/"
    typed = {"uitkomst": "opgelost", "onderwerp": "Klaar", "tekst": "De stoep is recht.", "stap": "versturen"}
    wrong = SimpleUploadedFile("x.jpg", b"%PDF", content_type="image/jpeg")
    assert "als foto lezen" in desk.post(path, {**typed, "foto": wrong}).content.decode()
    assert "Kies de foto opnieuw" in desk.post(path, {**typed, "herstelfoto": "verzonnen"}).content.decode()
    assert not Zaak.objects.get(pk=melding.zaak_id).is_closed


def test_the_simple_acts_work_by_their_pages(desk, noor):
    melding = make_report()
    base = f"/werkplek/meldingen/{melding.pk}/"
    assert desk.post(base + "oppakken/", {"bericht": "on"}).status_code == 302
    assert desk.post(base + "onderwerp/", {"categorie": "ratten"}).status_code == 302
    assert desk.post(base + "overdragen/", {"naar": f"medewerker:{noor.pk}"}).status_code in (200, 302)
    plan = {"dag": clock.today().isoformat(), "tekst": "", "stap": "voorbeeld"}
    assert "Plan in en verstuur" in desk.post(base + "inplannen/", plan).content.decode()
    assert desk.post(base + "inplannen/", {**plan, "stap": "versturen"}).status_code == 302
    assert (
        "Kies vandaag of een dag die nog komt"
        in desk.post(base + "inplannen/", {**plan, "dag": "2020-01-01", "stap": "versturen"}).content.decode()
    )


def test_the_worklist_takes_as_many_queries_for_a_hundred_reports_as_for_one(noor):
    def work():
        with CaptureQueriesContext(connection) as captured:
            for melding in queries.worklist(noor.actor)[:100]:
                str(melding.categorie.hoofdcategorie)
                str(melding.gebied)
                str(melding.zaak.statustype)
                str(melding.zaak.behandelaar)
        return len(captured.captured_queries)

    make_report()
    one = work()
    for _ in range(9):
        make_report()
    assert work() == one == 1


def test_the_worklist_filters_by_what_people_know(noor):
    tile = make_report()
    lamp = make_report(categorie="lantaarnpaal-uit", kanaal="telefoon", tekst="donker op het plein")

    def found(**filters):
        return set(queries.worklist(noor.actor, Filters(**filters)).values_list("pk", flat=True))

    assert found() == {tile.pk, lamp.pk}
    assert found(categorie="lantaarnpaal-uit") == {lamp.pk}
    assert found(hoofdcategorie="wegen-en-straten") == {tile.pk}
    assert found(kanaal="telefoon") == {lamp.pk}
    assert found(gebied="centrum") == {tile.pk, lamp.pk}
    assert found(tekst="plein") == {lamp.pk}
    assert found(tekst=tile.meldernummer) == {tile.pk}
    assert found(tekst=lamp.zaak.identificatie) == {lamp.pk}
    assert found(stand="dicht") == set()
    assert found(te_laat=True) == set()
    assert found(van=clock.today(), tot=clock.today()) == {tile.pk, lamp.pk}
    assert found(sorteer="onzin") == {tile.pk, lamp.pk}


def test_what_was_typed_is_not_lost_when_the_session_has_ended(client, noor):
    client.handler.enforce_csrf_checks = True
    sign_in_client(client, noor.account)
    page = client.get(ENTER).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    client.cookies.pop("sessionid")
    page = client.post(ENTER, entry(csrfmiddlewaretoken=token)).content.decode()
    assert "Wat u had getypt, is er nog" in page
    assert 'value="Mevrouw De Vries"' in page
    assert not Melding.objects.exists()

    sign_in_client(client, noor.account)
    client.cookies["csrftoken"] = "x" * 32  # signing in gives a new token
    page = client.post(ENTER, entry(csrfmiddlewaretoken=token)).content.decode()
    assert "Ga verder waar u was" in page
    fresh = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    assert client.post(ENTER, entry(csrfmiddlewaretoken=fresh)).status_code == 302
    assert Melding.objects.count() == 1


def test_a_form_that_another_site_sends_to_the_werkplek_is_refused(client, noor):
    client.handler.enforce_csrf_checks = True
    sign_in_client(client, noor.account)
    response = client.post(ENTER, entry(), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert client.post(ENTER, entry()).status_code == 403
    assert not Melding.objects.exists()
