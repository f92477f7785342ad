"""Figures as a file for a spreadsheet, as Dutch ones expect it: semicolons, decimal commas, UTF-8 with a mark."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from django.utils.translation import gettext as _

from stoep.sturing.queries import Figures
from stoep.sturing.rules.verdeling import Verdeling
from stoep.sturing.web.asking import PER, Asked
from stoep.sturing.web.showing import in_order

MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_file(asked: Asked, figures: Figures) -> HttpResponse:
    """The table of the page as CSV, with the period in each row so that files can be put together."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    periode = asked.keuze.periode
    writer.writerow(
        [
            *(_("Van"), _("Tot en met"), str(PER[asked.per]), _("Meldingen"), _("Nog open"), _("Open en te laat")),
            *(_("Afgehandeld"), _("Op tijd"), _("Op tijd in procent"), _("Mediaan in werkdagen")),
            *(_("90e percentiel in werkdagen"), _("Heropend")),
        ]
    )
    lines = [(name, verdeling) for name, _groep, verdeling in in_order(asked, figures)]
    for name, verdeling in [*lines, (_("Totaal"), figures.totaal)]:
        writer.writerow([periode.van.isoformat(), periode.tot.isoformat(), harmless(name), *values(verdeling)])
    response = HttpResponse((MARK + out.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    name = f"meldingen-per-{asked.per}-{periode.van:%Y%m%d}-{periode.tot:%Y%m%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def values(verdeling: Verdeling) -> list[str]:
    """The figures of one row, without units."""
    found = (
        verdeling.aantal,
        verdeling.open,
        verdeling.open_te_laat,
        verdeling.afgehandeld,
        verdeling.op_tijd,
        verdeling.op_tijd_procent,
        verdeling.mediaan,
        verdeling.p90,
        verdeling.heropend,
    )
    return ["" if value is None else str(value).replace(".", ",") for value in found]


def harmless(text: str) -> str:
    """A name that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
