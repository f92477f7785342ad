"""Change how a zaak ends."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.parts import change_part
from stoep.zaken.commands.register_resultaat import take_resultaattype
from stoep.zaken.commands.taking import take_part
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.models import Resultaat


@whole
def change_resultaat(
    resultaat_id: UUID,
    *,
    zaak_id: UUID | None = None,
    resultaattype_id: UUID | None = None,
    toelichting: str | None = None,
    actor: Actor,
) -> Resultaat:
    """Change what is given. Of a closed zaak the archive is decided anew, with the nominatie of the new result."""
    zaak, resultaat = take_part(Resultaat, resultaat_id, actor=actor)
    if zaak_id not in (None, zaak.pk):
        raise WijzigenNotAllowed(field="zaak")
    changes: dict[str, object] = {}
    if resultaattype_id is not None:
        changes["resultaattype"] = take_resultaattype(zaak, resultaattype_id)
        if not zaak.archivering_handmatig and zaak.archiefnominatie == resultaat.resultaattype.archiefnominatie:
            zaak.archiefnominatie = ""
    if toelichting is not None:
        changes["toelichting"] = toelichting
    change_part(zaak, "resultaat", resultaat, changes, actor=actor)
    return resultaat
