"""Reporting on the site, step by step, without JavaScript."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from stoep.berichten.models import Bericht
from stoep.meldingen.models import Concept, Melding
from stoep.meldingen.testing import jpeg

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
