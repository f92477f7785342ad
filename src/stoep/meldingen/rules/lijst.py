"""A list of categories from elsewhere: reading it kindly, and saying what would change.

It takes the shape that Signalen exports (name, slug, handling_message, sla, departments, sub_categories), our
own shape, and a flat list in which each category names its parent.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LONGEST = 1_000_000
MOST = 1000
LARGEST_NORM = 250
LONGEST_NAME = 80
CHILDREN = ("sub_categories", "subcategorieen", "subcategories", "children")
WEEK, WORKING_DAYS = 7, 5
LABELS = {
    "naam": "naam",
    "hoofdcategorie": "hoort bij",
    "handelingstekst": "wat wij doen",
    "servicenorm_werkdagen": "norm in werkdagen",
    "afdeling": "afdeling",
    "openbaar": "openbaar",
    "uitleg": "uitleg",
    "actief": "te kiezen",
}


class Unreadable(ValueError):
    """A list that cannot be read, with a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """A category of the list. None is: the list does not say."""

    slug: str
    naam: str
    hoofdcategorie: str = ""
    handelingstekst: str | None = None
    servicenorm_werkdagen: int | None = None
    afdeling: str | None = None
    openbaar: bool | None = None
    uitleg: str | None = None
    actief: bool = True


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What would happen to one category: new, changed or retired, and field by field what it was and becomes."""

    soort: str
    regel: Lijstregel
    velden: tuple[tuple[str, str, str], ...] = ()


def read_lijst(text: str) -> list[Lijstregel]:
    """Read a list. Raises Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable("het bestand is groter dan 1 MB.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("het is geen JSON. Kies het bestand dat uw systeem exporteerde.") from None
    rows: list[Lijstregel] = []
    collect(top_of(data), "", rows)
    if not rows:
        raise Unreadable("er staan geen categorieën in.")
    if len(rows) > MOST:
        raise Unreadable(f"er staan meer dan {MOST} categorieën in.")
    slugs = [row.slug for row in rows]
    if twice := sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        raise Unreadable(f"‘{twice[0]}’ staat er twee keer in.")
    return parents_first(rows)


def top_of(data: Any) -> Any:
    """The list inside what was sent."""
    if isinstance(data, dict):
        for name in ("results", "categorieen", "categories", "items"):
            if isinstance(data.get(name), list):
                return data[name]
        return [data]
    return data


def collect(items: Any, parent: str, rows: list[Lijstregel]) -> None:
    """Read categories and what lies under them."""
    if not isinstance(items, list):
        raise Unreadable("er wordt een lijst van categorieën verwacht.")
    for item in items:
        if not isinstance(item, dict):
            raise Unreadable("een categorie is een groep velden tussen accolades.")
        row = read_regel(item, parent)
        rows.append(row)
        children: Any = next((item[name] for name in CHILDREN if item.get(name)), [])
        if children and parent:
            raise Unreadable(f"‘{row.naam}’ ligt op een derde niveau. Er zijn twee niveaus.")
        collect(children, row.slug, rows)


def read_regel(item: Mapping[str, Any], parent: str) -> Lijstregel:
    """Read one category."""
    naam = str(first(item, "public_name", "naam", "name") or "").strip()
    if not naam:
        raise Unreadable("een categorie heeft geen naam.")
    if len(naam) > LONGEST_NAME:
        raise Unreadable(f"‘{naam[:30]}…’ is een te lange naam. Gebruik hoogstens {LONGEST_NAME} tekens.")
    own = str(first(item, "slug", "sleutel", "code") or "")
    active = first(item, "is_active", "actief")
    public = first(item, "is_public_accessible", "openbaar", "public")
    explanation = first(item, "description", "uitleg")
    handling = first(item, "handling_message", "handelingstekst", "handling")
    return Lijstregel(
        slug=slug_of(own or naam),
        naam=naam,
        hoofdcategorie=parent or slug_of(parent_in(item)),
        handelingstekst=None if handling is None else str(handling).strip()[:1000],
        servicenorm_werkdagen=norm_of(item, naam),
        afdeling=department_of(item),
        openbaar=None if public is None else bool(public),
        uitleg=None if explanation is None else str(explanation).strip()[:160],
        actief=True if active is None else bool(active),
    )


def first(item: Mapping[str, Any], *names: str) -> Any:
    """The first of these fields that says something."""
    return next((item[name] for name in names if item.get(name) is not None), None)


def parent_in(item: Mapping[str, Any]) -> str:
    """The heading that a flat list names: a slug, a name, or a group with one of both."""
    found = first(item, "parent", "hoofdcategorie", "main_category", "main_slug")
    if isinstance(found, dict):
        found = first(found, "slug", "name", "naam")
    return str(found or "").rstrip("/").rsplit("/", 1)[-1]


def norm_of(item: Mapping[str, Any], naam: str) -> int | None:
    """The service norm in working days; calendar days are turned into working days."""
    sla = first(item, "sla", "handling_term", "servicenorm_werkdagen", "norm")
    if isinstance(sla, dict):
        days, calendar = sla.get("n_days"), bool(sla.get("use_calendar_days"))
    else:
        days, calendar = sla, False
    if days is None or isinstance(days, bool):
        return None
    try:
        number = int(days)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable(f"de norm van ‘{naam}’ is geen getal.") from None
    number = math.ceil(number * WORKING_DAYS / WEEK) if calendar else number
    if not 1 <= number <= LARGEST_NORM:
        raise Unreadable(f"de norm van ‘{naam}’ moet tussen 1 en {LARGEST_NORM} werkdagen liggen.")
    return number


def department_of(item: Mapping[str, Any]) -> str | None:
    """The code of the department: the responsible one, else the first."""
    found = first(item, "departments", "afdelingen", "afdeling", "department")
    if isinstance(found, list):
        groups = [one for one in found if isinstance(one, dict)]
        found = next((one for one in groups if one.get("is_responsible")), found[0] if found else None)
    if isinstance(found, dict):
        found = first(found, "code", "slug", "name", "naam")
    return None if found is None else str(found).strip()[:60]


def slug_of(text: str) -> str:
    """A name as a slug."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]


def parents_first(rows: Sequence[Lijstregel]) -> list[Lijstregel]:
    """Headings before what lies under them."""
    return sorted(rows, key=lambda row: bool(row.hoofdcategorie))


def compare(
    rows: Sequence[Lijstregel], known: Mapping[str, Mapping[str, Any]], *, stop_missing: bool
) -> list[Wijziging]:
    """What the list would change. What it does not say stays; what is missing stops only when that is asked."""
    headings = {slug for slug, one in known.items() if not one["hoofdcategorie"]} | {
        row.slug for row in rows if not row.hoofdcategorie
    }
    changes: list[Wijziging] = []
    for row in rows:
        if row.hoofdcategorie and row.hoofdcategorie not in headings:
            raise Unreadable(f"‘{row.naam}’ hoort bij ‘{row.hoofdcategorie}’, maar die staat er niet bij.")
        before = known.get(row.slug)
        if before is None:
            if row.actief:
                changes.append(Wijziging("nieuw", row))
        elif not row.actief and before["actief"] and row.hoofdcategorie:
            changes.append(Wijziging("gestopt", row))
        elif fields := changed_fields(row, before):
            changes.append(Wijziging("gewijzigd", row, fields))
    if stop_missing:
        listed = {row.slug for row in rows}
        changes += [
            Wijziging("gestopt", Lijstregel(slug, str(one["naam"]), str(one["hoofdcategorie"])))
            for slug, one in known.items()
            if slug not in listed and one["hoofdcategorie"] and one["actief"]
        ]
    return changes


def changed_fields(row: Lijstregel, before: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """The fields that the list gives another value, as people read them."""
    found = []
    for name, label in LABELS.items():
        new = getattr(row, name)
        if new is None or new == before[name] or (name == "actief" and not before["hoofdcategorie"]):
            continue
        found.append((label, say(before[name]), say(new)))
    return tuple(found)


def say(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value) if value not in ("", None) else "(leeg)"
