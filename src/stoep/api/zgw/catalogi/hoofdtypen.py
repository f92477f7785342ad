"""Zaaktypen, informatieobjecttypen and besluittypen: what writing them has in common, declared in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import REMOVE, WRITE, WRITE_PUBLISHED
from stoep.api.zgw.catalogi.parts import Fields, told, without_none
from stoep.api.zgw.links import id_of
from stoep.foundation.rest import Call, Wire, given
from stoep.toegang.actors import Actor

Command = Callable[..., Any]


@dataclass(frozen=True, kw_only=True)
class Hoofdtype:
    """One of the three: how its body becomes fields, and the commands that write it."""

    path: str
    name: str
    model: Any
    wire: type[Wire]
    made_of: type[Wire]
    show: Callable[[Any], Any]
    store: Callable[[Fields, UUID], None]
    make: Command
    change: Command
    remove: Command
    publish: Command

    def make_of(self, body: Wire, actor: Actor) -> Any:
        """Make one, as it was given."""
        values = given(body)
        catalogus_id = id_of(values.pop("catalogus"))
        return self.make(catalogus_id=catalogus_id, actor=actor, **self.fields(values, catalogus_id))

    def fields(self, values: Fields, catalogus_id: UUID) -> Fields:
        """What was given, as the command stores it."""
        self.store(values, catalogus_id)
        return without_none(self.model, values)


def declare(hoofd: Hoofdtype) -> Hoofdtype:
    """The operations that write one of the three."""
    one = f"{hoofd.path}/{{uuid}}"

    def create(call: Call, body: Wire) -> Any:
        return hoofd.show(hoofd.make_of(body, call.actor))

    def change(call: Call, uuid: UUID, body: Wire) -> Any:
        values = given(body)
        catalogus_id = hoofd.model.objects.one(uuid).catalogus_id
        if "catalogus" in values:
            values["catalogus_id"] = catalogus_id = id_of(values.pop("catalogus"))
        return hoofd.show(hoofd.change(uuid, actor=call.actor, **hoofd.fields(values, catalogus_id)))

    def remove(call: Call, uuid: UUID) -> None:
        hoofd.remove(uuid, actor=call.actor)

    def publish(call: Call, uuid: UUID) -> Any:
        return hoofd.show(hoofd.publish(uuid, actor=call.actor))

    API.post(hoofd.path, scopes=WRITE, body=hoofd.made_of, answers=hoofd.wire)(
        told(create, f"{hoofd.name}_create", f"Maak een {hoofd.name} aan, als concept.")
    )
    API.put(one, scopes=WRITE_PUBLISHED, body=hoofd.made_of, answers=hoofd.wire)(
        told(change, f"{hoofd.name}_update", f"Werk een {hoofd.name} in zijn geheel bij.")
    )
    API.patch(one, scopes=WRITE_PUBLISHED, body=hoofd.made_of, answers=hoofd.wire)(
        told(change, f"{hoofd.name}_partial_update", f"Werk een {hoofd.name} deels bij.")
    )
    API.delete(one, scopes=REMOVE)(told(remove, f"{hoofd.name}_destroy", f"Verwijder een {hoofd.name}."))
    API.post(f"{one}/publish", scopes=WRITE, body=None, answers=hoofd.wire, status=200)(
        told(publish, f"{hoofd.name}_publish", f"Publiceer een {hoofd.name}: daarna verandert die niet meer.")
    )
    return hoofd
