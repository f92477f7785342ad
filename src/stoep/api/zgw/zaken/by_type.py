"""A field whose form follows from another field: what identifies a betrokkene or an object, by its sort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from stoep.foundation.rest import Anything, Many, Wire
from stoep.foundation.rest.kinds import Errors, Kind, Schema
from stoep.foundation.rest.wire import Part, entries_of, read_fields


@dataclass(frozen=True)
class ByType(Anything):
    """An object that is read once its sort is known; in OpenAPI one of all its forms."""

    def shape(self) -> Schema:
        """Each form, written out."""
        return {"oneOf": [inline(form) for form in self.of["forms"]], "type": "object"}


def by_type(forms: Mapping[str, type[Wire]]) -> ByType:
    """The field for these forms."""
    return ByType({"forms": list(dict.fromkeys(forms.values()))}, only=dict)


def inline(wire: type[Wire]) -> Schema:
    """The schema of a Struct without references."""
    entries = entries_of(wire)
    made: Schema = {"type": "object", "properties": {}}
    for entry in entries:
        schema = of_kind(entry.kind)
        made["properties"][entry.wire] = {**schema, "nullable": True} if entry.nullable else schema
    required = [entry.wire for entry in entries if entry.required]
    return {**made, "required": required} if required else made


def of_kind(kind: Kind) -> Schema:
    """The schema of a field, with its parts written out."""
    if isinstance(kind, Part):
        return inline(kind.of)
    if isinstance(kind, Many):
        return {"type": "array", "items": of_kind(kind.item)}
    return kind.schema()


def read_by_type(value: Mapping[str, Any], form: type[Wire], name: str) -> dict[str, Any]:
    """The fields of this form, as they are kept. Raises ProblemError with all that is wrong."""
    errors = Errors()
    made = read_fields(value, form, errors, prefix=f"{name}.")
    errors.refuse()
    kept: dict[str, Any] = msgspec.to_builtins(made)
    return kept


def filled_in(kept: Mapping[str, Any], form: type[Wire] | None) -> dict[str, Any]:
    """What was kept, with the fields of its form that were left open."""
    if form is None:
        return dict(kept)
    empty = {entry.wire: entry.absent() for entry in entries_of(form) if not entry.required}
    return {name: value for name, value in {**empty, **kept}.items() if value is not msgspec.UNSET}
