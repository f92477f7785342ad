"""What can be said about a group of reports, from counts per number of working days. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

HALF = 50
MOST = 90
HUNDRED = 100


@dataclass(slots=True)
class Verdeling:
    """Counts of a group: how many, how they ended, and how many took how many working days."""

    aantal: int = 0
    open: int = 0
    op_tijd: int = 0
    open_te_laat: int = 0
    heropend: int = 0
    duren: Counter[int] = field(default_factory=Counter)

    def add(
        self, werkdagen: int | None, aantal: int, *, op_tijd: int = 0, open_te_laat: int = 0, heropend: int = 0
    ) -> None:
        """Count reports that took so many working days; None: they are still open."""
        self.aantal += aantal
        self.op_tijd += op_tijd
        self.open_te_laat += open_te_laat
        self.heropend += heropend
        if werkdagen is None:
            self.open += aantal
        else:
            self.duren[werkdagen] += aantal

    def include(self, other: Verdeling) -> None:
        """Count another group with this one."""
        self.aantal += other.aantal
        self.open += other.open
        self.op_tijd += other.op_tijd
        self.open_te_laat += other.open_te_laat
        self.heropend += other.heropend
        self.duren.update(other.duren)

    @property
    def afgehandeld(self) -> int:
        """How many were handled."""
        return self.aantal - self.open

    @property
    def beoordeeld(self) -> int:
        """Of how many it is certain whether they were in time: handled, or open after their day."""
        return self.afgehandeld + self.open_te_laat

    @property
    def op_tijd_procent(self) -> float | None:
        """Which part was handled in time; None when that is certain of none."""
        return percentage(self.op_tijd, self.beoordeeld)

    @property
    def heropend_procent(self) -> float | None:
        """Which part was opened again."""
        return percentage(self.heropend, self.aantal)

    @property
    def mediaan(self) -> int | None:
        """Half of what was handled took at most so many working days."""
        return percentile(self.duren, HALF)

    @property
    def p90(self) -> int | None:
        """Nine of ten that were handled took at most so many working days."""
        return percentile(self.duren, MOST)


def percentage(part: int, whole: int) -> float | None:
    """A part in percent, in one decimal; None of nothing."""
    return round(HUNDRED * part / whole, 1) if whole else None


def percentile(duren: Counter[int], percent: int) -> int | None:
    """The smallest number that at least this part does not exceed (nearest rank); None of nothing."""
    total = duren.total()
    if not total:
        return None
    wanted = -(-total * percent // HUNDRED)
    seen = 0
    for duur in sorted(duren):
        seen += duren[duur]
        if seen >= wanted:
            return duur
    return max(duren)
