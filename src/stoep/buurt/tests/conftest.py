"""A small Havendam for the tests of buurt."""

import pytest

from stoep.buurt.commands import publish_meldingen
from stoep.meldingen.testing import known_addresses, make_havendam, make_report


@pytest.fixture
def havendam(db):
    make_havendam()
    with known_addresses() as zoeker:
        yield zoeker


@pytest.fixture
def report(havendam):
    """Make a report and let the neighbourhood hear of it."""

    def make(**more):
        melding = make_report(**more)
        publish_meldingen([melding.zaak_id])
        return melding

    return make
