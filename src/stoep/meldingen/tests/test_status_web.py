"""Following a report: by link, or by number and e-mail address."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.meldingen import queries
from stoep.meldingen.commands import ask_melder, resolve_melding
from stoep.meldingen.errors import MeldingNotFound
from stoep.meldingen.models import Melding
from stoep.meldingen.testing import jpeg, make_foto, make_report
from stoep.zaken.models import Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]

SAME_ANSWER = "Wij vinden geen melding met dit nummer en dit e-mailadres"


@pytest.fixture
def melding():
    return make_report(fotos=1)


def test_number_and_address_of_the_reporter_lead_to_the_report(client, melding):
    typed = melding.meldernummer.lower().replace("-", " ")
    response = client.post("/melding/", {"nummer": typed, "email": " SANNE@voorbeeld.example "})
    assert response.status_code == 302
    page = client.get(response.url).content.decode()
    assert melding.meldernummer in page
    assert "Wij hebben uw melding ontvangen." in page
    assert "sanne@voorbeeld.example" not in page


@pytest.mark.parametrize(
    ("nummer", "email"),
    [
        ("M-222222", "sanne@voorbeeld.example"),
        ("dezelfde", "iemand@anders.example"),
        ("onzin", "sanne@voorbeeld.example"),
        ("<script>", "sanne@voorbeeld.example"),
    ],
)
def test_unknown_and_not_yours_get_the_same_answer(client, melding, nummer, email):
    nummer = melding.meldernummer if nummer == "dezelfde" else nummer
    page = client.post("/melding/", {"nummer": nummer, "email": email})
    assert page.status_code == 200
    assert SAME_ANSWER in page.content.decode()


def test_unknown_and_not_yours_take_the_same_work(melding):
    def work(nummer, email):
        with CaptureQueriesContext(connection) as captured, pytest.raises(MeldingNotFound):
            queries.find_for_melder(nummer, email)
        return [query["sql"].replace(nummer, "N") for query in captured.captured_queries]

    unknown = work("M-ZZZZZZ", "sanne@voorbeeld.example")
    not_yours = work(melding.meldernummer, "iemand@anders.example")
    assert unknown == not_yours
    assert len(unknown) == 1


def test_a_report_without_address_cannot_be_looked_up():
    anonymous = make_report(email="", naam="")
    with pytest.raises(MeldingNotFound):
        queries.find_for_melder(anonymous.meldernummer, "")


def test_a_link_that_was_tampered_with_opens_nothing(client, melding):
    path = queries.status_path(melding)
    assert client.get(path).status_code == 200
    assert client.get(path[:-3] + "xx/").status_code == 404
    assert client.get("/melding/onzin/").status_code == 404


def test_the_reporter_answers_a_question_with_text_and_photo(client, melding, noor):
    ask_melder(melding.pk, tekst="Bij welk huisnummer?", actor=noor.actor)
    melding.refresh_from_db()
    path = queries.answer_path(melding, 1)
    assert path in client.get(queries.status_path(melding)).content.decode()
    assert "Bij welk huisnummer?" in client.get(path).content.decode()
    foto = SimpleUploadedFile("x.jpg", jpeg(), content_type="image/jpeg")
    response = client.post(path, {"tekst": "Nummer 14", "foto": foto})
    assert response.status_code == 302
    assert "Uw antwoord is ontvangen" in client.get(response.url.partition("#")[0]).content.decode()
    again = client.post(path, {"tekst": "Nummer 14"})
    assert again.status_code == 404
    assert "Deze link werkt niet (meer)" in again.content.decode()
    assert melding.fotos.count() == 2


def test_a_refused_photo_keeps_the_answer_that_was_typed(client, melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    foto = SimpleUploadedFile("brief.jpg", b"%PDF-1.7", content_type="image/jpeg")
    page = client.post(queries.answer_path(melding, 1), {"tekst": "Bij de kerk", "foto": foto}).content.decode()
    assert "Bij de kerk" in page
    assert "brief.jpg: " in page
    assert Zaak.objects.get(pk=melding.zaak_id).statustype.omschrijving == "Reactie gevraagd"


def test_the_photo_of_the_repair_is_shown_to_the_reporter_only_by_the_link(client, melding, noor):
    resolve_melding(melding.pk, tekst="De stoep is weer recht.", foto=make_foto("#00ff00"), actor=noor.actor)
    path = queries.status_path(melding)
    page = client.get(path).content.decode()
    assert "De stoep is weer recht." in page
    foto = melding.fotos.get(soort="herstel")
    assert client.get(f"{path}foto/{foto.pk}/").status_code == 200
    other = make_report(email="youssef@voorbeeld.example")
    assert client.get(f"{queries.status_path(other)}foto/{foto.pk}/").status_code == 404


def test_looking_up_too_often_is_slowed(client, melding, monkeypatch):
    from stoep.meldingen.web import client as web_client

    monkeypatch.setitem(web_client.LIMITS, "opzoeken", 2)
    for _ in range(3):
        page = client.post("/melding/", {"nummer": "M-222222", "email": "a@b.example"}).content.decode()
    assert "Wacht een kwartier" in page
    assert Melding.objects.count() == 1
