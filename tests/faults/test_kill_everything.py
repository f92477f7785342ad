"""Web, worker and database are killed in the middle of many submissions: what was promised is there, once."""

from __future__ import annotations

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed

import psycopg
import pytest
from PIL import Image
from tests.faults.reporters import Reporter
from tests.journeys.house import House, text_of

from stoep.cli.postgres.processes import wait_until

pytestmark = [pytest.mark.faults, pytest.mark.timeout(400), pytest.mark.xdist_group("faults")]

MANY = (150, pytest.param(500, marks=pytest.mark.soak))
AT_ONCE = 8
SECONDS = 240.0
KILLS = ("web", "worker", "database", "web", "worker")


@pytest.mark.parametrize("submissions", MANY)
def test_what_was_promised_survives_killing_web_worker_and_database(house, submissions):
    dice = random.Random(2026)
    until = time.monotonic() + SECONDS
    reporters = [Reporter(number, house.port, until) for number in range(submissions)]
    promised: dict[str, Reporter] = {}
    killed: Counter[str] = Counter()
    kill_at = sorted(dice.sample(range(20, submissions - 20), len(KILLS)))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in as_completed([pool.submit(reporter.report) for reporter in reporters]):
            done.result()
            if kill_at and sum(1 for reporter in reporters if reporter.receipt) >= kill_at[0]:
                kill_at.pop(0)
                what = KILLS[len(KILLS) - len(kill_at) - 1]
                assert wait_until(lambda what=what: house.kill(what), 20), f"no {what} to kill"
                killed[what] += 1
    promised = {reporter.receipt: reporter for reporter in reporters}
    assert killed == Counter(KILLS)
    assert len(promised) == submissions, "two reporters were promised the same number"
    everything_has_its_mail(house, promised)
    with psycopg.connect(house.cluster.url()) as database:
        each_report_is_there_once(database, promised)
        each_photo_is_there(database, house, promised)
        nothing_is_half(database)
    assert not set().union(*(reporter.refusals for reporter in reporters)) - {502, 503}


def everything_has_its_mail(house: House, promised: dict[str, Reporter]) -> None:
    wanted = {reporter.email for reporter in promised.values()}
    by_address = house.mailbox.by_address
    arrived = house.mailbox.wait_until(lambda: wanted <= by_address.keys(), 60)
    assert arrived, f"{len(wanted - by_address.keys())} without mail"
    different = {person: {mail["Message-ID"] for mail in mails} for person, mails in by_address.items()}
    assert not [person for person, numbers in different.items() if len(numbers) > 1], "different mails for one report"
    for number, reporter in promised.items():
        assert number in text_of(house.mailbox.to(reporter.email)[0])


def each_report_is_there_once(database: psycopg.Connection, promised: dict[str, Reporter]) -> None:
    rows = database.execute(
        "SELECT m.meldernummer, m.tekst, m.email FROM meldingen_melding m JOIN zaken_zaak z ON z.id = m.zaak_id "
        "WHERE m.email = ANY(%s)",
        [[reporter.email for reporter in promised.values()]],
    ).fetchall()
    assert len(rows) == len(promised)
    assert {number: (tekst, email) for number, tekst, email in rows} == {
        number: (reporter.tekst, reporter.email) for number, reporter in promised.items()
    }


def each_photo_is_there(database: psycopg.Connection, house: House, promised: dict[str, Reporter]) -> None:
    rows = database.execute(
        "SELECT m.meldernummer, f.sha256 FROM meldingen_meldingfoto f JOIN meldingen_melding m ON m.id = f.melding_id "
        "WHERE m.email = ANY(%s)",
        [[reporter.email for reporter in promised.values()]],
    ).fetchall()
    assert sorted(number for number, _hash in rows) == sorted(promised)
    for number, sha256 in rows:
        (file,) = (house.folder / "files").rglob(sha256)
        with Image.open(file) as stored, Image.open(promised[number].file) as sent:
            apart = zip(stored.convert("RGB").getpixel((9, 9)), sent.getpixel((9, 9)), strict=True)
            assert max(abs(one - other) for one, other in apart) <= 6, f"{number} has the photo of somebody else"


def nothing_is_half(database: psycopg.Connection) -> None:
    for what, query in {
        "a zaak without report": "SELECT count(*) FROM zaken_zaak WHERE id NOT IN (SELECT zaak_id FROM meldingen_melding)",
        "a zaak without status": "SELECT count(*) FROM zaken_zaak WHERE statustype_id IS NULL",
        "a message that waits": "SELECT count(*) FROM berichten_bericht WHERE status <> 'verzonden'",
        "two messages for one report": (
            "SELECT count(*) FROM (SELECT 1 FROM berichten_bericht GROUP BY ontvanger HAVING count(*) > 1) dubbel"
        ),
    }.items():
        assert database.execute(query).fetchone() == (0,), what
