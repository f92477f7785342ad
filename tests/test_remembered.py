"""What is remembered is never older than the database."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from stoep.foundation.remembered import one_moment, remembered, versions_now
from stoep.gebieden.commands import put_gebied
from stoep.gebieden.models import Gebied
from stoep.meldingen.testing import square
from stoep.toegang.actors import SYSTEM

pytestmark = pytest.mark.django_db

calls: list[str] = []


@remembered("gebieden_gebied")
def names(prefix: str) -> tuple[str, ...]:
    calls.append(prefix)
    return tuple(Gebied.objects.filter(naam__startswith=prefix).values_list("naam", flat=True))


def put(naam: str) -> None:
    put_gebied(code=naam.lower(), naam=naam, soort="wijk", geometrie=square(3.79, 51.32, 0.02), actor=SYSTEM)


def asked(prefix: str = "") -> int:
    calls.clear()
    names(prefix)
    return len(calls)


def test_the_same_question_is_asked_once_until_a_row_changes():
    put("Centrum")
    assert [asked(), asked(), asked("C"), asked("C")] == [1, 0, 1, 0]
    Gebied.objects.update(naam="Oost")
    assert names("") == ("Oost",)
    Gebied.objects.all().delete()
    assert names("") == ()


def test_what_was_rolled_back_is_forgotten_too():
    put("Centrum")
    assert names("") == ("Centrum",)
    sure = transaction.savepoint()
    put("Oost")
    assert names("") == ("Centrum", "Oost")
    transaction.savepoint_rollback(sure)
    assert names("") == ("Centrum",)


def test_within_one_moment_the_versions_are_read_once(django_assert_num_queries):
    names("")
    with django_assert_num_queries(1), one_moment():
        names("")
        names("")


def test_each_watched_table_counts_its_changes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'foundation_version'")
        assert {row[0] for row in cursor.fetchall()} == set(versions_now())
