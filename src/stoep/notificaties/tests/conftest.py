from __future__ import annotations

from collections.abc import Iterator

import pytest

from stoep.notificaties.tests.subscriber import Subscriber, subscriber


@pytest.fixture
def abonnee() -> Iterator[Subscriber]:
    with subscriber() as server:
        yield server


@pytest.fixture
def andere() -> Iterator[Subscriber]:
    with subscriber() as server:
        yield server
