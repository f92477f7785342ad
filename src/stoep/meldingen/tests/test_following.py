"""'Is it one of these?' and following: offered nearby, confirmed by a link, told once, forgotten on request."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock, links
from stoep.foundation.geo import Point
from stoep.foundation.testing import published_events
from stoep.meldingen import ports, queries
from stoep.meldingen.commands import (
    confirm_volger,
    follow_melding,
    forget_volgers,
    resolve_melding,
)
from stoep.meldingen.commands.confirm_volger import stop_following
from stoep.meldingen.events import VolgersChanged
from stoep.meldingen.models import Categorie, Melding, Misbruik, Volger
from stoep.meldingen.queries.volgen import OFFER, VOLGER, volger_link
from stoep.meldingen.rules.ontvangers import once_each
from stoep.meldingen.rules.volgteksten import readdress, vague_place
from stoep.meldingen.testing import KADE, make_report
from stoep.toegang.actors import ANONYMOUS
from stoep.zaken.models import Gebeurtenis

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

HENK = "Henk@Voorbeeld.example"


@pytest.fixture
def melding():
    made = make_report()
    Bericht.objects.all().delete()
    return made


def near(point=KADE, categorie="losse-stoeptegel"):
    return queries.list_vlakbij(point, Categorie.objects.get(slug=categorie))


def follows(melding, email=HENK):
    follow_melding(melding.pk, email=email, actor=ANONYMOUS)
    volger = Volger.objects.get(email=email.lower())
    confirm_volger(volger.pk, actor=ANONYMOUS)
    Bericht.objects.all().delete()
    return volger


def draft(client):
    place = client.post("/melden/", {"tekst": "Er ligt een tegel los, al weken", "categorie": "losse-stoeptegel"})
    token = re.search(r"/melden/([^/]+)/", place["Location"])[1]
    client.post(f"/melden/{token}/waar/", {"lon": "3.80005", "lat": "51.33"})
    return token


def test_near_open_reports_of_the_category_are_offered_nearest_first_without_words_names_or_house_number(melding):
    make_report(point=Point(lon=3.8003, lat=51.33), adres="Kade 9, 4531 AA Havendam")
    offered = near()
    assert [one.meters for one in offered] == sorted(one.meters for one in offered)
    assert len(offered) == 2
    shown = repr(offered)
    for secret in (melding.tekst, melding.naam, melding.email, melding.meldernummer, "Kade 1", "Kade 9"):
        assert secret not in shown
    assert offered[0].plek == "Kade"


def test_how_near_is_near_is_said_per_category(melding):
    there = Point(lon=3.8003, lat=51.33)  # some 21 metres
    assert near(there)
    Categorie.objects.filter(slug="losse-stoeptegel").update(straal_meters=10)
    assert not near(there)


def test_nothing_is_offered_of_a_closed_or_suspicious_report_nor_of_a_category_that_is_not_public(melding, noor):
    Melding.objects.filter(pk=melding.pk).update(misbruik=Misbruik.MOGELIJK)
    assert not near()
    Melding.objects.filter(pk=melding.pk).update(misbruik=Misbruik.IN_ORDE)
    assert near()
    Categorie.objects.filter(slug="losse-stoeptegel").update(openbaar=False)
    assert not near()
    Categorie.objects.filter(slug="losse-stoeptegel").update(openbaar=True)
    resolve_melding(melding.pk, tekst="Klaar", actor=noor.actor)
    assert not near()


def test_a_picture_is_shown_only_when_it_was_released(melding, monkeypatch):
    assert near()[0].foto is None

    class Released:
        def fotos_of(self, melding_ids):
            return {pk: ports.Foto("/x.jpg", "Losse tegel") for pk in melding_ids}

    monkeypatch.setattr(ports, "_released_by", [Released()])
    assert near()[0].foto.url == "/x.jpg"


def test_looking_nearby_asks_for_reports_once_and_for_photos_once_at_1_and_at_13_reports(melding):
    def cost():
        categorie = Categorie.objects.get(slug="losse-stoeptegel")
        with CaptureQueriesContext(connection) as asked:
            queries.list_vlakbij(KADE, categorie)
        return len(asked)

    before = cost()
    for _ in range(12):
        make_report()
    assert cost() == before == 2


def test_the_offer_stands_on_the_photo_step_and_leads_to_following_with_the_written_words(client, melding):
    token = draft(client)
    page = client.get(f"/melden/{token}/foto/").content.decode()
    assert "Is het een van deze?" in page
    assert melding.tekst not in page
    address = re.search(rf'href="(/melden/{token}/volgen/[^"]+)"', page)[1]
    asked = client.get(address).content.decode()
    assert "Hou mij op de hoogte" in asked
    assert "al weken" in asked
    done = client.post(address, {"email": HENK, "doorgeven": "on"}, follow=True).content.decode()
    assert "Kijk in uw e-mail" in done
    assert Gebeurtenis.objects.filter(zaak=melding.zaak_id, soort="volger", tekst__contains="al weken").exists()
    assert Melding.objects.count() == 1


def test_who_wants_to_follow_confirms_by_the_link_and_only_then_hears(client, melding, noor):
    follow_melding(melding.pk, email=HENK, actor=ANONYMOUS)
    mail = Bericht.objects.get()
    assert mail.ontvanger == HENK.lower()
    for secret in (melding.naam, melding.email, melding.tekst, melding.meldernummer):
        assert secret not in mail.tekst + mail.html
    link = re.search(r"/volgen/\S+", mail.tekst)[0]
    assert queries.followers_count(melding) == 0
    assert "Wilt u deze melding volgen?" in client.get(link).content.decode()
    assert queries.followers_count(melding) == 0, "opening the link is not yet saying yes"
    client.post(link, {"doe": "bevestig"})
    assert queries.followers_count(melding) == 1
    Bericht.objects.all().delete()
    resolve_melding(melding.pk, tekst="Wij hebben de tegel rechtgelegd.", actor=noor.actor)
    told = Bericht.objects.get(ontvanger=HENK.lower())
    assert "rechtgelegd" in told.tekst
    words = (told.tekst + told.onderwerp + told.html).replace("Stadhuis, Kade 1", "")
    for secret in (melding.naam, melding.email, melding.meldernummer, "Kade 1"):
        assert secret not in words
    page = client.get(link).content.decode()
    assert "Afgehandeld" in page
    assert melding.tekst not in page


def test_following_again_or_one_s_own_report_gives_the_same_answer_and_no_second_mail(client, melding):
    answers = []
    for email in (HENK, HENK, HENK.upper(), melding.email):
        token = draft(client)
        page = client.get(f"/melden/{token}/foto/").content.decode()
        address = re.search(rf'href="(/melden/{token}/volgen/[^"]+)"', page)[1]
        done = client.post(address, {"email": email}, follow=True).content.decode()
        answers.append(re.sub(r"/melden/[^/]+/|csrf\S+", "", done))
    assert len(set(answers)) == 1
    assert [mail.ontvanger for mail in Bericht.objects.all()] == [HENK.lower()]


def test_who_stops_is_forgotten_at_once(client, melding, noor):
    volger = follows(melding)
    link = volger_link(volger).partition("example")[2] or volger_link(volger)
    link = "/volgen/" + link.split("/volgen/")[1]
    assert "gewist" in client.post(link, {"doe": "stop"}).content.decode()
    assert not Volger.objects.exists()
    resolve_melding(melding.pk, tekst="Klaar", actor=noor.actor)
    assert not Bericht.objects.filter(ontvanger=HENK.lower()).exists()


def test_a_tampered_expired_stopped_and_unknown_link_get_the_same_answer(client, melding):
    follow_melding(melding.pk, email=HENK, actor=ANONYMOUS)
    volger = Volger.objects.get()
    good = volger_link(volger).split("/volgen/")[1].rstrip("/")
    with clock.at(clock.now() - timedelta(days=8)):
        follow_melding(melding.pk, email="oud@voorbeeld.example", actor=ANONYMOUS)
    expired = volger_link(Volger.objects.get(email="oud@voorbeeld.example")).split("/volgen/")[1].rstrip("/")
    unknown = links.sign(VOLGER, "0192f6c0-0000-7000-8000-000000000000")
    other_purpose = links.sign("melding", str(melding.pk))
    answers = set()
    for token in (good[:-1] + ("A" if good[-1] != "A" else "B"), expired, unknown, other_purpose, "x", "x.y.z"):
        answer = client.get(f"/volgen/{token}/")
        answers.add((answer.status_code, re.sub(r"<[^>]+>", "", answer.content.decode()).replace(token, "")))
    assert {status for status, _page in answers} == {404}
    assert len(answers) == 1
    token = draft(client)
    with clock.at(clock.now() - timedelta(days=2)):
        old = links.sign(OFFER, str(melding.pk))
    for offer in (old, links.sign(OFFER, "x"), "x", good):
        assert client.get(f"/melden/{token}/volgen/{offer}/").status_code == 404


@pytest.mark.parametrize(
    ("email", "message"),
    [
        ("", "Vul uw e-mailadres in"),
        ("geen adres", "Dit is geen e-mailadres"),
        ("<script>alert(1)</script>@x.nl", "Dit is geen e-mailadres"),
        ("a" * 300 + "@voorbeeld.example", "te lang"),
        ("😀@voorbeeld.example", "Dit is geen e-mailadres"),
    ],
)
def test_a_wrong_address_is_told_at_the_field_and_nobody_is_asked(client, melding, email, message):
    answer = client.post(f"{queries.status_path(melding)}volgen/", {"email": email}).content.decode()
    assert message in answer
    assert "<script>alert" not in answer
    assert not Volger.objects.exists()


def test_who_reported_without_an_address_can_still_follow_from_the_status_page(client):
    melding = make_report(email="", naam="")
    assert "Bericht als er iets verandert?" in client.get(queries.status_path(melding)).content.decode()
    client.post(f"{queries.status_path(melding)}volgen/", {"email": HENK})
    assert Volger.objects.get().melding_id == melding.pk


def test_everybody_hears_once_whatever_they_made_or_follow():
    people = [("a@x.nl", 1), ("A@x.nl ", 2), ("b@x.nl", 3), ("", 4), ("c@x.nl", 5)]
    assert once_each(people, told=["C@X.nl"]) == [("a@x.nl", 1), ("b@x.nl", 3)]


def test_unconfirmed_and_finished_followers_are_forgotten(melding, noor):
    with clock.at(clock.now() - timedelta(days=8)):
        follow_melding(melding.pk, email="nooit@voorbeeld.example", actor=ANONYMOUS)
    follows(melding)
    assert forget_volgers() == 1
    resolve_melding(melding.pk, tekst="Klaar", actor=noor.actor)
    assert forget_volgers() == 0
    with clock.at(clock.now() + timedelta(days=120)):
        assert forget_volgers() == 1


@pytest.mark.parametrize(
    ("adres", "gebied", "shown"),
    [
        ("Kade 1, 4531 AA Havendam", "Centrum", "Kade"),
        ("Plein 1940 12-b", "Centrum", "Plein"),
        ("Stationsplein", "", "Stationsplein"),
        ("", "Centrum", "Centrum"),
        ("", "", "op de kaart aangewezen"),
    ],
)
def test_others_read_the_street_not_the_house(adres, gebied, shown):
    assert vague_place(adres, gebied) == shown


def test_words_that_were_filled_in_for_one_reporter_reach_another_with_the_others_own_number_and_link():
    words = "Beste Sanne, melding M-222222 is klaar: https://x/melding/a/ (M-222222)"
    van = {"nummer": "M-222222", "link": "https://x/melding/a/", "aanhef": "Beste Sanne", "dag": "ma 1 jan"}
    naar = {"nummer": "M-333333", "link": "https://x/melding/b/", "aanhef": "Beste melder"}
    assert readdress(words, van, naar) == "Beste melder, melding M-333333 is klaar: https://x/melding/b/ (M-333333)"
    assert "M-2" not in readdress(words, van, {"aanhef": "Beste lezer"})
    assert "melding/a" not in readdress(words, van, {})


def test_the_figures_hear_who_follows_and_who_stopped(havendam):
    melding = make_report()
    volger = Volger.objects.create(melding=melding, email="wil@voorbeeld.example", gevraagd_op=clock.now())
    for act, expected in ((confirm_volger, 1), (confirm_volger, 1), (stop_following, 2), (stop_following, 2)):
        act(volger.pk, actor=ANONYMOUS)
        heard = [event for event in published_events() if isinstance(event, VolgersChanged)]
        assert len(heard) == expected
