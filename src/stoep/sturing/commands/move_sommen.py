"""Keep the sums: take away what reports were and add what they are, so that nothing else has to be counted again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from stoep.sturing.commands.refresh_cellen import COUNTS, INTO
from stoep.sturing.rules.sommen import OF_DAY, OF_MONTH, dimensions_of

# Everything in these statements is of this file; rows travel as a parameter.
GIVEN = "SELECT * FROM jsonb_populate_recordset(NULL::sturing_meldingcijfer, %s::jsonb)"
ALL = "SELECT * FROM sturing_meldingcijfer"
MONTH = "date_trunc('month', gemeld_op)::date"
KEYS = ("stap", "soort", "dag", "hoofdcategorie", "categorie", "afdeling", "gebied", "kanaal")
NUMBERS = tuple(name.strip() for name in INTO.split(","))
VAK_KEYS, VAK_NUMBERS = ("maand", "gebied", "vak"), ("aantal",)
PER_VAK = f"SELECT {MONTH}, gebied, vak, count(*) FROM rij GROUP BY 1, 2, 3"  # noqa: S608


@transaction.atomic
def move_sommen(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> None:
    """Take these rows out of the sums and put those in; the caller holds the turn. Two statements each."""
    for rows, change in ((before, take_away), (after, add)):
        if rows:
            run(change, GIVEN, [json.dumps(rows, default=str)])


@transaction.atomic
def refresh_all_sommen() -> None:
    """Count every sum anew from the rows; the caller holds the turn."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sturing_cijfersom")
        cursor.execute("DELETE FROM sturing_vaksom")
    run(add, ALL, [])


def run(change: Callable[..., str], source: str, values: list[str]) -> None:
    """Change both tables of sums by these rows."""
    levels = f"{sums_of('d', 'gemeld_op', OF_DAY)} UNION ALL {sums_of('m', MONTH, OF_MONTH)}"
    with connection.cursor() as cursor:
        cursor.execute(change("sturing_cijfersom", KEYS, NUMBERS, source, levels), values)
        cursor.execute(change("sturing_vaksom", VAK_KEYS, VAK_NUMBERS, source, PER_VAK), values)


def sums_of(stap: str, day: str, levels: frozenset[int]) -> str:
    """The sums per day or month, once for each level; what a level does not tell apart is empty."""
    sets = ", ".join(f"({', '.join(('dag', *dimensions_of(level)))})" for level in sorted(levels))
    return (
        f"SELECT '{stap}', 15 - GROUPING(kanaal, afdeling, gebied, categorie), dag, coalesce(hoofdcategorie, ''),"  # noqa: S608
        f" coalesce(categorie, ''), coalesce(afdeling, ''), coalesce(gebied, ''), coalesce(kanaal, ''), {COUNTS}"
        f" FROM (SELECT *, {day} AS dag FROM rij) AS rij GROUP BY GROUPING SETS ({sets})"
    )


def add(table: str, keys: Sequence[str], numbers: Sequence[str], source: str, counted: str) -> str:
    """The statement that adds what was counted to what is there."""
    more = ", ".join(f"{name} = {merged(name, f'{table}.{name}', f'EXCLUDED.{name}', '+')}" for name in numbers)
    return (
        f"WITH rij AS MATERIALIZED ({source}) INSERT INTO {table} ({', '.join((*keys, *numbers))}) {counted}"
        f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {more}"
    )


def take_away(table: str, keys: Sequence[str], numbers: Sequence[str], source: str, counted: str) -> str:
    """The statement that takes what was counted away from what is there."""
    less = ", ".join(f"{name} = {merged(name, f'som.{name}', f'weg.{name}', '-')}" for name in numbers)
    same = " AND ".join(f"som.{name} = weg.{name}" for name in keys)
    return (
        f"WITH rij AS MATERIALIZED ({source}), weg ({', '.join((*keys, *numbers))}) AS ({counted})"  # noqa: S608
        f" UPDATE {table} AS som SET {less} FROM weg WHERE {same}"
    )


def merged(name: str, left: str, right: str, sign: str) -> str:
    """One number with another; of the durations each with its own."""
    if name != "duren":
        return f"{left} {sign} {right}"
    return (
        f"ARRAY(SELECT een {sign} ander FROM unnest({left}, {right}) WITH ORDINALITY AS u(een, ander, plaats)"  # noqa: S608
        " ORDER BY plaats)"
    )
