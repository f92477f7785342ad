"""Drawing Havendam as SVG: any rectangle of the map at any zoom level, in calm colours.

Only attributes, never a style element: an SVG with styles would need a wider content policy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import numpy as np
import shapely
from shapely import MultiPoint, box
from shapely.geometry.base import BaseGeometry

from stoep.koppelingen.pdok.geografie import BASE_ZOOM, ORIGIN, Ding, Geografie, Laag, to_pixels
from stoep.koppelingen.pdok.opschriften import Opschrift, place_opschriften

POLYGON = 3  # shapely's number for it
LAND = "#eef0ea"
WATER = "#bcd8ea"
VLAKKEN = {
    "bebouwd": "#f0efeb", "bedrijven": "#eae9e7", "park": "#dfe8d3", "bos": "#d3e0c5", "duin": "#efe9d6", "strand": "#f6f0dd",
    "sport": "#dbe8cf", "tuin": "#e5e9d3", "begraafplaats": "#e0e7d8", "dijk": "#e3ead8", "plein": "#ffffff",
}  # fmt: skip
LAATST = ("plein",)
WEG_RANG = ("pad", "steeg", "polderweg", "straat", "hoofdweg", "provinciaal")
WEG_VANAF = {"pad": 16, "steeg": 15, "polderweg": 12, "straat": 13, "hoofdweg": 11, "provinciaal": 11, "spoor": 12}
WEG_MINST = {
    "pad": 1.2,
    "steeg": 1.2,
    "polderweg": 0.9,
    "straat": 0.9,
    "hoofdweg": 1.8,
    "provinciaal": 3.0,
    "spoor": 1.0,
}
FONT = "'Source Sans 3','Source Sans Pro','Open Sans','Noto Sans',Arial,sans-serif"
METRES_PER_PIXEL = 97_840  # at zoom 0 on the latitude of Havendam; halves with each zoom level
HUISNUMMERS_VANAF = 18
PANDEN_VANAF = 15
BOMEN_VANAF = 16
STREEK, STAD, WIJK, STRAAT = 13, 14, 15, 16  # zoom levels at which more is drawn


@dataclass(frozen=True, slots=True)
class Venster:
    """A rectangle of the map: pixels of its zoom level from ORIGIN, and its size."""

    zoom: int
    west: float
    north: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """From pixels of zoom level 19 to pixels of this one."""
        return 2.0 ** (self.zoom - BASE_ZOOM)

    def bounds(self, margin: float = 12) -> tuple[float, float, float, float]:
        """Its sides in pixels of zoom level 19, with room for what is drawn wide."""
        s = self.scale
        return (
            (self.west - margin) / s,
            (self.north - margin) / s,
            (self.west + self.width + margin) / s,
            (self.north + self.height + margin) / s,
        )

    def metres(self, width: float) -> float:
        """A width in metres, in pixels."""
        return width * 2.0**self.zoom / METRES_PER_PIXEL


def tile_window(zoom: int, x: int, y: int) -> Venster:
    """The window of a tile."""
    scale = 2.0 ** (zoom - BASE_ZOOM)
    return Venster(zoom, x * 256 - ORIGIN[0] * scale, y * 256 - ORIGIN[1] * scale, 256, 256)


def draw(geografie: Geografie, venster: Venster) -> str:
    """Everything that shows in a window, as SVG elements in tenths of a pixel."""
    cut = Snede(venster)
    parts = [f'<path fill="{LAND}" d="M-90-90H{venster.width * 10 + 90}V{venster.height * 10 + 90}H-90z"/>']
    parts += draw_ground(geografie, cut)
    parts += draw_roads(geografie, cut)
    parts += draw_trees(geografie, cut)
    parts += draw_buildings(geografie, cut)
    parts += draw_names(geografie, venster)
    return "".join(parts)


class Snede:
    """Cuts shapes to a window and writes them as paths."""

    def __init__(self, venster: Venster) -> None:
        self.venster = venster
        self.sides = venster.bounds()
        self.frame = box(*self.sides)

    def path(self, shapes: list[BaseGeometry]) -> str:
        """The `d` of a path through all these shapes, in tenths of a pixel; "" when nothing is left."""
        s, v = self.venster.scale * 10, self.venster
        parts = shapely.get_parts(shapely.simplify(shapely.clip_by_rect(shapes, *self.sides), 3.5 / s))
        areas = shapely.get_type_id(parts) == POLYGON
        rings = shapely.get_rings(shapely.orient_polygons(parts[areas]))
        written = write_lines(shapely.get_parts(parts[~areas]), s, (v.west * 10, v.north * 10), closed=False)
        return written + write_lines(rings, s, (v.west * 10, v.north * 10), closed=True)


def write_lines(lines: Any, scale: float, corner: tuple[float, float], *, closed: bool) -> str:
    """Many lines as one path."""
    coordinates, line_of = shapely.get_coordinates(lines, return_index=True)
    if not len(coordinates):
        return ""
    pixels = (coordinates * scale - corner).round().astype(int)
    breaks = np.flatnonzero(np.diff(line_of)) + 1
    return "".join(ring_path(points.tolist(), closed=closed) for points in np.split(pixels, breaks))


def ring_path(points: list[list[int]], *, closed: bool) -> str:
    """One line as a path with relative steps, which is the shortest way to write it."""
    (x, y), steps = points[0], []
    for a, b in points[1 : -1 if closed else None]:
        if (a, b) != (x, y):
            steps.append(f"{a - x} {b - y}")
            x, y = a, b
    if not steps:
        return ""
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}".replace(" -", "-") + ("z" if closed else "")


def draw_ground(geografie: Geografie, cut: Snede) -> list[str]:
    """Green, sand and water."""
    found = [ding for ding in geografie.groen.within(cut.frame) if ding.soort in VLAKKEN]
    parts = [
        fill(cut, [d.vorm for d in found if d.soort == soort], kleur)
        for soort, kleur in VLAKKEN.items()
        if soort not in LAATST
    ]
    water = geografie.water.within(cut.frame)
    if cut.venster.zoom >= STAD:
        d = cut.path([ding.vorm for ding in water if ding.soort == "sloot"])
        wide = 7 if cut.venster.zoom < STRAAT else round(cut.venster.metres(18))
        parts.append(f'<path fill="none" stroke="#cfe1ec" stroke-width="{wide}" d="{d}"/>' if d else "")
    d = cut.path([ding.vorm for ding in water if ding.soort != "sloot"])
    if d:
        parts.append(f'<path fill="none" stroke="#a3c5da" stroke-width="16" d="{d}"/><path fill="{WATER}" d="{d}"/>')
    return parts


def fill(cut: Snede, shapes: list[BaseGeometry], colour: str, edge: str = "") -> str:
    """One path of one colour."""
    d = cut.path(shapes) if shapes else ""
    stroke = f' stroke="{edge}" stroke-width="8"' if edge else ""
    return f'<path fill="{colour}"{stroke} d="{d}"/>' if d else ""


def draw_roads(geografie: Geografie, cut: Snede) -> list[str]:
    """Casings of all roads first, then their surface, so that crossings flow together."""
    venster = cut.venster
    found = [d for d in geografie.wegen.within(cut.frame) if venster.zoom >= WEG_VANAF[d.soort]]
    squares = [
        d.vorm for d in geografie.groen.within(cut.frame) if d.soort in LAATST and venster.zoom >= WEG_VANAF["straat"]
    ]
    casings, surfaces = [], []
    for soort in WEG_RANG:
        roads = [ding for ding in found if ding.soort == soort]
        d = cut.path([ding.vorm for ding in roads])
        if not d:
            continue
        wide = max(venster.metres(roads[0].breed * 1.2), WEG_MINST[soort] + (0.5 if venster.zoom > STREEK else 0)) * 10
        if soort == "pad":
            surfaces.append(stroke(d, wide * 0.5, "#ffffff") + stroke(d, 7, "#c9cfc0", dash="24 18"))
            continue
        casings.append(
            stroke(d, wide + (18 if venster.zoom >= WIJK else 11), "#c9cdc3" if soort != "provinciaal" else "#cdb35a")
        )
        surfaces.append(stroke(d, wide, "#ffffff" if soort != "provinciaal" else "#fbf0c3"))
    pleinen = [fill(cut, squares, "#ffffff", edge="#c9cdc3")] if squares else []
    rails = cut.path([ding.vorm for ding in found if ding.soort == "spoor"])
    spoor = [stroke(rails, max(venster.metres(2.4), 1.4) * 10, "#a7adb3")] if rails else []
    if rails and venster.zoom >= STAD:
        spoor.append(stroke(rails, max(venster.metres(1.4), 0.8) * 10, "#f4f5f3", dash="70 70"))
    return [*casings, *pleinen, *surfaces, *spoor]


def stroke(d: str, width: float, colour: str, dash: str = "") -> str:
    """One line of one colour and width."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    cap = "butt" if dash else "round"
    return f'<path fill="none" stroke="{colour}" stroke-width="{width:.0f}" stroke-linecap="{cap}" stroke-linejoin="round"{dashed} d="{d}"/>'


