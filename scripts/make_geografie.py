"""Draw Havendam: `python scripts/make_geografie.py` writes src/stoep/demo/geografie/*.geojson, the same each time.

The town is invented. No map of anyone else was used; every line comes from scripts/geografie.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import shapely
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, set_precision, unary_union
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.geografie import land  # noqa: E402
from scripts.geografie.bomen import plant  # noqa: E402
from scripts.geografie.huizen import Adres, Bebouwing, blocked_for_buildings, build  # noqa: E402
from scripts.geografie.merktekens import LANDMARKS, PLACES  # noqa: E402
from scripts.geografie.plannen import ditches, polder_roads, town_roads, verge, village  # noqa: E402
from scripts.geografie.vorm import polygons_of, to_lonlat  # noqa: E402
from scripts.geografie.wegen import MARKT, PATHS, SPOOR, STATIONSPLEIN, WIDTH, Weg  # noqa: E402

TARGET = ROOT / "src/stoep/demo/geografie"
POSTCODES = {
    "Centrum": 4531, "Zuidhaven": 4531, "Stationskwartier": 4532, "Oosterdijk": 4533, "Noorderpark": 4534,
    "Havengebied": 4535, "Zeedorp": 4536, "Duinzicht": 4536, "Wilgenhoek": 4537, "Oudeland": 4537, "Kreekrak": 4538,
    "Sint Annapolder": 4538,
}  # fmt: skip
LETTERS = [a + b for a in "ABCDEGHJKLMNPRSTVWXZ" for b in "ABCDEGHJKLMNPRSTVWXZ" if a + b not in ("SA", "SD", "SS")]
VILLAGES = land.DORPEN.keys()


def feature(shape: BaseGeometry, **properties: object) -> dict[str, object]:
    """One GeoJSON feature in longitude and latitude, to the decimetre."""
    rounded = set_precision(to_lonlat(shape), 1e-6, mode="pointwise")
    return {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}


def write(name: str, features: list[dict[str, object]]) -> None:
    """Write one file, a feature a line, so that a change shows as a small difference."""
    lines = ",\n".join(json.dumps(rounded(f), ensure_ascii=False, separators=(",", ":")) for f in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (TARGET / f"{name}.geojson").write_text(text, encoding="utf-8")
    print(f"{name}: {len(features)} features, {len(text) // 1024} kB")


def rounded(value: object) -> object:
    """Every number to 6 decimals."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return value


def code(naam: str) -> str:
    """The code of an area."""
    return naam.lower().replace(" ", "-")


def gebieden() -> list[dict[str, object]]:
    """The municipality, its quarters and its villages: cut on one grid, so that they meet without gap or overlap."""
    grid, taken, found = 1e-6, Polygon(), []
    for naam, shape in land.divide().items():
        smooth = to_lonlat(unary_union([part for part in polygons_of(shape) if part.area > 1]).simplify(0.5))
        cut = shapely.difference(smooth, taken, grid_size=grid)
        parts = [part for part in polygons_of(cut) if part.area > 1e-8]  # noqa: PLR2004 - slivers of a few metres
        taken = shapely.union(taken, MultiPolygon(parts), grid_size=grid)
        soort = "dorp" if naam in VILLAGES else "wijk"
        found.append(area_feature(parts[0] if len(parts) == 1 else MultiPolygon(parts), naam, soort))
    whole = MultiPolygon([Polygon(part.exterior) for part in polygons_of(taken)])
    return [area_feature(max(whole.geoms, key=lambda part: part.area), "Havendam", "gemeente"), *found]


def area_feature(shape: BaseGeometry, naam: str, soort: str) -> dict[str, object]:
    """One area, already in longitude and latitude on the grid."""
    return {
        "type": "Feature",
        "properties": {"code": code(naam), "naam": naam, "soort": soort},
        "geometry": mapping(shape),
    }


def waters(sloten: list[LineString]) -> list[dict[str, object]]:
    """Water, largest first, and the ditches as lines."""
    dry = unary_union([land.MOLES, land.SLUIS])
    found = [feature(shape.difference(dry), naam=naam, soort=soort) for naam, soort, shape in land.WATERS]
    return [*found, feature(MultiLineString(sloten), naam="", soort="sloot")]


