"""Condense the official OpenAPI files of the ZGW norm to what the tests compare: paths, parameters, schemas.

    python scripts/take_norm.py FOLDER_OF_ZGW_1.5

The files themselves stand in the public repository VNG-Realisatie/gemma-zaken. Descriptions and examples are left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

FILES = {
    "zaken": "zaken-1.5.1.bundled.yaml",
    "catalogi": "catalogi-1.3.1.yaml",
    "documenten": "documenten-1.4.3.bundled.yaml",
    "besluiten": "besluiten-1.1.0.bundled.yaml",
    "autorisaties": "autorisaties-1.0.0.yaml",
    "notificaties": "notificaties-1.0.0.yaml",
}
KEPT = ("type", "format", "nullable", "readOnly", "writeOnly", "maxLength", "minLength", "maximum", "minimum", "enum")
TARGET = Path(__file__).resolve().parents[1] / "src" / "stoep" / "api" / "tests" / "norm"


def schema(source: dict[str, Any]) -> dict[str, Any]:
    """A schema without its words."""
    if "$ref" in source:
        return {"$ref": source["$ref"].rpartition("/")[2]}
    made = {name: source[name] for name in KEPT if name in source}
    for name in ("allOf", "oneOf", "anyOf"):
        if name in source:
            made[name] = [schema(each) for each in source[name]]
    if source.get("required"):
        made["required"] = sorted(source["required"])
    if "items" in source:
        made["items"] = schema(source["items"])
    if "properties" in source:
        made["properties"] = {name: schema(each) for name, each in source["properties"].items()}
    return made


def content(source: dict[str, Any]) -> dict[str, Any]:
    """The schemas of a body, by media type."""
    return {kind: schema(each.get("schema", {})) for kind, each in source.get("content", {}).items()}


def operation(source: dict[str, Any], shared: list[Any], parts: dict[str, Any]) -> dict[str, Any]:
    """One method of one path."""
    parameters = [
        parts["parameters"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        for each in [*shared, *source.get("parameters", [])]
    ]
    body = source.get("requestBody", {})
    if "$ref" in body:
        body = parts["requestBodies"][body["$ref"].rpartition("/")[2]]
    answers = {
        str(code): parts["responses"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
        for code, each in source["responses"].items()
    }
    return {
        "parameters": {f"{each['in']} {each['name']}": schema(each.get("schema", {})) for each in parameters},
        "body": content(body),
        "answers": {
            code: {"content": content(each) if code < "300" else {}, "headers": sorted(each.get("headers", {}))}
            for code, each in answers.items()
        },
        "security": source.get("security", []),
    }


def condense(source: dict[str, Any]) -> dict[str, Any]:
    """A whole file."""
    parts = source["components"]
    paths = {
        path: {
            method: operation(each, methods.get("parameters", []), parts)
            for method, each in methods.items()
            if method != "parameters"
        }
        for path, methods in source["paths"].items()
    }
    return {
        "version": source["info"]["version"],
        "paths": paths,
        "schemas": {name: schema(each) for name, each in parts["schemas"].items()},
    }


def main() -> None:
    """Condense every file of the norm."""
    folder = Path(sys.argv[1])
    TARGET.mkdir(exist_ok=True)
    for name, file in FILES.items():
        source = yaml.load((folder / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        text = json.dumps(condense(source), ensure_ascii=False, separators=(",", ":"), default=str)
        (TARGET / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(f"{name}: {len(text)} bytes")


if __name__ == "__main__":
    main()
