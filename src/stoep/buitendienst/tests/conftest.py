"""What the tests of buitendienst share: Sem who walks, Ilse who plans, and reports along the Kade."""

from __future__ import annotations

import pytest

from stoep.buitendienst.commands import put_werf
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.meldingen.testing import make_havendam, make_report
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import sign_in_client

INSPECTEUR = (
    "meldingen.read", "zaken.read", "zaken.set_status", "zaken.close", "zaken.note", "documenten.read",
    "documenten.write", "berichten.send", "buitendienst.walk",
)  # fmt: skip
WERF = Point(lon=3.795, lat=51.325)


def person(*rights, naam, username):
    made = make_medewerker(*rights, naam=naam, username=username)
    made.actor = actor_of(made.account)
    return made


@pytest.fixture
def havendam(db, settings, tmp_path):
    make_havendam()
    put_werf(naam="Gemeentewerf", point=WERF, actor=SYSTEM)


@pytest.fixture
def sem(havendam):
    return person(*INSPECTEUR, naam="Sem de Groot", username="sem")


@pytest.fixture
def ilse(havendam):
    return person(*INSPECTEUR, "buitendienst.plan", "zaken.assign", naam="Ilse van Dam", username="ilse")


@pytest.fixture
def along_the_kade(havendam):
    """Three reports, not in the order in which one meets them."""
    return [make_report(point=Point(lon=3.8 + east, lat=51.33), email="") for east in (0.003, 0.001, 0.002)]


@pytest.fixture
def ronde(sem, along_the_kade):
    from stoep.buitendienst.commands import add_stops

    ids = [melding.pk for melding in along_the_kade]
    return add_stops(ids, medewerker_id=sem.pk, dag=clock.today(), actor=sem.actor).ronde


@pytest.fixture
def as_sem(client, sem):
    sign_in_client(client, sem.account)
    return client
