"""Channels of other sources come, change and go; Stoep's own stay as they are."""

from __future__ import annotations

import pytest

from stoep.foundation.errors import DomainError, NotAllowed
from stoep.notificaties.commands import change_kanaal, create_kanaal, remove_abonnement, remove_kanaal
from stoep.notificaties.errors import KanaalExists, KanaalInUse, KanaalIsOurs
from stoep.notificaties.models import Kanaal
from stoep.notificaties.rules import herhalen
from stoep.notificaties.testing import make_abonnement, send_bericht
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee

pytestmark = pytest.mark.django_db


def test_a_kanaal_of_another_source_is_made_changed_and_removed_when_nobody_listens():
    kanaal = create_kanaal(naam="parkeren", filters=["zone"], actor=SYSTEM)
    change_kanaal(kanaal.pk, documentatie_link="https://parkeren.example/", filters=["zone", "soort"], actor=SYSTEM)
    abonnement = make_abonnement("https://abonnee.example/", "Bearer x", ["parkeren"])
    assert send_bericht("plek", "1", kanaal="parkeren", kenmerken={"soort": "invalide"}) == 1
    for act, refusal in (
        (lambda: create_kanaal(naam="parkeren", actor=SYSTEM), KanaalExists),
        (lambda: remove_kanaal(kanaal.pk, actor=SYSTEM), KanaalInUse),
        (lambda: remove_kanaal(kanaal.pk, actor=employee("notificaties.consume")), NotAllowed),
    ):
        with pytest.raises(refusal):
            act()
    assert Kanaal.objects.get(naam="parkeren").filters == ["zone", "soort"]
    remove_abonnement(abonnement.pk, actor=SYSTEM)
    remove_kanaal(kanaal.pk, actor=SYSTEM)
    assert not Kanaal.objects.filter(naam="parkeren").exists()


def test_our_own_kanalen_cannot_be_changed_or_removed():
    ours = Kanaal.objects.get(naam="zaken")
    for act in (
        lambda: change_kanaal(ours.pk, documentatie_link="", filters=[], actor=SYSTEM),
        lambda: remove_kanaal(ours.pk, actor=SYSTEM),
    ):
        with pytest.raises(KanaalIsOurs) as refused:
            act()
        assert isinstance(refused.value, DomainError)
    assert Kanaal.objects.get(naam="zaken").filters != []


def test_pauses_grow_from_seconds_to_a_day():
    spans = list(herhalen.PAUSES)
    assert spans == sorted(spans)
    assert (spans[0].total_seconds(), spans[-1].total_seconds()) == (5, 86_400)
