"""What happened on the street: ids and codes, never content."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class StopDone(Event, frozen=True, kw_only=True):
    """An inspector was at a report. `uitkomst` is a code; `botsing` says why it could not be carried out, or ""."""

    melding_id: UUID
    zaak_id: UUID
    uitkomst: str
    botsing: str

    @property
    def subject(self) -> str:
        """The zaak, so that all that happens to it is heard in order."""
        return f"zaak:{self.zaak_id}"
