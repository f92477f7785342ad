"""How long a lock lasts, and when a code is right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from stoep.toegang.rules import tweede_factor
from stoep.toegang.rules.vergrendeling import count_failure, decide_lock

NOW = datetime(2026, 11, 22, 9, 0, 15, tzinfo=UTC)
SECRET = tweede_factor.secret_of("zout", "sleutel")


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(0, None), (1, None), (4, None), (5, 15), (6, None), (10, 30), (15, 60), (25, 240), (500, 240)],
)
def test_every_fifth_failure_locks_longer_than_the_one_before(failures, minutes):
    assert decide_lock(failures) == (None if minutes is None else timedelta(minutes=minutes))


def test_a_quiet_day_wipes_the_count():
    assert count_failure(4, NOW - timedelta(hours=23), NOW) == 5
    assert count_failure(4, NOW - timedelta(hours=25), NOW) == 1
    assert count_failure(0, None, NOW) == 1


@pytest.mark.parametrize(("seconds", "accepted"), [(0, True), (-30, True), (30, True), (-75, False), (75, False)])
def test_a_code_of_half_a_minute_earlier_or_later_is_right(seconds, accepted):
    code = pyotp.TOTP(SECRET).at(NOW + timedelta(seconds=seconds))

    assert (tweede_factor.matching_step([SECRET], code, moment=NOW, after=0) is not None) is accepted


def test_a_step_that_was_used_never_matches_again():
    step = tweede_factor.step_of(NOW)
    code = pyotp.TOTP(SECRET).at(NOW)

    assert tweede_factor.matching_step([SECRET], code, moment=NOW, after=step - 1) == step
    assert tweede_factor.matching_step([SECRET], code, moment=NOW, after=step) is None


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "²²²²²²"])
def test_what_is_no_code_never_matches(typed):
    assert tweede_factor.matching_step([SECRET], typed, moment=NOW, after=0) is None


def test_spaces_in_a_code_are_forgiven():
    code = pyotp.TOTP(SECRET).at(NOW)

    assert tweede_factor.matching_step([SECRET], f"{code[:3]} {code[3:]}", moment=NOW, after=0) is not None


def test_an_earlier_key_of_the_installation_keeps_linked_apps_working():
    earlier = tweede_factor.secret_of("zout", "oude sleutel")
    code = pyotp.TOTP(earlier).at(NOW)

    assert tweede_factor.matching_step([SECRET, earlier], code, moment=NOW, after=0) is not None


def test_the_secret_follows_rfc_6238_test_vector():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    moment = datetime.fromtimestamp(1111111109, tz=UTC)

    assert tweede_factor.matching_step([secret], "081804", moment=moment, after=0) == 1111111109 // 30
