"""Let an application use the APIs."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.foundation import audit, clock, outbox
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
from stoep.toegang.events import ApplicatieCreated
from stoep.toegang.models import Applicatie
from stoep.toegang.rules.autorisaties import Verlening


@whole
def create_applicatie(
    *,
    label: str,
    client_ids: Sequence[str],
    heeft_alle_autorisaties: bool = False,
    autorisaties: Sequence[Verlening] = (),
    actor: Actor,
) -> Applicatie:
    """Add an application; it can come in from when one of its client ids has a secret (`renew_geheim`)."""
    actor.require("applicaties.manage")
    names = sound_client_ids(client_ids)
    check_autorisaties(autorisaties, heeft_alle_autorisaties=heeft_alle_autorisaties)
    applicatie = Applicatie(
        label=sound_label(label), heeft_alle_autorisaties=heeft_alle_autorisaties, created_at=clock.now()
    )
    applicatie.save(force_insert=True)
    store_client_ids(applicatie, names)
    store_autorisaties(applicatie, autorisaties)
    audit.record(actor, "toegang.applicatie_create", subject=applicatie.ref)
    audit.record_change(
        actor, "toegang.applicatie_create", subject=applicatie.ref, old={}, new=described(applicatie), label=label
    )
    outbox.publish(ApplicatieCreated(applicatie_id=applicatie.pk))
    return applicatie
