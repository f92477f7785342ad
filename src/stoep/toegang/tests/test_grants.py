"""A list and an object give the same answer: the whole matrix of rights, case types and confidentiality."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from stoep.foundation.rows import new_id
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
    return rows_in(Rol(code="matrix", naam="Matrix"))


def rows_in(rol: Rol) -> list[Recht]:
    """Every type at every level, in this role."""
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
    (Grant(RIGHT, "MELDING", Vertrouwelijkheid.INTERN), Grant(RIGHT, "JEUGD", Vertrouwelijkheid.INTERN)),
    *[rol.grants for rol in STANDAARDROLLEN],
]
ONE, OTHER = new_id(), new_id()
IN_CATALOGI = [
    (Grant(RIGHT),),
    (Grant(RIGHT, "*", Vertrouwelijkheid.INTERN, str(ONE)),),
    (Grant(RIGHT, "MELDING", catalogus=str(ONE)), Grant(RIGHT, "MELDING", Vertrouwelijkheid.INTERN, str(OTHER))),
    (Grant(RIGHT, "MELDING", Vertrouwelijkheid.INTERN), Grant(RIGHT, "*", catalogus=str(OTHER))),
    (Grant(RIGHT, "JEUGD", catalogus=str(new_id())),),
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


@pytest.mark.parametrize("grants", IN_CATALOGI)
def test_a_right_in_one_catalogus_holds_for_no_type_of_another(grants):
    """The role of a row stands in for its catalogus."""
    rows = rows_in(Rol(id=ONE, code="een", naam="Een")) + rows_in(Rol(id=OTHER, code="ander", naam="Ander"))
    actor = employee(*grants)
    guards = {row.pk: Guard(row.zaaktype, Vertrouwelijkheid(row.up_to), str(row.rol_id)) for row in rows}
    allowed = {pk for pk, guard in guards.items() if actor.may(RIGHT, Guarded(guard))}

    listed = limit_to_grants(
        Recht.objects.all(),
        actor,
        RIGHT,
        zaaktype_field="zaaktype",
        vertrouwelijkheid_field="up_to",
        catalogus_field="rol",
    )

    assert {row.pk for row in listed} == allowed
    assert allowed == {pk for pk, guard in guards.items() if any(grant.covers(RIGHT, guard) for grant in grants)}


def test_a_hundred_types_are_one_condition(rows):
    everything = Recht.objects.filter(rol__code="matrix")
    actor = employee(*[Grant(RIGHT, f"TYPE-{number}") for number in range(100)])

    limited = limit_to_grants(everything, actor, RIGHT, zaaktype_field="zaaktype", vertrouwelijkheid_field="up_to")

    assert str(limited.query).count(" OR ") == 0


@pytest.mark.parametrize(
    ("held", "asked", "given"),
    [
        ("documenten.*", "documenten.write", True),
        ("documenten.write", "documenten.change", False),
        ("applicaties.read", "applicaties.manage", False),
        ("toegang.manage", "applicaties.read", True),
        ("toegang.*", "applicaties.manage", True),
        ("applicaties.manage", "toegang.manage", False),
        ("zaken.*", "documenten.read", False),
        ("*", "catalogi.force", True),
    ],
)
def test_a_broad_right_holds_its_parts_and_never_the_other_way_round(held, asked, given):
    assert employee(Grant(held)).may(asked) is given


def test_stoep_itself_sees_all_and_a_stranger_nothing(rows):
    everything = Recht.objects.filter(rol__code="matrix")

    assert limit_to_grants(everything, SYSTEM, RIGHT, zaaktype_field="zaaktype").count() == len(rows)
    assert limit_to_grants(everything, ANONYMOUS, RIGHT, zaaktype_field="zaaktype").count() == 0
