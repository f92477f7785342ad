"""Putting messages away for their subscribers: the part that telling and receiving share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import msgspec
from django.db import connection, transaction

from stoep.foundation import clock
from stoep.notificaties.models import Aflevering, Notificatie
from stoep.notificaties.queries import Keuze
from stoep.notificaties.rules.berichten import Bericht, onderwerp_of
from stoep.notificaties.rules.filters import wants

CHANNEL = "stoep_notificaties"


def store_messages(berichten: Sequence[Bericht], keuzes: Mapping[str, tuple[UUID, Sequence[Keuze]]]) -> int:
    """Store each message that somebody wants, with a delivery for everybody who does. Answers how many deliveries."""
    now = clock.now()
    wanted = [(bericht, who) for bericht in berichten if (who := who_wants(bericht, keuzes))]
    if not wanted:
        return 0
    notificaties = Notificatie.objects.bulk_create(
        Notificatie(
            kanaal_id=keuzes[bericht.kanaal][0],
            hoofd_object=bericht.hoofd_object,
            bericht=msgspec.json.encode(bericht).decode(),
            ontvangen_op=now,
        )
        for bericht, _ in wanted
    )
    afleveringen = [
        Aflevering(
            abonnement_id=abonnement_id,
            notificatie=notificatie,
            onderwerp=onderwerp_of(bericht.hoofd_object),
            volgende_op=now,
        )
        for notificatie, (bericht, who) in zip(notificaties, wanted, strict=True)
        for abonnement_id in who
    ]
    Aflevering.objects.bulk_create(afleveringen)
    call_deliverers()
    return len(afleveringen)


def who_wants(bericht: Bericht, keuzes: Mapping[str, tuple[UUID, Sequence[Keuze]]]) -> list[UUID]:
    """The subscriptions that want a message, each once."""
    if bericht.kanaal not in keuzes:
        return []
    _, choices = keuzes[bericht.kanaal]
    return list(dict.fromkeys(keuze.abonnement_id for keuze in choices if wants(keuze.filters, bericht.kenmerken)))


def call_deliverers() -> None:
    """Tell the deliverers after the commit that there is work."""
    if not any(entry[1] is notify for entry in connection.run_on_commit):
        transaction.on_commit(notify, robust=True)


def notify() -> None:
    """Wake the deliverers of every worker."""
    with connection.cursor() as cursor:
        cursor.execute(f"NOTIFY {CHANNEL}")
