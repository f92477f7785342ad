"""Covering and cutting a photo: pure functions over bytes. What is covered cannot be made out of the result again.

A covered box becomes a handful of squares of the mean colour: a blur alone can be undone.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

SQUARES = 5  # along the longest side of a covered box
MARGIN = 0.12
QUALITY = 85
SMALL = 480
LEAST_LEFT = 0.2
SIDES = ("boven", "onder", "links", "rechts")


@dataclass(frozen=True, slots=True)
class Vak:
    """A box in a photo, in shares of its width and height."""

    x: float
    y: float
    breed: float
    hoog: float
    soort: str = ""


@dataclass(frozen=True, slots=True)
class Bewerkt:
    """A photo as everybody may see it, large and small."""

    data: bytes
    klein: bytes
    breedte: int
    hoogte: int


def read_vak(value: object) -> Vak | None:
    """A box of untrusted numbers; None when it is none."""
    try:
        numbers = [float(part) for part in (value if isinstance(value, list | tuple) else str(value).split(","))]
    except (TypeError, ValueError):
        return None
    if len(numbers) != len(SIDES) or not all(math.isfinite(number) and 0 <= number <= 1 for number in numbers):
        return None
    x, y, breed, hoog = numbers
    return Vak(x, y, min(breed, 1 - x), min(hoog, 1 - y)) if breed > 0 and hoog > 0 else None


def read_rand(values: Sequence[object]) -> tuple[float, float, float, float]:
    """How much is cut off at each side, in shares; nothing when too little would be left."""
    shares = []
    for value in values:
        text = str(value).strip()
        shares.append(
            min(int(text), 80) / 100 if text.isascii() and text.isdigit() and len(text) <= len("100") else 0.0
        )
    boven, onder, links, rechts = shares
    if boven + onder > 1 - LEAST_LEFT or links + rechts > 1 - LEAST_LEFT:
        return 0.0, 0.0, 0.0, 0.0
    return boven, onder, links, rechts


def cover(data: bytes, vakken: Sequence[Vak], rand: tuple[float, float, float, float] = (0, 0, 0, 0)) -> Bewerkt:
    """A new picture with these boxes covered and these edges cut off; nothing of the file itself passes through."""
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as source:
        picture = source.convert("RGB")
    for vak in vakken:
        cover_one(picture, vak)
    boven, onder, links, rechts = rand
    wide, high = picture.size
    picture = picture.crop(
        (round(links * wide), round(boven * high), wide - round(rechts * wide), high - round(onder * high))
    )
    small = picture.copy()
    small.thumbnail((SMALL, SMALL))
    return Bewerkt(encode(picture), encode(small), *picture.size)


def cover_one(picture: Image.Image, vak: Vak) -> None:
    """Put coarse squares over a box, a little wider than it is."""
    wide, high = picture.size
    more_x, more_y = vak.breed * MARGIN, vak.hoog * MARGIN
    box = (
        max(0, math.floor((vak.x - more_x) * wide)),
        max(0, math.floor((vak.y - more_y) * high)),
        min(wide, math.ceil((vak.x + vak.breed + more_x) * wide)),
        min(high, math.ceil((vak.y + vak.hoog + more_y) * high)),
    )
    size = (max(1, box[2] - box[0]), max(1, box[3] - box[1]))
    scale = SQUARES / max(size)
    coarse = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    part = picture.crop((box[0], box[1], box[0] + size[0], box[1] + size[1]))
    part = part.resize(coarse, Image.Resampling.BOX).resize(size, Image.Resampling.NEAREST)
    picture.paste(part, (box[0], box[1]))


def encode(picture: Image.Image) -> bytes:
    """The picture as a new JPEG."""
    out = io.BytesIO()
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    clean.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