def draw_trees(geografie: Geografie, cut: Snede) -> list[str]:
    """Trees, as soft green rounds."""
    venster = cut.venster
    if venster.zoom < BOMEN_VANAF:
        return []
    trees = [ding.vorm for ding in geografie.groen.within(cut.frame) if ding.soort == "boom"]
    if not trees:
        return []
    spots = (shapely.get_coordinates(trees) * venster.scale - (venster.west, venster.north)) * 10
    d = "".join(f"M{x} {y}h0" for x, y in spots.round().astype(int).tolist())
    return [
        stroke(d, venster.metres(6.5) * 10, "#b5cda3"),
        stroke(d, venster.metres(5.2) * 10, "#c8dbb8"),
    ]


def draw_buildings(geografie: Geografie, cut: Snede) -> list[str]:
    """Houses, sheds and landmarks."""
    if cut.venster.zoom < PANDEN_VANAF:
        return []
    found = geografie.panden.within(cut.frame)
    edge = ' stroke="#d9cbb4" stroke-width="8"' if cut.venster.zoom >= STRAAT else ""
    parts = []
    for dingen, colour in (
        ([d for d in found if d.soort == "pand"], "#f6f1e8" if edge else "#e6dccb"),
        ([d for d in found if d.soort in ("loods", "tank")], "#ece7dd"),
        ([d for d in found if d.naam], "#ecdcc0"),
    ):
        d = cut.path([ding.vorm for ding in dingen])
        parts.append(f'<path fill="{colour}"{edge} d="{d}"/>' if d else "")
    return parts


