"""What meldingen must ask of layers above: to forget the reporter in what they keep, and which photos are public."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

# Is told the ids of a report and its zaak, in the transaction in which the report is anonymised. It erases or
# destroys what it holds of persons (names, addresses, words, and rows that point at photos) and answers how many rows.
Vergeter = Callable[[UUID, UUID], int]

_bound_here: list[Vergeter] = []


def bind_vergeters(*vergeters: Vergeter) -> None:
    """Set who else forgets; config.wiring does this once, with one callable for each domain above that holds something."""
    _bound_here[:] = vergeters


def forget_elsewhere(melding_id: UUID, zaak_id: UUID) -> int:
    """Let every domain above forget. Answers how many rows were cleaned; what one raises is not swallowed."""
    return sum(vergeter(melding_id, zaak_id) for vergeter in _bound_here)


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
