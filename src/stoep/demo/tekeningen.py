"""Drawings in place of photos: simple and visibly drawn, so that nobody takes them for a real street."""

from __future__ import annotations

import io
from functools import cache
from random import Random

from PIL import Image, ImageDraw

from stoep.foundation.photos import prepare_photo
from stoep.meldingen.commands.attach_fotos import Foto

WIDTH, HEIGHT = 800, 600
VARIANTS = 3
STONE, DARK, EDGE = "#b9b4aa", "#6f6a62", "#8f8a80"
SKY, GRASS, SOIL, NIGHT = "#cfe0ea", "#7f9a5b", "#5a4a3a", "#1d2b3d"


@cache
def drawing(kind: str, variant: int = 0, *, mended: bool = False) -> Foto:
    """The drawing of a sort of trouble, or of the same place after the repair."""
    chance = Random(f"{kind}-{variant}")  # noqa: S311 - a drawing, not a secret
    picture = Image.new("RGB", (WIDTH, HEIGHT), SKY)
    DRAW[kind](ImageDraw.Draw(picture), chance, mended)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    out.seek(0)
    return Foto(prepare_photo(out).data)


def paving(draw: ImageDraw.ImageDraw, chance: Random, size: int = 130) -> None:
    """A pavement of square tiles, each a little different."""
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=EDGE)
    for row in range(HEIGHT // size + 1):
        for column in range(-1, WIDTH // size + 1):
            tint = 175 + chance.randrange(18)
            left, top = column * size + (row % 2) * size // 2, row * size
            draw.rectangle((left + 3, top + 3, left + size - 3, top + size - 3), fill=(tint, tint - 4, tint - 14))


def tile(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A tile that sticks out, with the sand under it; mended: flat and new."""
    paving(draw, chance)
    x, y = 220 + chance.randrange(220), 170 + chance.randrange(120)
    if mended:
        draw.rectangle((x, y, x + 130, y + 130), fill="#cfcabf", outline=EDGE, width=3)
        return
    draw.rectangle((x - 6, y - 6, x + 136, y + 136), fill=SOIL)
    tilt = 18 + chance.randrange(24)
    draw.polygon([(x + 8, y - tilt), (x + 140, y - tilt // 3), (x + 128, y + 112), (x - 2, y + 96)], fill="#d2cdc2")
    draw.line([(x + 30, y - tilt + 6), (x + 70, y + 50), (x + 60, y + 100)], fill=DARK, width=4)


def pothole(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A hole in the asphalt; mended: a dark patch."""
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill="#77787b")
    for _ in range(900):
        x, y, tint = chance.randrange(WIDTH), chance.randrange(HEIGHT), 95 + chance.randrange(60)
        draw.rectangle((x, y, x + 3, y + 3), fill=(tint, tint, tint + 2))
    for part in range(3):
        draw.rectangle((60 + part * 270, 40, 200 + part * 270, 62), fill="#e4e4e0")
    x, y = 260 + chance.randrange(120), 250 + chance.randrange(80)
    points = [
        (x + 140 + across * (110 + chance.randrange(50)), y + 80 + down * (60 + chance.randrange(40)))
        for across, down in ((-1, 0), (-0.7, -0.8), (0, -1), (0.8, -0.7), (1, 0.1), (0.6, 0.9), (-0.2, 1), (-0.8, 0.7))
    ]
    draw.polygon(points, fill="#4b4c4f" if mended else "#3a3128")
    if not mended:
        draw.polygon([(px * 0.8 + (x + 140) * 0.2, py * 0.8 + (y + 80) * 0.2) for px, py in points], fill=SOIL)


def lamp(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A street lamp in the evening, dark or burning again."""
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=NIGHT)
    for house in range(5):
        left, roof = house * 170 - 20, 300 + chance.randrange(60)
        draw.rectangle((left, roof, left + 160, HEIGHT), fill="#16202e")
        draw.polygon([(left, roof), (left + 80, roof - 60), (left + 160, roof)], fill="#131b27")
        if chance.random() < 0.6:  # noqa: PLR2004
            draw.rectangle((left + 50, roof + 50, left + 95, roof + 105), fill="#d9b45b")
    x = 330 + chance.randrange(160)
    if mended:
        draw.polygon([(x + 60, 130), (x + 240, HEIGHT), (x - 100, HEIGHT)], fill="#4a4a3c")
    draw.rectangle((x, 120, x + 12, HEIGHT), fill="#5d6874")
    draw.line([(x + 6, 122), (x + 70, 106)], fill="#5d6874", width=9)
    draw.ellipse((x + 40, 98, x + 120, 132), fill="#ffe9a3" if mended else "#39434f")


def rubbish(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """Bags and boxes beside an underground container; mended: only the container."""
    draw.rectangle((0, 0, WIDTH, 380), fill=SKY)
    draw.rectangle((0, 380, WIDTH, HEIGHT), fill=STONE)
    draw.rectangle((300, 170, 470, 460), fill="#5f6b70")
    draw.rectangle((325, 210, 445, 270), fill="#2f383c")
    draw.rectangle((290, 455, 480, 475), fill="#474f53")
    if mended:
        return
    for _ in range(5):
        x, y, size = chance.choice((90, 160, 500, 580, 640)), 400 + chance.randrange(70), 90 + chance.randrange(50)
        draw.ellipse((x, y, x + size, y + size), fill=chance.choice(("#2c2c30", "#3d4a3f", "#d8d5cc")))
        draw.polygon(
            [(x + size // 2 - 12, y + 6), (x + size // 2 + 12, y + 6), (x + size // 2, y - 20)], fill="#2c2c30"
        )
    draw.rectangle((190, 440, 290, 520), fill="#b58a58", outline="#8a6840", width=4)


def tree(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A tree with a branch that hangs; mended: without it."""
    draw.rectangle((0, 430, WIDTH, HEIGHT), fill=GRASS)
    draw.polygon([(370, 500), (385, 220), (420, 220), (440, 500)], fill=SOIL)
    for _ in range(16):
        x, y, size = 240 + chance.randrange(240), 60 + chance.randrange(170), 90 + chance.randrange(60)
        draw.ellipse((x, y, x + size, y + size), fill=chance.choice(("#55753f", "#628548", "#4a6a38")))
    if not mended:
        draw.line([(420, 270), (540, 300), (600, 430)], fill="#6b5844", width=16)
        for x, y in ((560, 400), (590, 440), (545, 440)):
            draw.ellipse((x, y, x + 80, y + 60), fill="#7f8a48")


def drain(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A drain with water and leaves; mended: dry and open."""
    paving(draw, chance)
    if not mended:
        draw.ellipse((120, 190, 690, 520), fill="#7c93a0")
    draw.rectangle((300, 270, 500, 420), fill="#3c4043")
    for bar in range(6):
        draw.rectangle((315 + bar * 30, 285, 330 + bar * 30, 405), fill="#16181a" if mended else "#5b4b2f")
    if not mended:
        for _ in range(60):
            x, y = 200 + chance.randrange(400), 230 + chance.randrange(230)
            draw.ellipse((x, y, x + 26, y + 14), fill=chance.choice(("#8a5a2b", "#a8752f", "#6f4a26")))


def sign(draw: ImageDraw.ImageDraw, chance: Random, mended: bool) -> None:
    """A traffic sign that leans; mended: upright."""
    draw.rectangle((0, 430, WIDTH, HEIGHT), fill=STONE)
    draw.rectangle((0, 410, WIDTH, 440), fill=GRASS)
    lean = 0 if mended else 120 + chance.randrange(80)
    draw.line([(400, 520), (400 + lean, 170)], fill="#70777c", width=14)
    x, y = 400 + lean, 150
    draw.ellipse((x - 75, y - 75, x + 75, y + 75), fill="#1f5fa8", outline="#f2f2f2", width=8)
    draw.polygon([(x - 14, y + 45), (x - 14, y - 5), (x - 38, y - 5), (x, y - 50), (x + 38, y - 5), (x + 14, y - 5),
                  (x + 14, y + 45)], fill="#f2f2f2")  # fmt: skip


DRAW = {
    "tegel": tile,
    "kuil": pothole,
    "lamp": lamp,
    "afval": rubbish,
    "boom": tree,
    "put": drain,
    "bord": sign,
}
