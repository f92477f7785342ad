"""Deliverers are killed at random moments; every message arrives, and in order for each object."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest


@pytest.mark.faults
def test_every_message_arrives_in_order_after_5_kills(database_url):
    seed = random.randrange(2**32)
    ended = subprocess.run(
        [sys.executable, "-m", "stoep.notificaties.tests.killing", "5", str(seed)],
        env={**os.environ, "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert ended.returncode == 0, (seed, ended.stderr[-3000:])
    account = json.loads(ended.stdout)
    assert account.pop("heard") >= account.pop("sent") == 60
    assert set(account.values()) == {0}, (seed, account)
