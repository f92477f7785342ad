"""Abuse: nothing is refused by a guess; what is suspicious is kept, marked with its reasons, and shown to nobody."""

from __future__ import annotations

import re

import pytest

from stoep.berichten.models import Bericht
from stoep.foundation.geo import Point
from stoep.meldingen import queries
from stoep.meldingen.commands import judge_misbruik
from stoep.meldingen.commands.make_melding import make_melding
from stoep.meldingen.errors import MisbruikNotSuspected
from stoep.meldingen.models import Categorie, Melding, Misbruik
from stoep.meldingen.rules.misbruik import HINTS, Sporen, hints_of, judge
from stoep.meldingen.testing import KADE
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.testing import sign_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

SPAM = "Buy now https://spam.example/a and https://spam.example/b {{ link }}"


def suspicious(place=0, *, email="slachtoffer@voorbeeld.example", tekst=SPAM, hints=("te_snel",)):
    return make_melding(
        categorie="losse-stoeptegel",
        tekst=tekst,
        point=Point(lon=KADE.lon + place * 0.002, lat=KADE.lat),
        naam=SPAM[:60],
        email=email,
        sporen=(hints, 1),
        actor=ANONYMOUS,
    )


@pytest.mark.parametrize(
    ("sporen", "verdacht"),
    [
        (Sporen(), False),
        (Sporen(hints=["lokveld"]), True),
        (Sporen(hints=["te_snel"]), False),
        (Sporen(hints=["te_snel"], tekst="zie https://foto.example/1"), False),
        (Sporen(tekst="zie https://foto.example/1"), False),
        (Sporen(tekst=SPAM), False),
        (Sporen(tekst=SPAM, hints=["te_snel"]), True),
        (Sporen(zelfde_tekst=9), False),
        (Sporen(zelfde_tekst=9, zelfde_netwerk=30), True),
        (Sporen(zelfde_email=6, zelfde_netwerk=20), True),
        (Sporen(zelfde_netwerk=500), False),
        (Sporen(hints=["onbekend", "te_snel", "te_snel"]), False),
    ],
)
def test_suspicion_is_a_sum_of_hints_and_each_point_has_its_reason(sporen, verdacht):
    oordeel = judge(sporen)
    assert oordeel.is_verdacht is verdacht
    assert bool(oordeel.redenen) is bool(oordeel.punten)
    assert all(reden.endswith(".") for reden in oordeel.redenen)


@pytest.mark.parametrize(
    ("lokveld", "seconden", "hints"),
    [("", None, []), ("", 30.0, []), ("", 0.4, ["te_snel"]), ("x", 30.0, ["lokveld"]), (" ", None, [])],
)
def test_a_form_that_does_not_say_how_long_it_was_open_is_no_hint(lokveld, seconden, hints):
    assert hints_of(lokveld=lokveld, seconden=seconden) == hints
    assert set(hints) <= set(HINTS)


def test_a_suspicious_report_is_kept_with_its_reasons_and_mails_no_word_that_was_typed(noor):
    melding = suspicious()
    assert melding.misbruik == Misbruik.MOGELIJK
    assert len(melding.misbruik_redenen) == 2
    mail = Bericht.objects.get()
    assert melding.meldernummer in mail.tekst
    for typed in ("Buy now", "spam.example", "Beste Buy"):
        assert typed not in mail.onderwerp + mail.tekst + mail.html
    categorie = Categorie.objects.get(slug="losse-stoeptegel")
    assert queries.list_vlakbij(KADE, categorie) == []


def test_nobody_is_flooded_with_receipts():
    for place in range(10):
        suspicious(place)
    assert Bericht.objects.count() <= 6


def test_a_report_that_is_in_order_gets_its_ordinary_receipt_once(noor):
    melding = suspicious(tekst="Kijk op https://a.example en https://b.example")
    Bericht.objects.all().delete()
    judge_misbruik(melding.pk, is_misbruik=False, actor=noor.actor)
    melding.refresh_from_db()
    assert melding.misbruik == Misbruik.IN_ORDE
    assert Bericht.objects.count() == 1
    with pytest.raises(MisbruikNotSuspected):
        judge_misbruik(melding.pk, is_misbruik=True, actor=noor.actor)
    assert Bericht.objects.count() == 1


def test_a_handler_sees_the_reasons_and_says_what_it_is(client, noor):
    melding = suspicious()
    sign_in_client(client, noor.account)
    page = client.get(f"/werkplek/zaken/{melding.zaak_id}/").content.decode()
    assert "Mogelijk misbruik" in page
    assert "In de tekst staan links (2)." in page
    assert "mogelijk misbruik" in client.get("/werkplek/zaken/").content.decode()
    client.post(f"/werkplek/meldingen/{melding.pk}/misbruik/", {"oordeel": "misbruik"})
    assert Melding.objects.get().misbruik == Misbruik.MISBRUIK


def test_a_field_that_nobody_sees_and_a_form_filled_in_at_once_are_noticed_over_all_steps(client):
    page = client.get("/melden/").content.decode()
    assert 'tabindex="-1"' in page
    begon = re.search(r'name="begon" value="([^"]+)"', page)[1]
    form = {"tekst": "losse tegel", "categorie": "losse-stoeptegel", "begon": begon, "website": "http://x.example"}
    token = re.search(r"/melden/([^/]+)/", client.post("/melden/", form)["Location"])[1]
    client.post(f"/melden/{token}/waar/", {"lon": "3.8", "lat": "51.33"})
    answer = client.post(f"/melden/{token}/versturen/", {"email": "a@voorbeeld.example", "begon": "vervalst.x.y"})
    assert answer.status_code == 302
    melding = Melding.objects.get()
    assert melding.misbruik == Misbruik.MOGELIJK
    assert any("niet zien" in reden for reden in melding.misbruik_redenen)
    receipt = client.get(answer["Location"]).content.decode()
    assert melding.meldernummer in receipt, "a program learns nothing from the answer"


def test_an_ordinary_report_is_not_suspected(client):
    token = re.search(
        r"/melden/([^/]+)/",
        client.post("/melden/", {"tekst": "losse tegel", "categorie": "losse-stoeptegel"})["Location"],
    )[1]
    client.post(f"/melden/{token}/waar/", {"lon": "3.8", "lat": "51.33"})
    client.post(f"/melden/{token}/versturen/", {"email": "a@voorbeeld.example"})
    assert Melding.objects.get().misbruik == Misbruik.GEEN