def greens() -> list[dict[str, object]]:
    """Parks, woods, dunes, dikes, squares, and the built-up ground of villages."""
    dry = land.WATER
    found = [
        feature(land.BEACH.difference(dry), naam="", soort="strand"),
        feature(land.DUNES.difference(dry), naam="", soort="duin"),
    ]
    found += [feature(dike.buffer(15 if naam != "Zeedijk" else 30, cap_style="flat").difference(dry), naam="", soort="dijk")
              for naam, dike in land.DIKES.items()]  # fmt: skip
    town = unary_union([*land.WIJKEN.values()]).intersection(land.GEMEENTE).difference(land.SEA.buffer(60))
    found.insert(0, feature(town.difference(dry).simplify(2), naam="", soort="bebouwd"))
    port = land.WIJKEN["Havengebied"].intersection(town).difference(dry)
    found.insert(1, feature(port.simplify(2), naam="", soort="bedrijven"))
    found[1:1] = [feature(village(naam).buffer(40).difference(dry), naam="", soort="bebouwd") for naam in VILLAGES]
    found += [feature(shape.difference(dry), naam=naam, soort=soort) for naam, soort, shape in land.GREENS]
    found += [feature(MARKT, naam="Markt", soort="plein"), feature(STATIONSPLEIN, naam="Stationsplein", soort="plein")]
    return found


def trees_out(roads: list[Weg], made: Bebouwing) -> dict[str, object]:
    """Trees, all in one feature."""
    return feature(MultiPoint(plant(roads, made.panden)), naam="", soort="boom")


def roads_out(roads: list[Weg]) -> list[dict[str, object]]:
    """Roads; pieces of one street stay separate lines, so that each can carry its name."""
    return [
        feature(road.lijn.simplify(0.6), naam=road.naam, soort=road.soort, breed=WIDTH[road.soort], wijk=road.wijk)
        for road in roads
    ]


def addresses_out(adressen: list[Adres]) -> list[dict[str, object]]:
    """Addresses, together per street: numbers and points in the same order."""
    streets: dict[tuple[str, str], list[Adres]] = defaultdict(list)
    for adres in adressen:
        streets[adres.wijk, adres.straat].append(adres)
    free = {
        number: iter(LETTERS[2:] if number == POSTCODES["Centrum"] else LETTERS) for number in set(POSTCODES.values())
    }
    found = []
    for (wijk, straat), members in sorted(streets.items()):
        letters = {"Kade": "AA", "Wilgenlaan": "AB"}.get(straat) or next(free[POSTCODES[wijk]])
        members.sort(key=lambda adres: adres.nummer)
        shape = {"type": "MultiPoint", "coordinates": [to_lonlat(Point(adres.plek)).coords[0] for adres in members]}
        properties = {
            "straat": straat,
            "postcode": f"{POSTCODES[wijk]} {letters}",
            "woonplaats": wijk if wijk in VILLAGES else "Havendam",
            "wijk": wijk,
            "nummers": [adres.nummer for adres in members],
        }
        found.append({"type": "Feature", "properties": properties, "geometry": shape})
    return found


def panden_out(made: Bebouwing) -> list[dict[str, object]]:
    """Buildings in squares of 500 metres, and the landmarks by name."""
    named = [feature(shape, naam=naam, soort=soort) for naam, soort, shape in LANDMARKS]
    squares: dict[tuple[int, int], list[Polygon]] = defaultdict(list)
    for pand in made.panden[len(LANDMARKS) :]:
        squares[int(pand.centroid.x // 500), int(pand.centroid.y // 500)].append(pand)
    return named + [feature(MultiPolygon(panden), naam="", soort="pand") for _, panden in sorted(squares.items())]


def main() -> None:
    """Draw everything and write it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    write("gebieden", gebieden())
    if "gebieden" in sys.argv:  # only the areas
        return
    town = town_roads()
    roads = [*town, *polder_roads(town)]
    sloten = ditches(unary_union([road.lijn for road in [*roads, *SPOOR]]))
    green = unary_union([*(shape for _, _, shape in land.GREENS), MARKT, STATIONSPLEIN])
    rails = unary_union([verge(road) for road in SPOOR])
    water = unary_union([land.WATER, land.SEA.buffer(60)])
    made = build(roads, blocked_for_buildings(water, green, rails), [shape for _, _, shape in LANDMARKS])
    write("water", waters(sloten))
    write("groen", [*greens(), trees_out(roads, made)])
    write("wegen", roads_out([*roads, *PATHS, *SPOOR]))
    write("panden", panden_out(made))
    write("adressen", addresses_out(made.adressen))
    write("plaatsen", [feature(Point(x, y), naam=naam, soort=soort) for naam, soort, x, y in PLACES])
    print(f"{len(made.adressen)} adressen, {len(made.panden)} panden")


if __name__ == "__main__":
    main()
