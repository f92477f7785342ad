"""The pages about subscribers: how each is doing, what was not delivered, and what one can do about it."""

from __future__ import annotations

import pytest
from django.test import Client

from stoep.foundation import clock
from stoep.notificaties.models import Abonnement, Aflevering
from stoep.notificaties.testing import make_abonnement, send_bericht
from stoep.toegang.testing import make_account, sign_in_client

pytestmark = pytest.mark.django_db
PAGE = "/werkplek/beheer/notificaties/"


@pytest.fixture
def as_anouk() -> Client:
    client = Client()
    sign_in_client(client, make_account("notificaties.manage", username="anouk", name="Anouk de Wit"))
    return client


def parked(url: str, count: int) -> Abonnement:
    abonnement = make_abonnement(url, "Bearer x")
    for number in range(count):
        send_bericht(f"zaak-{number}", str(number))
    waiting = Aflevering.objects.filter(abonnement=abonnement)
    waiting.update(geparkeerd_op=clock.now(), pogingen=10, fout="de abonnee gaf 500")
    return abonnement


def test_dead_letters_are_seen_sent_again_one_by_one_or_all_and_dropped(as_anouk):
    abonnement = parked("https://abonnee.example/hoor", 4)
    assert "abonnee.example" in as_anouk.get(PAGE).content.decode()
    listed = as_anouk.get(f"{PAGE}niet-afgeleverd/").content.decode()
    assert listed.count("de abonnee gaf 500") == 4
    first, second, *_ = Aflevering.objects.order_by("id")

    assert as_anouk.post(f"{PAGE}niet-afgeleverd/{first.pk}/opnieuw/").status_code == 302
    assert as_anouk.post(f"{PAGE}niet-afgeleverd/{second.pk}/laten/").status_code == 302
    assert Aflevering.objects.parked().count() == 2
    assert Aflevering.objects.get(pk=first.pk).pogingen == 0
    again = as_anouk.post(f"{PAGE}niet-afgeleverd/{second.pk}/opnieuw/")
    assert "collega was u voor" in again.content.decode()

    assert "Alles opnieuw versturen" in as_anouk.get(f"{PAGE}{abonnement.pk}/").content.decode()
    as_anouk.post(f"{PAGE}{abonnement.pk}/opnieuw/")
    assert not Aflevering.objects.parked().exists()
    as_anouk.post(f"{PAGE}{abonnement.pk}/einde/")
    assert not Abonnement.objects.exists()


def test_who_may_not_manage_them_sees_and_changes_nothing():
    abonnement = parked("https://abonnee.example/hoor", 1)
    client = Client()
    sign_in_client(client, make_account("zaken.read", username="noor"))
    for path in ("", "niet-afgeleverd/", f"{abonnement.pk}/"):
        assert client.get(f"{PAGE}{path}").status_code == 403
    assert client.post(f"{PAGE}{abonnement.pk}/einde/").status_code == 403
    assert Abonnement.objects.exists()
    assert Aflevering.objects.parked().exists()


def test_the_lists_ask_as_much_of_the_database_for_one_as_for_ten(as_anouk, django_assert_max_num_queries):
    asked = []
    for number in (1, 9):
        for place in range(number):
            parked(f"https://abonnee.example/{number}/{place}", 1)
        for path in ("", "niet-afgeleverd/"):
            for _ in range(2):  # what is remembered is remembered from then on
                as_anouk.get(f"{PAGE}{path}")
            with django_assert_max_num_queries(40) as queries:
                as_anouk.get(f"{PAGE}{path}")
            asked.append(len(queries))
    assert asked[:2] == asked[2:]
