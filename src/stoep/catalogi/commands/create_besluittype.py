"""Create a version of a decision type, as a concept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from stoep.catalogi.commands.change_type import check_type, told
from stoep.catalogi.models import Besluittype, Catalogus
from stoep.foundation import clock
from stoep.toegang.actors import Actor


@transaction.atomic
def create_besluittype(*, catalogus_id: UUID, actor: Actor, **fields: Any) -> Besluittype:
    """Create a sort of decision; publish it before decisions use it."""
    catalogus = Catalogus.objects.one(catalogus_id)
    actor.require("catalogi.manage")
    fields["begin_geldigheid"] = fields.get("begin_geldigheid") or clock.today()
    besluittype = Besluittype(catalogus=catalogus, concept=True, **fields)
    check_type(besluittype)
    besluittype.save(force_insert=True)
    return told(besluittype, actor=actor, actie="create")
