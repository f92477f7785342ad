"""What the tests of opdrachten share."""

from __future__ import annotations

import pytest

from stoep.berichten.events import BerichtFailed
from stoep.foundation.testing import listening
from stoep.meldingen.events import MeldingReturned
from stoep.meldingen.testing import make_havendam
from stoep.opdrachten import handlers
from stoep.opdrachten.testing import make_opdracht, make_opdrachtnemer
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import sign_in_client
from stoep.zaken.events import ZaakClosed


@pytest.fixture(autouse=True)
def ears():
    """Only opdrachten listens: what other domains make of these events is theirs to test."""
    table = {
        ZaakClosed: (handlers.on_zaak_closed,),
        MeldingReturned: (handlers.on_melding_returned,),
        BerichtFailed: (handlers.on_bericht_failed,),
    }
    with listening(table):
        yield


@pytest.fixture
def havendam(db, settings, tmp_path):
    settings.DATA = tmp_path
    make_havendam()


@pytest.fixture
def noor(db):
    medewerker = make_medewerker(
        "meldingen.*", "zaken.*", "documenten.*", "berichten.*", "opdrachten.*", naam="Noor Bakker", username="noor"
    )
    medewerker.actor = actor_of(medewerker.account)
    return medewerker


@pytest.fixture
def nemer(havendam):
    return make_opdrachtnemer()


@pytest.fixture
def opdracht(nemer, noor):
    return make_opdracht(nemer, actor=noor.actor)


@pytest.fixture
def as_noor(client, noor):
    sign_in_client(client, noor.account)
    return client
