"""Say which documents belong in dossiers of a zaaktype."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import ZaaktypeInformatieobjecttype
from stoep.toegang.actors import Actor


def add_informatieobjecttype(
    zaaktype_id: UUID, *, informatieobjecttype: str, volgnummer: int, richting: str, actor: Actor, **fields: Any
) -> ZaaktypeInformatieobjecttype:
    """Relate a document type to a zaaktype, by omschrijving: a new version of it needs no new zaaktype."""
    return add_onderdeel(
        ZaaktypeInformatieobjecttype,
        zaaktype_id,
        actor=actor,
        informatieobjecttype=informatieobjecttype,
        volgnummer=volgnummer,
        richting=richting,
        **fields,
    )
