"""Two colleagues at one report at once: both see it, and no words are lost."""

from __future__ import annotations

import re

import pytest

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.meldingen.commands import (
    accept_heropenverzoek,
    accept_melding,
    cancel_melding,
    decline_heropenverzoek,
    forward_melding,
    merge_melding,
    plan_melding,
    reopen_melding,
    request_heropenen,
    resolve_melding,
    return_melding,
)
from stoep.meldingen.errors import MeldingChangedMeanwhile
from stoep.meldingen.testing import make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import ANONYMOUS
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import sign_in_client
from stoep.zaken.commands import add_notitie
from stoep.zaken.models import Gebeurtenis, Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]

WORDS = "Wij leggen de tegel morgen recht. Mijn woorden zijn er nog."


@pytest.fixture
def melding():
    return make_report()


@pytest.fixture
def bram(db):
    bram = make_medewerker("meldingen.*", "zaken.*", "berichten.*", naam="Bram Janssen", username="bram")
    bram.actor = actor_of(bram.account)
    return bram


@pytest.fixture
def desk(client, noor):
    sign_in_client(client, noor.account)
    return client


def gezien_on(page):
    return re.search(r'name="gezien" value="([^"]+)"', page)[1]


def test_an_act_on_what_one_saw_is_done(melding, noor):
    seen = Zaak.objects.get(pk=melding.zaak_id).versie
    plan_melding(melding.pk, dag=clock.today(), versie=seen, actor=noor.actor)
    assert Zaak.objects.get(pk=melding.zaak_id).statustype.omschrijving == "Ingepland"


def test_refuses_an_act_when_a_colleague_was_first_and_nothing_happens(melding, noor, bram):
    before = Zaak.objects.get(pk=melding.zaak_id).versie
    accept_melding(melding.pk, actor=bram.actor)
    messages = Bericht.objects.count()
    with pytest.raises(MeldingChangedMeanwhile):
        plan_melding(melding.pk, dag=clock.today(), tekst=WORDS, versie=before, actor=noor.actor)
    assert Zaak.objects.get(pk=melding.zaak_id).statustype.omschrijving == "In behandeling"
    assert Bericht.objects.count() == messages


def version(melding):
    return Zaak.objects.values_list("versie", flat=True).get(pk=melding.zaak_id)


LATER = {
    "annuleren": (cancel_melding, {"reden": "Per ongeluk"}, ""),
    "doorzetten": (forward_melding, {"naar": "Aannemer De Vries"}, ""),
    "terugnemen": (return_melding, {"reden": "Niet hun werk"}, "doorgezet"),
    "heropenen": (reopen_melding, {"reden": "Toch niet klaar"}, "dicht"),
    "toestaan": (accept_heropenverzoek, {"tekst": WORDS}, "verzoek"),
    "afwijzen": (decline_heropenverzoek, {"tekst": WORDS}, "verzoek"),
}


@pytest.mark.parametrize("daad", LATER)
def test_refuses_a_later_act_when_a_colleague_was_first_and_nothing_happens(melding, noor, daad):
    act, values, before = LATER[daad]
    if before == "doorgezet":
        forward_melding(melding.pk, naar="Aannemer De Vries", actor=noor.actor)
    elif before:
        resolve_melding(melding.pk, tekst="Klaar", actor=noor.actor)
    if before == "verzoek":
        request_heropenen(melding.pk, tekst="Het ligt nog los.", actor=ANONYMOUS)
    told, lines = Bericht.objects.count(), Gebeurtenis.objects.filter(zaak=melding.zaak_id).count()
    with pytest.raises(MeldingChangedMeanwhile):
        act(melding.pk, **values, versie=version(melding) - 1, actor=noor.actor)
    assert (Bericht.objects.count(), Gebeurtenis.objects.filter(zaak=melding.zaak_id).count()) == (told, lines)
    act(melding.pk, **values, versie=version(melding), actor=noor.actor)
    assert Gebeurtenis.objects.filter(zaak=melding.zaak_id).count() > lines


def test_refuses_a_merge_the_other_way_round_when_the_head_changed_meanwhile(melding, noor, bram):
    deel, seen = make_report(), version(melding)
    accept_melding(melding.pk, actor=bram.actor)
    with pytest.raises(MeldingChangedMeanwhile):
        merge_melding(deel.pk, hoofd_id=melding.pk, hoofd_versie=seen, actor=noor.actor)
    assert Zaak.objects.get(pk=deel.zaak_id).hoofdzaak_id is None


def test_the_second_sees_what_the_first_did_keeps_her_words_and_can_go_on(desk, melding, bram):
    address = f"/werkplek/meldingen/{melding.pk}/afhandelen/"
    opened = desk.get(address).content.decode()
    accept_melding(melding.pk, actor=bram.actor)
    add_notitie(melding.zaak_id, tekst="Ik rij er nu heen.", actor=bram.actor)
    typed = {"uitkomst": "opgelost", "onderwerp": "Klaar", "tekst": WORDS, "stap": "versturen"}
    page = desk.post(address, {**typed, "gezien": gezien_on(opened)}).content.decode()
    for words in ("Dit veranderde intussen", "Bram Janssen", "In behandeling", "Ik rij er nu heen.", WORDS):
        assert words in page
    assert not Zaak.objects.get(pk=melding.zaak_id).is_closed

    desk.post(address, {**typed, "gezien": gezien_on(page)})
    assert Zaak.objects.get(pk=melding.zaak_id).is_closed


def test_what_changed_is_shown_with_the_preview_already(desk, melding, bram):
    address = f"/werkplek/meldingen/{melding.pk}/inplannen/"
    opened = desk.get(address).content.decode()
    accept_melding(melding.pk, actor=bram.actor)
    page = desk.post(
        address, {"dag": clock.today().isoformat(), "tekst": WORDS, "stap": "voorbeeld", "gezien": gezien_on(opened)}
    ).content.decode()
    assert "Dit veranderde intussen" in page
    assert WORDS in page


@pytest.mark.parametrize("gezien", ["", "x", "1", "1@", "-1@2026-11-20T10:00:00+00:00", "1@2026-11-20", "9" * 400])
def test_a_form_that_remembers_nothing_sensible_is_taken_as_an_old_form(desk, melding, gezien):
    page = desk.post(f"/werkplek/meldingen/{melding.pk}/overdragen/", {"gezien": gezien})
    assert page.status_code == 200
    assert "Kies een collega" in page.content.decode()
