"""What the tests of meldingen share."""

from __future__ import annotations

import pytest

from stoep.meldingen.testing import known_addresses, make_havendam
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.queries import actor_of


@pytest.fixture
def havendam(db, settings, tmp_path):
    make_havendam()


@pytest.fixture
def addresses():
    with known_addresses() as fake:
        yield fake


@pytest.fixture
def noor(db):
    medewerker = make_medewerker(
        "meldingen.*", "zaken.*", "documenten.*", "berichten.*", naam="Noor Bakker", username="noor"
    )
    medewerker.actor = actor_of(medewerker.account)
    return medewerker
