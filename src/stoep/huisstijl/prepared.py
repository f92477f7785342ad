"""What a component works out before it is drawn, beyond the values that the page gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from stoep.foundation import clock, nederlands
from stoep.huisstijl import charts

SOON_DAYS = 2

STATUS_ICONS = {
    "ok": "check",
    "late": "clock-alert",
    "warn": "triangle-alert",
    "busy": "clock",
    "info": "calendar",
    "neutral": "circle-dashed",
}


def prepare_term(values: dict[str, Any]) -> dict[str, Any]:
    """A term in words, with a tone: late, soon or in time; a closed case has no clock."""
    deadline: date | None = values.get("deadline")
    if deadline is None:
        return {"words": _("geen termijn"), "tone": "neutral"}
    today = values.get("today") or clock.today()
    days = (deadline - today).days
    tone = "late" if days <= 0 else "warn" if days <= SOON_DAYS else "ok"
    return {"words": nederlands.days_left(deadline, today), "tone": tone}


def prepare_status(values: dict[str, Any]) -> dict[str, Any]:
    """A status has a word and, on request, the icon of its tone: never colour alone."""
    tone = values.get("tone") or "neutral"
    shown = values.get("icon")
    return {"tone": tone, "icon_name": STATUS_ICONS.get(tone, "circle") if shown is True else shown or ""}


def prepare_progress(values: dict[str, Any]) -> dict[str, Any]:
    """The bar's width as a share of a hundred, for an SVG that needs no style attribute."""
    total = max(int(values.get("total") or 1), 1)
    current = min(max(int(values.get("current") or 0), 0), total)
    return {"current": current, "total": total, "share": round(100 * current / total, 1)}


def prepare_chart_bar(values: dict[str, Any]) -> dict[str, Any]:
    """The drawing of a bar chart and the rows of its table."""
    rows = [(str(row["label"]), row["value"]) for row in values.get("rows") or []]
    unit = str(values.get("unit") or "")
    return {
        "svg": charts.draw_bars(str(values.get("title", "")), rows, unit),
        "columns": [{"label": values.get("label_column") or ""}, {"label": unit or _("aantal"), "kind": "number"}],
        "table_rows": [{"cells": [{"text": label}, {"text": charts.say_number(value)}]} for label, value in rows],
    }


def prepare_chart_line(values: dict[str, Any]) -> dict[str, Any]:
    """The drawing of a line chart, its legend and the rows of its table."""
    labels = [str(label) for label in values.get("labels") or []]
    series = [charts.Series(str(one["label"]), list(one["values"])) for one in values.get("series") or []]
    return {
        "svg": charts.draw_lines(
            str(values.get("title", "")),
            labels,
            series,
            marks=[charts.Mark(one["place"], str(one["label"])) for one in values.get("marks") or []],
            target=values.get("target"),
            target_label=str(values.get("target_label") or ""),
        ),
        "legend": [{"place": place, "label": one.label} for place, one in enumerate(series, start=1)],
        "columns": [
            {"label": values.get("label_column") or ""},
            *({"label": one.label, "kind": "number"} for one in series),
        ],
        "table_rows": [
            {"cells": [{"text": label}, *({"text": charts.say_number(one.values[place])} for one in series)]}
            for place, label in enumerate(labels)
        ],
    }


PREPARE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "term": prepare_term,
    "status": prepare_status,
    "progress": prepare_progress,
    "chart_bar": prepare_chart_bar,
    "chart_line": prepare_chart_line,
}
