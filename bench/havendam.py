"""A hundred thousand reports in a few seconds: copies of some that were made by commands, each with its zaak,
statuses, people, objects and history, spread over two years; nearly all handled."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

REPORTS = 100_000

PLAN = """
CREATE TEMP TABLE plan ON COMMIT DROP AS
SELECT n, m.id AS old_melding, m.zaak_id AS old_zaak, gen_random_uuid() AS melding, gen_random_uuid() AS zaak,
    date_trunc('minute', now()) - make_interval(mins => (n * 1051200.0 / %(reports)s)::int + 1440) AS moment,
    CASE WHEN n %% 20 <> 0 OR n > %(reports)s / 20 THEN n %% 15 END AS days
FROM generate_series(1, %(reports)s) AS n
JOIN (SELECT id, zaak_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS all_of_them
      FROM meldingen_melding) AS m ON m.place = n %% m.all_of_them
"""
COPIES: dict[str, dict[str, str]] = {
    "zaken_zaak": {
        "id": "p.zaak",
        "identificatie": "'ZAAK-2000-' || to_char(p.n, 'FM0000000')",
        "registratiedatum": "p.moment::date",
        "startdatum": "p.moment::date",
        "einddatum": "LEAST(p.moment::date + p.days, now()::date)",
        "einddatum_gepland": "p.moment::date + 7",
        "uiterlijke_einddatum_afdoening": "p.moment::date + 56",
        "laatst_gewijzigd": "p.moment",
        "statustype_id": "CASE WHEN p.days IS NULL THEN t.statustype_id ELSE (SELECT s.id FROM catalogi_statustype s"
        " WHERE s.zaaktype_id = t.zaaktype_id AND s.is_eindstatus) END",
    },
    "meldingen_melding": {
        "id": "p.melding",
        "zaak_id": "p.zaak",
        "meldernummer": "'B-' || to_char(p.n, 'FM0000000')",
        "sleutel": "NULL",
        "gemeld_op": "p.moment",
        "verwacht_op": "p.moment::date + 7",
        "lon": "t.lon + (p.n %% 1000) * 0.00001",
        "lat": "t.lat + (p.n %% 997) * 0.00001",
    },
    "zaken_status": {},
    "zaken_rol": {},
    "zaken_zaakobject": {},
    "zaken_gebeurtenis": {"moment": "p.moment"},
}
OF_ZAAK = {"id": "gen_random_uuid()", "zaak_id": "p.zaak"}


def add_reports(reports: int = REPORTS, *, tables: Collection[str] = tuple(COPIES)) -> None:
    """Add copies of the reports that are there, in these tables."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for statement in unguard(cursor, tables):
            cursor.execute(statement)
        cursor.execute(PLAN, {"reports": reports})
        for table, changed in COPIES.items():
            if table not in tables:
                continue
            copy(cursor, table, changed or OF_ZAAK, {**OF_ZAAK, **changed})
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def unguard(cursor: Any, tables: Collection[str]) -> list[str]:
    """Statements that drop the foreign keys of tables: copies point where the originals point, and checking costs most."""
    cursor.execute(
        "SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I', conrelid::regclass, conname) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)",
        [list(tables)],
    )
    return [row[0] for row in cursor.fetchall()]


def copy(cursor: Any, table: str, changed: dict[str, str], of_zaak: dict[str, str]) -> None:
    """Copy the rows of a table that belong to the reports of the plan."""
    values = changed if table in ("zaken_zaak", "meldingen_melding") else of_zaak
    key = {"zaken_zaak": "t.id = p.old_zaak", "meldingen_melding": "t.id = p.old_melding"}.get(
        table, "t.zaak_id = p.old_zaak"
    )
    cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table])
    names = [row[0] for row in cursor.fetchall()]
    columns = ", ".join(f'"{name}"' for name in names)
    read = ", ".join(values.get(name, f't."{name}"').replace("%%", "%") for name in names)
    cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {read} FROM plan p JOIN {table} t ON {key}")


def signed_in(username: str) -> str:
    """Havendam with its reports of today; answers the cookie of an employee."""
    from django.core.management import call_command
    from django.test import Client

    from stoep.demo.building import ensure_demo
    from stoep.foundation.testing import deliver_outbox
    from stoep.toegang.models import Account
    from stoep.toegang.testing import sign_in_client

    call_command("collectstatic", verbosity=0, interactive=False)
    ensure_demo()
    deliver_outbox()
    client = Client()
    sign_in_client(client, Account.objects.get(username=username))
    return f"sessionid={client.cookies['sessionid'].value}"
