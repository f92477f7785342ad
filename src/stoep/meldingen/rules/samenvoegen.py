"""Which report becomes part of which, when two are merged. Pure.

The norm knows two levels (a deelzaak has no deelzaken, zrc-013), so merging what was merged before is settled here:
a part that is named as hoofdmelding stands for its own hoofdmelding; a hoofdmelding that goes into another takes its
parts along; and what would go round in a circle is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Id = TypeVar("Id")

SAME = "Dit is dezelfde melding. Kies een andere."
CLOSED = "Een van de twee meldingen is al afgehandeld. Heropen die eerst, of kies een andere."
ALREADY = "Deze meldingen horen al bij elkaar."
CIRCLE = "Melding {hoofd} is zelf een deel van deze melding. Maak {hoofd} eerst los als het andersom moet."
IS_PART = "Deze melding hoort al bij een andere melding. Maak haar eerst los, of voeg die andere melding samen."


@dataclass(frozen=True, slots=True)
class Plaats(Generic[Id]):
    """How a report stands: by itself, as a part, or with parts."""

    id: Id
    hoofd: Id | None = None
    delen: tuple[Id, ...] = ()
    is_dicht: bool = False


@dataclass(frozen=True, slots=True)
class Besluit(Generic[Id]):
    """What happens: these become parts of `hoofd`, in this order; or nothing, and why."""

    hoofd: Id
    delen: tuple[Id, ...] = ()
    bezwaar: str = ""


def decide_samenvoegen(deel: Plaats[Id], hoofd: Plaats[Id]) -> Besluit[Id]:
    """Decide what becomes part of what when `deel` is merged into `hoofd`."""
    doel = hoofd.hoofd if hoofd.hoofd is not None else hoofd.id
    bezwaar = ""
    if deel.id == hoofd.id:
        bezwaar = SAME
    elif deel.is_dicht or hoofd.is_dicht:
        bezwaar = CLOSED
    elif deel.id == doel:
        bezwaar = CIRCLE
    elif deel.hoofd == doel:
        bezwaar = ALREADY
    elif deel.hoofd is not None:
        bezwaar = IS_PART
    return Besluit(doel, () if bezwaar else (*deel.delen, deel.id), bezwaar)
