"""Impatient fingers, slow lines and a database that is away for a moment."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from tests.faults.reporters import PLEK, TOKEN, Reporter
from tests.journeys.house import House, text_of

from stoep.cli.postgres.processes import wait_until

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("faults")]

FINGERS = 8
TRICKLING = 100
QUICK_ENOUGH = 3.0
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
numbers = iter(range(600, 1000))


@pytest.fixture
def reporter(house: House) -> Reporter:
    return Reporter(next(numbers), house.port, time.monotonic() + 60)


def begin(reporter: Reporter) -> str:
    """A draft with what and where; answers its token."""
    token = TOKEN.search(reporter.post("/melden/", {"tekst": reporter.tekst, "categorie": "losse-stoeptegel"}))[1]
    reporter.post(f"/melden/{token}/waar/", PLEK)
    return token


def reports_of(house: House, reporter: Reporter) -> list[str]:
    with psycopg.connect(house.cluster.url()) as database:
        query = "SELECT meldernummer FROM meldingen_melding WHERE email = %s"
        return [number for (number,) in database.execute(query, [reporter.email])]


def test_eight_fingers_on_the_button_at_once_make_one_report_and_one_mail(house, reporter):
    token = begin(reporter)
    body = f"email={reporter.email}".encode()
    with ThreadPoolExecutor(FINGERS) as fingers:
        answers = list(
            fingers.map(lambda _: reporter.ask("POST", f"/melden/{token}/versturen/", body, FORM), range(FINGERS))
        )
    assert {(status, place) for status, place, _page in answers} == {(302, f"/melden/ontvangen/{token}/")}
    (number,) = reports_of(house, reporter)
    assert number in text_of(house.mailbox.next_to(reporter.email))
    assert len(house.mailbox.to(reporter.email)) == 1


def test_the_same_photo_sent_again_after_a_broken_line_is_there_once(house, reporter):
    token = begin(reporter)
    reporter.post_photo(f"/melden/{token}/foto/")
    reporter.post_photo(f"/melden/{token}/foto/")
    reporter.post(f"/melden/{token}/versturen/", {"email": reporter.email})
    (number,) = reports_of(house, reporter)
    with psycopg.connect(house.cluster.url()) as database:
        query = "SELECT count(*) FROM meldingen_meldingfoto f JOIN meldingen_melding m ON m.id = f.melding_id WHERE m.meldernummer = %s"
        assert database.execute(query, [number]).fetchone() == (1,)


def test_a_hundred_trickling_uploads_hold_no_visitor_up(house, reporter):
    token = begin(reporter)
    head = (
        f"POST /melden/{token}/foto/ HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nContent-Length: 900000\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
    ).encode()
    slow = [socket.create_connection(("127.0.0.1", house.port)) for _ in range(TRICKLING)]
    try:
        for line in slow:
            line.sendall(head)
        for path in ("/melden/", "/melding/", f"/melden/{token}/versturen/") * 3:
            for line in slow:
                line.sendall(b"x")
            began = time.monotonic()
            status, _place, _page = reporter.ask("GET", path, None, {})
            assert status == http.client.OK
            assert time.monotonic() - began < QUICK_ENOUGH, path
    finally:
        for line in slow:
            line.close()


def test_while_the_database_is_away_one_is_told_so_and_nothing_typed_is_lost(house, reporter):
    token = begin(reporter)
    os.kill(house.launcher.pid, signal.SIGSTOP)  # nobody revives the database until we have seen it away
    try:
        assert house.kill("database")
        body = f"email={reporter.email}".encode()
        status, _place, page = reporter.ask("POST", f"/melden/{token}/versturen/", body, FORM)
        assert status == http.client.SERVICE_UNAVAILABLE
        assert "straks" in page.decode() or "even" in page.decode()
        assert reporter.ask("GET", "/healthz", None, {})[0] == http.client.SERVICE_UNAVAILABLE
    finally:
        os.kill(house.launcher.pid, signal.SIGCONT)
    assert wait_until(lambda: reporter.ask("GET", "/healthz", None, {})[0] == http.client.OK, 30)
    status, _place, page = reporter.insist("GET", f"/melden/{token}/versturen/")
    assert (status, reporter.tekst in page.decode()) == (200, True)
    reporter.post(f"/melden/{token}/versturen/", {"email": reporter.email})
    assert len(reports_of(house, reporter)) == 1
