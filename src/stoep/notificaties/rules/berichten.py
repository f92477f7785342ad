"""The message as it goes out, and what our own channels tell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import msgspec

from stoep.notificaties.rules.adressen import url_of
from stoep.notificaties.rules.meldingen import Melding

# Our own channels and the kenmerken of their messages; the dotted ones are an addition that the field knows.
OUR_KANALEN: Final[dict[str, tuple[str, ...]]] = {
    "zaken": ("bronorganisatie", "zaaktype", "zaaktype.catalogus", "vertrouwelijkheidaanduiding"),
    "documenten": (
        "bronorganisatie",
        "informatieobjecttype",
        "informatieobjecttype.catalogus",
        "vertrouwelijkheidaanduiding",
    ),
    "besluiten": ("verantwoordelijke_organisatie", "besluittype", "besluittype.catalogus"),
    "zaaktypen": ("catalogus",),
    "besluittypen": ("catalogus",),
    "informatieobjecttypen": ("catalogus",),
    "autorisaties": (),
}


class Bericht(msgspec.Struct, rename="camel", kw_only=True, frozen=True):
    """A message of the norm: poor in information, without personal data."""

    kanaal: str
    hoofd_object: str
    resource: str
    resource_url: str
    actie: str
    aanmaakdatum: str
    kenmerken: Mapping[str, str]


def bericht_of(melding: Melding, kenmerken: Mapping[str, str], moment: datetime, base: str) -> Bericht:
    """The message that tells one thing."""
    return Bericht(
        kanaal=melding.kanaal,
        hoofd_object=url_of(base, melding.hoofd, melding.hoofd_id),
        resource=melding.resource,
        resource_url=url_of(base, melding.resource, melding.resource_id, melding.hoofd_id),
        actie=melding.actie,
        aanmaakdatum=moment.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        kenmerken=kenmerken,
    )


def onderwerp_of(hoofd_object: str) -> UUID:
    """What messages about one object share: they are delivered in order."""
    return UUID(bytes=hashlib.blake2b(hoofd_object.encode(), digest_size=16).digest())
