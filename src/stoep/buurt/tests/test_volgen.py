"""Following an area: only the owner of an address says yes, everybody is told once, and stopping is forgetting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from stoep.berichten.models import Bericht
from stoep.buurt.commands import forget_unconfirmed, publish_meldingen, send_overzichten
from stoep.buurt.commands.follow_area import link_of
from stoep.buurt.models import Buurtabonnement, OpenbareMelding
from stoep.buurt.rules.volgen import due_since
from stoep.foundation import clock
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import Volger
from stoep.toegang.actors import SYSTEM

ASKED = {"gebied": "centrum", "ritme": "direct", "email": "mien@voorbeeld.example", "straal": "500"}


def ask(client, **more):
    return client.post("/buurt/volgen/", {**ASKED, **more}, follow=True)


def mails():
    return list(Bericht.objects.filter(soort="buurt-volgen").order_by("aangemaakt_op"))


@pytest.fixture
def follower(havendam, client):
    """Mien follows the centre, from an hour ago."""
    with clock.at(clock.now() - timedelta(hours=1)):
        ask(client)
        row = Buurtabonnement.objects.get()
        client.post(path_of(row), {"doe": "bevestig"})
    row.refresh_from_db()
    return row


def path_of(row):
    return "/" + link_of(row).split("/", 3)[3]


@pytest.mark.parametrize(
    ("ritme", "now", "since"),
    [
        ("dag", "2026-11-25T08:00", "2026-11-25T06:00"),
        ("dag", "2026-11-25T05:00", "2026-11-24T06:00"),
        ("week", "2026-11-25T08:00", "2026-11-23T06:00"),
        ("week", "2026-11-23T05:00", "2026-11-16T06:00"),
        ("dag", "2026-07-01T05:30", "2026-07-01T05:00"),
        ("direct", "2026-11-25T08:00", "2026-11-25T07:50"),
    ],
)
def test_mail_goes_at_seven_in_the_morning_in_the_netherlands(ritme, now, since):
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert due_since(ritme, moment, clock.AMSTERDAM) == datetime.fromisoformat(since).replace(tzinfo=UTC)


def test_asking_sends_one_mail_with_a_link_and_opening_it_changes_nothing(havendam, client):
    assert "Kijk in uw mail" in ask(client).content.decode()
    row = Buurtabonnement.objects.get()
    assert link_of(row) in mails()[0].tekst
    assert client.get(path_of(row)).status_code == 200
    row.refresh_from_db()
    assert row.bevestigd_op is None
    assert "mien" not in path_of(row)


def test_nobody_can_learn_who_follows(follower, client):
    before = len(mails())
    assert "Kijk in uw mail" in ask(client).content.decode()
    assert len(mails()) == before
    assert Buurtabonnement.objects.count() == 1


def test_everybody_is_told_what_is_new_and_what_was_handled_once(follower, report):
    with clock.at(clock.now() - timedelta(minutes=30)):
        new = report()
        done = report()
        resolve_melding(done.pk, tekst="Klaar.", actor=SYSTEM)
        publish_meldingen([done.zaak_id])
        report(categorie="ratten", point=new.point)
    assert send_overzichten() == 1
    mail = mails()[-1]
    assert "3 nieuw, 1 afgehandeld" in mail.onderwerp
    assert "Kade, Havendam" in mail.tekst
    assert new.tekst not in mail.tekst
    assert link_of(follower) in mail.tekst
    assert send_overzichten() == 0


def test_who_chose_subjects_or_a_circle_hears_only_of_those(havendam, client, report):
    with clock.at(clock.now() - timedelta(hours=1)):
        ask(client, onderwerpen=["straatverlichting"])
        ask(client, gebied="", adres="Wilgenlaan 12", straal="250", email="tim@voorbeeld.example")
        Buurtabonnement.objects.update(bevestigd_op=clock.now())
    with clock.at(clock.now() - timedelta(minutes=30)):
        report()
    before = len(mails())
    assert send_overzichten() == 1
    assert mails()[before].ontvanger == "tim@voorbeeld.example"


def test_one_changes_and_stops_and_is_forgotten(follower, client):
    path = path_of(follower)
    client.post(path, {"doe": "wijzig", "gebied": "centrum", "ritme": "week", "straal": "500"})
    follower.refresh_from_db()
    assert follower.ritme == "week"
    client.post(path, {"doe": "stop"})
    assert not Buurtabonnement.objects.exists()
    assert client.get(path).status_code == 404


def test_a_torn_or_tampered_link_is_one_that_never_was(follower, client):
    path = path_of(follower)
    for wrong in (path[:-3] + "/", path.replace("/volgen/", "/volgen/x"), "/buurt/volgen/%F0%9F%98%80/"):
        assert client.get(wrong).status_code == 404
    assert Buurtabonnement.objects.get().bevestigd_op is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "geen adres"},
        {"email": "x" * 300 + "@voorbeeld.example"},
        {"gebied": "", "adres": ""},
        {"gebied": "<b>"},
        {"gebied": "", "adres": "Nergenslaan 1"},
        {"ritme": "elk uur"},
        {"onderwerpen": ["bestaat-niet"]},
        {"gebied": "", "adres": "Kade 1", "straal": "100000"},
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_kept(havendam, client, wrong):
    page = ask(client, **wrong).content.decode()
    assert "Fout:" in page
    assert not Buurtabonnement.objects.exists()
    assert mails() == []


def test_an_address_that_was_not_confirmed_is_forgotten_and_the_others_stay(follower, client):
    with clock.at(clock.now() - timedelta(days=3)):
        ask(client, email="nooit@voorbeeld.example")
    assert forget_unconfirmed() == 1
    assert Buurtabonnement.objects.get() == follower


def test_a_public_report_is_followed_with_one_answer_for_everybody(report, client):
    melding = report(email="sanne@voorbeeld.example")
    page = f"/buurt/{OpenbareMelding.objects.get().nummer}/"
    assert f"{page}volgen/" in client.get(page).content.decode()
    answers = [client.post(f"{page}volgen/", {"email": one}) for one in ("henk@v.example", "SANNE@voorbeeld.example")]
    answers.append(client.post(f"{page}volgen/", {"email": "henk@v.example"}))
    assert {one["Location"] for one in answers} == {f"{page}volgen/?gevraagd=1"}
    assert list(Volger.objects.values_list("email", "bevestigd_op")) == [("henk@v.example", None)]
    assert "Kijk in uw mail" in client.get(answers[0]["Location"]).content.decode()
    resolve_melding(melding.pk, tekst="Klaar.", actor=SYSTEM)
    publish_meldingen([melding.zaak_id])
    assert "volgen/" not in client.get(page).content.decode().partition("<main")[2].partition("</main")[0]
    assert client.post(f"{page}volgen/", {"email": "later@v.example"}).status_code == 302
    assert Volger.objects.count() == 1


@pytest.mark.parametrize("email", ["", "x", "<b>@x", "😀", "a" * 300 + "@v.example"])
def test_what_is_no_address_follows_nothing(report, client, email):
    report()
    answer = client.post(f"/buurt/{OpenbareMelding.objects.get().nummer}/volgen/", {"email": email})
    assert answer.status_code == 200
    assert not Volger.objects.exists()
