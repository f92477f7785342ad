"""A list and an object give the same answer: the whole matrix of rights, case types and confidentiality."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from stoep.toegang.actors import ANONYMOUS, SYSTEM, Grant, Guard, Vertrouwelijkheid
from stoep.toegang.models import Recht, Rol
from stoep.toegang.queries import limit_to_grants
from stoep.toegang.rules.standaardrollen import STANDAARDROLLEN
from stoep.toegang.testing import employee

pytestmark = pytest.mark.django_db
ZAAKTYPEN = ["MELDING", "BEZWAAR", "JEUGD"]
RIGHT = "zaken.read"


@dataclass
class Guarded:
    """An object with a zaaktype and a confidentiality; a row of Recht stands in for it in the database."""

    guard: Guard


@pytest.fixture
def rows() -> list[Recht]:
    rol = Rol(code="matrix", naam="Matrix")
    rol.save()
    made = [
        Recht(rol=rol, right=f"rij.{number}", zaaktype=zaaktype, up_to=level.value)
        for number, (zaaktype, level) in enumerate(itertools.product(ZAAKTYPEN, Vertrouwelijkheid))
    ]
    return Recht.objects.bulk_create(made)


GRANTS = [
    (),
    (Grant(RIGHT),),
    (Grant("*"),),
    (Grant("zaken.*", "MELDING"),),
    (Grant(RIGHT, "MELDING", Vertrouwelijkheid.OPENBAAR),),
    (Grant(RIGHT, "MELDING", Vertrouwelijkheid.ZAAKVERTROUWELIJK),),
    (Grant(RIGHT, "*", Vertrouwelijkheid.INTERN), Grant(RIGHT, "JEUGD", Vertrouwelijkheid.GEHEIM)),
    (Grant("zaken.close"),),
    (Grant("documenten.read"), Grant("zaken.*", "BEZWAAR", Vertrouwelijkheid.BEPERKT_OPENBAAR)),
    *[rol.grants for rol in STANDAARDROLLEN],
]


@pytest.mark.parametrize("grants", GRANTS)
def test_a_list_holds_exactly_what_the_actor_may_see_one_by_one(rows, grants):
    actor = employee(*grants)
    allowed = {row.pk for row in rows if actor.may(RIGHT, Guarded(Guard(row.zaaktype, Vertrouwelijkheid(row.up_to))))}

    listed = limit_to_grants(
        Recht.objects.filter(rol__code="matrix"),
        actor,
        RIGHT,
        zaaktype_field="zaaktype",
        vertrouwelijkheid_field="up_to",
    )

    assert {row.pk for row in listed} == allowed


@pytest.mark.parametrize("grants", GRANTS)
def test_a_table_without_zaaktype_counts_as_one_without(rows, grants):
    actor = employee(*grants)
    allowed = {row.pk for row in rows if actor.may(RIGHT, Guarded(Guard("", Vertrouwelijkheid(row.up_to))))}

    listed = limit_to_grants(Recht.objects.filter(rol__code="matrix"), actor, RIGHT, vertrouwelijkheid_field="up_to")

    assert {row.pk for row in listed} == allowed


def test_stoep_itself_sees_all_and_a_stranger_nothing(rows):
    everything = Recht.objects.filter(rol__code="matrix")

    assert limit_to_grants(everything, SYSTEM, RIGHT, zaaktype_field="zaaktype").count() == len(rows)
    assert limit_to_grants(everything, ANONYMOUS, RIGHT, zaaktype_field="zaaktype").count() == 0
