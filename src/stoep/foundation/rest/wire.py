"""The wire form of a resource: a Struct whose fields say what they may hold.

One Struct serves both ways. What is read-only stands in answers and is passed over in what is given; what was not
given stays UNSET in a PATCH. All that is wrong with a body is told at once.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _
from msgspec import UNSET
from msgspec.structs import fields as struct_fields

from stoep.foundation.rest.fields import Anything, Day, Flag, Many, Moment, Number, Text, Uuid
from stoep.foundation.rest.kinds import Errors, Kind, Schema, wrong
from stoep.foundation.rest.problems import NON_FIELD, InvalidParam, ProblemError, camel


class Wire(msgspec.Struct, kw_only=True, rename=camel):
    """The base of what goes over the wire, and of filters in a query."""


WireT = TypeVar("WireT", bound=Wire)


@dataclass(frozen=True)
class Part(Kind):
    """An object inside an object (a gegevensgroep); it is always validated whole."""

    of: type[Wire]

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """Each of its fields, named after the whole."""
        if not isinstance(value, dict):
            return wrong(name, errors, _("Geef hier een object."))
        return read_fields(value, self.of, errors, prefix=f"{name}.")

    def shape(self) -> Schema:
        """A reference to the schema of the part."""
        return {"$ref": self.of}


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a Struct, ready for reading."""

    attribute: str
    wire: str
    kind: Kind
    nullable: bool
    required: bool
    default: Any
    factory: Any

    def absent(self) -> Any:
        """What it is when it was not given."""
        return self.factory() if self.factory is not None else self.default


@cache
def entries_of(wire: type[msgspec.Struct]) -> tuple[Entry, ...]:
    """The fields of a Struct, in order."""
    hints = typing.get_type_hints(wire, include_extras=True)
    found = []
    for each in struct_fields(wire):
        kind, nullable = kind_of(hints[each.name])
        factory = None if each.default_factory is msgspec.NODEFAULT else each.default_factory
        found.append(
            Entry(
                each.name,
                each.encode_name,
                kind,
                nullable,
                each.default is msgspec.NODEFAULT and factory is None,
                each.default,
                factory,
            )
        )
    return tuple(found)


def kind_of(hint: Any) -> tuple[Kind, bool]:
    """The kind of a field, and whether it may be null, from its annotation."""
    origin = get_origin(hint)
    if origin is Annotated:
        inside, *notes = get_args(hint)
        _kind, nullable = (
            kind_of(inside) if None in get_args(inside) or type(None) in get_args(inside) else (None, False)
        )
        return next(note for note in notes if isinstance(note, Kind)), nullable
    if origin in (Union, types.UnionType):
        options = [each for each in get_args(hint) if each not in (type(None), msgspec.UnsetType)]
        return kind_of(options[0])[0], type(None) in get_args(hint)
    if origin in (list, Sequence, tuple):
        item, item_nullable = kind_of(get_args(hint)[0])
        return Many(item, item_nullable=item_nullable), False
    if isinstance(hint, type) and issubclass(hint, Wire):
        return Part(hint), False
    simple: dict[Any, Kind] = {str: Text(), bool: Flag(), int: Number(), date: Day(), datetime: Moment(), UUID: Uuid()}
    return simple.get(hint, Anything()), False


def read_body(data: object, wire: type[WireT], *, partial: bool = False) -> WireT:
    """A body as its Struct. Raises ProblemError with all that is wrong; `partial` for PATCH."""
    if not isinstance(data, dict):
        reason = _("Geef een JSON-object.")
        raise ProblemError(400, "invalid", invalid_params=[InvalidParam(NON_FIELD, "invalid", reason)])
    errors = Errors()
    made = read_fields(data, wire, errors, partial=partial)
    errors.refuse()
    return made


def read_fields(
    data: Mapping[str, Any], wire: type[WireT], errors: Errors, *, partial: bool = False, prefix: str = ""
) -> WireT:
    """Each field of an object. Fields that nobody knows are passed over, as the norm says."""
    values: dict[str, Any] = {}
    for entry in entries_of(wire):
        if entry.kind.read_only:
            values[entry.attribute] = UNSET
            continue
        value = data.get(entry.wire, UNSET)
        if value is UNSET:
            if entry.required and not partial:
                errors.add(prefix + entry.wire, "required", _("Dit veld is verplicht."))
            values[entry.attribute] = UNSET if partial or entry.required else entry.absent()
        elif value is None:
            if not entry.nullable:
                errors.add(prefix + entry.wire, "null", _("Dit veld mag niet null zijn."))
            values[entry.attribute] = None
        else:
            values[entry.attribute] = entry.kind.read(value, prefix + entry.wire, errors)
    return wire(**values)


def read_query(pairs: Iterable[tuple[str, str]], wire: type[WireT]) -> WireT:
    """Query parameters as a Struct of filters. One that nobody knows is refused; an empty one was not given."""
    errors = Errors()
    known = {entry.wire: entry for entry in entries_of(wire)}
    values = {entry.attribute: entry.absent() for entry in known.values()}
    unknown = []
    for name, text in pairs:
        entry = known.get(name)
        if entry is None:
            unknown.append(name)
        elif text:
            if "\x00" in text:
                errors.add(name, "null_characters_not_allowed", _("Het teken NUL kan hier niet staan."))
            else:
                values[entry.attribute] = entry.kind.read_text(text, name, errors)
    if unknown:
        names = ", ".join(sorted(set(unknown)))[:200]
        errors.add(NON_FIELD, "unknown-parameters", _("Deze parameters zijn onbekend: {names}.").format(names=names))
    errors.refuse()
    return wire(**values)


def given(body: Wire, *leave_out: str) -> dict[str, Any]:
    """What was given, by attribute: for a command. Read-only fields and those that a PATCH left out are not in it."""
    return {
        entry.attribute: value
        for entry in entries_of(type(body))
        if not entry.kind.read_only
        and entry.attribute not in leave_out
        and (value := getattr(body, entry.attribute)) is not UNSET
    }
