"""Charts say in figures what they show in lines."""

from datetime import date

import pytest
from django.template import Context, Template

from stoep.huisstijl.charts import Series, draw_bars, draw_lines, nice_top, path_of, say_number
from stoep.huisstijl.prepared import prepare_term


def test_a_figure_is_written_the_dutch_way():
    assert say_number(1234) == "1.234"
    assert say_number(1234.5) == "1.234,5"
    assert say_number(None) == "–"


@pytest.mark.parametrize(("highest", "top"), [(0.5, 4), (3, 4), (7, 8), (35, 40), (312, 400), (2101, 4000)])
def test_the_axis_ends_at_a_round_number(highest, top):
    assert nice_top(highest) == top


def test_a_line_breaks_where_nothing_was_counted():
    assert path_of([1, 2, None, 3], 4).count("M") == 2


def test_a_chart_without_any_figure_is_still_drawn():
    assert "<svg" in draw_bars("Leeg", [])
    assert "<svg" in draw_lines("Leeg", [], [])
    assert "<svg" in draw_lines("Leeg", ["jan"], [Series("x", [None])])


def test_every_figure_of_a_chart_stands_in_the_table_under_it():
    rows = [{"label": "Stoep", "value": 1204}, {"label": "<b>Licht</b>", "value": 3}]
    drawn = Template('{% component "chart_bar" title="Meldingen" rows=rows %}').render(Context({"rows": rows}))
    table = drawn[drawn.index("<table") :]
    assert "1.204" in table
    assert "&lt;b&gt;Licht&lt;/b&gt;" in table
    assert "<b>" not in drawn
    assert "style=" not in drawn


@pytest.mark.parametrize(
    ("deadline", "tone"),
    [
        (date(2026, 12, 2), "late"),
        (date(2026, 12, 3), "late"),
        (date(2026, 12, 5), "warn"),
        (date(2026, 12, 6), "ok"),
        (None, "neutral"),
    ],
)
def test_a_term_has_a_tone_and_words(deadline, tone):
    prepared = prepare_term({"deadline": deadline, "today": date(2026, 12, 3)})
    assert prepared["tone"] == tone
    assert prepared["words"]
