"""To whom a document was sent, or from whom it came: adding, changing and removing that."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from stoep.documenten.commands.taking import take_document
from stoep.documenten.commands.telling import row_values, tell_part
from stoep.documenten.errors import AdressenRefused
from stoep.documenten.models import Verzending
from stoep.documenten.queries import get_verzending
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor

ADRESSEN = ("binnenlands_correspondentieadres", "buitenlands_correspondentieadres", "correspondentie_postadres")


class Verzendvelden(TypedDict, total=False):
    """What may be said; what is left out stays as it is."""

    betrokkene: str
    aard_relatie: str
    toelichting: str
    ontvangstdatum: date | None
    verzenddatum: date | None
    contact_persoon: str
    contactpersoonnaam: str
    binnenlands_correspondentieadres: dict[str, Any] | None
    buitenlands_correspondentieadres: dict[str, Any] | None
    correspondentie_postadres: dict[str, Any] | None
    faxnummer: str
    emailadres: str
    mijn_overheid: bool
    telefoonnummer: str


@whole
def add_verzending(document_id: UUID, *, actor: Actor, **velden: Unpack[Verzendvelden]) -> Verzending:
    """Record to whom a document was sent or from whom it came, and to which address at that time."""
    document = take_document(document_id, "documenten.write", actor=actor)
    verzending = Verzending(informatieobject=document, **velden)
    refuse_two_addresses(verzending)
    verzending.save(force_insert=True)
    tell_part(document, "verzending", verzending, old={}, new=row_values(verzending), actor=actor)
    return verzending


@whole
def change_verzending(verzending_id: UUID, *, actor: Actor, **velden: Unpack[Verzendvelden]) -> Verzending:
    """Change what is recorded. To which document it belongs does not change."""
    found = get_verzending(verzending_id, actor)
    document = take_document(found.informatieobject_id, "documenten.change", actor=actor)
    verzending = Verzending.objects.locked(verzending_id)
    old = row_values(verzending)
    for name, value in velden.items():
        setattr(verzending, name, value)
    refuse_two_addresses(verzending)
    verzending.save(update_fields=list(velden))
    tell_part(document, "verzending", verzending, old=old, new=row_values(verzending), actor=actor)
    verzending.informatieobject = document
    return verzending


@whole
def remove_verzending(verzending_id: UUID, *, actor: Actor) -> None:
    """Remove what was recorded."""
    found = get_verzending(verzending_id, actor)
    document = take_document(found.informatieobject_id, "documenten.destroy", actor=actor)
    verzending = Verzending.objects.locked(verzending_id)
    Verzending.objects.filter(pk=verzending_id).delete()
    tell_part(document, "verzending", verzending, old=row_values(verzending), new={}, actor=actor)


def refuse_two_addresses(verzending: Verzending) -> None:
    """A document goes to one address; another sending is another row."""
    if sum(bool(getattr(verzending, name)) for name in ADRESSEN) > 1:
        raise AdressenRefused
