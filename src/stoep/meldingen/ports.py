"""What meldingen must ask of layers above: which photos are public."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Foto:
    """A picture that a person has released: where it is, and what it shows in words."""

    url: str
    alt: str


class OpenbareFoto(Protocol):
    """Knows which photos of reports were released for everybody."""

    def fotos_of(self, melding_ids: Collection[UUID]) -> Mapping[UUID, Foto]:
        """For each report that has one, its first released photo. In a fixed number of queries."""


_released_by: list[OpenbareFoto] = []


def bind_openbare_foto(answer: OpenbareFoto) -> None:
    """Set who knows which photos are public; config.wiring does this once. Unbound: none are."""
    _released_by[:] = [answer]


def openbare_fotos(melding_ids: Collection[UUID]) -> Mapping[UUID, Foto]:
    """The released photos of these reports; of most there is none."""
    return _released_by[0].fotos_of(melding_ids) if _released_by and melding_ids else {}
