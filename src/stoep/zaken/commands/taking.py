"""Taking a zaak for writing, and leaving it changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db import models

from stoep.foundation import clock, transactions
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.toegang.actors import Actor
from stoep.zaken.errors import ZaakAlreadyClosed, ZaakChangedMeanwhile
from stoep.zaken.models import Zaak

PartT = TypeVar("PartT", bound=models.Model)


def take_zaak(zaak_id: UUID, right: str, *, actor: Actor, versie: int | None = None) -> Zaak:
    """Lock a zaak on which this actor has the right.

    `versie` is what the person saw when opening the form: when somebody else changed the zaak since, we
    refuse, so that nobody's text is overwritten unseen.
    """
    zaak = lock_zaak(zaak_id)
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


def take_for_change(zaak_id: UUID, *rights: str, actor: Actor) -> Zaak:
    """Lock a zaak of which the norm's fields or parts change, with one of these rights (`zaken.change` always does).

    Who may change by force may do so in an open zaak too; in a closed one nobody else may (zrc-007).
    """
    zaak = lock_zaak(zaak_id)
    if zaak.is_closed:
        actor.require("zaken.force", zaak)
    elif not any(actor.may(right, zaak) for right in ("zaken.change", "zaken.force", *rights)):
        raise NotAllowed(right="zaken.change")
    return zaak


def take_part(model: type[PartT], part_id: UUID, *rights: str, actor: Actor) -> tuple[Zaak, PartT]:
    """Lock the zaak of a part for a change to it, and read the part as it is then. Raises NotFound."""
    zaak_id = model._default_manager.filter(pk=part_id).values_list("zaak_id", flat=True).first()
    if zaak_id is None:
        raise NotFound
    zaak = take_for_change(zaak_id, *rights, actor=actor)
    part = model._default_manager.filter(pk=part_id).first()
    if part is None:
        raise NotFound
    return zaak, part


def lock_zaak(zaak_id: UUID) -> Zaak:
    """Lock a zaak; the caller asks whether the actor may."""
    zaak: Zaak = transactions.held(zaak_id) or transactions.hold(zaak_id, Zaak.objects.for_writing().locked(zaak_id))
    return zaak


def store_changes(zaak: Zaak, fields: Iterable[str] = ()) -> None:
    """Store these fields, and that the zaak changed now."""
    zaak.laatst_gewijzigd = clock.now()
    zaak.versie += 1
    zaak.save(update_fields=[*fields, "laatst_gewijzigd", "versie"])
