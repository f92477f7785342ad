"""Who changed what of a category or a danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from stoep.foundation.models import Change
from stoep.meldingen.rules.lijst import say
from stoep.organisatie.models import Medewerker

MOST = 20
READABLE = 80


@dataclass(frozen=True, slots=True)
class Aanpassing:
    """One change: when, by whom, and which fields from what to what."""

    op: datetime
    wie: str
    velden: Sequence[tuple[str, str, str]]


def list_aanpassingen(kind: str, subject: str) -> list[Aanpassing]:
    """The latest changes of a thing, newest first. Two queries."""
    rows = list(Change.objects.filter(subject_kind=kind, subject_id=subject).order_by("-id")[:MOST])
    people = {row.actor_id for row in rows}
    names = {
        str(key): naam
        for key, naam in Medewerker.objects.filter(account__in=[one for one in people if is_key(one)]).values_list(
            "account", "naam"
        )
    }
    return [Aanpassing(row.at, names.get(row.actor_id, "Stoep"), fields_of(row.old, row.new)) for row in rows]


def is_key(text: str) -> bool:
    """True for the key of an account."""
    return len(text) == 36 and text.count("-") == 4  # noqa: PLR2004 - a UUID


def fields_of(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The fields that differ, short enough to read."""
    return [
        (name.replace("_", " "), shown(old.get(name)), shown(value))
        for name, value in new.items()
        if old.get(name) != value and (old or value not in ("", [], None))
    ]


def shown(value: Any) -> str:
    """A value of the trail, cut to what one reads."""
    text = ", ".join(str(one) for one in value) if isinstance(value, list) else say(value)
    return text if len(text) <= READABLE else f"{text[: READABLE - 1]}…"
