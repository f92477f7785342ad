"""Follow an area by mail: asked for, confirmed by the owner of the address, changed, and stopped."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse

from stoep.berichten.commands import send_bericht
from stoep.buurt.errors import GebiedMissing
from stoep.buurt.models import Buurtabonnement, Ritme
from stoep.buurt.queries.onderwerpen import namen_van_gebieden
from stoep.buurt.rules.volgen import BEVESTIG, STRALEN
from stoep.foundation import audit, clock, links
from stoep.foundation.geo import Point
from stoep.foundation.numbers import Emailadres
from stoep.gebieden.queries import lies_in_gemeente
from stoep.toegang.actors import SYSTEM, Actor

LINK = "buurt.volgen"
SOORT = "buurt-volgen"
MOST_OF_ONE = 10  # areas that one address follows


class Waarover(TypedDict):
    """What somebody follows, and how often."""

    gebied: str
    adres: str
    point: Point | None
    straal: int
    hoofdcategorieen: Collection[str]
    ritme: str


@transaction.atomic
def follow_area(*, email: str, actor: Actor, **waarover: Unpack[Waarover]) -> None:
    """Ask to follow an area. Answers nothing: nobody can learn in this way who follows what.

    The same wish again sends the link again as long as it was not confirmed; after that it sends nothing.
    """
    address = Emailadres(email).value.lower()
    fields = fields_of(waarover)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"buurt.volgen:{address}"])
    mine = Buurtabonnement.objects.filter(email=address)
    same = mine.filter(gebied=fields["gebied"], lon=fields["lon"], lat=fields["lat"]).first()
    if (same is not None and same.bevestigd_op is not None) or (same is None and mine.count() >= MOST_OF_ONE):
        return
    now = clock.now()
    row = same or Buurtabonnement(email=address)
    for name, value in {**fields, "aangevraagd_op": now, "verteld_tot": now}.items():
        setattr(row, name, value)
    row.save()
    audit.record(actor, "buurt.follow", subject=row.ref)
    send_bericht(
        soort=SOORT,
        ontvanger=address,
        onderwerp="Bevestig dat u meldingen wilt volgen",
        tekst=BEVESTIG.format(waar=place_of(row), link=link_of(row)),
        subject=row.ref,
        actor=SYSTEM.on_behalf_of(actor),
    )


@transaction.atomic
def confirm_abonnement(abonnement_id: UUID, *, actor: Actor) -> None:
    """The owner of the address says yes. From now on it is told what happens; a second time changes nothing."""
    row: Buurtabonnement = Buurtabonnement.objects.locked(abonnement_id)
    if row.bevestigd_op is None:
        row.bevestigd_op = row.verteld_tot = clock.now()
        row.save(update_fields=["bevestigd_op", "verteld_tot"])
        audit.record(actor, "buurt.confirm", subject=row.ref)


@transaction.atomic
def change_abonnement(abonnement_id: UUID, *, actor: Actor, **waarover: Unpack[Waarover]) -> None:
    """Follow another area, other subjects, or at another rhythm."""
    row: Buurtabonnement = Buurtabonnement.objects.locked(abonnement_id)
    for name, value in fields_of(waarover).items():
        setattr(row, name, value)
    row.save()
    audit.record(actor, "buurt.change", subject=row.ref)


@transaction.atomic
def stop_abonnement(abonnement_id: UUID, *, actor: Actor) -> None:
    """Stop, and forget the address."""
    row: Buurtabonnement = Buurtabonnement.objects.locked(abonnement_id)
    audit.record(actor, "buurt.stop", subject=row.ref)
    row.delete()


@transaction.atomic
def forget_unconfirmed() -> int:
    """Forget addresses whose owner did not say yes within two days."""
    before = clock.now() - Buurtabonnement.CONFIRM_WITHIN
    removed, _by_model = Buurtabonnement.objects.filter(bevestigd_op__isnull=True, aangevraagd_op__lt=before).delete()
    return removed


def fields_of(waarover: Waarover) -> dict[str, Any]:
    """The columns of a wish. Raises GebiedMissing when it is neither an area of ours nor a circle in it."""
    point = waarover["point"]
    is_circle = point is not None and waarover["straal"] in STRALEN and lies_in_gemeente(point)
    if not is_circle and waarover["gebied"] not in namen_van_gebieden():
        raise GebiedMissing
    return {
        "gebied": "" if is_circle else waarover["gebied"],
        "adres": waarover["adres"][:200] if is_circle else "",
        "lon": round(point.lon, 5) if is_circle and point else None,
        "lat": round(point.lat, 5) if is_circle and point else None,
        "straal": waarover["straal"] if is_circle else None,
        "hoofdcategorieen": sorted(waarover["hoofdcategorieen"]),
        "ritme": Ritme(waarover["ritme"]).value,
    }


def place_of(row: Buurtabonnement) -> str:
    """The area in words."""
    return f"{row.straal} meter rond {row.adres}" if row.straal else namen_van_gebieden().get(row.gebied, row.gebied)


def link_of(row: Buurtabonnement) -> str:
    """The address where one confirms, changes and stops. It holds an id and no name."""
    with clock.at(row.aangevraagd_op):
        token = links.sign(LINK, str(row.pk))
    return f"{settings.BASE_URL}{reverse('buurt:abonnement', args=[token])}"
