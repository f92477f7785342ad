"""Put reports on the round of an inspector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.ordering import order_along_route
from stoep.buitendienst.commands.taking import require_ronde_of
from stoep.buitendienst.errors import InspecteurMayNotWalk, RondeFull, RondeInPast
from stoep.buitendienst.models import Ronde, Rondestop, Werf
from stoep.foundation import audit, clock
from stoep.meldingen.models import Melding
from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import Actor
from stoep.toegang.queries import actor_of

MOST_STOPS = 60


@dataclass(slots=True)
class Toegevoegd:
    """What came of it: what is new on the round, what stood there already, and what is on the round of a colleague."""

    ronde: Ronde
    nieuw: list[Rondestop] = field(default_factory=list)
    stond_er_al: int = 0
    bij_ander: list[tuple[Melding, str]] = field(default_factory=list)


@transaction.atomic
def add_stops(melding_ids: Sequence[UUID], *, medewerker_id: UUID, dag: date, actor: Actor) -> Toegevoegd:
    """Add open reports that one may see; the round is made when it is not there, and put in order along a route.

    A report that waits on the round of a colleague on that day is left there: two people would walk there.
    """
    require_ronde_of(medewerker_id, actor=actor)
    if dag < clock.today():
        raise RondeInPast
    medewerker: Medewerker = Medewerker.objects.select_related("account").one(medewerker_id)
    if not medewerker.actief or not actor_of(medewerker.account).may("buitendienst.walk"):
        raise InspecteurMayNotWalk(naam=medewerker.naam)
    ronde = open_ronde(medewerker, dag)
    wanted = Melding.objects.visible_to(actor).open().filter(pk__in=list(melding_ids)).order_by("verwacht_op", "pk")
    return fill_ronde(ronde, list(wanted), actor=actor)


def open_ronde(medewerker: Medewerker, dag: date) -> Ronde:
    """The round of that day, locked. A new one begins where the last one did, else at the first yard."""
    before = Ronde.objects.filter(medewerker=medewerker, lon__isnull=False).order_by("-dag").first()
    werf = Werf.objects.first() if before is None else None
    begin: Ronde | Werf | None = before or werf
    values = {"lon": begin.lon, "lat": begin.lat, "start": before.start if before else str(werf)} if begin else {}
    Ronde.objects.get_or_create(medewerker=medewerker, dag=dag, defaults=values)
    ronde: Ronde = Ronde.objects.select_for_update().get(medewerker=medewerker, dag=dag)
    return ronde


def fill_ronde(ronde: Ronde, meldingen: Sequence[Melding], *, actor: Actor) -> Toegevoegd:
    """Add what is not there yet, in the caller's transaction."""
    made = Toegevoegd(ronde)
    present = dict(ronde.stops.values_list("melding_id", "pk"))
    elsewhere = dict(
        Rondestop.objects.filter(ronde__dag=ronde.dag, uitkomst="", melding__in=[one.pk for one in meldingen])
        .exclude(ronde=ronde)
        .values_list("melding_id", "ronde__medewerker__naam")
    )
    fresh: list[Rondestop] = []
    for melding in meldingen:
        if melding.pk in present:
            made.stond_er_al += 1
        elif melding.pk in elsewhere:
            made.bij_ander.append((melding, elsewhere[melding.pk]))
        else:
            fresh.append(Rondestop(ronde=ronde, melding=melding, volgorde=len(present) + len(fresh) + 1))
    if len(present) + len(fresh) > MOST_STOPS:
        raise RondeFull(limiet=MOST_STOPS)
    made.nieuw = Rondestop.objects.bulk_create(fresh)
    if fresh:
        audit.record(actor, "buitendienst.add_stops", subject=ronde.ref, aantal=len(fresh))
        if not ronde.zelf_geordend:
            order_along_route(ronde)
    return made
