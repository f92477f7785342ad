"""Writing a part of a zaak: what adding, changing and removing one have in common."""

from __future__ import annotations

from typing import Any

from django.db import models

from stoep.foundation import audit, outbox
from stoep.foundation.outbox import Event
from stoep.foundation.ref import Ref
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import decide_again
from stoep.zaken.commands.taking import store_changes
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Zaak

UNSEEN = frozenset({"lon", "lat", "voorrang", "behandelaar_id", "groep_id", "versie"})


def values_of(row: models.Model | None) -> dict[str, Any]:
    """The values of a row for the audittrail, by name; nothing for no row."""
    if row is None:
        return {}
    fields = row._meta.concrete_fields
    return {field.attname: getattr(row, field.attname) for field in fields if field.attname not in UNSEEN}


def tell(
    zaak: Zaak,
    wat: str,
    part: models.Model,
    *,
    old: dict[str, Any],
    new: dict[str, Any],
    label: str = "",
    event: Event | None = None,
    actor: Actor,
) -> None:
    """Leave that a part was made (no old values), changed or removed (no new ones): zaak, both logs, event.

    The archive of a closed zaak is decided anew, for it may count from this part.
    """
    actie = "create" if not old else "update" if new else "destroy"
    store_changes(zaak, decide_again(zaak))
    audit.record(actor, f"zaken.{actie}_{wat}", subject=zaak.ref)
    audit.record_change(
        actor,
        f"zaken.{actie}_{wat}",
        subject=zaak.ref,
        part=Ref(wat, str(part.pk)),
        label=label,
        old=old,
        new=new,
    )
    outbox.publish(event or ZaakChanged(zaak_id=zaak.pk, wat=wat, onderdeel_id=part.pk, actie=actie))


def add_part(
    zaak: Zaak, wat: str, part: models.Model, *, label: str = "", event: Event | None = None, actor: Actor
) -> None:
    """Store a new part, and tell it."""
    part.save(force_insert=True)
    tell(zaak, wat, part, old={}, new=values_of(part), label=label, event=event, actor=actor)


def change_part(
    zaak: Zaak, wat: str, part: models.Model, changes: dict[str, Any], *, label: str = "", actor: Actor
) -> None:
    """Store the changed fields of a part, and tell it. No change is no write."""
    old = values_of(part)
    changed = [name for name, value in changes.items() if getattr(part, name) != value]
    for name in changed:
        setattr(part, name, changes[name])
    part.save(update_fields=changed)
    tell(zaak, wat, part, old=old, new=values_of(part), label=label, actor=actor)


def remove_part(
    zaak: Zaak, wat: str, part: models.Model, *, label: str = "", event: Event | None = None, actor: Actor
) -> None:
    """Remove a part, and tell it."""
    old = values_of(part)
    part_id = part.pk
    part.delete()
    part.pk = part_id
    tell(zaak, wat, part, old=old, new={}, label=label, event=event, actor=actor)
