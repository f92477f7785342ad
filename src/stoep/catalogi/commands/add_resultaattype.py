"""Add a way in which zaken of a type can end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from stoep.catalogi.commands.change_onderdeel import add_onderdeel
from stoep.catalogi.models import Resultaattype
from stoep.catalogi.rules.archiefregel import Brondatumprocedure
from stoep.toegang.actors import Actor


def add_resultaattype(
    zaaktype_id: UUID,
    *,
    omschrijving: str,
    brondatum: Brondatumprocedure | None = None,
    actor: Actor,
    **fields: Any,
) -> Resultaattype:
    """Add a result with its archive rule. Without `brondatum` the archive counts from the closing of the zaak."""
    return add_onderdeel(
        Resultaattype,
        zaaktype_id,
        actor=actor,
        omschrijving=omschrijving,
        **archive_fields(brondatum or Brondatumprocedure("afgehandeld")),
        **fields,
    )


def archive_fields(procedure: Brondatumprocedure) -> dict[str, Any]:
    """The columns in which the parts of brondatumArchiefprocedure are kept."""
    return {
        "afleidingswijze": procedure.afleidingswijze,
        "datumkenmerk": procedure.datumkenmerk,
        "einddatum_bekend": procedure.einddatum_bekend,
        "objecttype": procedure.objecttype,
        "registratie": procedure.registratie,
        "brondatum_procestermijn": procedure.procestermijn,
    }
