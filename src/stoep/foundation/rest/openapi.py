"""OpenAPI 3.0 of an API, made from the declarations of its operations."""

from __future__ import annotations

from typing import Any

import msgspec

from stoep.foundation.rest.fields import Many
from stoep.foundation.rest.kinds import Kind, Schema
from stoep.foundation.rest.operations import Api, Operation
from stoep.foundation.rest.wire import Entry, Part, Wire, entries_of

PROBLEM = "application/problem+json"
ALWAYS = (401, 403, 406, 409, 410, 415, 429, 500)
WORDS = {
    200: "OK",
    201: "Created",
    204: "No content",
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not found",
    406: "Not acceptable",
    409: "Conflict",
    410: "Gone",
    412: "Precondition failed",
    413: "Content too large",
    415: "Unsupported media type",
    429: "Too many requests",
    500: "Internal server error",
    503: "Service unavailable",
}
VERSION_HEADER = {"schema": {"type": "string"}, "description": "De versie van de API, bijvoorbeeld 1.2.1."}
FAULT: Schema = {
    "type": "object",
    "required": ["code", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "URI van het soort fout."},
        "code": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "URI van deze ene fout."},
    },
}
FIELD_FAULT: Schema = {
    "type": "object",
    "required": ["name", "code", "reason"],
    "properties": {name: {"type": "string"} for name in ("name", "code", "reason")},
}


