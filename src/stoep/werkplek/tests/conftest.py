"""What the tests of the werkplek share: a small Havendam with people who work there."""

from __future__ import annotations

import pytest

from stoep.meldingen.testing import make_havendam
from stoep.organisatie.commands import create_groep
from stoep.organisatie.commands.change_groep import set_leden
from stoep.organisatie.testing import make_afdeling, make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import sign_in_client

HANDLER = (
    "meldingen.read", "meldingen.register", "zaken.read", "zaken.open", "zaken.assign", "zaken.set_status",
    "zaken.close", "zaken.extend", "zaken.suspend", "zaken.note", "zaken.reopen", "documenten.*", "berichten.send",
    "buitendienst.walk",
)  # fmt: skip


@pytest.fixture
def havendam(db):
    make_havendam()


def employ(*rights, naam, username):
    medewerker = make_medewerker(*rights, naam=naam, username=username)
    medewerker.actor = actor_of(medewerker.account)
    return medewerker


@pytest.fixture
def noor(havendam):
    return employ(*HANDLER, naam="Noor Bakker", username="noor")


@pytest.fixture
def bram(havendam):
    return employ(*HANDLER, naam="Bram Janssen", username="bram")


@pytest.fixture
def anouk(havendam):
    return employ("meldingen.manage", "zaken.manage_rules", "kennisbank.edit", naam="Anouk de Wit", username="anouk")


@pytest.fixture
def wegen(noor, bram):
    groep = create_groep(code="wegen", naam="Wegen", afdeling_id=make_afdeling().pk, actor=SYSTEM)
    set_leden(groep.pk, medewerker_ids=[noor.pk, bram.pk], actor=SYSTEM)
    return groep


@pytest.fixture
def as_noor(client, noor):
    sign_in_client(client, noor.account)
    return client


@pytest.fixture
def as_anouk(client, anouk):
    sign_in_client(client, anouk.account)
    return client
