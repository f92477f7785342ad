"""Notificaties of other sources, that we pass on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from stoep.api.zgw.notificaties.api import API
from stoep.api.zgw.notificaties.scopes import PUBLISH
from stoep.foundation.rest import Call, Errors, Moment, Text, Texts, Uri, Wire, given
from stoep.notificaties.commands import receive_notificatie
from stoep.notificaties.rules.berichten import Bericht


@dataclass(frozen=True)
class MomentAsGiven(Moment):
    """A moment that is passed on exactly as it was written."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """The text itself, when it is a moment."""
        before = len(errors.found)
        super().read(value, name, errors)
        return value if len(errors.found) == before else None


class Message(Wire, kw_only=True):
    """Een bericht over iets wat er gebeurde."""

    kanaal: Annotated[str, Text(50, 1)]
    hoofd_object: Annotated[str, Uri(1000, 1)]
    resource: Annotated[str, Text(100, 1)]
    resource_url: Annotated[str, Uri(1000, 1)]
    actie: Annotated[str, Text(100, 1)]
    aanmaakdatum: Annotated[str, MomentAsGiven()]
    kenmerken: Annotated[dict[str, str], Texts(Text(1000))] = {}


@API.post("notificaties", scopes=PUBLISH, body=Message, answers=Message, status=200)
def create_notificatie(call: Call, body: Message) -> Message:
    """Een notificatie publiceren."""
    receive_notificatie(Bericht(**given(body)), actor=call.actor)
    return body
