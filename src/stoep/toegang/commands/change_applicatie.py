"""Change the name, the client ids and the rights of an application."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.toegang.commands.storing_applicatie import (
    check_autorisaties,
    described,
    sound_client_ids,
    sound_label,
    store_autorisaties,
    store_client_ids,
)
from stoep.toegang.events import ApplicatieChanged
from stoep.toegang.models import Applicatie
from stoep.toegang.rules.autorisaties import Verlening


@whole
def change_applicatie(
    applicatie_id: UUID,
    *,
    label: str,
    client_ids: Sequence[str],
    heeft_alle_autorisaties: bool,
    autorisaties: Sequence[Verlening],
    actor: Actor,
) -> Applicatie:
    """Replace what an application is and may; it counts at its next request. A client id that goes takes its secrets."""
    applicatie: Applicatie = Applicatie.objects.locked(applicatie_id)
    actor.require("applicaties.manage")
    names = sound_client_ids(client_ids)
    check_autorisaties(autorisaties, heeft_alle_autorisaties=heeft_alle_autorisaties)
    old = described(applicatie)
    applicatie.label = sound_label(label)
    applicatie.heeft_alle_autorisaties = heeft_alle_autorisaties
    applicatie.save(update_fields=["label", "heeft_alle_autorisaties"])
    store_client_ids(applicatie, names)
    store_autorisaties(applicatie, autorisaties)
    audit.record(actor, "toegang.applicatie_change", subject=applicatie.ref)
    audit.record_change(
        actor,
        "toegang.applicatie_change",
        subject=applicatie.ref,
        old=old,
        new=described(applicatie),
        label=applicatie.label,
    )
    outbox.publish(ApplicatieChanged(applicatie_id=applicatie.pk))
    return applicatie
