"""The links of contractors: to one order, and to all that is open for one contractor."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from stoep.foundation import clock, links
from stoep.foundation.errors import NotFound
from stoep.opdrachten.errors import OpdrachtNotFound
from stoep.opdrachten.models import Opdracht, Opdrachtnemer

LINK = "opdracht"
OVERZICHT = "opdrachten-overzicht"
OVERZICHT_KEPT = timedelta(days=7)


def moment_in(row_id: UUID) -> datetime:
    """The moment inside a UUIDv7: so that the link in a preview is the link that is sent."""
    return datetime.fromtimestamp((row_id.int >> 80) / 1000, tz=UTC)


def order_token(opdracht_id: UUID, versie: int) -> str:
    """The token of an order; a renewed link has a higher version, and then older ones stop."""
    with clock.at(moment_in(opdracht_id)):
        return links.sign(LINK, f"{opdracht_id.hex}:{versie}")


def order_path(opdracht: Opdracht) -> str:
    """The page of an order, for its contractor."""
    return reverse("opdrachten:opdracht", args=[order_token(opdracht.pk, opdracht.link_versie)])


def order_link(opdracht: Opdracht) -> str:
    """The whole address of the page of an order, for a mail."""
    return f"{settings.BASE_URL}{order_path(opdracht)}"


def get_for_link(token: str) -> Opdracht:
    """The order of a link. Raises OpdrachtNotFound: tampered with, expired, renewed and never given look the same."""
    try:
        key, _colon, versie = links.unsign(LINK, token).partition(":")
        opdracht: Opdracht | None = Opdracht.objects.whole().filter(pk=UUID(key), link_versie=int(versie)).first()
    except (NotFound, ValueError) as error:
        raise OpdrachtNotFound from error
    if opdracht is None or opdracht.link_tot < clock.now():
        raise OpdrachtNotFound
    return opdracht


def overzicht_path(opdrachtnemer: Opdrachtnemer) -> str:
    """The page with all that is open for a contractor; its link works a week from now."""
    return reverse("opdrachten:overzicht", args=[links.sign(OVERZICHT, str(opdrachtnemer.pk))])


def find_for_overzicht(token: str) -> Opdrachtnemer:
    """The contractor of an overview. Raises OpdrachtNotFound."""
    try:
        opdrachtnemer: Opdrachtnemer = Opdrachtnemer.objects.one(links.unsign(OVERZICHT, token, max_age=OVERZICHT_KEPT))
    except NotFound as error:
        raise OpdrachtNotFound from error
    return opdrachtnemer
