"""Taking a zaak for writing, and leaving it changed."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from stoep.foundation import clock, transactions
from stoep.toegang.actors import Actor
from stoep.zaken.errors import ZaakAlreadyClosed, ZaakChangedMeanwhile
from stoep.zaken.models import Zaak


def take_zaak(zaak_id: UUID, right: str, *, actor: Actor, versie: int | None = None) -> Zaak:
    """Lock a zaak on which this actor has the right.

    `versie` is what the person saw when opening the form: when somebody else changed the zaak since, we
    refuse, so that nobody's text is overwritten unseen.
    """
    zaak: Zaak = transactions.held(zaak_id) or transactions.hold(zaak_id, Zaak.objects.for_writing().locked(zaak_id))
    actor.require(right, zaak)
    if versie is not None and versie != zaak.versie:
        raise ZaakChangedMeanwhile(identificatie=zaak.identificatie)
    return zaak


def take_open_zaak(zaak_id: UUID, right: str, *, actor: Actor, versie: int | None = None) -> Zaak:
    """Lock a zaak that is not closed."""
    zaak = take_zaak(zaak_id, right, actor=actor, versie=versie)
    if zaak.is_closed:
        raise ZaakAlreadyClosed(identificatie=zaak.identificatie)
    return zaak


def store_changes(zaak: Zaak, fields: Iterable[str] = ()) -> None:
    """Store these fields, and that the zaak changed now."""
    zaak.laatst_gewijzigd = clock.now()
    zaak.versie += 1
    zaak.save(update_fields=[*fields, "laatst_gewijzigd", "versie"])
