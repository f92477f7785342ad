"""Publishers and workers are killed at random moments; every effect is there exactly once, and in order."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.faults


def kill_at_random(rounds: int, database_url: str, seconds: int) -> dict[str, int]:
    seed = random.randrange(2**32)
    print("seed", seed)  # noqa: T201
    ended = subprocess.run(
        [sys.executable, "-m", "stoep.foundation.tests.killing", str(rounds), str(seed)],
        env={**os.environ, "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    print(ended.stdout)  # noqa: T201
    return json.loads(ended.stdout)


def assert_exactly_once(account: dict[str, int]) -> None:
    assert account.pop("published") > 0
    assert set(account.values()) == {0}, account


def test_every_effect_is_there_exactly_once_after_20_kills(database_url):
    assert_exactly_once(kill_at_random(20, database_url, 120))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_every_effect_is_there_exactly_once_after_2000_kills(database_url):
    assert_exactly_once(kill_at_random(2000, database_url, 1700))
