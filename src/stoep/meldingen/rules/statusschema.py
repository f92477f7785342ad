"""The table of states as a drawing: where each state stands, and a line for each step between two of them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stoep.meldingen.rules.statussen import OVERGANGEN, Daad, Overgang, Stand

BOX_WIDTH = 168
BOX_HEIGHT = 44
COLUMN = 232
ROW = 104
MARGIN = 16
# Column and row of each state: the way of most reports runs along the middle row.
PLACES: dict[Stand, tuple[int, int]] = {
    Stand.GEMELD: (0, 1),
    Stand.IN_BEHANDELING: (1, 1),
    Stand.INGEPLAND: (2, 1),
    Stand.AFGEHANDELD: (3, 1),
    Stand.REACTIE_GEVRAAGD: (1, 2),
    Stand.REACTIE_ONTVANGEN: (0, 2),
    Stand.DOORGEZET: (2, 2),
    Stand.GEANNULEERD: (3, 2),
    Stand.HEROPEND: (2, 0),
    Stand.VERZOEK: (3, 0),
}
# Steps that start from many states are drawn from a few of them; the table beside the drawing has them all.
DRAWN_FROM: dict[Daad, tuple[Stand, ...]] = {
    Daad.OPPAKKEN: (Stand.GEMELD, Stand.REACTIE_ONTVANGEN, Stand.HEROPEND),
    Daad.INPLANNEN: (Stand.IN_BEHANDELING,),
    Daad.VRAGEN: (Stand.IN_BEHANDELING,),
    Daad.DOORZETTEN: (Stand.IN_BEHANDELING,),
    Daad.AFHANDELEN: (Stand.INGEPLAND,),
    Daad.ANNULEREN: (Stand.INGEPLAND,),
    Daad.HEROPENEN: (Stand.AFGEHANDELD,),
}


@dataclass(frozen=True, slots=True)
class Vak:
    """A state in the drawing."""

    stand: Stand
    x: int
    y: int

    @property
    def midden(self) -> tuple[int, int]:
        """The middle of the box."""
        return self.x + BOX_WIDTH // 2, self.y + BOX_HEIGHT // 2


@dataclass(frozen=True, slots=True)
class Lijn:
    """A step in the drawing, from edge to edge."""

    overgang: Overgang
    x1: int
    y1: int
    x2: int
    y2: int


def draw_boxes() -> list[Vak]:
    """Every state with its place."""
    return [Vak(stand, MARGIN + column * COLUMN, MARGIN + row * ROW) for stand, (column, row) in PLACES.items()]


def draw_lines() -> Iterator[Lijn]:
    """A line for each step that leads to another state; two with the same ends are drawn once."""
    boxes = {vak.stand: vak for vak in draw_boxes()}
    done: set[tuple[Stand, Stand]] = set()
    for row, start in [(step, start) for step in OVERGANGEN for start in DRAWN_FROM.get(step.daad, step.van[:1])]:
        if start is row.naar or (start, row.naar) in done:
            continue
        done.add((start, row.naar))
        back = (row.naar, start) in done
        yield connect(row, boxes[start], boxes[row.naar], shift=10 if back else -10)


def connect(row: Overgang, van: Vak, naar: Vak, *, shift: int) -> Lijn:
    """A line between the edges that face each other; there and back run beside each other."""
    (x1, y1), (x2, y2) = van.midden, naar.midden
    if y1 == y2:
        side = BOX_WIDTH // 2 if x2 > x1 else -BOX_WIDTH // 2
        return Lijn(row, x1 + side, y1 + shift, x2 - side, y2 + shift)
    side = BOX_HEIGHT // 2 if y2 > y1 else -BOX_HEIGHT // 2
    return Lijn(row, x1 + shift, y1 + side, x2 + shift, y2 - side)


WIDTH = 2 * MARGIN + 3 * COLUMN + BOX_WIDTH
HEIGHT = 2 * MARGIN + 2 * ROW + BOX_HEIGHT
