"""Figures as a page shows them: cards with a comparison, rows, charts and definitions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stoep.foundation.nederlands import SHORT_MONTHS
from stoep.huisstijl.charts import say_number
from stoep.sturing.queries import Figures
from stoep.sturing.rules.indicatoren import INDICATOREN, OP_CODE, Eenheid, Indicator
from stoep.sturing.rules.verdeling import Verdeling, percentage
from stoep.sturing.web.asking import PER, Asked

MOST_BARS = 12
CARDS = ("aantal", "open", "op_tijd", "mediaan", "p90", "heropend", "tevreden", "herverdeeld", "volgers", "aannemers")
COLUMNS = ("aantal", "open", "op_tijd", "mediaan", "p90", "heropend", "tevreden", "herverdeeld")
ALWAYS = ("aantal", "open", "op_tijd", "mediaan", "p90", "heropend")


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


def say(indicator: Indicator, verdeling: Verdeling) -> str:
    """A number with its unit; a dash where there is none."""
    value = indicator.waarde(verdeling)
    if indicator.eenheid is Eenheid.PROCENT:
        return say_percent(value)
    return say_days(value) if indicator.eenheid is Eenheid.WERKDAGEN else say_number(value)


def shown_columns(figures: Figures) -> list[Indicator]:
    """The numbers of the table: those about which nobody gave anything yet are left out."""
    return [OP_CODE[code] for code in COLUMNS if code in ALWAYS or OP_CODE[code].waarde(figures.totaal) is not None]


def columns(asked: Asked, figures: Figures) -> list[dict[str, Any]]:
    """The columns of the table."""
    return [
        {"label": PER[asked.per]},
        *({"label": one.naam, "kind": "number"} for one in shown_columns(figures)),
    ]


def rows(asked: Asked, figures: Figures) -> list[dict[str, Any]]:
    """The rows of the table; a group opens its own figures."""
    shown = shown_columns(figures)
    found = [
        {
            "cells": [
                {"text": name, "href": deeper(asked, groep)},
                *({"text": say(one, verdeling)} for one in shown),
            ]
        }
        for name, groep, verdeling in in_order(asked, figures)
    ]
    return [*found, {"cells": [{"text": _("Totaal")}, *({"text": say(one, figures.totaal)} for one in shown)]}]


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


def ages(figures: Figures) -> list[dict[str, Any]]:
    """How old the open work is, from young to old."""
    labels = (
        _("tot en met 1 week"),
        _("1 tot 2 weken"),
        _("2 tot 4 weken"),
        _("4 tot 8 weken"),
        _("8 tot 13 weken"),
        _("een kwart tot een half jaar"),
        _("een half tot een heel jaar"),
        _("langer dan een jaar"),
    )
    return [{"label": label, "value": number} for label, number in zip(labels, figures.leeftijden, strict=True)]


def say_percent(value: float | None) -> str:
    """'87,5%', or a dash."""
    return "–" if value is None else f"{say_number(value)}%"


def say_days(value: float | None) -> str:
    """'3 werkdagen', or a dash."""
    if value is None:
        return "–"
    return ngettext("%(n)s werkdag", "%(n)s werkdagen", 1 if value == 1 else 2) % {"n": say_number(value)}


def cards(figures: Figures, streefwaarden: dict[str, int]) -> list[dict[str, Any]]:
    """The numbers on top, each with what it means, its target and what it is compared with."""
    found = []
    for one in (OP_CODE[code] for code in CARDS):
        value = one.waarde(figures.totaal)
        if one.code not in ALWAYS and not value:
            continue
        target = streefwaarden.get(one.code)
        found.append(
            {
                "code": one.code,
                "label": one.naam,
                "value": say(one, figures.totaal),
                "means": one.definitie,
                "extra": _("Over de dag heen: %(n)s.") % {"n": say_number(figures.totaal.open_te_laat)}
                if one.code == "open"
                else "",
                "streef": say_target(one, value, target) if target is not None else "",
                "compared": []
                if one.code == "open"
                else [compare(one, figures.totaal, other, when) for when, other in others(figures)],
            }
        )
    return found


def say_target(indicator: Indicator, value: float | None, target: int) -> str:
    """'Gehaald: streefwaarde 80%', or not."""
    text = _("streefwaarde %(n)s") % {"n": say_percent(target)}
    if value is None:
        return text
    reached = value >= target if "hoger" in indicator.richting else value <= target
    return f"{_('Gehaald') if reached else _('Niet gehaald')}: {text}"


def others(figures: Figures) -> list[tuple[str, Verdeling]]:
    """What this period is compared with, as far as anything was reported then."""
    found = [] if figures.ervoor == figures.jaar_eerder else [(_("periode ervoor"), figures.ervoor)]
    found.append((_("een jaar eerder"), figures.jaar_eerder))
    return [(when, other) for when, other in found if other.aantal]


def compare(indicator: Indicator, now: Verdeling, then: Verdeling, when: str) -> str:
    """One number beside that of another period, in words."""
    new, old = indicator.waarde(now), indicator.waarde(then)
    if indicator.eenheid is Eenheid.AANTAL:
        return compare_numbers(int(new or 0), int(old or 0), when)
    if indicator.eenheid is Eenheid.PROCENT:
        return compare_shares(new, old, when)
    return compare_days(new, old, when)


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


def compare_days(now: float | None, then: float | None, when: str) -> str:
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
    return [{"term": one.naam, "value": one.definitie, "hint": one.voetnoot} for one in INDICATOREN]
