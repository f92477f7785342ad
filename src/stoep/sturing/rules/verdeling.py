"""What can be said about a group of reports, from counts per number of working days. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields

HALF = 50
MOST = 90
HUNDRED = 100

# To so many working days each is counted by itself; above it a duration counts as the next of these.
GRENZEN = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 60, 90, 130, 260, 9999)


@dataclass(slots=True)
class Verdeling:
    """Counts of a group: how many, how they ended, and how many took how many working days."""

    aantal: int = 0
    afgehandeld: int = 0
    op_tijd: int = 0
    open_te_laat: int = 0
    heropend: int = 0
    herverdeeld: int = 0
    beoordelingen: int = 0
    tevreden: int = 0
    volgers: int = 0
    opdrachten: int = 0
    opdrachten_op_tijd: int = 0
    werkdagen_som: int = 0
    werkdagen_kwadraat: int = 0
    duren: Counter[int] = field(default_factory=Counter)

    def include(self, other: Verdeling) -> None:
        """Count another group with this one."""
        for one in fields(self):
            if one.name != "duren":
                setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        self.duren.update(other.duren)

    @property
    def open(self) -> int:
        """How many were not handled."""
        return self.aantal - self.afgehandeld

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
    def herverdeeld_procent(self) -> float | None:
        """Which part went to another subject or colleague after it had come to somebody."""
        return percentage(self.herverdeeld, self.aantal)

    @property
    def tevreden_procent(self) -> float | None:
        """Which part of those who answered is content."""
        return percentage(self.tevreden, self.beoordelingen)

    @property
    def opdrachten_procent(self) -> float | None:
        """Which part of the finished orders to contractors was ready within the agreed term."""
        return percentage(self.opdrachten_op_tijd, self.opdrachten)

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
