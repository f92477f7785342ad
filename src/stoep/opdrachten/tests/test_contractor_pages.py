"""What a contractor does through the link: no login, no JavaScript, and nothing lost."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.rows import new_id
from stoep.foundation.testing import run_jobs
from stoep.gebieden.commands import import_kaartlaag
from stoep.meldingen.models import Melding
from stoep.meldingen.testing import jpeg, make_report
from stoep.opdrachten import queries
from stoep.opdrachten.commands import withdraw_opdracht
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.queries.links import order_token, overzicht_path
from stoep.opdrachten.testing import make_opdracht
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import sign_in_client

POINT = {"type": "Point", "coordinates": [3.8, 51.33]}


@pytest.fixture
def page(opdracht):
    return queries.order_path(opdracht)


def again(opdracht: Opdracht) -> Opdracht:
    return Opdracht.objects.get(pk=opdracht.pk)


def photo(name: str = "klaar.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if data is None else data, content_type="image/jpeg")


def test_opening_the_link_shows_the_work_and_notes_it_once(client, opdracht, page):
    for _ in range(2):
        answer = client.get(page)
        assert "Leg de losse tegel recht." in answer.content.decode()
    assert again(opdracht).status == "bekeken"
    assert opdracht.gebeurtenissen.filter(soort="bekeken").count() == 1
    assert not answer.cookies
    assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == ("no-referrer", "no-store")
    for private in ("sanne", "Sanne", "Noor"):
        assert private not in answer.content.decode()


def test_the_whole_round_through_the_pages(client, opdracht, page):
    day = clock.today() + timedelta(days=1)
    assert client.post(f"{page}plannen/", {"dag": day.isoformat()}).status_code == 302
    assert client.post(f"{page}vragen/", {"tekst": "Waar is de sleutel van het paaltje?"}).status_code == 302
    gone = client.post(f"{page}gereed/", {"tekst": "Gemaakt 🔧", "foto": [photo()]})
    assert gone.status_code == 302
    assert "Dank u wel" in client.get(gone.headers["Location"]).content.decode()
    row = again(opdracht)
    assert (row.status, row.gereed_tekst, row.gepland_op) == ("gereed", "Gemaakt 🔧", day)
    small = client.get(f"{page}foto/{row.fotos.get().pk}/?klein")
    assert small.headers["Content-Type"] == "image/jpeg"


def test_the_same_answer_twice_is_once_and_another_answer_is_told_with_its_words(client, opdracht, page):
    for _ in range(2):
        assert client.post(f"{page}gereed/", {"tekst": "Gemaakt"}).status_code == 302
    assert opdracht.gebeurtenissen.filter(soort="gereed").count() == 1
    late = client.post(f"{page}teruggeven/", {"reden": "anders", "tekst": "Wij vonden het hek dicht."})
    assert late.status_code == 409
    assert "Wij vonden het hek dicht." in late.content.decode()
    assert again(opdracht).status == "gereed"


def test_every_link_that_does_not_work_gives_one_and_the_same_page(client, opdracht, page):
    pages = ["/opdracht/x.y.z/", f"{page[:-2]}x/", f"/opdracht/{order_token(new_id(), 1)}/", f"{page}gereed/x/"]
    Opdracht.objects.filter(pk=opdracht.pk).update(link_tot=clock.now() - timedelta(seconds=1))
    answers = [client.get(one) for one in [*pages[:3], page, f"{page}gereed/", "/opdracht/overzicht/x.y.z/"]]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert "Vraag een nieuwe link" in answers[0].content.decode()
    assert client.post(f"{page}gereed/", {"tekst": "Gemaakt"}).status_code == 404
    assert again(opdracht).status == "verstuurd"


@pytest.mark.parametrize(
    ("act", "data", "words"),
    [
        ("plannen", {"dag": "gisteren"}, "Dit is geen dag"),
        ("plannen", {"dag": "2020-01-01"}, "Kies vandaag of een dag die nog komt"),
        ("gereed", {"tekst": " \x00 "}, "Schrijf kort wat u hebt gedaan"),
        ("gereed", {"tekst": "x" * 4001}, "te lang"),
        ("gereed", {"tekst": "Klaar", "foto": ["script"]}, "vals.jpg"),
        ("gereed", {"tekst": "Klaar", "foto": ["foto"] * 4}, "hoogstens 3 foto"),
        ("teruggeven", {"reden": "<script>"}, "Kies een reden uit de lijst"),
        ("teruggeven", {"reden": "anders"}, "Schrijf wat er aan de hand is"),
        ("vragen", {"tekst": ""}, "Schrijf uw vraag op"),
    ],
)
def test_bad_input_is_told_at_its_field_and_changes_nothing(client, opdracht, page, act, data, words):
    files = {"foto": photo(), "script": photo("vals.jpg", b"<script>alert(1)</script>")}
    posted = {**data, "foto": [files[one] for one in data["foto"]]} if "foto" in data else data
    answer = client.post(f"{page}{act}/", posted)
    assert answer.status_code == 200
    assert words in answer.content.decode()
    row = again(opdracht)
    assert (row.status, row.vraag, row.fotos.count()) == ("verstuurd", "", 0)


def test_what_a_contractor_writes_is_shown_as_words(client, opdracht, page):
    client.post(f"{page}vragen/", {"tekst": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in client.get(page).content.decode()


def test_a_form_that_another_site_sends_does_nothing_and_keeps_what_is_in_it(client, opdracht, page):
    shown = client.post(f"{page}gereed/", {"tekst": "Gemaakt"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert "Gemaakt" in shown.content.decode()
    assert again(opdracht).status != "gereed"


def test_photos_that_were_chosen_are_not_chosen_twice(client, opdracht, page):
    shown = client.post(f"{page}gereed/", {"tekst": " ", "foto": [photo()]}).content.decode()
    assert "Uw foto is bewaard" in shown
    kept = re.findall(r'name="bewaard" value="([^"]+)"', shown)
    assert client.post(f"{page}gereed/", {"tekst": "Klaar", "bewaard": [*kept, "verzonnen"]}).status_code == 302
    assert again(opdracht).fotos.count() == 1


def test_words_are_not_lost_when_the_link_stops_working_meanwhile(client, opdracht, page):
    Opdracht.objects.filter(pk=opdracht.pk).update(link_versie=F("link_versie") + 1)
    words = {"tekst": "Vier tegels <b>gelegd</b>"}
    gone = client.post(f"{page}gereed/", words)
    unknown = client.post(f"/opdracht/{order_token(new_id(), 1)}/gereed/", words)
    assert (gone.status_code, gone.content) == (404, unknown.content)
    assert "Vier tegels &lt;b&gt;gelegd" in gone.content.decode()
    assert again(opdracht).status == "verstuurd"


def test_a_colleague_who_was_signed_out_goes_on_with_the_words_for_a_contractor(client, opdracht, noor):
    client.handler.enforce_csrf_checks = True
    sign_in_client(client, noor.account)
    address = f"/werkplek/opdrachten/{opdracht.pk}/intrekken/"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get(address).content.decode())[1]
    client.cookies.pop("sessionid")
    shown = client.post(address, {"csrfmiddlewaretoken": token, "reden": "Toch zelf gedaan"}).content.decode()
    assert "Wat u had getypt, is er nog" in shown
    assert "Toch zelf gedaan" in shown
    assert again(opdracht).status == "verstuurd"


def test_a_withdrawn_order_says_so_and_offers_nothing_to_do(client, opdracht, page, noor):
    withdraw_opdracht(opdracht.pk, actor=noor.actor)
    text = client.get(page).content.decode()
    assert "Deze opdracht is ingetrokken" in text
    assert "Het werk is klaar" not in text


def test_asking_a_link_has_one_answer_and_a_mail_goes_only_to_the_address_we_know(client, opdracht, nemer):
    Opdracht.objects.filter(pk=opdracht.pk).update(link_tot=clock.now() - timedelta(days=1))
    answers = [client.post("/opdracht/link/", {"email": one}) for one in ("WERK@straatwerk.example", "x@y.example")]
    assert [(one.status_code, one.headers["Location"]) for one in answers] == [(302, "/opdracht/link/?gevraagd=1")] * 2
    run_jobs()
    [mail] = Bericht.objects.filter(soort="opdracht-overzicht")
    assert (mail.ontvanger, opdracht.nummer in mail.tekst) == (nemer.email, True)
    shown = client.get(overzicht_path(nemer)).content.decode()
    assert queries.order_path(opdracht) in shown
    assert client.get(queries.order_path(opdracht)).status_code == 200, "the expired link works again"


def test_the_overview_costs_the_same_for_one_order_and_for_many(client, opdracht, nemer, noor):
    def costs() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            text = client.get(overzicht_path(nemer)).content.decode()
        return len(captured), text.count("opdracht-rij__naam")

    costs()
    few, shown = costs()
    for _ in range(5):
        make_opdracht(nemer, actor=noor.actor)
    assert (shown, costs()) == (1, (few, 6))


def test_the_contractor_reads_which_lamp_post_it_is_in_the_mail_and_on_the_page(client, nemer, noor):
    melding = make_report()
    Melding.objects.filter(pk=melding.pk).update(object_laag="lantaarnpalen", object_nummer="L-0042")
    features = [{"type": "Feature", "properties": {"objectnummer": "L-0042"}, "geometry": POINT}]
    import_kaartlaag(
        {"type": "FeatureCollection", "features": features},
        code="lantaarnpalen",
        naam="Lantaarnpalen",
        enkelvoud="lantaarnpaal",
        actor=SYSTEM,
    )
    opdracht = make_opdracht(nemer, melding=melding, actor=noor.actor)
    assert "Welke: lantaarnpaal L-0042" in Bericht.objects.get(ontvanger=nemer.email).tekst
    assert "Lantaarnpaal L-0042" in client.get(queries.order_path(opdracht)).content.decode()
