"""One thing to tell, and the words of the norm for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

ZAKEN, DOCUMENTEN, BESLUITEN = "zaken", "documenten", "besluiten"
ZAAKTYPEN, BESLUITTYPEN, INFORMATIEOBJECTTYPEN = "zaaktypen", "besluittypen", "informatieobjecttypen"
AUTORISATIES = "autorisaties"
CREATE, UPDATE, DESTROY = "create", "update", "destroy"


@dataclass(frozen=True, slots=True)
class Melding:
    """One thing to tell. `codes` are what the event itself knows of its hoofdObject, because it is gone."""

    kanaal: str
    hoofd: str
    hoofd_id: UUID
    resource: str
    resource_id: UUID
    actie: str
    codes: Mapping[str, str | UUID] = field(default_factory=dict)

    @property
    def is_gone(self) -> bool:
        """Whether the hoofdObject itself was destroyed."""
        return self.actie == DESTROY and self.resource == self.hoofd
