"""Figures as a file for a spreadsheet, as Dutch ones expect it: semicolons, decimal commas, UTF-8 with a mark.

Under each table stand the filters that were used and what its numbers mean, so that a file explains itself.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.translation import gettext as _

from stoep.foundation import nederlands
from stoep.sturing.queries import Figures
from stoep.sturing.rules.indicatoren import INDICATOREN, Indicator
from stoep.sturing.rules.verdeling import Verdeling
from stoep.sturing.web.asking import PER, Asked
from stoep.sturing.web.showing import in_order

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Line = Sequence[object]


def as_file(asked: Asked, figures: Figures) -> HttpResponse:
    """The table of the page, with the period in each row so that files can be put together."""
    periode = asked.keuze.periode
    head = [_("Van"), _("Tot en met"), str(PER[asked.per]), *(unit_of(one) for one in INDICATOREN)]
    groups = [(name, verdeling) for name, _groep, verdeling in in_order(asked, figures)]
    lines = [
        [periode.van, periode.tot, name, *values(verdeling)]
        for name, verdeling in [*groups, (_("Totaal"), figures.totaal)]
    ]
    return write(f"meldingen-per-{asked.per}", asked, head, lines, INDICATOREN)


def write(
    name: str, asked: Asked, head: Line, lines: Iterable[Line], indicatoren: Iterable[Indicator] = ()
) -> HttpResponse:
    """A table as a file; after an empty line the filters and the definitions."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    writer.writerow([])
    writer.writerows([harmless(cell) for cell in line] for line in filters_of(asked))
    definitions = list(indicatoren)
    if definitions:
        writer.writerow([])
        writer.writerow([_("Cijfer"), _("Wat het is"), _("Bron"), _("Eenheid"), _("Richting"), _("Let op")])
        writer.writerows(
            [one.naam, one.definitie, one.bron, one.eenheid.value, one.richting.value, one.voetnoot]
            for one in definitions
        )
    periode = asked.keuze.periode
    response = HttpResponse((MARK + out.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    file = f"{name}-{periode.van:%Y%m%d}-{periode.tot:%Y%m%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def filters_of(asked: Asked) -> list[Line]:
    """What was asked, as lines."""
    keuze, names = asked.keuze, asked.names
    lines: list[Line] = [[_("Periode"), nederlands.period(keuze.periode.van, keuze.periode.tot)]]
    for label, value in (
        (_("Onderwerp"), {**names.hoofdcategorie, **names.categorie}.get(keuze.categorie, keuze.categorie)),
        (_("Gebied"), names.gebied.get(keuze.gebied, keuze.gebied)),
        (_("Afdeling"), names.afdeling.get(keuze.afdeling, keuze.afdeling)),
        (_("Kanaal"), names.kanaal.get(keuze.kanaal, keuze.kanaal)),
    ):
        lines.append([label, value or _("alle")])
    return lines


def unit_of(indicator: Indicator) -> str:
    """The head of a column: the name, with its unit when that is not a number."""
    return indicator.naam if indicator.eenheid.value == "aantal" else f"{indicator.naam} ({indicator.eenheid.value})"


def values(verdeling: Verdeling) -> list[str]:
    """The figures of one row, without units."""
    return [plain(one.waarde(verdeling)) for one in INDICATOREN]


def plain(value: float | None) -> str:
    """A number with a decimal comma; nothing where nothing is known."""
    return "" if value is None else str(value).removesuffix(".0").replace(".", ",")


def harmless(cell: object) -> object:
    """A text that a spreadsheet does not take for a formula; a day as the norm writes it."""
    if isinstance(cell, str) and cell.startswith(FORMULA) and not cell[1:].replace(",", "").isdigit():
        return f"'{cell}"
    return cell.isoformat() if hasattr(cell, "isoformat") else cell
