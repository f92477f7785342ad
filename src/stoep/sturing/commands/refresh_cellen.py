"""Count months and groups anew from the rows of their reports."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import connection, transaction

from stoep.sturing.rules.verdeling import GRENZEN

Cel = tuple[date, str, str, str, str, str, str]
PER_MAAND = ("hoofdcategorie", "categorie", "afdeling", "gebied", "kanaal")
PER_VAK = ("hoofdcategorie", "categorie", "afdeling", "gebied", "vak")

DUREN = ", ".join(
    f"count(*) FILTER (WHERE werkdagen > {below} AND werkdagen <= {upto})"
    for below, upto in zip((-1, *GRENZEN[:-1]), GRENZEN, strict=True)
)
COUNTS = f"""
    count(*), count(werkdagen), count(*) FILTER (WHERE afgehandeld_op <= norm_op),
    count(*) FILTER (WHERE heropend > 0), count(*) FILTER (WHERE herverdeeld > 0),
    count(tevreden), count(*) FILTER (WHERE tevreden), sum(volgers), sum(opdrachten), sum(opdrachten_op_tijd),
    coalesce(sum(werkdagen), 0), coalesce(sum(werkdagen::bigint * werkdagen), 0), ARRAY[{DUREN}]
"""
INTO = (
    "aantal, afgehandeld, op_tijd, heropend, herverdeeld, beoordelingen, tevreden, volgers, opdrachten, "
    "opdrachten_op_tijd, werkdagen_som, werkdagen_kwadraat, duren"
)


@transaction.atomic
def refresh_cellen(cellen: Collection[Cel]) -> None:
    """Count these months and groups anew; the caller holds the turn."""
    if not cellen:
        return
    refresh("sturing_maandcijfer", PER_MAAND, INTO, COUNTS, sorted({cel[:6] for cel in cellen}))
    refresh("sturing_vakcijfer", PER_VAK, "aantal", "count(*)", sorted({(*cel[:5], cel[6]) for cel in cellen}))


@transaction.atomic
def refresh_all_cellen() -> None:
    """Count everything anew; the caller holds the turn."""
    refresh("sturing_maandcijfer", PER_MAAND, INTO, COUNTS, None)
    refresh("sturing_vakcijfer", PER_VAK, "aantal", "count(*)", None)


def refresh(
    table: str, keys: tuple[str, ...], into: str, counts: str, cellen: Collection[tuple[object, ...]] | None
) -> None:
    """Remove the counts of these cells (None: of all) and count them from the rows, in two statements.

    Names of tables and columns are of this file; values travel as parameters.
    """
    names = ", ".join(keys)
    wanted, where, join = "", "", ""
    values: list[list[object]] = []
    if cellen is not None:
        arrays = ", ".join(["%s::date[]", *["%s::text[]"] * len(keys)])
        wanted = f"WITH cel AS (SELECT * FROM unnest({arrays}) AS cel(maand, {names})) "  # noqa: S608 - names of this file
        where = f"WHERE (maand, {names}) IN (SELECT maand, {names} FROM cel)"  # noqa: S608 - names of this file
        same = " AND ".join(f"rij.{name} = cel.{name}" for name in keys)
        join = (
            "JOIN cel ON rij.gemeld_op >= cel.maand AND rij.gemeld_op < (cel.maand + interval '1 month')::date"
            f" AND {same}"
        )
        values = [list(column) for column in zip(*cellen, strict=True)]
    columns = ", ".join(f"rij.{name}" for name in keys)
    with connection.cursor() as cursor:
        cursor.execute(f"{wanted}DELETE FROM {table} {where}", values)  # noqa: S608 - names of this file
        cursor.execute(
            f"{wanted}INSERT INTO {table} (maand, {names}, {into}) "  # noqa: S608 - names of this file
            f"SELECT date_trunc('month', rij.gemeld_op)::date, {columns}, {counts} "
            f"FROM sturing_meldingcijfer AS rij {join} GROUP BY 1, {columns}",
            values,
        )
