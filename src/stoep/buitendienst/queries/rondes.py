"""Rounds with their stops, in order, with how far it is to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from stoep.buitendienst.models import Buitenhandeling, Ronde, Rondestop, Werf
from stoep.buitendienst.rules.route import legs_of
from stoep.foundation.errors import NotFound
from stoep.meldingen.models import Melding
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.toegang.queries import accounts_that_may


@dataclass(frozen=True, slots=True)
class Stopregel:
    """A stop as a row: the report, its place in the order and the metres from the stop before."""

    stop: Rondestop
    melding: Melding
    nummer: int
    meters: int

    @property
    def kort_adres(self) -> str:
        """Street and number, without postcode and town."""
        return self.melding.adres.partition(",")[0]


def find_ronde(medewerker: Medewerker, dag: date) -> Ronde | None:
    """The round of an employee on a day. None: there is none yet."""
    return Ronde.objects.select_related("medewerker__afdeling").filter(medewerker=medewerker, dag=dag).first()


def get_ronde(ronde_id: UUID | str, actor: Actor) -> Ronde:
    """One's own round, or any for who plans rounds. Raises NotFound: of another and unknown are the same."""
    ronde: Ronde = Ronde.objects.select_related("medewerker__afdeling").one(ronde_id)
    medewerker = medewerker_of(actor)
    is_own = medewerker is not None and ronde.medewerker_id == medewerker.pk
    if not (is_own or actor.may("buitendienst.plan")):
        raise NotFound
    return ronde


def list_stops(ronde: Ronde, actor: Actor) -> list[Stopregel]:
    """The stops in order. Reports that this actor may not see (any more) are left out. Two queries."""
    stops = list(ronde.stops.all())
    seen = {
        melding.pk: melding
        for melding in Melding.objects.visible_to(actor).whole().filter(pk__in=[stop.melding_id for stop in stops])
    }
    shown = [stop for stop in stops if stop.melding_id in seen]
    places = [seen[stop.melding_id].point.to_rd() for stop in shown]
    legs = legs_of(ronde.point.to_rd() if ronde.point else None, places)
    return [
        Stopregel(stop, seen[stop.melding_id], number, round(metres))
        for number, (stop, metres) in enumerate(zip(shown, legs, strict=True), start=1)
    ]


def route_length(regels: Sequence[Stopregel]) -> int:
    """How long the whole way is, in metres as the crow flies."""
    return sum(regel.meters for regel in regels)


def list_rondes(dag: date) -> QuerySet[Ronde]:
    """All rounds of a day, with how many stops they have and how many are done."""
    return (
        Ronde.objects.filter(dag=dag)
        .select_related("medewerker")
        .annotate(aantal=Count("stops"), klaar=Count("stops", filter=~Q(stops__uitkomst="")))
        .order_by("medewerker__sorteernaam", "pk")
    )


def list_inspecteurs() -> QuerySet[Medewerker]:
    """Who may walk rounds, in the order of their last name."""
    found: QuerySet[Medewerker] = (
        Medewerker.objects.present()
        .filter(account__in=accounts_that_may("buitendienst.walk"))
        .select_related("afdeling")
    )
    return found


def list_werven() -> QuerySet[Werf]:
    """The yards, by name."""
    return Werf.objects.all()


def list_niet_verwerkt(ronde: Ronde) -> QuerySet[Buitenhandeling]:
    """What was done on this round but could not be carried out, with its words and photos."""
    found: QuerySet[Buitenhandeling] = (
        ronde.handelingen.exclude(botsing="").select_related("melding__categorie").prefetch_related("fotos")
    )
    return found
