"""Comparing our OpenAPI with the norm's: what of it is missing or different, and what we added, by name.

A name reads `GET /zaaktypen`, `GET /zaaktypen query page`, `POST /zaaktypen body doel maxLength`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

LIMITS = ("type", "format", "nullable", "maxLength", "minLength", "maximum", "minimum", "readOnly", "writeOnly")
DEEPEST = 8


@cache
def norm_of(api: str) -> dict[str, Any]:
    """The condensed official file of an API."""
    return json.loads((Path(__file__).parent / f"{api}.json").read_text(encoding="utf-8"))


class Comparison:
    """Two documents, side by side."""

    def __init__(self, norm: dict[str, Any], ours: dict[str, Any]) -> None:
        self.norm, self.ours = norm, ours
        self.missing: list[str] = []
        self.added: list[str] = []
        for path, methods in norm["paths"].items():
            for method, operation in methods.items():
                name = f"{method.upper()} {path}"
                mine = ours["paths"].get(path, {}).get(method)
                if mine is None:
                    self.missing.append(name)
                else:
                    self.compare_operation(name, operation, mine)
        self.added += [
            f"{method.upper()} {path}"
            for path, methods in ours["paths"].items()
            for method in methods
            if method not in norm["paths"].get(path, {})
        ]

    def compare_operation(self, name: str, norm: dict[str, Any], ours: dict[str, Any]) -> None:
        """Parameters, body and answers of one operation."""
        mine = {f"{each['in']} {each['name']}": each["schema"] for each in ours["parameters"]}
        for parameter, schema in norm["parameters"].items():
            if parameter not in mine:
                self.missing.append(f"{name} {parameter}")
            elif kind_of(self.whole(schema, self.norm)) == "array" != kind_of(mine[parameter]):
                self.missing.append(f"{name} {parameter} type")
        self.added += [f"{name} {each}" for each in mine if each not in norm["parameters"] and each.startswith("query")]
        for media_type, schema in norm["body"].items():
            body = ours.get("requestBody", {}).get("content", {}).get(media_type)
            if body is None and self.says_something(schema):
                self.missing.append(f"{name} body {media_type}")
            elif body is not None:
                self.compare(f"{name} body", schema, body["schema"])
        for code, answer in norm["answers"].items():
            if code < "300":
                self.compare_answer(f"{name} {code}", answer, ours["responses"].get(code))

    def compare_answer(self, name: str, norm: dict[str, Any], ours: dict[str, Any] | None) -> None:
        """The good answer of an operation."""
        if ours is None:
            self.missing.append(name)
            return
        self.missing += [f"{name} header {each}" for each in norm["headers"] if each not in ours.get("headers", {})]
        for media_type, schema in norm["content"].items():
            mine = ours.get("content", {}).get(media_type)
            if mine is None:
                if self.says_something(schema):
                    self.missing.append(f"{name} {media_type}")
            else:
                self.compare(name, schema, mine["schema"])

    def says_something(self, schema: dict[str, Any]) -> bool:
        """Whether the norm describes more than 'an object'."""
        return bool(set(self.whole(schema, self.norm)) - {"type"})

    def whole(self, schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
        """A schema with what it refers to, and with its alternatives in one."""
        schemas = document.get("schemas") or document["components"]["schemas"]
        made: dict[str, Any] = {}
        if "$ref" in schema:
            made = dict(self.whole(schemas[schema["$ref"].rpartition("/")[2]], document))
        for name in ("allOf", "oneOf", "anyOf"):
            for each in schema.get(name, ()):
                part = self.whole(each, document)
                made = merged(made, part, either=name != "allOf")
        own = {name: value for name, value in schema.items() if name not in ("$ref", "allOf", "oneOf", "anyOf")}
        return merged(made, own, either=False)

    def compare(self, name: str, norm: dict[str, Any], ours: dict[str, Any], depth: int = 0) -> None:
        """Property by property; an addition counts only where the norm names properties."""
        wanted, mine = self.whole(norm, self.norm), self.whole(ours, self.ours)
        for limit in LIMITS:
            if wanted.get(limit) and wanted[limit] != mine.get(limit):
                self.missing.append(f"{name} {limit}")
        if not wanted.get("nullable") and mine.get("nullable"):
            self.added.append(f"{name} nullable")
        if "enum" in wanted and {*wanted["enum"]} - {None} != {*mine.get("enum", ())} - {None}:
            self.missing.append(f"{name} enum")
        if depth > DEEPEST:
            return
        if "items" in wanted:
            self.compare(f"{name}[]", wanted["items"], mine.get("items", {}), depth + 1)
        self.compare_properties(name, wanted, mine, depth)

    def compare_properties(self, name: str, wanted: dict[str, Any], mine: dict[str, Any], depth: int) -> None:
        """The properties of two objects, and which are required."""
        properties = mine.get("properties", {})
        for each, schema in wanted.get("properties", {}).items():
            if each not in properties:
                self.missing.append(f"{name} {each}")
            else:
                self.compare(f"{name} {each}", schema, properties[each], depth + 1)
        if wanted.get("properties"):
            self.added += [f"{name} {each}" for each in properties if each not in wanted["properties"]]
            differing = {*wanted.get("required", ())} ^ {*mine.get("required", ())}
            if " body" not in name:  # an answer may always hold what the norm leaves open
                differing &= {*wanted.get("required", ())}
            self.missing += [f"{name} {each} required" for each in sorted(differing) if each in properties]


def merged(one: dict[str, Any], other: dict[str, Any], *, either: bool) -> dict[str, Any]:
    """Two schemas as one: all properties and codes; what only one of two alternatives asks for is not asked."""
    made = {**one, **other}
    for name in ("properties",):
        if name in one or name in other:
            made[name] = {**one.get(name, {}), **other.get(name, {})}
    if "enum" in one and "enum" in other:
        made["enum"] = [*one["enum"], *other["enum"]]
    if "required" in one and "required" in other:
        both = {*one["required"]} & {*other["required"]} if either else {*one["required"]} | {*other["required"]}
        made["required"] = sorted(both)
    return made


def kind_of(schema: dict[str, Any]) -> str:
    """The type of a schema."""
    return str(schema.get("type", ""))


def covered(names: list[str], exceptions: dict[str, str]) -> Iterator[str]:
    """The exceptions that name something that is really so; `…*` names everything that begins so."""
    for exception in exceptions:
        if any(matches(name, exception) for name in names):
            yield exception


def matches(name: str, exception: str) -> bool:
    """Whether an exception names this; a `*` stands for anything."""
    first, *rest = exception.split("*")
    if not rest:
        return name == exception
    if not name.startswith(first):
        return False
    place = len(first)
    for part in rest:
        found = name.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return not rest[-1] or name.endswith(rest[-1])
