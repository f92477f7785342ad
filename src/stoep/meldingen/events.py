"""What happened to reports: ids and codes, never content."""

from __future__ import annotations

from datetime import date
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


class MelderAnswerExpired(MeldingEvent, frozen=True, kw_only=True):
    """The reporter did not answer in time; the work goes on without."""


class MeldingForwarded(MeldingEvent, frozen=True, kw_only=True):
    """Somebody outside the municipality does the work."""


class MeldingReturned(MeldingEvent, frozen=True, kw_only=True):
    """The work came back from outside."""


class MeldingCancelled(MeldingEvent, frozen=True, kw_only=True):
    """The report need not be handled."""


class HeropenenRequested(MeldingEvent, frozen=True, kw_only=True):
    """The reporter asks to look again."""


class HeropenenDeclined(MeldingEvent, frozen=True, kw_only=True):
    """A colleague decided not to look again."""


class MeldingReopened(MeldingEvent, frozen=True, kw_only=True):
    """The report is open again, for the `keer`-th time; `op_verzoek` of the reporter or by a colleague."""

    keer: int
    op_verzoek: bool


class MelderTevredenheidGiven(MeldingEvent, frozen=True, kw_only=True):
    """The reporter said whether he is content. `ronde` counts closings from 1; `redenen` are codes of reasons."""

    ronde: int
    tevreden: bool
    redenen: tuple[str, ...] = ()


class MeldingAnonymised(MeldingEvent, frozen=True, kw_only=True):
    """Nothing of the reporter is left in the report."""


class MisbruikJudged(MeldingEvent, frozen=True, kw_only=True):
    """A colleague said whether a report that looked like abuse is one."""


class MeldingMerged(MeldingEvent, frozen=True, kw_only=True):
    """A report became part of another."""

    hoofd_id: UUID


class MeldingSplit(MeldingEvent, frozen=True, kw_only=True):
    """A part became independent again."""

    hoofd_id: UUID


class VolgersChanged(MeldingEvent, frozen=True, kw_only=True):
    """Somebody began to follow a report, or stopped."""


class GolfOpened(Event, frozen=True, kw_only=True):
    """A wave of reports began. `categorie` is a slug, `gebied` a code or ""."""

    golf_id: UUID
    categorie: str
    gebied: str

    @property
    def subject(self) -> str:
        """The wave."""
        return f"golf:{self.golf_id}"


class GolfClosed(Event, frozen=True, kw_only=True):
    """No new reports join a wave any more."""

    golf_id: UUID

    @property
    def subject(self) -> str:
        """The wave."""
        return f"golf:{self.golf_id}"


class CategorieChanged(Event, frozen=True, kw_only=True):
    """What a category in use promises or asks is another from this day. `categorie` is a slug, "" for all.

    `wat` are codes: norm, teksten, herkenning, afdeling, openbaarheid, vragen, samengevoegd (with `opvolger`, a slug).
    """

    categorie: str
    wat: tuple[str, ...]
    dag: date
    opvolger: str = ""

    @property
    def subject(self) -> str:
        """The category."""
        return f"meldingcategorie:{self.categorie}"
