"""Give a client id a new secret."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from stoep.foundation import audit, clock
from stoep.foundation.errors import NotFound
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.toegang.errors import GeheimMissing
from stoep.toegang.models import Applicatie, ClientId, Geheim
from stoep.toegang.secrets import close_geheim, new_geheim

LONGEST = 500
AT_ONCE = timedelta(0)


@whole
def renew_geheim(
    applicatie_id: UUID, *, client_id: str, geheim: str | None = None, overlap: timedelta = AT_ONCE, actor: Actor
) -> str:
    """Give a client id a new secret and answer it: nobody can read it again afterwards.

    The earlier ones stop at once, or go on for `overlap`, so that an application can change over without a gap.
    A given secret is for an application that comes from elsewhere and keeps its own.
    """
    applicatie: Applicatie = Applicatie.objects.locked(applicatie_id)
    actor.require("applicaties.manage")
    client: ClientId | None = applicatie.client_ids.filter(client_id=client_id).first()
    if client is None:
        raise NotFound
    text = new_geheim() if geheim is None else geheim
    if not text.strip() or len(text) > LONGEST:
        raise GeheimMissing
    now = clock.now()
    client.geheimen.filter(valid_until__lte=now).delete()
    if overlap > AT_ONCE:
        until = now + overlap
        client.geheimen.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=until)).update(valid_until=until)
    else:
        client.geheimen.all().delete()
    Geheim(client=client, sealed=close_geheim(text), made_at=now).save(force_insert=True)
    audit.record(
        actor, "toegang.geheim_renew", subject=applicatie.ref, overlap_hours=int(overlap.total_seconds() / 3600)
    )
    return text
