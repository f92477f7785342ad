"""What happened to work orders: ids and codes, never content."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class OpdrachtEvent(Event, frozen=True, kw_only=True):
    """The base: every event of an order is delivered in the order of its zaak."""

    opdracht_id: UUID
    melding_id: UUID
    zaak_id: UUID
    opdrachtnemer_id: UUID

    @property
    def subject(self) -> str:
        """The zaak, so that reports and their orders tell one story in order."""
        return f"zaak:{self.zaak_id}"


class OpdrachtSent(OpdrachtEvent, frozen=True, kw_only=True):
    """A report was forwarded to a contractor."""

    spoed: bool


class OpdrachtPlanned(OpdrachtEvent, frozen=True, kw_only=True):
    """The contractor gave the work a day."""


class OpdrachtReady(OpdrachtEvent, frozen=True, kw_only=True):
    """The contractor says that the work is done."""

    in_termijn: bool


class OpdrachtReturned(OpdrachtEvent, frozen=True, kw_only=True):
    """The contractor gave the order back. `reden` is a code."""

    reden: str


class OpdrachtAsked(OpdrachtEvent, frozen=True, kw_only=True):
    """The contractor asked something."""


class OpdrachtAccepted(OpdrachtEvent, frozen=True, kw_only=True):
    """We found the work good."""

    in_termijn: bool


class OpdrachtRejected(OpdrachtEvent, frozen=True, kw_only=True):
    """We sent the order back because the work is not good yet."""


class OpdrachtWithdrawn(OpdrachtEvent, frozen=True, kw_only=True):
    """The order is not needed any more."""


class OpdrachtReminded(OpdrachtEvent, frozen=True, kw_only=True):
    """A reminder went out, or an order that is late came to our own people. `soort` is a code."""

    soort: str
