"""The feed has every committed event once, and in order per subject, while many write and some commit late."""

from __future__ import annotations

import random
import threading
import time

import psycopg
import pytest
from django.db import connection

from stoep.foundation import clock, outbox
from stoep.foundation.outbox import feed
from stoep.foundation.outbox.feed import BEGINNING, PlaceGone, PlaceUnreadable, place_now, read_on, read_place

WRITERS = 6
TRANSACTIONS = 40
SUBJECTS = 4
INSERT = """
INSERT INTO foundation_outboxevent (name, subject, payload, occurred_at)
VALUES ('LeafFell', 'tree:' || %s, jsonb_build_object('tree', %s::int, 'number', %s::int), now())
"""


class LeafFell(outbox.Event):
    tree: int
    number: int

    @property
    def subject(self) -> str:
        return f"tree:{self.tree}"


NAMES = ["LeafFell"]


def read_all(place, most=7):
    """Read to the end, passing each place on as text as a client does."""
    entries = []
    while True:
        piece = read_on(read_place(place.text()), NAMES, most=most)
        entries += piece.entries
        place = piece.place
        if not piece.is_more:
            return entries, place


def write(url: str, seed: int, committed: list[tuple[int, int]], numbers: list[int], guard: threading.Lock) -> None:
    """Transactions that overlap, some of them for long, some taken back; a subject is locked as commands lock it."""
    dice = random.Random(seed)
    with psycopg.connect(url) as line:
        for _ in range(TRANSACTIONS):
            told = []
            trees = sorted(dice.sample(range(SUBJECTS), dice.randint(1, 2)))
            for tree in trees:
                line.execute("SELECT pg_advisory_xact_lock(77, %s)", [tree])
                with guard:
                    numbers[0] += 1
                    number = numbers[0]
                line.execute(INSERT, [tree, tree, number])
                told.append((tree, number))
                time.sleep(dice.choice((0, 0, 0.001, 0.01)))  # a transaction takes a while
            if dice.random() < 0.15:
                line.rollback()
            else:
                line.commit()
                committed += told


@pytest.mark.django_db(transaction=True)
def test_a_reader_among_writers_misses_nothing_and_hears_nothing_twice(database_url):
    committed: list[tuple[int, int]] = []
    guard, numbers = threading.Lock(), [0]
    with psycopg.connect(database_url) as slow:
        slow.execute(INSERT, [99, 99, 0])  # the lowest number of all, and it commits last
        writers = [
            threading.Thread(target=write, args=(database_url, seed, committed, numbers, guard))
            for seed in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        found, place, rounds = [], BEGINNING, 0
        while any(writer.is_alive() for writer in writers):
            entries, place = read_all(place, most=1 + rounds % 9)
            found += entries
            rounds += 1
        for writer in writers:
            writer.join()
        entries, place = read_all(place)
        found += entries
        before_the_slow_one = [(entry.event.tree, entry.event.number) for entry in found]
        slow.commit()
    late, place = read_all(place)

    assert rounds > 3
    assert len(set(before_the_slow_one)) == len(before_the_slow_one)
    assert set(before_the_slow_one) == set(committed)
    assert [(entry.event.tree, entry.event.number) for entry in late] == [(99, 0)]
    for tree in range(SUBJECTS):
        told = [number for each, number in before_the_slow_one if each == tree]
        assert told == sorted(told)
    assert read_all(place)[0] == []
    whole, _ = read_all(BEGINNING, most=50)
    assert len(whole) == len(committed) + 1
    assert_places_end(place)
    assert_a_restore_is_survived(place)


def assert_places_end(place):
    from dataclasses import replace
    from datetime import timedelta

    with clock.at(clock.now() + timedelta(days=400)), pytest.raises(PlaceGone):
        read_on(place, NAMES, most=5)
    with pytest.raises(PlaceGone):
        read_on(replace(place, server="1"), NAMES, most=5)
    with pytest.raises(PlaceGone):
        read_on(replace(place, seen="999999999:999999999:"), NAMES, most=5)


def assert_a_restore_is_survived(place):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE foundation_outboxevent SET xid = '888888888'")
    began = place_now()
    entries, after = read_all(BEGINNING, most=50)
    assert len(entries) > 100
    assert read_all(after)[0] == []
    assert read_all(began)[0] == []


def test_what_is_no_place_is_refused():
    good = feed.Place(seen="5:9:6,7", server="1", at=5)
    assert read_place(good.text()) == good
    for seen in ("", "x", "9:5:", "5:9:4", "5:9:7,6", "5:9:9", "0:0:", f"5:{2**63}:"):
        with pytest.raises(PlaceUnreadable):
            read_place(feed.Place(seen=seen).text())
    for token in ("", "!", "é", "AAAA", "x" * 9000, feed.Place(after=-1).text()):
        with pytest.raises(PlaceUnreadable):
            read_place(token)
