"""Conditions of use of a document: adding, changing and removing them (drc-006)."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.commands.telling import row_values, tell_part
from stoep.documenten.models import EnkelvoudigInformatieobject, Gebruiksrecht
from stoep.documenten.queries import get_gebruiksrecht
from stoep.documenten.rules.gegevens import decide_indicatie
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


class Gebruiksrechtvelden(TypedDict, total=False):
    """What may be said; what is left out stays as it is."""

    startdatum: datetime
    einddatum: datetime | None
    omschrijving_voorwaarden: str


@whole
def add_gebruiksrecht(
    document_id: UUID,
    *,
    startdatum: datetime,
    omschrijving_voorwaarden: str,
    einddatum: datetime | None = None,
    actor: Actor,
) -> Gebruiksrecht:
    """Add conditions of use; from now on the document says that there are any."""
    document = take_document(document_id, "documenten.write", actor=actor)
    recht = Gebruiksrecht(
        informatieobject=document,
        startdatum=startdatum,
        einddatum=einddatum,
        omschrijving_voorwaarden=omschrijving_voorwaarden,
    )
    recht.save(force_insert=True)
    store_indicatie(document)
    tell_part(document, "gebruiksrecht", recht, old={}, new=row_values(recht), actor=actor)
    return recht


@whole
def change_gebruiksrecht(recht_id: UUID, *, actor: Actor, **velden: Unpack[Gebruiksrechtvelden]) -> Gebruiksrecht:
    """Change conditions of use. To which document they belong does not change."""
    recht = get_gebruiksrecht(recht_id, actor)
    document = take_document(recht.informatieobject_id, "documenten.change", actor=actor)
    recht = Gebruiksrecht.objects.locked(recht_id)
    old = row_values(recht)
    for name, value in velden.items():
        setattr(recht, name, value)
    recht.save(update_fields=list(velden))
    tell_part(document, "gebruiksrecht", recht, old=old, new=row_values(recht), actor=actor)
    recht.informatieobject = document
    return recht


@whole
def remove_gebruiksrecht(recht_id: UUID, *, actor: Actor) -> None:
    """Remove conditions of use. After the last the document no longer says whether there are any."""
    recht = get_gebruiksrecht(recht_id, actor)
    document = take_document(recht.informatieobject_id, "documenten.destroy", actor=actor)
    recht = Gebruiksrecht.objects.locked(recht_id)
    old = row_values(recht)
    Gebruiksrecht.objects.filter(pk=recht_id).delete()
    store_indicatie(document)
    tell_part(document, "gebruiksrecht", recht, old=old, new={}, actor=actor)


def store_indicatie(document: EnkelvoudigInformatieobject) -> None:
    """Let the document say whether there are conditions of use."""
    document.indicatie_gebruiksrecht = decide_indicatie(has_rights=document.gebruiksrechten.exists())
    document.save(update_fields=["indicatie_gebruiksrecht"])
