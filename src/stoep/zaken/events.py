"""What happened to zaken: ids and codes, never content."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from stoep.foundation.outbox import Event


class ZaakEvent(Event, frozen=True, kw_only=True):
    """Something happened to one zaak; events of one zaak are heard in order."""

    zaak_id: UUID

    @property
    def subject(self) -> str:
        """The zaak."""
        return f"zaak:{self.zaak_id}"


class ZaakOpened(ZaakEvent, frozen=True, kw_only=True):
    """A zaak was opened."""

    zaaktype: str
    kanaal: str = ""


class ZaakStatusSet(ZaakEvent, frozen=True, kw_only=True):
    """A zaak reached a phase."""

    statustype_id: UUID
    volgnummer: int
    informeren: bool = False
    status_id: UUID | None = None


class ZaakClosed(ZaakEvent, frozen=True, kw_only=True):
    """A zaak was closed with a result."""

    resultaattype_id: UUID
    einddatum: date


class ZaakReopened(ZaakEvent, frozen=True, kw_only=True):
    """A closed zaak was opened again."""


class ZaakAssigned(ZaakEvent, frozen=True, kw_only=True):
    """A zaak was given to an employee or a group."""

    medewerker_id: UUID | None = None
    groep_id: UUID | None = None
    is_automatic: bool = False


class ZaakReplanned(ZaakEvent, frozen=True, kw_only=True):
    """The planned end of a zaak moved; the legal term did not."""

    gepland: date


class ZaakExtended(ZaakEvent, frozen=True, kw_only=True):
    """The term of a zaak was extended."""

    uiterlijk: date


class ZaakSuspended(ZaakEvent, frozen=True, kw_only=True):
    """The term of a zaak stands still."""


class ZaakResumed(ZaakEvent, frozen=True, kw_only=True):
    """The term of a zaak runs again."""


class ZaakChanged(ZaakEvent, frozen=True, kw_only=True):
    """Fields or a relation of a zaak changed.

    `wat` names the part as the norm does ("rol", "zaakobject", "zaak" for its own fields), `onderdeel_id` which
    one, and `actie` what happened to it: create, update or destroy.
    """

    wat: str
    onderdeel_id: UUID | None = None
    actie: str = "update"


class ZaakDestroyed(ZaakEvent, frozen=True, kw_only=True):
    """A zaak is gone, with all that was in it; the codes say what sort of zaak it was."""

    zaaktype_id: UUID
    bronorganisatie: str
    vertrouwelijkheidaanduiding: str


class ZaakNoted(ZaakEvent, frozen=True, kw_only=True):
    """Somebody wrote a note."""

    notitie_id: UUID


class ZaakDocumentLinked(ZaakEvent, frozen=True, kw_only=True):
    """A document came into the dossier."""

    document_id: UUID
    relatie_id: UUID | None = None


class ZaakDocumentUnlinked(ZaakEvent, frozen=True, kw_only=True):
    """A document left the dossier."""

    document_id: UUID
    relatie_id: UUID


class BesluitRecorded(Event, frozen=True, kw_only=True):
    """A decision was recorded."""

    besluit_id: UUID
    zaak_id: UUID | None = None

    @property
    def subject(self) -> str:
        """The zaak in which it was taken, or the decision itself."""
        return f"zaak:{self.zaak_id}" if self.zaak_id else f"besluit:{self.besluit_id}"


class BesluitChanged(Event, frozen=True, kw_only=True):
    """A decision or one of its documents changed; `wat` names which, `actie` is create, update or destroy."""

    besluit_id: UUID
    zaak_id: UUID | None = None
    wat: str = "besluit"
    onderdeel_id: UUID
    actie: str = "update"

    @property
    def subject(self) -> str:
        """The zaak in which it was taken, or the decision itself."""
        return f"zaak:{self.zaak_id}" if self.zaak_id else f"besluit:{self.besluit_id}"


class BesluitDestroyed(Event, frozen=True, kw_only=True):
    """A decision was destroyed. It tells by what it was known, for who must still be told."""

    besluit_id: UUID
    zaak_id: UUID | None = None
    verantwoordelijke_organisatie: str
    besluittype_id: UUID

    @property
    def subject(self) -> str:
        """The zaak in which it was taken, or the decision itself."""
        return f"zaak:{self.zaak_id}" if self.zaak_id else f"besluit:{self.besluit_id}"
