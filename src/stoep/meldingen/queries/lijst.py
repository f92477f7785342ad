"""The categories as a list for other systems, and what a list from elsewhere would change."""

from __future__ import annotations

from typing import Any

from stoep.meldingen.errors import LijstInvalid
from stoep.meldingen.models import Categorie
from stoep.meldingen.rules.lijst import LABELS, Unreadable, Wijziging, compare, read_lijst


def known_categorieen() -> dict[str, dict[str, Any]]:
    """All categories with the fields that a list may change. One query."""
    return {
        row.slug: {
            **{name: getattr(row, name) for name in LABELS if name != "hoofdcategorie"},
            "hoofdcategorie": row.hoofdcategorie.slug if row.hoofdcategorie else "",
        }
        for row in Categorie.objects.select_related("hoofdcategorie")
    }


def preview_lijst(text: str, *, stop_missing: bool) -> list[Wijziging]:
    """What a list would change. Raises LijstInvalid."""
    try:
        return compare(read_lijst(text), known_categorieen(), stop_missing=stop_missing)
    except Unreadable as error:
        raise LijstInvalid(uitleg=str(error)) from error


def export_lijst() -> list[dict[str, Any]]:
    """All categories in the shape that `preview_lijst` and other systems read. Two queries."""
    rows = list(Categorie.objects.prefetch_related("vragen").order_by("volgorde", "naam"))
    return [
        {**as_item(head), "sub_categories": [as_item(row) for row in rows if row.hoofdcategorie_id == head.pk]}
        for head in rows
        if head.hoofdcategorie_id is None
    ]


def as_item(row: Categorie) -> dict[str, Any]:
    """One category for other systems."""
    return {
        "name": row.naam,
        "slug": row.slug,
        "public_name": row.naam,
        "description": row.uitleg,
        "handling_message": row.handelingstekst,
        "sla": {"n_days": row.servicenorm_werkdagen, "use_calendar_days": False},
        "departments": [{"code": row.afdeling, "is_responsible": True}] if row.afdeling else [],
        "is_active": row.actief,
        "is_public_accessible": row.openbaar,
        "radius_m": row.straal_meters,
        "words": row.zoekwoorden,
        "questions": [
            {
                "key": vraag.sleutel,
                "label": vraag.tekst,
                "field_type": vraag.soort,
                "choices": vraag.keuzes,
                "required": vraag.verplicht,
                "condition": vraag.voorwaarde,
            }
            for vraag in row.vragen.all()
            if vraag.actief
        ],
    }
