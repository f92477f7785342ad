"""What reporters do with the links in our mails, and what colleagues see of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock, links, storage
from stoep.foundation.testing import published_events, run_jobs
from stoep.meldingen import queries
from stoep.meldingen.commands import ask_melder, put_standaardtekst, request_heropenen, resolve_melding
from stoep.meldingen.commands.keep_foto import keep_foto
from stoep.meldingen.errors import PlaatshouderUnknown
from stoep.meldingen.events import MelderTevredenheidGiven
from stoep.meldingen.models import Heropenverzoek, Standaardtekst, Tevredenheid
from stoep.meldingen.queries.voor_melder import ANTWOORD
from stoep.meldingen.rules.statussen import Stand
from stoep.meldingen.testing import jpeg, make_foto, make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.toegang.testing import sign_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]
DEAD = "Deze link werkt niet (meer)"


@pytest.fixture
def melding():
    return make_report()


@pytest.fixture
def closed(melding, noor):
    resolve_melding(melding.pk, tekst="De stoep is recht.", actor=noor.actor)
    melding.refresh_from_db()
    return melding


@pytest.fixture
def desk(client, noor):
    sign_in_client(client, noor.account)
    return client


def photo(colour="#777777"):
    return SimpleUploadedFile("foto.jpg", jpeg(colour=colour), content_type="image/jpeg")


def test_used_expired_changed_and_unknown_links_get_the_same_page(client, melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    melding.refresh_from_db()
    path = queries.answer_path(melding, 1)
    changed = path[:-4] + "xxx/"
    other = path.replace(path.split("/")[3], links.sign(ANTWOORD, f"{melding.pk}.7"))
    nonsense = path.replace(path.split("/")[3], links.sign(ANTWOORD, "onzin"))
    with clock.at(clock.now() + timedelta(days=6)):
        pages = [client.get(path)]
    assert client.post(path, {"tekst": "Hier"}).status_code == 302
    pages += [client.get(one) for one in (path, changed, other, nonsense, "/melding/tevreden/onzin/")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    assert DEAD in pages[0].content.decode()


def test_photos_stay_when_the_words_were_not_right(client, melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    path = queries.answer_path(melding, 1)
    page = client.post(path, {"tekst": "Zie foto", "foto": [photo(), SimpleUploadedFile("brief.jpg", b"%PDF")]})
    text = page.content.decode()
    assert "Uw foto is bewaard" in text
    kept = text.split('name="bewaard" value="')[1].split('"')[0]
    assert client.post(path, {"tekst": "Zie foto", "bewaard": [kept, "onzin"]}).status_code == 302
    given_up = keep_foto(make_foto("#ababab").data)
    assert storage.exists(given_up)
    with clock.at(clock.now() + timedelta(hours=26)):
        run_jobs()
    assert not storage.exists(given_up)
    assert storage.exists(melding.fotos.get(soort="antwoord").sha256)
    assert melding.fotos.filter(soort="antwoord").count() == 1


@pytest.mark.parametrize("tekst", ["x" * 5000, "<script>alert(1)</script>", "☃🦆", "a\x00b\x07c"])
def test_bad_input_never_breaks_the_answer(client, melding, noor, tekst):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    response = client.post(queries.answer_path(melding, 1), {"tekst": tekst})
    assert response.status_code == (200 if len(tekst) > 4000 else 302)
    assert b"<script>alert" not in client.get(queries.status_path(melding)).content


def test_opening_the_link_records_nothing_and_the_button_counts_once(client, closed):
    assert "Ja: " in Bericht.objects.get(soort="melding-opgelost").tekst
    ja, nee = queries.tevreden_path(closed, 1, "ja"), queries.tevreden_path(closed, 1, "nee")
    assert client.get(ja).status_code == client.get(nee).status_code == client.head(ja).status_code == 200
    assert not Tevredenheid.objects.exists()
    assert client.post(ja, {"tevreden": "ja", "redenen": ["snel"]}).status_code == 302
    assert "Wij hebben uw mening" in client.post(nee, {"tevreden": "nee", "tekst": "toch niet"}).content.decode()
    given = Tevredenheid.objects.get()
    assert (given.tevreden, given.redenen) == (True, ["snel"])
    told = [event for event in published_events() if isinstance(event, MelderTevredenheidGiven)]
    assert [(event.ronde, event.tevreden, event.redenen) for event in told] == [(1, True, ("snel",))]


def test_who_is_not_content_asks_to_look_again_with_words_and_photo(client, closed):
    nee = queries.tevreden_path(closed, 1, "nee")
    empty = client.post(nee, {"tevreden": "nee", "heropenen": "on"})
    assert "Schrijf wat er nog niet goed is" in empty.content.decode()
    assert not Tevredenheid.objects.exists()
    client.post(
        nee, {"tevreden": "nee", "redenen": ["niet-opgelost"], "tekst": "Los.", "heropenen": "on", "foto": photo()}
    )
    closed.refresh_from_db()
    assert closed.stand is Stand.VERZOEK
    assert closed.fotos.get().soort == "heropenen"
    assert "U vroeg ons om nog eens te kijken" in client.get(nee).content.decode()


def test_a_colleague_decides_with_a_preview_first(desk, closed):
    request_heropenen(closed.pk, tekst="Nog steeds los.", actor=ANONYMOUS)
    assert "Nog steeds los." in desk.get("/werkplek/meldingen/heropenen/").content.decode()
    path = f"/werkplek/meldingen/{closed.pk}/toestaan/"
    words = {"onderwerp": "Wij komen terug", "tekst": "Wij komen op {{ dag }}."}
    assert "Zo krijgt de melder het" in desk.post(path, {**words, "stap": "voorbeeld"}).content.decode()
    assert Heropenverzoek.objects.get().besluit == ""
    assert desk.post(path, {**words, "stap": "versturen"}).status_code == 302
    assert Heropenverzoek.objects.get().besluit == "toegestaan"


def test_the_list_of_requests_takes_as_many_queries_for_ten_as_for_one(desk, noor):
    def ask(number):
        for _ in range(number):
            made = make_report()
            resolve_melding(made.pk, tekst="x", actor=noor.actor)
            request_heropenen(made.pk, tekst="Kijk nog eens.", actor=ANONYMOUS)
        desk.get("/werkplek/meldingen/heropenen/")
        with CaptureQueriesContext(connection) as captured:
            desk.get("/werkplek/meldingen/heropenen/")
        return len(captured)

    assert ask(1) == ask(9)


def test_data_of_others_goes_out_only_when_the_writer_says_so(desk, melding):
    path = f"/werkplek/meldingen/{melding.pk}/afhandelen/"
    words = {"uitkomst": "opgelost", "onderwerp": "Klaar", "tekst": "Mevrouw De Wit belt u derhalve."}
    page = desk.post(path, {**words, "stap": "voorbeeld"}).content.decode()
    assert "Schrijf liever: daarom." in page
    assert "lijkt een naam" in page
    refused = desk.post(path, {**words, "stap": "versturen"}).content.decode()
    assert "Er staan gegevens van een persoon in uw tekst" in refused
    melding.refresh_from_db()
    assert not melding.zaak.is_closed
    assert desk.post(path, {**words, "weet_persoonsgegevens": "on", "stap": "versturen"}).status_code == 302


def test_advice_comes_while_writing(desk, melding):
    path = f"/werkplek/meldingen/{melding.pk}/tekstcheck/"
    assert "Schrijf liever: als." in desk.post(path, {"tekst": "Indien het regent."}).content.decode()
    assert "leest makkelijk" in desk.post(path, {"tekst": "Wij komen morgen."}).content.decode()


def test_an_unknown_place_is_refused_in_standard_texts_and_in_messages(desk, melding):
    with pytest.raises(PlaatshouderUnknown, match="huisnummer"):
        put_standaardtekst(
            handeling="opgelost", titel="Fout", onderwerp="x", tekst="Bij {{ huisnummer }}", actor=SYSTEM
        )
    assert not Standaardtekst.objects.filter(titel="Fout").exists()
    page = desk.post(
        f"/werkplek/meldingen/{melding.pk}/vragen/", {"tekst": "Bij {{ huisnummer }}?", "stap": "versturen"}
    ).content.decode()
    assert "Stoep kent {{ huisnummer }} niet" in page


def test_standard_texts_are_managed_in_one_place(desk):
    page = desk.get("/werkplek/beheer/standaardteksten/").content.decode()
    assert "Antwoord ontvangen" in page
    form = {
        "handeling": "opgelost",
        "categorie": "",
        "titel": "Nieuw",
        "onderwerp": "Klaar",
        "tekst": "Klaar.",
        "volgorde": "5",
    }
    assert (
        "Zo krijgt de melder het"
        in desk.post("/werkplek/beheer/standaardteksten/nieuw/", {**form, "stap": "voorbeeld"}).content.decode()
    )
    assert desk.post("/werkplek/beheer/standaardteksten/nieuw/", form).status_code == 302
    made = Standaardtekst.objects.get(titel="Nieuw")
    assert desk.post(f"/werkplek/beheer/standaardteksten/{made.pk}/", {**form, "titel": "Ontvangen"}).status_code == 302
    assert desk.post(f"/werkplek/beheer/standaardteksten/{made.pk}/weghalen/").status_code == 302
    assert not Standaardtekst.objects.filter(pk=made.pk).exists()


def test_an_administrator_sees_the_table_and_sets_the_terms(desk):
    assert "Verzoek tot heropenen" in desk.get("/werkplek/beheer/statussen/").content.decode()
    path = "/werkplek/beheer/meldingen/"
    terms = {"antwoord_dagen": "7", "heropenen_dagen": "14", "bewaar_contact_dagen": "90", "bewaar_foto_dagen": "90"}
    assert desk.post(path, {**terms, "antwoord_dagen": "0", "stap": "termijnen"}).status_code == 200
    assert queries.get_instellingen().antwoord_dagen == 5
    assert desk.post(path, {**terms, "stap": "termijnen"}).status_code == 302
    assert queries.get_instellingen().antwoord_dagen == 7
    assert desk.post(path, {"stap": "reden", "tevreden": "nee", "tekst": "Het bleef vies"}).status_code == 302
    assert "nee-het-bleef-vies" in [reden.code for reden in queries.list_redenen(tevreden=False)]
    assert desk.post(path, {"stap": "zet:nee-het-bleef-vies"}).status_code == 302
    assert "nee-het-bleef-vies" not in [reden.code for reden in queries.list_redenen(tevreden=False)]
