"""What buurt needs from outside: somebody who looks at a photo before a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from stoep.foundation.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Gezien:
    """Something in a photo: `gezicht` or `kenteken`, as a box in shares of width and height."""

    soort: str
    x: float
    y: float
    breed: float
    hoog: float


class Fotokijker(Protocol):
    """Looks for faces and number plates. It gives hints; a person decides."""

    def look(self, data: bytes) -> Sequence[Gezien]:
        """What it sees in a JPEG. Raises Unavailable (try again) or Rejected (this photo it cannot look at)."""


_bound: list[Fotokijker] = []


def fotokijker() -> Fotokijker:
    """The one of this installation. Raises Unavailable where none is bound."""
    if not _bound:
        raise Unavailable("geen fotokijker gebonden")
    return _bound[0]


def bind_fotokijker(adapter: Fotokijker | None) -> Fotokijker | None:
    """Let an adapter look at photos; answers the one before, so that a test can put it back."""
    before = _bound[0] if _bound else None
    _bound[:] = [adapter] if adapter is not None else []
    return before
