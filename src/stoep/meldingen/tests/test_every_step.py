"""What holds for every step of reporting: help, privacy in addresses, and links that open nothing else."""

from __future__ import annotations

import pytest
from django.core import signing
from django.urls import reverse

from stoep.meldingen.tests.test_melden_web import LOOSE_TILE, begin_with_plek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]


def test_help_with_phone_is_on_every_step(client):
    token = begin_with_plek(client)
    for path in ("/melden/", f"/melden/{token}/waar/", f"/melden/{token}/foto/", f"/melden/{token}/versturen/"):
        assert "Komt u er niet uit?" in client.get(path).content.decode()


def test_addresses_of_pages_hold_no_personal_data(client):
    token = begin_with_plek(client)
    response = client.post(f"/melden/{token}/versturen/", {"email": "sanne@voorbeeld.example", "naam": "Sanne Visser"})
    assert "sanne" not in response.url.lower()
    page = client.get(response.url).content.decode()
    assert "sanne@voorbeeld.example" not in page


def test_proposals_come_as_a_piece_of_page_and_any_text_will_do(client):
    assert 'value="losse-stoeptegel"' in client.post("/melden/voorstel/", {"tekst": LOOSE_TILE}).content.decode()
    for tekst in ("", "\x00", "a" * 5000, "😀" * 100):
        assert client.post("/melden/voorstel/", {"tekst": tekst}).status_code == 200
    assert client.get(reverse("meldingen:voorstel")).status_code == 405


def test_a_signed_link_of_another_purpose_opens_nothing(client):
    assert client.get(f"/melding/{signing.Signer(salt='x', sep='.').sign('abc')}/").status_code == 404
