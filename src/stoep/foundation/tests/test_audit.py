"""Two logs: one that only grows, and one that dies with its subject."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from stoep.foundation import audit, clock
from stoep.foundation.models import Change, SecurityLine
from stoep.foundation.ref import Ref

pytestmark = pytest.mark.django_db

NOOR = SimpleNamespace(ref=Ref("medewerker", "noor"), acting_for=None)
TILE = Ref("tile", "1")


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except (InternalError, ProgrammingError) as error:
        return "alleen groeien" in str(error)
    return False


def test_the_security_log_says_who_did_what_and_for_whom():
    caller = SimpleNamespace(ref=Ref("inwoner", "7"))
    audit.record(SimpleNamespace(ref=NOOR.ref, acting_for=caller), "zaken.close", subject=TILE, resultaat="hersteld")

    line = SecurityLine.objects.get()
    assert (line.actor_kind, line.actor_id, line.acting_for) == ("medewerker", "noor", "inwoner:7")
    assert (line.action, line.subject_kind, line.subject_id) == ("zaken.close", "tile", "1")
    assert line.codes == {"resultaat": "hersteld"}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE foundation_securityline SET actor_id = 'iemand anders'",
        "DELETE FROM foundation_securityline",
        "SET LOCAL stoep.strict = 'on'; TRUNCATE foundation_securityline",
        "SET LOCAL stoep.removing_expired = 'on'; DELETE FROM foundation_securityline",
    ],
)
def test_the_database_refuses_to_change_the_security_log(sql):
    audit.record(NOOR, "zaken.close", subject=TILE)

    assert refused(sql)
    assert SecurityLine.objects.get().actor_id == "noor"


def test_only_lines_whose_time_is_over_can_be_removed():
    with clock.at(clock.now() - timedelta(days=4 * 365)):
        audit.record(NOOR, "zaken.open", subject=TILE)
    audit.record(NOOR, "zaken.close", subject=TILE)

    with connection.cursor() as cursor:
        cursor.execute("SELECT foundation_securityline_remove_expired()")
        assert cursor.fetchone() == (1,)

    assert SecurityLine.objects.get().action == "zaken.close"
    assert refused("DELETE FROM foundation_securityline")


def test_the_audittrail_dies_with_its_subject_and_no_other():
    audit.record_change(NOOR, "tile.change", subject=TILE, old={"day": clock.today()}, new={"day": None})
    audit.record_change(NOOR, "tile.change", subject=Ref("tile", "2"), old={}, new={})

    assert Change.objects.first().old == {"day": clock.today().isoformat()}
    assert audit.destroy_trail(TILE) == 1
    assert [change.subject_id for change in Change.objects.all()] == ["2"]
