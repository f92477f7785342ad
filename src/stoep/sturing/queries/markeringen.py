"""Reading what changed: marks that people made, and changed assignment rules by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from stoep.foundation import clock
from stoep.sturing.models import Markering, Streefwaarde
from stoep.sturing.queries.figures import Keuze
from stoep.sturing.rules.perioden import Periode
from stoep.zaken.models import Regelversie
from stoep.zaken.queries.regels import list_wijzigingen


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that changed on a day. `code` names it in an address."""

    code: str
    dag: date
    label: str
    is_automatic: bool = False


def read_marks(keuze: Keuze, periode: Periode, wider: str = "") -> list[Mark]:
    """What changed in a period for these reports, oldest first: two queries.

    `wider` is the heading of the chosen category: a mark of the heading is about its categories too.
    """
    codes = {keuze.categorie, wider} - {""}
    found = [
        Mark(f"m-{row.pk}", row.dag, row.label)
        for row in Markering.objects.filter(dag__range=(periode.van, periode.tot))
        if (not codes or not row.categorie or row.categorie in codes)
        and (not keuze.gebied or not row.gebied or row.gebied == keuze.gebied)
    ]
    van = datetime.combine(periode.van, time(), clock.AMSTERDAM)
    tot = datetime.combine(periode.tot + timedelta(days=1), time(), clock.AMSTERDAM)
    per_day: dict[date, list[str]] = {}
    for versie in list_wijzigingen(van, tot):
        if versie.nummer > 1 and is_about(versie, codes, keuze):
            names = per_day.setdefault(versie.moment.astimezone(clock.AMSTERDAM).date(), [])
            if versie.regel.naam not in names:
                names.append(versie.regel.naam)
    found += [Mark(f"r-{dag.isoformat()}", dag, say_regels(names), is_automatic=True) for dag, names in per_day.items()]
    return sorted(found, key=lambda mark: (mark.dag, mark.label))


def is_about(versie: Regelversie, codes: set[str], keuze: Keuze) -> bool:
    """Does this rule say something about the chosen reports."""
    named = set(versie.waarden.get("categorieen", ()))
    areas = versie.waarden.get("gebieden", ())
    return (not codes or not named or bool(named & codes)) and (not keuze.gebied or not areas or keuze.gebied in areas)


def say_regels(names: list[str]) -> str:
    """'Regel gewijzigd: Wegen', or how many at once."""
    if len(names) == 1:
        return _("Regel gewijzigd: {naam}").format(naam=names[0])
    return _("{n} regels gewijzigd").format(n=len(names))


def read_streefwaarden() -> dict[str, int]:
    """The targets in percent, by the code of their indicator."""
    return dict(Streefwaarde.objects.values_list("indicator", "procent"))
