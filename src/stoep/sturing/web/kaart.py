"""The heat map: hexagons over the municipality, drawn on the server, with the same numbers in a table beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from stoep.gebieden.models import Gebied
from stoep.gebieden.queries import list_gebieden
from stoep.huisstijl.charts import say_number
from stoep.sturing.rules.vakken import EAST, NORTH, corners_of
from stoep.sturing.web.asking import Asked

WIDTH = 1000
STEPS = 5
MOST_NAMED = 15
MARGIN = 12
FREE_WIDTH = 700  # metres that a number takes
FREE_HEIGHT = 420
Vakken = Mapping[str, tuple[int, str]]


def draw_kaart(asked: Asked, vakken: Vakken) -> dict[str, Any]:
    """The drawing with its legend and its table."""
    gebieden = list_gebieden()
    ordered = sorted(vakken.items(), key=lambda entry: (-entry[1][0], entry[0]))
    bounds = bounds_of([number for _vak, (number, _gebied) in ordered])
    total = sum(number for number, _gebied in vakken.values())
    return {
        "svg": draw(gebieden, ordered, bounds),
        "legenda": [{"klasse": place, "label": label} for place, label in enumerate(say_bounds(bounds), start=1)],
        "columns": [
            {"label": _("Vak")},
            {"label": _("Gebied")},
            {"label": _("Meldingen"), "kind": "number"},
        ],
        "rows": [
            {
                "cells": [
                    {"text": str(place)},
                    {"text": asked.names.of("gebied", gebied)},
                    {"text": say_number(number)},
                ]
            }
            for place, (_vak, (number, gebied)) in enumerate(ordered[:MOST_NAMED], start=1)
        ],
        "totaal": total,
        "vakken": len(ordered),
    }


def bounds_of(numbers: Sequence[int]) -> list[int]:
    """The highest number of each shade: each shade is as many times the one before, so that a peak drowns nothing."""
    most = max(numbers, default=0)
    return sorted({max(round(most ** (step / STEPS)), 1) for step in range(1, STEPS + 1)}) if most else []


def say_bounds(bounds: Sequence[int]) -> list[str]:
    """'1 tot en met 3', '4', …: what each shade means."""
    said, first = [], 1
    for bound in bounds:
        said.append(say_number(bound) if first == bound else f"{say_number(first)} – {say_number(bound)}")
        first = bound + 1
    return said


def draw(gebieden: Sequence[Gebied], ordered: Sequence[tuple[str, tuple[int, str]]], bounds: Sequence[int]) -> str:
    """Borders, hexagons in shades with their number in the title, and the rank of the largest."""
    gemeente = next((one for one in gebieden if one.soort == "gemeente"), None)
    if gemeente is None:
        return format_html("{}", "")
    west, north = gemeente.west, gemeente.north
    scale = (WIDTH - 2 * MARGIN) / ((gemeente.east - west) * EAST)
    height = round((north - gemeente.south) * NORTH * scale) + 2 * MARGIN

    def at(lon: float, lat: float) -> str:
        return f"{MARGIN + (lon - west) * EAST * scale:.1f},{MARGIN + (north - lat) * NORTH * scale:.1f}"

    land = format_html_join(
        "",
        '<path class="sturing-kaart__{}" d="{}" />',
        (
            ("land" if gebied.soort == "gemeente" else "grens", path_of(gebied.geometrie, at))
            for gebied in sorted(gebieden, key=lambda one: one.soort != "gemeente")
        ),
    )
    hexagons = format_html_join(
        "",
        '<polygon class="sturing-vak sturing-vak--{}" points="{}"><title>{}</title></polygon>',
        (
            (shade_of(number, bounds), " ".join(at(*corner) for corner in corners_of(vak)), say_number(number))
            for vak, (number, _gebied) in ordered
        ),
    )
    ranks = format_html_join(
        "",
        '<text class="sturing-vak__rang" x="{}" y="{}" dy="5" text-anchor="middle">{}</text>',
        (
            (*at(*middle(vak)).split(","), place)
            for place, vak in enumerate((vak for vak, _found in ordered[:MOST_NAMED]), start=1)
            if stands_free(vak, [other for other, _found in ordered[: place - 1]])
        ),
    )
    return format_html(
        '<svg class="sturing-kaart__beeld" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}</svg>',
        WIDTH,
        height,
        _("Kaart van de gemeente met het aantal meldingen per vak; dezelfde getallen staan in de tabel"),
        land,
        hexagons,
        ranks,
    )


def stands_free(vak: str, larger: Sequence[str]) -> bool:
    """Does no number of a larger hexagon stand in the way."""
    lon, lat = middle(vak)
    return all(
        abs(lon - x) * EAST > FREE_WIDTH or abs(lat - y) * NORTH > FREE_HEIGHT
        for x, y in (middle(one) for one in larger)
    )


def middle(vak: str) -> tuple[float, float]:
    """The middle of a hexagon, from its corners."""
    corners = corners_of(vak)
    return sum(lon for lon, _lat in corners) / len(corners), sum(lat for _lon, lat in corners) / len(corners)


def shade_of(number: int, bounds: Sequence[int]) -> int:
    """Which shade, from 1."""
    return next((place for place, bound in enumerate(bounds, start=1) if number <= bound), max(len(bounds), 1))


def path_of(geometrie: Mapping[str, Any], at: Any) -> str:
    """A GeoJSON shape as the path of an SVG."""
    return "".join(f"M{'L'.join(at(lon, lat) for lon, lat, *_rest in ring)}Z" for ring in rings_of(geometrie))


def rings_of(geometrie: Mapping[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    """All rings of a Polygon or MultiPolygon."""
    parts = [geometrie["coordinates"]] if geometrie["type"] == "Polygon" else geometrie["coordinates"]
    for part in parts:
        yield from part
