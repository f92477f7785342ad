"""What happened to reports: ids and codes, never content."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.outbox import Event


class MeldingEvent(Event, frozen=True, kw_only=True):
    """The base: every event of a report is delivered in the order of its zaak."""

    melding_id: UUID
    zaak_id: UUID

    @property
    def subject(self) -> str:
        """The zaak, so that reports and their cases tell one story in order."""
        return f"zaak:{self.zaak_id}"


class MeldingMade(MeldingEvent, frozen=True, kw_only=True):
    """A report came in. `categorie` is a slug, `gebied` a code or ""."""

    categorie: str
    gebied: str
    kanaal: str


class MeldingRecategorised(MeldingEvent, frozen=True, kw_only=True):
    """An employee put a report under another category."""

    van: str
    naar: str


class MelderAsked(MeldingEvent, frozen=True, kw_only=True):
    """An employee asked the reporter something."""


class MeldingAnswered(MeldingEvent, frozen=True, kw_only=True):
    """The reporter answered a question."""


class MeldingPlanned(MeldingEvent, frozen=True, kw_only=True):
    """The repair has a day."""


class MeldingResolved(MeldingEvent, frozen=True, kw_only=True):
    """The report was handled. `uitkomst` is the code of the outcome."""

    uitkomst: str
