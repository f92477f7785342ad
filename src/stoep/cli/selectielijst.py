"""`stoep selectielijst load`: take over the Selectielijst as the VNG publishes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from stoep.cli.access import django
from stoep.cli.errors import CommandRefused
from stoep.config.environment import Environment

FILES = ("procestypen", "resultaten", "resultaattypeomschrijvingen")


def load(environment: Environment, folder: Path) -> None:
    """Read the JSON files of a folder: procestypen, resultaten and, if it is there, resultaattypeomschrijvingen."""
    items = {name: read_items(folder / f"{name}.json", needed=name != FILES[2]) for name in FILES}
    with django(environment):
        from stoep.catalogi.commands import load_selectielijst
        from stoep.foundation.errors import DomainError
        from stoep.toegang.actors import SYSTEM

        try:
            loaded = load_selectielijst(
                procestypen=items[FILES[0]], resultaten=items[FILES[1]], omschrijvingen=items[FILES[2]], actor=SYSTEM
            )
        except DomainError as error:
            raise CommandRefused(str(error)) from error
    print(
        f"De selectielijst heeft nu {loaded.procestypen} procestypen, {loaded.resultaten} resultaten en "
        f"{loaded.omschrijvingen} omschrijvingen."
    )


def read_items(path: Path, *, needed: bool) -> list[dict[str, Any]]:
    """The items in a file: a list, or a page of the Selectielijst API."""
    if not path.is_file() and not needed:
        return []
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandRefused(f"{path} is niet te lezen als JSON. Er is niets ingelezen.") from error
    items = found.get("results") if isinstance(found, dict) else found
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise CommandRefused(f"In {path} staat geen lijst. Er is niets ingelezen.")
    return items
