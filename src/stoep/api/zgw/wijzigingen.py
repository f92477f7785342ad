"""The feed of changes, the same for each API that has one: complete, without a gap or a repeat.

It is an addition to the norm, for data warehouses and search engines. A client keeps the address in `next` and reads
on from there whenever it likes, for as long as the events are kept (thirteen months).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from stoep.foundation.outbox.feed import PlaceGone
from stoep.foundation.rest import Api, Call, ProblemError, Text, Uri, Wire
from stoep.notificaties.queries import Wijziging as Change
from stoep.notificaties.queries import read_wijzigingen
from stoep.notificaties.rules.adressen import url_of


class Wijziging(Wire, kw_only=True):
    """Iets wat is gemaakt, gewijzigd of vernietigd."""

    actie: Annotated[str, Text(100)]
    resource: Annotated[str, Text(100)]
    resource_url: Annotated[str, Uri(1000)]
    hoofd_object: Annotated[str, Uri(1000)]
    tijdstip: datetime


class Wijzigingen(Wire, kw_only=True):
    """Een stuk van de wijzigingen, en waar het verder gaat."""

    next: Annotated[str, Uri(10000)]
    meer: bool
    results: list[Wijziging]


class WijzigingenFilter(Wire, kw_only=True):
    """After which place to read on."""

    na: Annotated[str | None, Text(10000)] = None


def offer_wijzigingen(api: Api, scopes: Iterable[str]) -> None:
    """Let an API have its feed of changes."""

    @api.get("wijzigingen", scopes=scopes, answers=Wijzigingen, query=WijzigingenFilter, head=False)
    def list_wijzigingen(call: Call, query: WijzigingenFilter) -> Wijzigingen:
        """Lees wat er sinds de vorige keer is gemaakt, gewijzigd of vernietigd."""
        try:
            found = read_wijzigingen(call.api.name, query.na or "", call.actor)
        except PlaceGone as error:
            detail = _("Wat na deze plaats kwam is niet meer compleet. Lees de lijsten opnieuw en begin met na=nu.")
            raise ProblemError(410, "gone", detail) from error
        return Wijzigingen(
            next=f"{call.address}?{urlencode({'na': found.na})}",
            meer=found.is_more,
            results=[show(change) for change in found.items],
        )


def show(change: Change) -> Wijziging:
    """One change as it goes over the wire."""
    told = change.melding
    return Wijziging(
        actie=told.actie,
        resource=told.resource,
        resource_url=url_of(settings.BASE_URL, told.resource, told.resource_id, told.hoofd_id),
        hoofd_object=url_of(settings.BASE_URL, told.hoofd, told.hoofd_id),
        tijdstip=change.tijdstip,
    )
