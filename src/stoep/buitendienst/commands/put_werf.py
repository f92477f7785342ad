"""Add a yard, or move it."""

from __future__ import annotations

from django.db import transaction

from stoep.buitendienst.errors import WerfNaamMissing
from stoep.buitendienst.models import Werf
from stoep.foundation import audit
from stoep.foundation.geo import Point
from stoep.toegang.actors import Actor

LONGEST = 80


@transaction.atomic
def put_werf(*, naam: str, point: Point, actor: Actor) -> Werf:
    """Put a yard where rounds can begin; one with the same name is moved."""
    actor.require("buitendienst.manage")
    name = " ".join(naam.split())
    if not name or len(name) > LONGEST:
        raise WerfNaamMissing
    point.to_rd()
    werf, _made = Werf.objects.update_or_create(naam=name, defaults={"lon": point.lon, "lat": point.lat})
    audit.record(actor, "buitendienst.put_werf", subject=werf.ref)
    return werf
