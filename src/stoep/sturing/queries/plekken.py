"""Reading where: how many reports in each hexagon of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Count, Sum

from stoep.sturing.models import Meldingcijfer, Vakcijfer, Vaksom
from stoep.sturing.queries.figures import RIGHT, Keuze, chosen, within
from stoep.sturing.rules.perioden import split_months
from stoep.toegang.actors import Actor


def count_vakken(keuze: Keuze, *, actor: Actor) -> dict[str, tuple[int, str]]:
    """For each hexagon how many, and the area where most of those are. Two queries. The channel is not asked."""
    actor.require(RIGHT)
    keuze = replace(keuze, kanaal="")
    per_gebied: dict[tuple[str, str], int] = {}
    months, edges = split_months(keuze.periode)
    parts: list[Iterable[tuple[Any, ...]]] = []
    if months:
        is_finer = bool(keuze.categorie or keuze.afdeling)
        counted = Vakcijfer.objects.all() if is_finer else Vaksom.objects.filter(aantal__gt=0)
        cube = chosen(counted, keuze).filter(maand__range=(months.van, months.tot))
        parts.append(cube.values_list("vak", "gebied").annotate(number=Sum("aantal")).order_by())
    if edges:
        rows = chosen(Meldingcijfer.objects.filter(within("gemeld_op", edges)), keuze)
        parts.append(rows.values_list("vak", "gebied").annotate(number=Count("pk")).order_by())
    for part in parts:
        for vak, gebied, number in part:
            per_gebied[vak, gebied] = per_gebied.get((vak, gebied), 0) + number
    found: dict[str, tuple[int, str]] = {}
    for (vak, gebied), _number in sorted(per_gebied.items(), key=lambda entry: entry[1]):
        found[vak] = (found.get(vak, (0, ""))[0] + per_gebied[vak, gebied], gebied)
    found.pop("", None)
    return found
