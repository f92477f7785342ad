"""Zaaktypen, informatieobjecttypen and besluittypen: what writing them has in common, declared in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from stoep.api.zgw.catalogi.api import API
from stoep.api.zgw.catalogi.filters import REMOVE, WRITE, WRITE_PUBLISHED
from stoep.api.zgw.catalogi.parts import Fields, without_none
from stoep.api.zgw.links import id_of
from stoep.foundation.rest import Call, Wire, given

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
    create: Command
    change: Command
    remove: Command
    publish: Command

    def fields(self, values: Fields, catalogus_id: UUID) -> Fields:
        """What was given, as the command stores it."""
        self.store(values, catalogus_id)
        return without_none(self.model, values)


def declare(hoofd: Hoofdtype) -> None:
    """The operations that write one of the three."""
    one = f"{hoofd.path}/{{uuid}}"

    def create(call: Call, body: Wire) -> Any:
        values = given(body)
        catalogus_id = id_of(values.pop("catalogus"))
        fields = hoofd.fields(values, catalogus_id)
        return hoofd.show(hoofd.create(catalogus_id=catalogus_id, actor=call.actor, **fields))

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

    def told(view: Callable[..., Any], verb: str, words: str) -> Callable[..., Any]:
        def named(*args: Any, **kwargs: Any) -> Any:
            return view(*args, **kwargs)

        named.__name__, named.__doc__ = f"{hoofd.name}_{verb}", words.format(hoofd.name)
        return named

    API.post(hoofd.path, scopes=WRITE, body=hoofd.made_of, answers=hoofd.wire)(
        told(create, "create", "Maak een {} aan, als concept.")
    )
    API.put(one, scopes=WRITE_PUBLISHED, body=hoofd.made_of, answers=hoofd.wire)(
        told(change, "update", "Werk een {} in zijn geheel bij.")
    )
    API.patch(one, scopes=WRITE_PUBLISHED, body=hoofd.made_of, answers=hoofd.wire)(
        told(change, "partial_update", "Werk een {} deels bij.")
    )
    API.delete(one, scopes=REMOVE)(told(remove, "destroy", "Verwijder een {}."))
    API.post(f"{one}/publish", scopes=WRITE, body=None, answers=hoofd.wire, status=200)(
        told(publish, "publish", "Publiceer een {}: daarna verandert die niet meer.")
    )
