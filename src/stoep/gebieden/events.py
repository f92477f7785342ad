"""What happened to areas."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class GebiedPut(Event, frozen=True):
    """An area was made, or its name or border changed."""

    gebied_id: UUID
    code: str

    @property
    def subject(self) -> str:
        """The area."""
        return f"gebied:{self.gebied_id}"


class KaartlaagImported(Event, frozen=True):
    """The objects of a layer were read anew."""

    code: str

    @property
    def subject(self) -> str:
        """The layer."""
        return f"kaartlaag:{self.code}"
