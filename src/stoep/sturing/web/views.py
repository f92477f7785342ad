"""The page with figures about reports, and the same as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.foundation import nederlands
from stoep.foundation.web.permissions import requires
from stoep.sturing.queries import RIGHT, find_first_day, read_figures, read_stand
from stoep.sturing.web import export, showing
from stoep.sturing.web.asking import PER, PERIODEN, Asked, read_asked
from stoep.toegang.actors import Actor


@requires(RIGHT)
@require_safe
def sturing(request: HttpRequest) -> HttpResponse:
    """How many reports, where, about what, and whether they were handled in time."""
    asked = read_asked(request)
    figures = read_figures(asked.keuze, asked.group, actor=actor_of(request))
    context = {
        "asked": asked,
        "form": asked.form,
        "kept": {name: value for name, value in asked.parameters().items() if name not in ("van", "tot", "periode")},
        "periode_text": nederlands.period(asked.keuze.periode.van, asked.keuze.periode.tot),
        "filters": filters(asked),
        "tabs": tabs(asked),
        "stand": read_stand(),
        "export_url": asked.address(reverse("sturing:cijfers")),
        "has_any": bool(figures.totaal.aantal) or find_first_day() is not None,
        "reset_url": reverse("sturing:sturing"),
    }
    if figures.totaal.aantal:
        context |= {
            "cards": showing.cards(figures),
            "columns": showing.columns(asked),
            "rows": showing.rows(asked, figures),
            "bars": showing.bars(asked, figures),
            "bars_in_time": showing.bars_in_time(asked, figures),
            "course": showing.course(asked, figures),
            "definitions": showing.definitions(),
        }
    return render(request, "sturing/sturing.html", context)


@requires(RIGHT)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """The table of the page as a file for a spreadsheet."""
    asked = read_asked(request)
    return export.as_file(asked, read_figures(asked.keuze, asked.group, actor=actor_of(request)))


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def tabs(asked: Asked) -> list[dict[str, Any]]:
    """By what the reports are grouped."""
    return [
        {"label": label, "href": asked.address(per="" if per == "onderwerp" else per), "active": per == asked.per}
        for per, label in PER.items()
    ]


def filters(asked: Asked) -> list[dict[str, Any]]:
    """The menus above the figures: each choice is an address."""
    shown = PERIODEN.get(asked.periode) or _("eigen periode")
    found = [
        {
            "label": _("Periode: %(periode)s") % {"periode": shown},
            "options": [
                {"label": label, "href": asked.with_periode(code), "active": code == asked.periode}
                for code, label in PERIODEN.items()
            ],
        }
    ]
    for name, label, names in (
        ("categorie", _("Onderwerp"), {**asked.names.hoofdcategorie, **asked.names.categorie}),
        ("gebied", _("Gebied"), asked.names.gebied),
        ("afdeling", _("Afdeling"), asked.names.afdeling),
        ("kanaal", _("Kanaal"), asked.names.kanaal),
    ):
        value = getattr(asked.keuze, name)
        offered = asked.names.hoofdcategorie if name == "categorie" else names
        found.append(
            {
                "label": label,
                "value": names.get(value, "") if value else "",
                "clear_href": asked.address(**{name: ""}),
                "options": [{"label": text, "href": asked.address(**{name: code})} for code, text in offered.items()],
            }
        )
    return found
