"""Take a report for an act: how each handling command begins."""

from __future__ import annotations

from uuid import UUID

from stoep.meldingen.errors import MeldingChangedMeanwhile, MeldingIsClosed
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak


def take_melding(melding_id: UUID, *, right: str, versie: int | None = None, actor: Actor) -> Melding:
    """Lock an open report that this actor may work on. Raises NotFound, NotAllowed or MeldingIsClosed.

    `versie` is the version of the zaak that the person saw: when a colleague was first, MeldingChangedMeanwhile.
    """
    melding = (
        Melding.objects.visible_to(actor)
        .select_related("zaak__zaaktype", "zaak__statustype", "zaak__behandelaar", "categorie")
        .locked(melding_id)
    )
    actor.require(right, melding)
    if versie is not None and versie != version_now(melding):
        raise MeldingChangedMeanwhile
    if melding.zaak.is_closed:
        raise MeldingIsClosed(nummer=melding.meldernummer)
    return melding


def version_now(melding: Melding) -> int:
    """The version of the zaak, read after the lock: the joined row would still be the one from before."""
    versie: int = Zaak.objects.values_list("versie", flat=True).get(pk=melding.zaak_id)
    return versie
