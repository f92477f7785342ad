"""Colleagues forward, look at the work and keep contractors."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.meldingen.testing import make_foto, make_report
from stoep.opdrachten.commands import report_ready, return_opdracht
from stoep.opdrachten.models import Opdracht, Opdrachtnemer
from stoep.opdrachten.testing import make_opdracht
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.testing import sign_in_client


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def forward(client, melding, **changes):
    path = f"/werkplek/meldingen/{melding.pk}/doorzetten/"
    nemer = Opdrachtnemer.objects.get()
    data = {
        "sleutel": hidden(client.get(path).content.decode(), "sleutel"),
        "opdrachtnemer": str(nemer.pk),
        "wat": "Leg de tegel recht.",
        "onderwerp": "Een aannemer gaat aan de slag",
        "tekst": "Een aannemer gaat voor u aan de slag.",
        "stap": "voorbeeld",
        **changes,
    }
    shown = client.post(path, data).content.decode()
    if 'name="gezien"' in shown:
        data |= {"gezien": hidden(shown, "gezien"), "klaar": hidden(shown, "klaar")}
    return path, data, shown


def test_the_preview_is_what_is_sent_to_the_contractor_and_to_the_reporter(as_noor, nemer):
    melding = make_report(fotos=1)
    path, data, shown = forward(as_noor, melding, fotos=[str(melding.fotos.first().pk)])
    assert not Bericht.objects.filter(ontvanger=nemer.email).exists()
    assert "1 foto als bijlage" in shown
    for _ in range(2):
        sent = as_noor.post(path, {**data, "stap": "versturen"})
        assert (sent.status_code, sent.headers["Location"]) == (302, f"/werkplek/zaken/{melding.zaak_id}/")
    [mail] = Bericht.objects.filter(ontvanger=nemer.email)
    read = re.sub(r"</?a\b[^>]*>", "", shown).replace("&#x27;", "'")
    for line in [mail.onderwerp, *filter(None, mail.tekst.splitlines())]:
        assert line.replace("&", "&amp;").split("?")[0][:60] in read
    melding.zaak.refresh_from_db()
    assert melding.zaak.statustype.omschrijving == "Doorgezet naar extern"
    told = Bericht.objects.get(soort="melding-doorgezet")
    assert "Een aannemer gaat voor u aan de slag." in told.tekst


def test_what_changed_since_the_preview_is_shown_once_more_instead_of_sent(as_noor, nemer):
    melding = make_report()
    path, data, _shown = forward(as_noor, melding)
    again = as_noor.post(path, {**data, "stap": "versturen", "wat": "Iets heel anders."}).content.decode()
    assert "Er is iets veranderd sinds het voorbeeld" in again
    assert not Opdracht.objects.exists()


def test_the_form_proposes_contractor_words_and_photos_and_warns_for_persons(as_noor, nemer):
    melding = make_report(tekst="Losse tegel. Groet, Sanne, 06-12345678", fotos=1)
    page = as_noor.get(f"/werkplek/meldingen/{melding.pk}/doorzetten/").content.decode()
    assert f'value="{nemer.pk}" selected' in page
    assert "06-12345678" not in re.search(r"<textarea[^>]*name=\"wat\".*?</textarea>", page, re.DOTALL)[0]
    _path, _data, shown = forward(as_noor, melding, wat="Bel Sanne op 06-12345678")
    assert "<mark>Sanne</mark>" in shown
    assert "<mark>06-12345678</mark>" in shown


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"wat": ""}, "Schrijf wat de aannemer moet doen"),
        ({"wat": "x" * 4001}, "te lang"),
        ({"opdrachtnemer": "niemand"}, "Kies een aannemer uit de lijst"),
        ({"termijn": "2020-01-01"}, "Kies vandaag of een dag die nog komt"),
        ({"termijn": "overmorgen"}, "Dit is geen dag"),
        ({"fotos": ["x"]}, "Kies een foto uit de lijst"),
        ({"onderwerp": "x" * 161}, "te lang"),
    ],
)
def test_bad_input_is_told_and_nothing_goes(as_noor, nemer, change, words):
    melding = make_report()
    _path, _data, shown = forward(as_noor, melding, **change)
    assert words in shown
    assert 'name="gezien"' not in shown
    assert not Opdracht.objects.exists()


def test_who_may_not_send_gets_no_page_and_a_visitor_signs_in(client, nemer, opdracht):
    path = f"/werkplek/opdrachten/{opdracht.pk}/"
    assert client.get(path).status_code == 302
    fatima = make_medewerker("meldingen.read", "zaken.read", naam="Fatima", username="fatima")
    sign_in_client(client, fatima.account)
    assert client.get(path).status_code == 403
    assert client.get(f"/werkplek/meldingen/{opdracht.melding_id}/doorzetten/").status_code == 403
    assert client.get("/werkplek/beheer/opdrachtnemers/").status_code == 403


def test_good_work_is_previewed_and_closes_the_report(as_noor, opdracht):
    report_ready(opdracht.pk, tekst="Gemaakt.", fotos=[make_foto()])
    path = f"/werkplek/opdrachten/{opdracht.pk}/goedkeuren/"
    data = {"fotos": [str(opdracht.fotos.get().pk)], "onderwerp": "Klaar", "tekst": "De stoep is recht."}
    shown = as_noor.post(path, {**data, "stap": "voorbeeld"}).content.decode()
    assert "De stoep is recht." in shown
    assert not Bericht.objects.filter(soort="melding-opgelost").exists()
    assert as_noor.post(path, {**data, "stap": "versturen"}).status_code == 302
    assert Bericht.objects.filter(soort="melding-opgelost").count() == 1
    twice = as_noor.post(path, {**data, "stap": "versturen"}).content.decode()
    assert "Dit kan niet meer" in twice
    assert "De stoep is recht." in twice


def test_what_was_given_back_is_taken_up_on_its_page(as_noor, opdracht):
    return_opdracht(opdracht.pk, reden="niet_te_vinden", tekst="Er is geen nummer 1.")
    page = as_noor.get(f"/werkplek/opdrachten/{opdracht.pk}/").content.decode()
    assert "Wij kunnen het niet vinden" in page
    assert as_noor.post(f"/werkplek/opdrachten/{opdracht.pk}/oppakken/").status_code == 302
    assert not Opdracht.objects.get(pk=opdracht.pk).wacht_op_ons


def test_the_list_filters_and_costs_the_same_for_one_order_and_for_many(as_noor, opdracht, nemer, noor):
    def costs(path: str) -> tuple[int, str]:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            text = as_noor.get(path).content.decode()
        return len(captured), text

    costs("/werkplek/opdrachten/")
    few, _text = costs("/werkplek/opdrachten/")
    for _ in range(6):
        make_opdracht(nemer, actor=noor.actor)
    many, text = costs("/werkplek/opdrachten/")
    assert many == few
    assert text.count("data-row") == 7
    assert costs(f"/werkplek/opdrachten/?q={opdracht.nummer}")[1].count("data-row") == 1
    assert "Alle aannemers zijn op tijd" in costs("/werkplek/opdrachten/?stand=laat")[1]
    assert costs("/werkplek/opdrachten/?aannemer=x&stand=y&van=z&q=%00&pagina=-1")[1].count("data-row") == 7
    with clock.at(clock.now() + timedelta(days=20)):
        late = Opdracht.objects.visible_to(noor.actor).filter(termijn__lt=clock.now()).count()
    assert late == 7


def afspraken(*lines: tuple[str, str, str], total: int = 3) -> dict[str, str]:
    data = {"afspraak-TOTAL_FORMS": str(total), "afspraak-INITIAL_FORMS": "0"}
    for place, (slug, days, hours) in enumerate(lines):
        data |= {f"afspraak-{place}-categorie": slug, f"afspraak-{place}-werkdagen": days}
        data[f"afspraak-{place}-spoed_uren"] = hours
    return data


def test_a_contractor_is_made_changed_and_retired(as_noor, havendam):
    path = "/werkplek/beheer/opdrachtnemers/"
    base = {"naam": "Lamp & Co", "email": "licht@lamp.example", "telefoon": "0115 123456", "stap": "bewaren"}
    more = as_noor.post(f"{path}nieuw/", {**base, **afspraken(("lantaarnpaal-uit", "5", "4")), "stap": "regel"})
    assert 'name="afspraak-5-categorie"' in more.content.decode()
    assert as_noor.post(f"{path}nieuw/", {**base, **afspraken(("lantaarnpaal-uit", "5", "4"))}).status_code == 302
    row = Opdrachtnemer.objects.get()
    assert [(one.werkdagen, one.spoed_uren) for one in row.afspraken.all()] == [(5, 4)]
    changed = {**base, "versie": row.versie, **afspraken(("lantaarnpaal-uit", "3", ""), ("losse-stoeptegel", "9", ""))}
    assert as_noor.post(f"{path}{row.pk}/", changed).status_code == 302
    assert row.afspraken.count() == 2
    assert "heeft deze aannemer intussen gewijzigd" in as_noor.post(f"{path}{row.pk}/", changed).content.decode()
    as_noor.post(f"{path}{row.pk}/stoppen/")
    row.refresh_from_db()
    assert not row.actief
    assert "gestopt" in as_noor.get(path).content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"naam": ""}, "Vul de naam in"),
        ({"email": "geen adres"}, "Dit is geen e-mailadres"),
        (afspraken(("losse-stoeptegel", "", "")), "Vul het aantal werkdagen in"),
        (afspraken(("losse-stoeptegel", "0", "")), "Minstens 1 werkdag"),
        (afspraken(("losse-stoeptegel", "5", ""), ("losse-stoeptegel", "6", "")), "staat er twee keer"),
    ],
)
def test_a_contractor_that_cannot_be_right_is_not_stored(as_noor, havendam, change, words):
    data = {"naam": "Lamp & Co", "email": "licht@lamp.example", "stap": "bewaren", **afspraken(), **change}
    assert words in as_noor.post("/werkplek/beheer/opdrachtnemers/nieuw/", data).content.decode()
    assert not Opdrachtnemer.objects.exists()
