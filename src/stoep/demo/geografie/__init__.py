"""Havendam's land as GeoJSON, made by `scripts/make_geografie.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def read_gebieden() -> dict[str, Any]:
    """The municipality, its quarters and villages: what `gebieden.commands.import_gebieden` takes."""
    found: dict[str, Any] = json.loads((FOLDER / "gebieden.geojson").read_bytes())
    return found
