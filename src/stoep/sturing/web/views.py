"""The pages with figures about reports, and the same as files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.foundation import nederlands
from stoep.foundation.errors import NotFound
from stoep.foundation.web.permissions import requires
from stoep.sturing.queries import (
    RIGHT,
    Mark,
    count_vakken,
    find_first_day,
    read_figures,
    read_marks,
    read_stand,
    read_streefwaarden,
)
from stoep.sturing.rules.indicatoren import INDICATOREN, OP_CODE
from stoep.sturing.web import course, export, kaart, showing
from stoep.sturing.web.asking import PER, PERIODEN, Asked, read_asked
from stoep.toegang.actors import Actor

DRAWN = ("aantal", "op_tijd", "gemiddelde", "heropend", "tevreden", "herverdeeld")


@requires(RIGHT)
@require_safe
def sturing(request: HttpRequest) -> HttpResponse:
    """How many reports, where, about what, and whether they were handled in time."""
    asked = read_asked(request)
    figures = read_figures(asked.keuze, asked.group, actor=actor_of(request))
    context = {
        **frame(asked, request, "overzicht"),
        "tabs": tabs(asked),
        "stand": read_stand(),
        "has_any": bool(figures.totaal.aantal) or find_first_day() is not None,
    }
    if figures.totaal.aantal:
        marks = marks_of(asked)
        targets = read_streefwaarden()
        mark = course.find_mark(asked, marks)
        context |= {
            "cards": showing.cards(figures, targets),
            "columns": showing.columns(asked, figures),
            "rows": showing.rows(asked, figures),
            "bars": showing.bars(asked, figures),
            "bars_in_time": showing.bars_in_time(asked, figures),
            "streef_op_tijd": targets.get("op_tijd"),
            "course": course.course(asked, figures, marks, targets),
            "cijfers": cijfer_tabs(asked),
            "marks": course.list_marks(asked, marks),
            "verschil": course.compare(asked, mark) if mark else None,
            "ages": showing.ages(figures),
            "definitions": showing.definitions(),
        }
    return render(request, "sturing/sturing.html", context)


@requires(RIGHT)
@require_safe
def waar(request: HttpRequest) -> HttpResponse:
    """Where it is reported: hexagons over the municipality, with a table beside them."""
    asked = read_asked(request)
    vakken = count_vakken(asked.keuze, actor=actor_of(request))
    context = frame(asked, request, "kaart") | {"kaart": kaart.draw_kaart(asked, vakken) if vakken else None}
    context["filters"] = [one for one in context["filters"] if one["label"] != _("Kanaal")]
    return render(request, "sturing/kaart.html", context)


@requires(RIGHT)
@require_safe
def definities(request: HttpRequest) -> HttpResponse:
    """What every number means."""
    return render(request, "sturing/definities.html", {"indicatoren": INDICATOREN})


@requires(RIGHT)
@require_safe
def cijfers(request: HttpRequest) -> HttpResponse:
    """A table of the pages as a file: groepen, verloop, leeftijd, kaart or verschil."""
    asked, actor = read_asked(request), actor_of(request)
    tabel = request.GET.get("tabel", "groepen")
    if tabel == "kaart":
        return export_kaart(asked, actor)
    figures = read_figures(asked.keuze, asked.group, actor=actor)
    if tabel == "groepen":
        return export.as_file(asked, figures)
    if tabel == "leeftijd":
        lines = [[one["label"], one["value"]] for one in showing.ages(figures)]
        return export.write("leeftijd-open-werk", asked, [_("Leeftijd"), _("Open meldingen")], lines, [OP_CODE["open"]])
    if tabel == "verloop":
        drawn = course.course(asked, figures, [], {})
        head = [_("Vanaf"), *(one["label"] for one in drawn["series"])]
        lines = [
            [label, *(export.plain(one["values"][place]) for one in drawn["series"])]
            for place, label in enumerate(drawn["labels"])
        ]
        return export.write(f"verloop-{asked.cijfer}", asked, head, lines, [OP_CODE[asked.cijfer]])
    if tabel == "verschil":
        mark = course.find_mark(asked, marks_of(asked))
        compared = course.compare(asked, mark) if mark else None
        if mark is not None and compared is not None:
            head = [_("Cijfer"), _("Ervoor"), _("Erna"), _("Verschil, met 95%-interval")]
            lines = [
                *(line["cells"] for line in compared["regels"]),
                [
                    _("Verandering"),
                    f"{mark.dag.isoformat()}: {mark.label}",
                    _("Vensters"),
                    f"{compared['ervoor']}; {compared['erna']}",
                ],
                [_("Let op"), compared["voetnoot"]],
            ]
            return export.write(
                "ervoor-en-erna", asked, head, lines, [line["indicator"] for line in compared["regels"]]
            )
    raise NotFound


def export_kaart(asked: Asked, actor: Actor) -> HttpResponse:
    """All hexagons with their numbers."""
    found = sorted(count_vakken(asked.keuze, actor=actor).items(), key=lambda entry: -entry[1][0])
    lines = []
    for vak, (number, gebied) in found:
        lon, lat = kaart.middle(vak)
        lines.append([asked.names.of("gebied", gebied), f"{lon:.5f}", f"{lat:.5f}", number])
    head = [_("Gebied"), _("Lengtegraad"), _("Breedtegraad"), _("Meldingen")]
    return export.write("meldingen-per-vak", asked, head, lines, [OP_CODE["aantal"]])


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def marks_of(asked: Asked) -> list[Mark]:
    """The newest marks of the chosen reports and period, oldest first."""
    wider = asked.names.hoofd_van.get(asked.keuze.categorie, "")
    return read_marks(asked.keuze, asked.keuze.periode, wider)[-course.MOST_MARKS :]


def frame(asked: Asked, request: HttpRequest, place: str) -> dict[str, Any]:
    """What stands around the figures on each page: the question, and the ways to the others."""
    base = reverse("sturing:cijfers")
    return {
        "asked": asked,
        "form": asked.form,
        "kept": {name: value for name, value in asked.parameters().items() if name not in ("van", "tot", "periode")},
        "periode_text": nederlands.period(asked.keuze.periode.van, asked.keuze.periode.tot),
        "filters": filters(asked),
        "exports": {name: asked.address(base, tabel=name) for name in ("verloop", "leeftijd", "kaart", "verschil")},
        "export_url": asked.address(base),
        "reset_url": request.path,
        "pages": [
            {
                "label": _("Overzicht"),
                "href": asked.address(reverse("sturing:sturing")),
                "active": place == "overzicht",
            },
            {"label": _("Waar"), "href": asked.address(reverse("sturing:waar")), "active": place == "kaart"},
            {"label": _("Zo tellen wij"), "href": reverse("sturing:definities")},
        ],
        "may_manage": actor_of(request).may("sturing.manage"),
    }


def tabs(asked: Asked) -> list[dict[str, Any]]:
    """By what the reports are grouped."""
    return [
        {
            "label": label,
            "href": asked.address(per="" if per == "onderwerp" else per) + "#per",
            "active": per == asked.per,
        }
        for per, label in PER.items()
    ]


def cijfer_tabs(asked: Asked) -> list[dict[str, Any]]:
    """Which number is drawn over time."""
    return [
        {
            "label": OP_CODE[code].naam,
            "href": asked.address(cijfer="" if code == "aantal" else code) + "#verloop",
            "active": code == asked.cijfer,
        }
        for code in DRAWN
    ]


def filters(asked: Asked) -> list[dict[str, Any]]:
    """The menus above the figures: each choice is an address."""
    shown = PERIODEN.get(asked.periode) or _("eigen periode")
    found: list[dict[str, Any]] = [
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
