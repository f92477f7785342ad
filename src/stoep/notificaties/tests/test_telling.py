"""What happens becomes messages of the norm, without personal data, for who wants them; without subscribers it is free."""

from __future__ import annotations

import json

import pytest
from django.conf import settings

from stoep.foundation.models import Delivery, OutboxEvent
from stoep.foundation.outbox.listeners import key_of
from stoep.foundation.testing import deliver_outbox
from stoep.notificaties.commands import Wens, remove_abonnement
from stoep.notificaties.commands.keuzes import HANDLER
from stoep.notificaties.handlers import tell_what_happened
from stoep.notificaties.models import Aflevering, Kanaal, Notificatie
from stoep.notificaties.rules.adressen import url_of
from stoep.notificaties.rules.berichten import OUR_KANALEN
from stoep.notificaties.rules.filters import wants
from stoep.notificaties.testing import make_abonnement
from stoep.notificaties.tests.subscriber import AUTH
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import close_zaak
from stoep.zaken.testing import make_zaak, resultaattype

pytestmark = pytest.mark.django_db
URL = "https://abonnee.example/"


def berichten() -> list[dict]:
    return [json.loads(text) for text in Notificatie.objects.order_by("id").values_list("bericht", flat=True)]


@pytest.mark.parametrize(
    ("filters", "passes"),
    [
        ({}, True),
        ({"a": "1"}, True),
        ({"a": "2"}, False),
        ({"a": "*"}, True),
        ({"a": "1", "b": "2"}, True),
        ({"a": "1", "b": "3"}, False),
        ({"c": "1"}, False),
        ({"c": "*"}, True),
        ({"a": ""}, False),
        ({"a": "1 "}, False),
    ],
)
def test_a_message_passes_when_each_filter_holds(filters, passes):
    assert wants(filters, {"a": "1", "b": "2"}) is passes


def test_without_subscribers_nothing_is_kept_for_them_and_with_one_it_is():
    assert key_of(tell_what_happened) == HANDLER
    make_zaak()
    assert OutboxEvent.objects.exists()
    assert not Delivery.objects.filter(handler=HANDLER).exists()

    first, second = make_abonnement(URL, AUTH), make_abonnement(URL, AUTH)
    make_zaak()
    assert Delivery.objects.filter(handler=HANDLER).exists()
    Delivery.objects.all().delete()
    remove_abonnement(first.pk, actor=SYSTEM)
    make_zaak()
    assert Delivery.objects.filter(handler=HANDLER).exists()
    Delivery.objects.all().delete()
    remove_abonnement(second.pk, actor=SYSTEM)
    make_zaak()
    assert not Delivery.objects.filter(handler=HANDLER).exists()


def test_a_zaak_is_told_from_opening_to_closing_with_its_kenmerken_and_without_words():
    zaak = make_zaak("Geheime omschrijving van Jan Jansen")
    wanted = {
        "bronorganisatie": zaak.bronorganisatie,
        "zaaktype": url_of(settings.BASE_URL, "zaaktype", zaak.zaaktype_id),
    }
    make_abonnement(URL, AUTH, [Wens("zaken", wanted)])
    make_abonnement(URL, AUTH, [Wens("zaken", {"vertrouwelijkheidaanduiding": "geheim"})])
    make_abonnement(URL, AUTH, ["documenten"])
    make_zaak("Een andere", zaaktype="kapvergunning")
    close_zaak(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)

    deliver_outbox()

    told = berichten()
    assert {each["hoofdObject"] for each in told} == {url_of(settings.BASE_URL, "zaak", zaak.pk)}
    assert ("status", "create") in [(each["resource"], each["actie"]) for each in told]
    assert ("zaak", "update") in [(each["resource"], each["actie"]) for each in told]
    assert told[0]["kenmerken"] == {
        **wanted,
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "zaaktype.catalogus": url_of(settings.BASE_URL, "catalogus", zaak.zaaktype.catalogus_id),
    }
    assert set(told[0]["kenmerken"]) <= set(Kanaal.objects.get(naam="zaken").filters)
    assert "Jansen" not in json.dumps(told)
    assert Aflevering.objects.count() == len(told)
    moment = OutboxEvent.objects.filter(subject=f"zaak:{zaak.pk}").order_by("id").last().occurred_at
    assert told[-1]["aanmaakdatum"] == moment.isoformat().replace("+00:00", "Z")


def test_our_kanalen_are_those_that_are_there_from_the_first_start():
    assert {kanaal.naam: tuple(kanaal.filters) for kanaal in Kanaal.objects.filter(is_eigen=True)} == OUR_KANALEN
