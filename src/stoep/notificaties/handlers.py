"""What notificaties hears of the registers below it."""

from __future__ import annotations

from stoep.foundation.outbox.delivery import Told
from stoep.notificaties.commands import tell_abonnees


def tell_what_happened(told: list[Told]) -> None:
    """Something happened that subscribers may want to know. Sleeps while there are none."""
    tell_abonnees(told)


tell_what_happened.handles_told = True  # type: ignore[attr-defined]
