"""Who read whose personal data is kept: in bulk, off the request's path, and bounded when the database is away."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError

from stoep.foundation import clock
from stoep.foundation.rows import new_id
from stoep.toegang import verwerkingen
from stoep.toegang.actors import Actor, ActorKind, user_of
from stoep.toegang.commands import forget_old_verwerkingen
from stoep.toegang.models import Verwerking
from stoep.toegang.verwerkingen import MOST_NOTED, Keeper, note, write_noted

APP = Actor(ActorKind.APPLICATION, str(new_id()), "ZAC")


@pytest.fixture
def keeper(monkeypatch):
    """A list of this test's own."""
    mine = Keeper()
    monkeypatch.setattr(verwerkingen, "keeper", mine)
    return mine


@pytest.mark.django_db
def test_reads_are_noted_without_a_query_and_written_together(keeper, django_assert_num_queries):
    first, second = new_id(), new_id()
    noor = APP.on_behalf_of(user_of("noor" * 100, "Noor"))
    with django_assert_num_queries(0):
        note(APP, "zaak", [first, str(second)], doel="logboek-1")
        note(noor, "rol", [second], doel="met een\x00teken")
        note(APP, "zaak", [])

    assert write_noted() == 2
    assert write_noted() == 0

    lines = list(Verwerking.objects.order_by("id"))
    assert [(line.soort, line.object_ids, line.doel) for line in lines] == [
        ("zaak", [first, second], "logboek-1"),
        ("rol", [second], ""),
    ]
    assert {(line.actor_kind, line.actor_id) for line in lines} == {("applicatie", APP.id)}
    assert [len(line.gebruiker) for line in lines] == [0, 255]


@pytest.mark.django_db
def test_what_cannot_be_written_waits_in_order_and_only_the_oldest_makes_room(keeper, caplog):
    ids = [new_id() for _ in range(3)]
    for each in ids[:2]:
        note(APP, "zaak", [each])
    with mock.patch.object(verwerkingen, "write_verwerkingen", side_effect=OperationalError):
        keeper.try_to_write()
    assert len(keeper.waiting) == 2
    assert not keeper.lost
    note(APP, "zaak", [ids[2]])

    assert write_noted() == 3
    assert [line.object_ids for line in Verwerking.objects.order_by("id")] == [[each] for each in ids]

    for _ in range(MOST_NOTED + 5):
        note(APP, "zaak", [ids[0]])
    assert (len(keeper.waiting), keeper.lost) == (MOST_NOTED, 5)
    keeper.waiting.clear()
    keeper.try_to_write()
    assert "lost 5 lines" in caplog.text


@pytest.mark.django_db
def test_lines_are_kept_for_three_years(keeper):
    for age in (timedelta(days=1095), timedelta(days=1100)):
        with clock.at(clock.now() - age):
            note(APP, "zaak", [new_id()])
    write_noted()

    assert forget_old_verwerkingen() == 1
    assert Verwerking.objects.count() == 1