class Document:
    """Builds the document of one API."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.schemas: dict[str, Schema] = {}

    def build(self) -> dict[str, Any]:
        """The whole document."""
        paths: dict[str, dict[str, Any]] = {}
        for operation in self.api.operations:
            place = paths.setdefault(f"/{operation.path}", {})
            place[operation.method.lower()] = self.operation(operation)
            if operation.head:
                place["head"] = self.head(operation)
        self.schemas["Fout"] = FAULT
        self.schemas["FieldValidationError"] = FIELD_FAULT
        params = {"type": "array", "items": {"$ref": "#/components/schemas/FieldValidationError"}}
        self.schemas["ValidatieFout"] = {
            **FAULT,
            "required": [*FAULT["required"], "invalidParams"],
            "properties": {**FAULT["properties"], "invalidParams": params},
        }
        bearer = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
        return {
            "openapi": "3.0.3",
            "info": {"title": self.api.title, "version": self.api.version, "license": {"name": "EUPL-1.2"}},
            "servers": [{"url": self.api.origin() + self.api.root}],
            "paths": dict(sorted(paths.items())),
            "components": {"schemas": dict(sorted(self.schemas.items())), "securitySchemes": {"JWT-Claims": bearer}},
        }

    def operation(self, operation: Operation) -> dict[str, Any]:
        """One method of one path."""
        made: dict[str, Any] = {
            "operationId": operation.name,
            "summary": operation.summary,
            "tags": [operation.path.split("/", 1)[0]],
            "parameters": [*self.path_parameters(operation), *self.headers(operation), *self.query(operation)],
            "responses": self.responses(operation),
        }
        if operation.scopes:
            made["security"] = [{"JWT-Claims": [f"({' | '.join(operation.scopes)})"]}]
        if operation.deprecated:
            made["deprecated"] = True
        if operation.body is not None:
            schema = self.reference(operation.body, partial=operation.partial)
            content = {kind: {"schema": schema} for kind in operation.media_types}
            made["requestBody"] = {"content": content, "required": not operation.partial}
        return made

    def head(self, operation: Operation) -> dict[str, Any]:
        """The headers of what GET answers."""
        return {
            "operationId": f"{operation.name}_headers",
            "summary": "De headers van deze resource, zoals bij GET.",
            "tags": [operation.path.split("/", 1)[0]],
            "parameters": [*self.path_parameters(operation), *self.headers(operation), *self.query(operation)],
            "responses": {"200": {"description": "OK", "headers": self.response_headers(operation)}},
        }

    def path_parameters(self, operation: Operation) -> list[Schema]:
        """The ids in the path."""
        names = [word.strip("{}") for word in operation.path.split("/") if word.startswith("{")]
        schema = {"type": "string", "format": "uuid"}
        return [{"in": "path", "name": name, "required": True, "schema": schema} for name in names]

    def headers(self, operation: Operation) -> list[Schema]:
        """The headers that the operation looks at."""
        found = []
        text = {"type": "string"}
        if operation.reads and operation.shape == "one":
            found.append({"in": "header", "name": "If-None-Match", "required": False, "schema": text})
        if operation.crs:
            crs = {"type": "string", "enum": ["EPSG:4326"]}
            found.append({"in": "header", "name": "Accept-Crs", "required": True, "schema": crs})
            with_body = operation.body is not None
            found.append({"in": "header", "name": "Content-Crs", "required": with_body, "schema": crs})
        if not operation.reads:
            found += [
                {"in": "header", "name": name, "required": False, "schema": text}
                for name in ("X-Audit-Toelichting", "X-NLX-Logrecord-ID")
            ]
        if operation.body is not None or operation.method == "POST":
            kinds = {"type": "string", "enum": list(operation.media_types)}
            found.append({"in": "header", "name": "Content-Type", "required": True, "schema": kinds})
        if not operation.reads:
            audit = ("X-Audit-Toelichting", "X-NLX-Logrecord-ID")
            found += [{"in": "header", "name": name, "required": False, "schema": text} for name in audit]
        return found

    def query(self, operation: Operation) -> list[Schema]:
        """The query parameters."""
        if operation.query is None:
            return []
        return [self.parameter(entry) for entry in entries_of(operation.query)]

    def parameter(self, entry: Entry) -> Schema:
        """One query parameter."""
        made: Schema = {
            "in": "query",
            "name": entry.wire,
            "required": entry.required,
            "schema": self.of_kind(entry.kind),
        }
        if description := made["schema"].pop("description", ""):
            made["description"] = description
        if isinstance(entry.kind, Many):
            made |= {"style": "form", "explode": False}
        return made

    def responses(self, operation: Operation) -> dict[str, Any]:
        """What can come back."""
        made: dict[str, Any] = {str(operation.status): self.success(operation)}
        codes = list(ALWAYS) + list(operation.extra_statuses)
        if "{" in operation.path or operation.shape == "pages":
            codes.append(404)
        if operation.body is not None or operation.query is not None or not operation.reads:
            codes.append(400)
        if operation.body is not None:
            codes.append(413)
        if operation.crs:
            codes.append(412)
        for code in sorted({*codes, 400, 503}):
            schema = {"$ref": f"#/components/schemas/{'ValidatieFout' if code == 400 else 'Fout'}"}  # noqa: PLR2004
            made[str(code)] = {
                "description": WORDS[code],
                "headers": {"API-version": VERSION_HEADER},
                "content": {PROBLEM: {"schema": schema}},
            }
        if operation.reads:
            made["304"] = {"description": "Not modified", "headers": {"API-version": VERSION_HEADER}}
        return made

    def success(self, operation: Operation) -> dict[str, Any]:
        """The answer when all is well."""
        made: dict[str, Any] = {"description": WORDS[operation.status], "headers": self.response_headers(operation)}
        if operation.shape == "file":
            made["content"] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
        elif operation.answers is not None:
            made["content"] = {"application/json": {"schema": self.answer_schema(operation)}}
        return made

    def response_headers(self, operation: Operation) -> dict[str, Any]:
        """The headers of a good answer."""
        made: dict[str, Any] = {"API-version": VERSION_HEADER}
        if operation.reads and operation.shape == "one":
            made["ETag"] = {"schema": {"type": "string"}}
        if operation.status == 201:  # noqa: PLR2004
            made["Location"] = {"schema": {"type": "string", "format": "uri"}}
        if operation.crs:
            made["Content-Crs"] = {"schema": {"type": "string", "enum": ["EPSG:4326"]}}
        return made

    def answer_schema(self, operation: Operation) -> Schema:
        """The schema of one, a page or a list."""
        assert operation.answers is not None  # noqa: S101 success() asked
        one = self.reference(operation.answers)
        if operation.shape == "list":
            return {"type": "array", "items": one}
        if operation.shape != "pages":
            return one
        name = f"Paginated{operation.answers.__name__}List"
        address = {"type": "string", "format": "uri", "nullable": True}
        properties = {"count": {"type": "integer"}, "next": address, "previous": address}
        self.schemas[name] = {
            "type": "object",
            "required": ["count", "results"],
            "properties": {**properties, "results": {"type": "array", "items": one}},
        }
        return {"$ref": f"#/components/schemas/{name}"}

    def reference(self, wire: type[msgspec.Struct], *, partial: bool = False) -> Schema:
        """A reference to the schema of a Struct, which is made when it is met first."""
        name = ("Patched" if partial else "") + wire.__name__
        if name not in self.schemas:
            self.schemas[name] = {}  # so that a Struct may hold itself
            self.schemas[name] = self.struct(wire, partial=partial)
        return {"$ref": f"#/components/schemas/{name}"}

    def struct(self, wire: type[msgspec.Struct], *, partial: bool) -> Schema:
        """The schema of a Struct."""
        entries = entries_of(wire)
        made: Schema = {"type": "object"}
        if wire.__doc__ and wire.__doc__ != Wire.__doc__:
            made["description"] = wire.__doc__.strip().split("\n", 1)[0]
        required = [entry.wire for entry in entries if entry.required and not partial]
        if required:
            made["required"] = required
        made["properties"] = {entry.wire: self.property(entry) for entry in entries}
        return made

    def property(self, entry: Entry) -> Schema:
        """The schema of one field."""
        made = self.of_kind(entry.kind)
        if entry.nullable:
            made = {"allOf": [made], "nullable": True} if "$ref" in made else {**made, "nullable": True}
        return made

    def of_kind(self, kind: Kind) -> Schema:
        """The schema of a kind of field, with references to the parts in it."""
        if isinstance(kind, Many):
            items = self.of_kind(kind.item)
            items = {**items, "nullable": True} if kind.item_nullable else items
            return {**kind.schema(), "items": items}
        if isinstance(kind, Part):
            rest = {name: value for name, value in kind.schema().items() if name != "$ref"}
            reference = self.reference(kind.of)
            return {"allOf": [reference], **rest} if rest else reference
        return kind.schema()


def document_of(api: Api) -> bytes:
    """openapi.json of an API."""
    return msgspec.json.encode(Document(api).build())