def draw_names(geografie: Geografie, venster: Venster) -> list[str]:
    """Names and house numbers."""
    sides = (venster.west - 4, venster.north - 4, venster.west + venster.width + 4, venster.north + venster.height + 4)
    namen = place_opschriften(geografie, venster.zoom).within(*sides)
    parts = [draw_name(naam, number, venster) for number, naam in enumerate(namen)]
    if venster.zoom >= HUISNUMMERS_VANAF:
        parts = draw_numbers(geografie, venster) + parts
    return parts


def draw_name(naam: Opschrift, number: int, venster: Venster) -> str:
    """One name: along its road, or around its spot."""
    stijl = naam.stijl
    look = f'fill="{stijl.kleur}" font-size="{stijl.maat * 10:.0f}" font-family="{FONT}" text-anchor="middle"'
    look += ' font-style="italic"' if stijl.cursief else ""
    look += ' font-weight="600"' if stijl.vet else ""
    look += f' letter-spacing="{stijl.wijd * 10:.0f}"' if stijl.wijd else ""
    halo = (
        ""
        if stijl.cursief and stijl.kleur == "#2f6690"
        else ' stroke="#fff" stroke-width="28" stroke-opacity=".85" stroke-linejoin="round" paint-order="stroke"'
    )
    x, y = (naam.plek[0] - venster.west) * 10, (naam.plek[1] - venster.north) * 10
    text = escape(naam.tekst)
    if naam.soort == "provinciaal":
        return shield(text, x, y)
    if naam.lijn:
        xy = [[round((a - venster.west) * 10), round((b - venster.north) * 10)] for a, b in naam.lijn]
        path = f'<path id="n{number}" fill="none" d="{ring_path(xy, closed=False)}"/>'
        return f'{path}<text {look}{halo} dy="{stijl.maat * 3.4:.0f}"><textPath href="#n{number}" startOffset="50%">{text}</textPath></text>'
    return f'<text {look}{halo} x="{x:.0f}" y="{y + stijl.maat * 3.4:.0f}">{text}</text>'


def shield(text: str, x: float, y: float) -> str:
    """The yellow sign of a provincial road."""
    wide = 74 * len(text) + 70
    return (
        f'<rect x="{x - wide / 2:.0f}" y="{y - 85:.0f}" width="{wide}" height="170" rx="30" fill="#f5cf47" stroke="#fff" stroke-width="14"/>'
        f'<text x="{x:.0f}" y="{y + 40:.0f}" fill="#3d3000" font-size="115" font-weight="700" font-family="{FONT}" text-anchor="middle">{text}</text>'
    )


def draw_numbers(geografie: Geografie, venster: Venster) -> list[str]:
    """House numbers, on the doors."""
    found = house_points(geografie).within(box(*venster.bounds(6)))
    parts = []
    for ding in found:
        x = ding.vorm.centroid.x * venster.scale - venster.west
        y = ding.vorm.centroid.y * venster.scale - venster.north
        parts.append(f'<text x="{x * 10:.0f}" y="{y * 10 + 35:.0f}">{ding.naam}</text>')
    if not parts:
        return []
    return [f'<g fill="#8a6f48" font-size="98" font-family="{FONT}" text-anchor="middle">{"".join(parts)}</g>']


@lru_cache(maxsize=2)
def house_points(geografie: Geografie) -> Laag:
    """House numbers with an index."""
    doors = to_pixels(MultiPoint([(huis.point.lon, huis.point.lat) for huis in geografie.huizen]))
    points = shapely.get_parts(doors)
    return Laag([Ding(str(huis.nummer), "nummer", p) for huis, p in zip(geografie.huizen, points, strict=True)])
