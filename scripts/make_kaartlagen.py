"""Draw the things in the streets of Havendam that have a number: lamp posts, containers, bins, benches and trees.

`python scripts/make_kaartlagen.py` writes src/stoep/demo/geografie/kaartlagen.json from the roads, with a fixed seed.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from random import Random

GEOGRAFIE = Path(__file__).resolve().parents[1] / "src" / "stoep" / "demo" / "geografie"
SEED = 1284
DEGREE = 111_320
# code, name, one of them, prefix of the number, metres between two, at most, kinds
LAGEN = (
    (
        "lantaarnpalen",
        "Lantaarnpalen",
        "lantaarnpaal",
        "L",
        38,
        900,
        ("lichtmast 4 m", "lichtmast 6 m", "lichtmast 8 m"),
    ),
    ("containers", "Afvalcontainers", "container", "C", 260, 120, ("restafval", "papier", "glas", "plastic")),
    ("prullenbakken", "Prullenbakken", "prullenbak", "P", 210, 150, ("paalbak", "grote bak")),
    ("kolken", "Putten en kolken", "put", "K", 55, 600, ("straatkolk", "trottoirkolk")),
    ("laadpalen", "Laadpalen", "laadpaal", "E", 600, 40, ("dubbele laadpaal",)),
    ("banken", "Banken en picknicktafels", "bank", "B", 330, 90, ("bank", "picknicktafel")),
    ("bomen", "Bomen", "boom", "T", 95, 320, ("linde", "es", "plataan", "iep")),
    (
        "speelplekken",
        "Speelplekken en toestellen",
        "speeltoestel",
        "S",
        900,
        40,
        ("schommel", "glijbaan", "klimrek", "wipkip"),
    ),
)


def walk(line: list[list[float]], step: float) -> list[tuple[float, float, float]]:
    """Points along a line with so many metres between them, with the direction across it."""
    found, left = [], step / 2
    for (x1, y1), (x2, y2) in pairwise(line):
        wide = (x2 - x1) * DEGREE * math.cos(math.radians(y1))
        high = (y2 - y1) * DEGREE
        length = math.hypot(wide, high)
        while left < length:
            share = left / length
            found.append((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, math.atan2(high, wide)))
            left += step
        left -= length
    return found


def lines_of(geometry: dict) -> list[list[list[float]]]:
    """Every line of a road."""
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]


def main() -> None:
    """Draw all layers."""
    roads = json.loads((GEOGRAFIE / "wegen.geojson").read_text(encoding="utf-8"))["features"]
    streets = [road for road in roads if road["properties"].get("wijk") and road["properties"].get("naam")]
    lagen = []
    for code, naam, enkelvoud, prefix, step, most, kinds in LAGEN:
        chance = Random(f"{SEED}-{code}")  # noqa: S311 - the same town every time
        spots = []
        for road in streets:
            away = float(road["properties"].get("breed") or 6) / 2 + 1.5
            for line in lines_of(road["geometry"]):
                for lon, lat, way in walk(line, step * chance.uniform(0.85, 1.25)):
                    side = chance.choice((-1, 1)) * away
                    dlat = math.cos(way) * side / DEGREE
                    dlon = -math.sin(way) * side / (DEGREE * math.cos(math.radians(lat)))
                    spots.append((round(lon + dlon, 6), round(lat + dlat, 6), road["properties"]["naam"]))
        kept = sorted(chance.sample(spots, min(most, len(spots))), key=lambda spot: (spot[2], spot[0]))
        features = [
            {
                "type": "Feature",
                "properties": {
                    "objectnummer": f"{prefix}-{number:04}",
                    "soort": chance.choice(kinds),
                    "straat": street,
                },
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
            }
            for number, (lon, lat, street) in enumerate(kept, start=1)
        ]
        layer = {"type": "FeatureCollection", "features": features}
        lagen.append({"code": code, "naam": naam, "enkelvoud": enkelvoud, "geojson": layer})
        print(f"{naam}: {len(features)}")
    text = json.dumps(lagen, ensure_ascii=False, separators=(",", ":")).replace(
        '{"type":"Feature",', '\n{"type":"Feature",'
    )
    (GEOGRAFIE / "kaartlagen.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
