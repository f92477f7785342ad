"""Figures as a page shows them: cards with a comparison, rows, charts and definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stoep.foundation.nederlands import SHORT_MONTHS
from stoep.huisstijl.charts import say_number
from stoep.sturing.queries import Figures
from stoep.sturing.rules.perioden import IN_WEEKS_UP_TO, Periode, steps
from stoep.sturing.rules.verdeling import Verdeling, percentage
from stoep.sturing.web.asking import PER, Asked

MOST_BARS = 12


def name_of(asked: Asked, groep: str | date) -> str:
    """The name of a group, for people."""
    if isinstance(groep, date):
        return f"{SHORT_MONTHS[groep.month - 1]} {groep.year}"
    return asked.names.of(asked.group, groep)


def in_order(asked: Asked, figures: Figures) -> list[tuple[str, str | date, Verdeling]]:
    """Name, group and figures: months in time, everything else by number."""
    named = [(name_of(asked, groep), groep, verdeling) for groep, verdeling in figures.groepen.items()]
    if asked.group == "maand":
        return sorted(named, key=lambda entry: str(entry[1]))
    return sorted(named, key=lambda entry: (-entry[2].aantal, entry[0].lower()))


def columns(asked: Asked) -> list[dict[str, Any]]:
    """The columns of the table."""
    labels = [
        _("Meldingen"),
        _("Nog open"),
        _("Afgehandeld"),
        _("Op tijd"),
        _("Helft binnen"),
        _("9 van 10 binnen"),
        _("Heropend"),
    ]
    return [{"label": PER[asked.per]}, *({"label": label, "kind": "number"} for label in labels)]


def cells(verdeling: Verdeling) -> list[str]:
    """The figures of a group as text, in the order of the columns."""
    return [
        say_number(verdeling.aantal),
        say_number(verdeling.open),
        say_number(verdeling.afgehandeld),
        say_percent(verdeling.op_tijd_procent),
        say_days(verdeling.mediaan),
        say_days(verdeling.p90),
        say_number(verdeling.heropend),
    ]


def rows(asked: Asked, figures: Figures) -> list[dict[str, Any]]:
    """The rows of the table; a group opens its own figures."""
    shown = [
        {"cells": [{"text": name, "href": deeper(asked, groep)}, *({"text": text} for text in cells(verdeling))]}
        for name, groep, verdeling in in_order(asked, figures)
    ]
    return [*shown, {"cells": [{"text": _("Totaal")}, *({"text": text} for text in cells(figures.totaal))]}]


def deeper(asked: Asked, groep: str | date) -> str:
    """Where the row of a group leads: the same page, of that group only."""
    if isinstance(groep, date):
        return ""
    name = "categorie" if asked.group in ("hoofdcategorie", "categorie") else asked.group
    if not groep or getattr(asked.keuze, name) == groep:
        return ""
    per = "" if asked.group != "categorie" else "gebied"
    return asked.address(**{name: groep, "per": per})


def bars(asked: Asked, figures: Figures) -> list[dict[str, Any]]:
    """The largest groups, for a chart; what is left is one bar."""
    named = in_order(asked, figures)
    most = named if asked.group == "maand" else named[:MOST_BARS]
    shown = [{"label": name, "value": verdeling.aantal} for name, _groep, verdeling in most]
    if rest := sum(verdeling.aantal for _name, _groep, verdeling in named[len(most) :]):
        shown.append({"label": _("Overige"), "value": rest})
    return shown


def bars_in_time(asked: Asked, figures: Figures) -> list[dict[str, Any]]:
    """How much was in time, for the same groups; those of which nothing is certain are left out."""
    named = in_order(asked, figures)
    return [
        {"label": name, "value": verdeling.op_tijd_procent}
        for name, _groep, verdeling in (named if asked.group == "maand" else named[:MOST_BARS])
        if verdeling.op_tijd_procent is not None
    ]


def course(asked: Asked, figures: Figures) -> dict[str, Any]:
    """The course in time beside the year before, for a line chart."""
    now = steps(asked.keuze.periode)
    series = [{"label": _("Deze periode"), "values": add_up(figures.per_dag, now)}]
    if figures.jaar_eerder.aantal:
        earlier = (step.year_earlier() for step in now)
        series.append({"label": _("Een jaar eerder"), "values": add_up(figures.per_dag_jaar_eerder, earlier)})
    return {"labels": [say_step(asked, step) for step in now], "series": series}


def add_up(per_day: Counter[date], parts: Iterable[Periode]) -> list[int]:
    """How many fall in each step."""
    return [sum(number for day, number in per_day.items() if part.van <= day <= part.tot) for part in parts]


def say_step(asked: Asked, step: Periode) -> str:
    """A step under the chart: a month, or the day on which it begins."""
    if asked.keuze.periode.days > IN_WEEKS_UP_TO:
        return f"{SHORT_MONTHS[step.van.month - 1]} {step.van.year}"
    return f"{step.van.day} {SHORT_MONTHS[step.van.month - 1]}"


def say_percent(value: float | None) -> str:
    """'87,5%', or a dash."""
    return "–" if value is None else f"{say_number(value)}%"


def say_days(value: int | None) -> str:
    """'3 werkdagen', or a dash."""
    return "–" if value is None else ngettext("%(n)s werkdag", "%(n)s werkdagen", value) % {"n": say_number(value)}


def cards(figures: Figures) -> list[dict[str, Any]]:
    """The numbers on top, each with what it means and what it is compared with."""
    total = figures.totaal
    return [
        {
            "label": _("Meldingen"),
            "value": say_number(total.aantal),
            "means": _("Gemeld in deze periode, langs welk kanaal ook."),
            "compared": [compare_numbers(total.aantal, other.aantal, when) for when, other in others(figures)],
        },
        {
            "label": _("Nog open"),
            "value": say_number(total.open),
            "means": _("Van deze meldingen nu niet afgehandeld. Over de dag heen: %(n)s.")
            % {"n": say_number(total.open_te_laat)},
            "compared": [],
        },
        {
            "label": _("Op tijd"),
            "value": say_percent(total.op_tijd_procent),
            "means": _(
                "Afgehandeld op of vóór de dag van de servicenorm. Wat na die dag nog open is, telt als te laat."
            ),
            "compared": [
                compare_shares(total.op_tijd_procent, other.op_tijd_procent, when) for when, other in others(figures)
            ],
        },
        {
            "label": _("Helft klaar binnen"),
            "value": say_days(total.mediaan),
            "means": _("De mediaan: de helft duurde hoogstens zo lang. 9 van de 10: %(days)s.")
            % {"days": say_days(total.p90)},
            "compared": [compare_days(total.mediaan, other.mediaan, when) for when, other in others(figures)],
        },
        {
            "label": _("Heropend"),
            "value": say_number(total.heropend),
            "means": _("Meldingen die na afhandeling weer open gingen: %(part)s van alle.")
            % {"part": say_percent(total.heropend_procent)},
            "compared": [
                compare_shares(total.heropend_procent, other.heropend_procent, when) for when, other in others(figures)
            ],
        },
    ]


def others(figures: Figures) -> list[tuple[str, Verdeling]]:
    """What this period is compared with, as far as anything was reported then."""
    found = [] if figures.ervoor == figures.jaar_eerder else [(_("periode ervoor"), figures.ervoor)]
    found.append((_("een jaar eerder"), figures.jaar_eerder))
    return [(when, other) for when, other in found if other.aantal]


def compare_numbers(now: int, then: int, when: str) -> str:
    """'12,5% meer dan een jaar eerder (200)'."""
    values = {"part": say_percent(percentage(abs(now - then), then)), "when": when, "then": say_number(then)}
    if now == then:
        return _("evenveel als %(when)s (%(then)s)") % values
    return (
        _("%(part)s meer dan %(when)s (%(then)s)") if now > then else _("%(part)s minder dan %(when)s (%(then)s)")
    ) % values


def compare_shares(now: float | None, then: float | None, when: str) -> str:
    """'3 procentpunt hoger dan een jaar eerder (84%)'."""
    if now is None or then is None:
        return ""
    points = round(abs(now - then), 1)
    values = {"points": say_number(points), "when": when, "then": say_percent(then)}
    if not points:
        return _("gelijk aan %(when)s (%(then)s)") % values
    if now > then:
        return _("%(points)s procentpunt hoger dan %(when)s (%(then)s)") % values
    return _("%(points)s procentpunt lager dan %(when)s (%(then)s)") % values


def compare_days(now: int | None, then: int | None, when: str) -> str:
    """'1 werkdag korter dan een jaar eerder (4 werkdagen)'."""
    if now is None or then is None:
        return ""
    values = {"days": say_days(abs(now - then)), "when": when, "then": say_days(then)}
    if now == then:
        return _("gelijk aan %(when)s (%(then)s)") % values
    return (
        _("%(days)s langer dan %(when)s (%(then)s)") if now > then else _("%(days)s korter dan %(when)s (%(then)s)")
    ) % values


def definitions() -> list[dict[str, str]]:
    """How everything is counted, in words."""
    return [
        {"term": _("Meldingen"), "value": _("Alle meldingen die in de periode binnenkwamen, op de dag van melden.")},
        {
            "term": _("Nog open en Afgehandeld"),
            "value": _("Hoe die meldingen er nu voor staan. Een heropende melding is weer open."),
        },
        {
            "term": _("Op tijd"),
            "value": _(
                "Welk deel is afgehandeld op of vóór de dag van de servicenorm. Die norm hoort bij het onderwerp en telt"
                " werkdagen vanaf de dag van melden. We rekenen over wat is afgehandeld plus wat open is en over die dag heen."
            ),
        },
        {
            "term": _("Helft binnen, 9 van 10 binnen"),
            "value": _(
                "Mediaan en 90e percentiel van het aantal werkdagen tussen melden en afhandelen. Dezelfde dag is 0."
                " Weekenden en feestdagen tellen niet mee. Open meldingen doen niet mee."
            ),
        },
        {"term": _("Heropend"), "value": _("Meldingen die na afhandeling minstens één keer weer open gingen.")},
        {
            "term": _("Periode ervoor, een jaar eerder"),
            "value": _("Even lang en direct ervoor; en dezelfde dagen van het jaar daarvoor."),
        },
    ]
