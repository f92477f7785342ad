"""Tell that what a category promises or asks changed, when somebody reported in it already."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from stoep.foundation import clock
from stoep.foundation.outbox import publish
from stoep.meldingen.events import CategorieChanged
from stoep.meldingen.models import Categorie, Melding

# Which change of a category can change its figures, by the code that the event has.
TOLD: Mapping[str, str] = {
    "servicenorm_werkdagen": "norm",
    "naam": "teksten",
    "uitleg": "teksten",
    "handelingstekst": "teksten",
    "waarschuwing": "teksten",
    "zoekwoorden": "herkenning",
    "afdeling": "afdeling",
    "openbaar": "openbaarheid",
}


def announce_categorie(categorie: Categorie | None, *wat: str, opvolger: str = "") -> None:
    """Publish the event; None stands for all categories. Before the first report there is nothing to compare with."""
    if not wat:
        return
    reports = Melding.objects.all()
    if categorie is not None:
        reports = reports.filter(Q(categorie=categorie) | Q(categorie__hoofdcategorie=categorie))
    if reports.exists():
        slug = categorie.slug if categorie is not None else ""
        publish(CategorieChanged(categorie=slug, wat=tuple(sorted(set(wat))), opvolger=opvolger, dag=clock.today()))


def told_changes(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """The codes of what changed; nothing for a category that is new."""
    return [code for name, code in TOLD.items() if old and old[name] != new[name]]
