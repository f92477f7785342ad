"""Bestandsdelen: the parts in which a large file comes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from django.core.files import File as DjangoFile
from msgspec import UNSET, UnsetType

from stoep.api.zgw.addresses import url_of
from stoep.api.zgw.documenten.api import API
from stoep.api.zgw.documenten.reading import Url, one_part
from stoep.documenten.commands import receive_bestandsdeel
from stoep.documenten.models import Bestandsdeel
from stoep.foundation.rest import Call, Errors, Flag, Kind, Number, Text, Uri, Wire
from stoep.foundation.rest.kinds import Schema, wrong

FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")


@dataclass(frozen=True)
class Binary(Kind):
    """A file in a form."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """The file as it came in."""
        if isinstance(value, DjangoFile):
            return value
        return value.encode() if isinstance(value, str) else wrong(name, errors, "Stuur hier een bestand.")

    def shape(self) -> Schema:
        """A string with format binary."""
        return {"type": "string", "format": "binary"}


class BestandsDeelRequest(Wire, kw_only=True):
    """De inhoud van een deel."""

    inhoud: Annotated[Any | UnsetType, Binary(write_only=True)] = UNSET
    lock: Annotated[str, Text(min_length=1, write_only=True)]


class BestandsDeelResponse(Wire, kw_only=True):
    """Een deel van een groot bestand."""

    url: Url
    volgnummer: Annotated[int, Number()] = 0
    omvang: Annotated[int, Number()] = 0
    inhoud: Annotated[str, Uri()] = ""
    voltooid: Annotated[bool, Flag()] = False
    lock: str


@API.put(
    "bestandsdelen/{uuid}",
    scopes=("documenten.bijwerken",),
    body=BestandsDeelRequest,
    answers=BestandsDeelResponse,
    media_types=FORMS,
)
def receive(call: Call, uuid: UUID, body: BestandsDeelRequest) -> BestandsDeelResponse:
    """Stuur een deel van een groot bestand."""
    one_part(Bestandsdeel, uuid, call.actor)
    inhoud = None if body.inhoud is UNSET else body.inhoud
    deel = receive_bestandsdeel(uuid, lock=body.lock, inhoud=inhoud, actor=call.actor)
    url = url_of("documenten", "bestandsdelen", deel.pk)
    return BestandsDeelResponse(
        url=url,
        volgnummer=deel.volgnummer,
        omvang=deel.omvang,
        inhoud=url,
        voltooid=deel.is_voltooid,
        lock=body.lock,
    )
