"""Charts drawn on the server: values in, SVG out. The same figures always stand in a table under them.

Positions across are percentages and positions down are pixels, so a chart fills a phone and a wide screen alike
while its letters keep their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

BAR_HEIGHT = 14
ROW_HEIGHT = 44
BAR_ROOM = 84  # percent: what is left is for the figure behind the longest bar
PLOT_HEIGHT = 220
PLOT_TOP = 22
LABEL_ROOM = 26
FIRST_ACROSS, LAST_ACROSS = 3, 98  # percent: the lines keep off the edges
FIGURE_WIDTH, FIGURE_GAP = 8, 12  # pixels: of one character of the axis, and between it and the lines
MOST_LABELS = 5
GRID_LINES = 4
MARK_TOP = 12
MARK_STEP = 23
MARK_ROWS = 3
MORE_THAN_ENOUGH = 10**12


@dataclass(frozen=True)
class Series:
    """One line of a chart: what it counts, and a value (or nothing) for each label."""

    label: str
    values: Sequence[float | None]


@dataclass(frozen=True)
class Mark:
    """Where something changed: `place` counts in labels and may lie between two."""

    place: float
    label: str


def say_number(value: float | None) -> str:
    """A figure as Dutch writes it: '1.234,5'; a dash where nothing was counted."""
    if value is None:
        return "–"
    text = f"{value:,.1f}" if value != int(value) else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,"))


def nice_top(highest: float) -> float:
    """A round number at or above the highest value, that divides into four."""
    step = 1.0
    while step < MORE_THAN_ENOUGH:
        for factor in (1, 2, 2.5, 5):
            if step * factor * GRID_LINES >= highest and (step * factor).is_integer():
                return step * factor * GRID_LINES
        step *= 10
    return highest


def share(value: float, highest: float) -> str:
    """How wide a bar is, in percent; what is more than nothing is always seen."""
    return f"{max(BAR_ROOM * value / highest, 0.4) if value > 0 else 0:.1f}"


def draw_bars(title: str, rows: Sequence[tuple[str, float]], unit: str = "") -> SafeString:
    """A bar for each row, its label above it and its figure behind it."""
    highest = max((value for _, value in rows), default=0) or 1
    ending = f" {unit}" if unit else ""
    bars = format_html_join(
        "",
        '<text x="0" y="{}">{}</text><rect class="stoep-chart__bar" x="0" y="{}" width="{}%" height="{}" rx="3" />'
        '<text class="stoep-chart__figure" x="{}%" dx="8" y="{}">{}</text>',
        (
            (
                place * ROW_HEIGHT + 14,
                label,
                place * ROW_HEIGHT + 20,
                share(value, highest),
                BAR_HEIGHT,
                share(value, highest),
                place * ROW_HEIGHT + 32,
                say_number(value) + ending,
            )
            for place, (label, value) in enumerate(rows)
        ),
    )
    return format_html(
        '<svg class="stoep-chart__drawing" width="100%" height="{}" role="img" aria-label="{}">{}</svg>',
        len(rows) * ROW_HEIGHT,
        title,
        bars,
    )


def across(place: float, count: int) -> float:
    """How far to the right, in percent, a value stands; the lines keep off the edges."""
    return FIRST_ACROSS + (LAST_ACROSS - FIRST_ACROSS) * place / max(count - 1, 1)


def down(value: float, top: float) -> float:
    """How far down, in pixels, a value stands."""
    return PLOT_TOP + PLOT_HEIGHT * (1 - value / top)


def draw_grid(top: float) -> SafeString:
    """Horizontal lines."""
    return format_html_join(
        "",
        '<line class="stoep-chart__grid" x1="0" x2="100%" y1="{0}" y2="{0}" />',
        ((f"{down(top * line / GRID_LINES, top):.1f}",) for line in range(GRID_LINES + 1)),
    )


def draw_axis(top: float) -> SafeString:
    """The figures of the horizontal lines, in a column of their own as wide as the longest, so that nothing lies over them."""
    figures = [say_number(top * line / GRID_LINES) for line in range(GRID_LINES + 1)]
    width = FIGURE_GAP + FIGURE_WIDTH * max(len(figure) for figure in figures)
    texts = format_html_join(
        "",
        '<text class="stoep-chart__axis" x="{}" y="{}" dy="4" text-anchor="end">{}</text>',
        (
            (width - FIGURE_GAP, f"{down(top * line / GRID_LINES, top):.1f}", figure)
            for line, figure in enumerate(figures)
        ),
    )
    return format_html(
        '<svg class="stoep-chart__column" width="{}" height="{}" aria-hidden="true">{}</svg>',
        width,
        PLOT_TOP + PLOT_HEIGHT + LABEL_ROOM,
        texts,
    )


def draw_labels(labels: Sequence[str]) -> SafeString:
    """A few labels under the chart: the first, the last and some between, of which a small screen shows the middle."""
    last = len(labels) - 1
    shown = min(MOST_LABELS, len(labels))
    places = sorted({round(index * last / max(shown - 1, 1)) for index in range(shown)})
    return format_html_join(
        "",
        '<text class="stoep-chart__axis{}" x="{}%" y="{}" text-anchor="{}">{}</text>',
        (
            (
                " stoep-chart__axis--wide" if 0 < 2 * order != len(places) - 1 and place != last else "",
                f"{across(place, len(labels)):.1f}",
                PLOT_TOP + PLOT_HEIGHT + 20,
                "start" if place == 0 else "end" if place == last else "middle",
                labels[place],
            )
            for order, place in enumerate(places)
        ),
    )


def path_of(values: Sequence[float | None], top: float) -> str:
    """The line through the values; it breaks where nothing was counted."""
    parts, pen_down = [], False
    for place, value in enumerate(values):
        if value is not None:
            parts.append(f"{'L' if pen_down else 'M'}{across(place, len(values)):.2f} {down(value, top):.1f}")
        pen_down = value is not None
    return "".join(parts)


def draw_marks(marks: Sequence[Mark], count: int) -> SafeString:
    """A vertical line with its number where something changed; numbers of neighbours step down, so they never meet."""
    lines = format_html_join(
        "",
        '<line class="stoep-chart__since" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}" />',
        ((f"{across_at(mark.place, count):.2f}", PLOT_TOP, PLOT_TOP + PLOT_HEIGHT) for mark in marks),
    )
    numbers = format_html_join(
        "",
        '<g class="stoep-chart__mark"><title>{0}</title><circle cx="{1}%" cy="{2}" r="10" />'
        '<text x="{1}%" y="{2}" dy="4.5" text-anchor="middle">{3}</text></g>',
        (
            (mark.label, f"{across_at(mark.place, count):.2f}", MARK_TOP + order % MARK_ROWS * MARK_STEP, order + 1)
            for order, mark in enumerate(marks)
        ),
    )
    return format_html("{}{}", lines, numbers)


def draw_target(target: float | None, top: float, label: str) -> SafeString:
    """A dashed line at what is aimed at."""
    if target is None or target > top:
        return SafeString("")
    return format_html(
        '<line class="stoep-chart__target" x1="0" x2="100%" y1="{0}" y2="{0}" />'
        '<text class="stoep-chart__axis" x="100%" y="{0}" dy="-4" text-anchor="end">{1}</text>',
        f"{down(target, top):.1f}",
        label,
    )


def across_at(place: float, count: int) -> float:
    """How far to the right, in percent, a moment between two values stands."""
    return across(min(max(place, 0), max(count - 1, 0)), count)


def draw_lines(
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    marks: Sequence[Mark] = (),
    target: float | None = None,
    target_label: str = "",
) -> SafeString:
    """A line for each series over the labels, each in its own stroke, with a dot where it ends."""
    known = [value for one in series for value in one.values if value is not None]
    top = nice_top(max([*known, target or 0], default=1) or 1)
    height = PLOT_TOP + PLOT_HEIGHT + LABEL_ROOM
    lines = format_html_join(
        "",
        '<path class="stoep-chart__line stoep-chart__line--{}" d="{}" vector-effect="non-scaling-stroke" />',
        ((place, path_of(one.values, top)) for place, one in enumerate(series, start=1)),
    )
    dots = format_html_join(
        "",
        '<circle class="stoep-chart__dot stoep-chart__dot--{}" cx="{}%" cy="{}" r="4" />',
        (
            (place, f"{across(len(one.values) - 1, len(one.values)):.1f}", f"{down(one.values[-1] or 0, top):.1f}")
            for place, one in enumerate(series, start=1)
            if one.values and one.values[-1] is not None
        ),
    )
    return format_html(
        '<div class="stoep-chart__plot">{8}'
        '<svg class="stoep-chart__drawing" width="100%" height="{0}" role="img" aria-label="{1}">{2}{6}{7}{3}'
        '<svg width="100%" height="{0}" viewBox="0 0 100 {0}" preserveAspectRatio="none">{4}</svg>{5}</svg></div>',
        height,
        title,
        draw_grid(top),
        draw_labels(labels),
        lines,
        dots,
        draw_target(target, top, target_label),
        draw_marks(marks, len(labels)),
        draw_axis(top),
    )
