"""Where the map's tiles come from: PDOK's BRT Achtergrondkaart, or Havendam drawn by ourselves."""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from stoep.foundation.errors import NotFound
from stoep.foundation.geo import Point
from stoep.koppelingen.pdok import opschriften, tekenen
from stoep.koppelingen.pdok.geografie import BASE_ZOOM, ORIGIN, Geografie, read_geografie, world_pixel
from stoep.koppelingen.pdok.tekenen import Venster, draw, tile_window

MIN_ZOOM, MAX_ZOOM = 11, 19
KEPT_ON_DISK = 17  # nearer tiles are quick to draw and too many to keep
AROUND = 60_000.0 / 0.1866  # pixels of zoom 19 around the town (60 km) beyond which there is nothing


@dataclass(frozen=True, slots=True)
class BrtTegels:
    """A Tegelbron that points browsers at PDOK."""

    template: str
    attribution: str = "Kaart: © Kadaster, BRT Achtergrondkaart"
    min_zoom: int = 7
    max_zoom: int = MAX_ZOOM

    def picture(self, point: Point, zoom: int, width: int, height: int) -> str:
        """PDOK draws no SVG; the page shows its tiles instead."""
        del point, zoom, width, height
        return ""


class HavendamTegels:
    """A Tegelbron that draws Havendam; tiles are kept in memory, and up to zoom 17 on disk."""

    template = "/kaart/tegels/{z}/{x}/{y}.svg"
    attribution = "Kaart: gemeente Havendam (verzonnen)"
    min_zoom = MIN_ZOOM
    max_zoom = MAX_ZOOM

    def __init__(self, folder: Path, keep_in: Path) -> None:
        self.folder = folder
        self.keep_in = keep_in

    @cached_property
    def geografie(self) -> Geografie:
        """The town, read at the first tile."""
        return read_geografie(self.folder)

    @cached_property
    def version(self) -> str:
        """Changes when the town or the way of drawing changes."""
        code = b"".join(Path(module.__file__ or "").read_bytes() for module in (tekenen, opschriften))
        return self.geografie.version + hashlib.sha256(code).hexdigest()[:8]

    def tile(self, zoom: int, x: int, y: int) -> bytes:
        """A tile, as compressed SVG. Raises NotFound where there is none."""
        if not MIN_ZOOM <= zoom <= MAX_ZOOM or not is_near(zoom, x, y):
            raise NotFound
        return read_tile(self, zoom, x, y)

    def picture(self, point: Point, zoom: int, width: int, height: int) -> str:
        """SVG elements that draw the land around a point, in tenths of a pixel."""
        x, y = world_pixel(point.lon, point.lat)
        scale = 2.0 ** (zoom - BASE_ZOOM)
        west, north = (x - ORIGIN[0]) * scale - width / 2, (y - ORIGIN[1]) * scale - height / 2
        return draw(self.geografie, Venster(zoom, west, north, width, height))


def is_near(zoom: int, x: int, y: int) -> bool:
    """Whether a tile shows a part of the land around Havendam."""
    size = 256 * 2.0 ** (BASE_ZOOM - zoom)
    middle = world_pixel(3.80, 51.33)
    return abs((x + 0.5) * size - middle[0]) < AROUND + size and abs((y + 0.5) * size - middle[1]) < AROUND + size


@lru_cache(maxsize=400)
def read_tile(source: HavendamTegels, zoom: int, x: int, y: int) -> bytes:
    """A tile from disk, else drawn and kept."""
    path = source.keep_in / source.version / str(zoom) / str(x) / f"{y}.svgz"
    if zoom <= KEPT_ON_DISK:
        with suppress(OSError):
            return path.read_bytes()
    drawn = gzip.compress(svg(draw(source.geografie, tile_window(zoom, x, y))).encode(), 6, mtime=0)
    if zoom <= KEPT_ON_DISK:
        keep(path, drawn)
    return drawn


def svg(elements: str, width: int = 256, height: int = 256) -> str:
    """A whole SVG document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width * 10} {height * 10}" '
        f'width="{width}" height="{height}">{elements}</svg>'
    )


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a full disk only costs speed."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
