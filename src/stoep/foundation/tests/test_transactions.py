"""One act is one transaction: nothing half, nothing told of what did not happen, and in order."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from stoep.foundation import audit, outbox, transactions
from stoep.foundation.models import OutboxEvent, RateCount, SecurityLine
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import whole

pytestmark = pytest.mark.django_db(transaction=True)
SUBJECT = Ref("zaak", "1")


class Told(outbox.Event, frozen=True, kw_only=True):
    number: int

    @property
    def subject(self) -> str:
        return "told:1"


class Refused(Exception):
    pass


class Someone:
    ref = Ref("medewerker", "7")


@whole
def inner(number: int, *, refuse: bool = False) -> None:
    RateCount.objects.create(key=str(number), started_at="2026-01-01T00:00Z", ends_at="2026-01-01T00:00Z", count=1)
    audit.record(Someone(), "test.inner", subject=SUBJECT, number=number)
    outbox.publish(Told(number=number))
    if refuse:
        raise Refused


@whole
def outer(*numbers: int, refuse: bool = False) -> None:
    for number in numbers:
        inner(number)
    if refuse:
        raise Refused


def stored() -> tuple[list[str], list[int], list[int]]:
    rows = sorted(RateCount.objects.values_list("key", flat=True))
    told = [payload["number"] for payload in OutboxEvent.objects.order_by("id").values_list("payload", flat=True)]
    lines = [codes["number"] for codes in SecurityLine.objects.order_by("id").values_list("codes", flat=True)]
    return rows, told, lines


def test_commands_in_one_act_need_no_savepoints_and_tell_all_they_did_in_two_statements():
    with CaptureQueriesContext(connection) as queries:
        outer(1, 2, 3)
    statements = [query["sql"].lstrip().split()[0] for query in queries.captured_queries]
    assert statements == ["BEGIN", "INSERT", "INSERT", "INSERT", "INSERT", "SELECT", "COMMIT"]
    assert stored() == (["1", "2", "3"], [1, 2, 3], [1, 2, 3])


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_refusal_leaves_nothing_behind(wrapped):
    def act() -> None:
        with pytest.raises(Refused):
            outer(1, 2, refuse=True)

    if wrapped:
        with transaction.atomic():
            act()
            assert RateCount.objects.count() == 0
    else:
        act()
    assert stored() == ([], [], [])


def test_who_goes_on_after_a_refusal_keeps_the_rest_in_order():
    @whole
    def careful() -> None:
        inner(1)
        with pytest.raises(Refused), transaction.atomic():
            inner(2, refuse=True)
        with transaction.atomic():
            inner(3)
        inner(4)

    careful()
    assert stored() == (["1", "3", "4"], [1, 3, 4], [1, 3, 4])


def test_who_hides_a_refusal_without_undoing_it_cannot_go_on():
    @whole
    def careless() -> None:
        with pytest.raises(Refused):
            inner(1, refuse=True)
        inner(2)

    with pytest.raises(transaction.TransactionManagementError):
        careless()
    assert stored() == ([], [], [])


def test_what_cannot_be_told_undoes_the_act():
    @whole
    def act() -> None:
        inner(1)
        transactions.write_once(lambda values: values[0](), lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        act()
    assert stored() == ([], [], [])


def test_a_row_is_held_within_one_act_and_never_past_a_savepoint_of_somebody_else():
    row = object()

    @whole
    def act() -> None:
        transactions.hold("row", row)
        assert whole(transactions.held)("row") is row
        with transaction.atomic():
            assert transactions.held("row") is None
        assert transactions.held("row") is None

    act()
    assert whole(transactions.held)("row") is None
    assert transactions.held("row") is None
