"""The course of a number in time, with the marks of what changed, and the difference before and after one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from stoep.foundation import clock, nederlands
from stoep.foundation.nederlands import SHORT_MONTHS
from stoep.huisstijl.charts import say_number
from stoep.sturing.queries import Figures, Mark
from stoep.sturing.queries.figures import count_all
from stoep.sturing.rules.indicatoren import OP_CODE, SEIZOEN, VERGELIJKBAAR, Eenheid, Indicator
from stoep.sturing.rules.perioden import IN_WEEKS_UP_TO, Periode, steps, windows
from stoep.sturing.rules.verdeling import HUNDRED, Verdeling
from stoep.sturing.rules.verschil import FEWEST, Verschil
from stoep.sturing.web.asking import WEKEN, Asked
from stoep.sturing.web.showing import say_days, say_percent

MOST_MARKS = 12


def course(asked: Asked, figures: Figures, marks: list[Mark], streefwaarden: dict[str, int]) -> dict[str, Any]:
    """The chosen number over time beside the year before, for a line chart."""
    indicator = OP_CODE[asked.cijfer]
    now = steps(asked.keuze.periode)
    by_month = asked.keuze.periode.days > IN_WEEKS_UP_TO
    series = [{"label": _("Deze periode"), "values": values_of(indicator, figures.verloop, now, by_month=by_month)}]
    if figures.jaar_eerder.aantal:
        earlier = [step.year_earlier() for step in now]
        values = values_of(indicator, figures.verloop_jaar_eerder, earlier, by_month=by_month)
        series.append({"label": _("Een jaar eerder"), "values": values})
    target = streefwaarden.get(indicator.code)
    return {
        "titel": title_of(indicator),
        "definitie": indicator.definitie,
        "voetnoot": indicator.voetnoot,
        "labels": [say_step(asked, step) for step in now],
        "series": series,
        "marks": [
            {"place": place_of(mark.dag, now), "label": f"{nederlands.day(mark.dag)}: {mark.label}"} for mark in marks
        ],
        "target": target,
        "target_label": _("streefwaarde %(n)s") % {"n": say_percent(target)} if target is not None else "",
    }


def title_of(indicator: Indicator) -> str:
    """The number with its unit."""
    unit = {Eenheid.PROCENT: _("in procent"), Eenheid.WERKDAGEN: _("in werkdagen")}.get(indicator.eenheid)
    return f"{indicator.naam}, {unit}" if unit else _("%(naam)s in de tijd") % {"naam": indicator.naam}


def values_of(
    indicator: Indicator, counted: Mapping[str | date, Verdeling], parts: Iterable[Periode], *, by_month: bool
) -> list[float | None]:
    """The number of each step, from the days that lie in it, or from its month; nothing where nothing was reported."""
    found: list[float | None] = []
    for part in parts:
        total = Verdeling()
        for key, verdeling in counted.items():
            if isinstance(key, date) and (key == part.van.replace(day=1) if by_month else part.van <= key <= part.tot):
                total.include(verdeling)
        found.append(indicator.waarde(total))
    return found


def place_of(dag: date, parts: list[Periode]) -> float:
    """Where a day lies, counted in steps."""
    for place, part in enumerate(parts):
        if dag <= part.tot:
            return place + (dag - part.van).days / part.days - 0.5
    return len(parts) - 1


def say_step(asked: Asked, step: Periode) -> str:
    """A step under the chart: a month, or the day on which it begins."""
    if asked.keuze.periode.days > IN_WEEKS_UP_TO:
        return f"{SHORT_MONTHS[step.van.month - 1]} {step.van.year}"
    return f"{step.van.day} {SHORT_MONTHS[step.van.month - 1]}"


def list_marks(asked: Asked, marks: list[Mark]) -> list[dict[str, Any]]:
    """The marks under the chart, numbered as in it; each opens its comparison."""
    return [
        {
            "nummer": place,
            "dag": nederlands.day(mark.dag),
            "label": mark.label,
            "vanzelf": mark.is_automatic,
            "href": asked.address(markering=mark.code) + "#verschil",
            "gekozen": mark.code == asked.markering,
        }
        for place, mark in enumerate(marks, start=1)
    ]


def find_mark(asked: Asked, marks: list[Mark]) -> Mark | None:
    """The mark that was asked, else the newest of which at least four weeks have passed."""
    today = clock.today()
    asked_for = [mark for mark in marks if mark.code == asked.markering]
    settled = [mark for mark in marks if (today - mark.dag).days >= WEKEN[0] * 7]
    return next(iter(asked_for), None) or (settled[-1] if settled else None)


def compare(asked: Asked, mark: Mark) -> dict[str, Any] | None:
    """Every number before and after a mark, with how sure the difference is."""
    found = windows(mark.dag, asked.weken, clock.today())
    if found is None:
        return None
    before, after = found
    old, new = count_all(asked.keuze, before), count_all(asked.keuze, after)
    lines: list[dict[str, Any]] = []
    for one in VERGELIJKBAAR:
        if one.vergelijk is None:
            continue
        verschil = one.vergelijk(old, new)
        if one.code in ("tevreden", "aannemers") and not (verschil.aantal_ervoor or verschil.aantal_erna):
            continue
        lines.append({"indicator": one, "verschil": verschil, "cells": cells_of(one, verschil)})
    return {
        "mark": mark,
        "dag": nederlands.full_day(mark.dag),
        "ervoor": nederlands.period(before.van, before.tot),
        "erna": nederlands.period(after.van, after.tot),
        "dagen": before.days,
        "is_korter": before.days < asked.weken * 7,
        "regels": lines,
        "rows": [{"cells": [{"text": cell} for cell in line["cells"]]} for line in lines],
        "columns": [
            {"label": _("Cijfer")},
            *({"label": label, "kind": "number"} for label in (_("Ervoor"), _("Erna"))),
            {"label": _("Verschil, met 95%-interval")},
        ],
        "weken": [
            {
                "label": _("%(n)s weken") % {"n": weken},
                "href": asked.address(weken=str(weken), markering=mark.code) + "#verschil",
                "active": weken == asked.weken,
            }
            for weken in WEKEN
        ],
        "voetnoot": SEIZOEN,
        "fewest": FEWEST,
    }


def cells_of(indicator: Indicator, verschil: Verschil) -> list[str]:
    """A line of the comparison: before, after, and the difference in words."""
    return [
        indicator.naam,
        say_value(indicator, verschil.ervoor, verschil.aantal_ervoor),
        say_value(indicator, verschil.erna, verschil.aantal_erna),
        say_verschil(indicator, verschil),
    ]


def say_value(indicator: Indicator, value: float | None, count: int) -> str:
    """'81% van 240', '3,2 werkdagen van 240' or '240'."""
    if indicator.eenheid is Eenheid.AANTAL:
        return say_number(count)
    if value is None:
        return "–"
    shown = (
        say_percent(round(value * HUNDRED, 1)) if indicator.eenheid is Eenheid.PROCENT else say_days(round(value, 1))
    )
    return _("%(value)s van %(count)s") % {"value": shown, "count": say_number(count)}


def say_verschil(indicator: Indicator, verschil: Verschil) -> str:
    """'4,1 procentpunt hoger (1,2 tot 7,0 hoger)', 'geen duidelijk verschil (…)', or too few to tell."""
    if verschil.schatting is None or verschil.laag is None or verschil.hoog is None:
        return _("te weinig om iets te zeggen")
    if indicator.eenheid is Eenheid.AANTAL:
        shift, low, high = ((one - 1) * HUNDRED for one in (verschil.schatting, verschil.laag, verschil.hoog))
        unit, up, down = "%", _("meer"), _("minder")
    elif indicator.eenheid is Eenheid.PROCENT:
        shift, low, high = (one * HUNDRED for one in (verschil.schatting, verschil.laag, verschil.hoog))
        unit, up, down = _(" procentpunt"), _("hoger"), _("lager")
    else:
        shift, low, high = verschil.schatting, verschil.laag, verschil.hoog
        unit, up, down = _(" werkdagen"), _("langer"), _("korter")
    if not verschil.is_duidelijk:
        values = {"low": signed(low, unit, up, down), "high": signed(high, unit, up, down)}
        return _("geen duidelijk verschil: tussen %(low)s en %(high)s") % values
    near, far = sorted((abs(low), abs(high)))
    values = {
        "shift": signed(shift, unit, up, down),
        "near": say_number(round(near, 1)),
        "far": say_number(round(far, 1)),
    }
    return _("%(shift)s (tussen %(near)s en %(far)s)") % values


def signed(value: float, unit: str, up: str, down: str) -> str:
    """'4,1% meer'."""
    return f"{say_number(round(abs(value), 1))}{unit} {up if value >= 0 else down}"
