"""What meldingen must ask of layers above: to forget the reporter in what they keep of a report."""

from __future__ import annotations

from collections.abc import Callable
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
