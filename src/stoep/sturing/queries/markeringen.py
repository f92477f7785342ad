"""Reading what changed: marks that people made, and by themselves changed assignment rules and changed categories."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation import clock
from stoep.meldingen.models import Categorie
from stoep.sturing.models import Markering, Streefwaarde, Wijziging
from stoep.sturing.queries.figures import Keuze, find_first_day
from stoep.sturing.rules.perioden import Periode
from stoep.zaken.models import Regelversie
from stoep.zaken.queries.regels import list_wijzigingen

MOST_NAMED = 2
WAT = {
    "norm": gettext_lazy("servicenorm"),
    "teksten": gettext_lazy("teksten"),
    "herkenning": gettext_lazy("zoekwoorden"),
    "afdeling": gettext_lazy("afdeling"),
    "openbaarheid": gettext_lazy("openbaarheid"),
    "vragen": gettext_lazy("vragen"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that changed on a day. `code` names it in an address."""

    code: str
    dag: date
    label: str
    is_automatic: bool = False


def read_marks(keuze: Keuze, periode: Periode, wider: str = "") -> list[Mark]:
    """What changed in a period for these reports, oldest first: a fixed number of queries.

    `wider` is the heading of the chosen category: a mark of the heading is about its categories too.
    """
    codes = {keuze.categorie, wider} - {""}
    found = [
        Mark(f"m-{row.pk}", row.dag, row.label)
        for row in Markering.objects.filter(dag__range=(periode.van, periode.tot))
        if (not codes or not row.categorie or row.categorie in codes)
        and (not keuze.gebied or not row.gebied or row.gebied == keuze.gebied)
    ]
    found += marks_of_regels(codes, keuze, periode) + marks_of_categorieen(codes, keuze, periode)
    return sorted(found, key=lambda mark: (mark.dag, mark.label))


def marks_of_regels(codes: Collection[str], keuze: Keuze, periode: Periode) -> list[Mark]:
    """The days on which rules about these reports changed, or came; those of before the first report did not."""
    van = datetime.combine(periode.van, time(), clock.AMSTERDAM)
    tot = datetime.combine(periode.tot + timedelta(days=1), time(), clock.AMSTERDAM)
    versies = list_wijzigingen(van, tot)
    first = find_first_day() if versies else None
    per_day: dict[date, list[str]] = {}
    for versie in versies:
        dag = versie.moment.astimezone(clock.AMSTERDAM).date()
        is_start = versie.nummer == 1 and (first is None or dag <= first)
        if not is_start and is_about(versie, set(codes), keuze):
            names = per_day.setdefault(dag, [])
            if versie.regel.naam not in names:
                names.append(versie.regel.naam)
    return [Mark(f"r-{dag.isoformat()}", dag, say_regels(names), is_automatic=True) for dag, names in per_day.items()]


def is_about(versie: Regelversie, codes: set[str], keuze: Keuze) -> bool:
    """Does this rule say something about the chosen reports."""
    named = set(versie.waarden.get("categorieen", ()))
    areas = versie.waarden.get("gebieden", ())
    return (not codes or not named or bool(named & codes)) and (not keuze.gebied or not areas or keuze.gebied in areas)


def say_regels(names: Sequence[str]) -> str:
    """'Regel gewijzigd: Wegen', or how many at once."""
    if len(names) == 1:
        return _("Regel gewijzigd: {naam}").format(naam=names[0])
    return _("{n} regels gewijzigd").format(n=len(names))


def marks_of_categorieen(codes: Collection[str], keuze: Keuze, periode: Periode) -> list[Mark]:
    """The days on which these categories changed; of a heading also those below it."""
    rows = list(Wijziging.objects.filter(dag__range=(periode.van, periode.tot)).values_list("dag", "categorie", "wat"))
    names, hoofden = {}, {}
    if rows:
        for slug, naam, hoofd in Categorie.objects.values_list("slug", "naam", "hoofdcategorie__slug"):
            names[slug], hoofden[slug] = naam, hoofd
    per_day: dict[date, dict[str, list[str]]] = {}
    for dag, slug, wat in rows:
        if not codes or not slug or slug in codes or hoofden.get(slug) == keuze.categorie:
            per_day.setdefault(dag, {}).setdefault(slug, []).append(wat)
    return [
        Mark(f"c-{dag.isoformat()}", dag, say_categorieen(changed, names), is_automatic=True)
        for dag, changed in per_day.items()
    ]


def say_categorieen(changed: dict[str, list[str]], names: dict[str, str]) -> str:
    """'Graffiti: norm en vragen gewijzigd', or how many subjects at once."""
    if len(changed) > MOST_NAMED:
        return _("{n} onderwerpen gewijzigd").format(n=len(changed))
    said = []
    for slug, wat in changed.items():
        parts = [str(WAT.get(code, code)) for code in wat if code != "samengevoegd"]
        words = [_("{wat} gewijzigd").format(wat=_(" en ").join(parts))] if parts else []
        words += [_("samengevoegd")] if "samengevoegd" in wat else []
        said.append(f"{names.get(slug, slug) if slug else _('Alle onderwerpen')}: {', '.join(words)}")
    return "; ".join(said)


def read_streefwaarden() -> dict[str, int]:
    """The targets in percent, by the code of their indicator."""
    return dict(Streefwaarde.objects.values_list("indicator", "procent"))
