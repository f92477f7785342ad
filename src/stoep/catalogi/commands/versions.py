"""Guarding that published versions of one type follow each other without overlap (ztc-016)."""

from __future__ import annotations

from collections.abc import Iterable

from stoep.catalogi.errors import GeldigheidOverlaps
from stoep.catalogi.models import Besluittype, Informatieobjecttype, Zaaktype
from stoep.catalogi.rules.geldigheid import overlaps

Versioned = Zaaktype | Informatieobjecttype | Besluittype


def refuse_overlap(version: Versioned, others: Iterable[Versioned]) -> None:
    """Refuse when another published version is valid on one of the same days."""
    for other in others:
        if other.pk != version.pk and overlaps(
            version.begin_geldigheid, version.einde_geldigheid, other.begin_geldigheid, other.einde_geldigheid
        ):
            raise GeldigheidOverlaps(omschrijving=version.omschrijving)
