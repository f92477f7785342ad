"""Lists of work orders: for the team, and for a contractor."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from stoep.foundation import clock
from stoep.opdrachten.models import Opdracht, Opdrachtnemer, OpdrachtQuerySet
from stoep.opdrachten.rules.opdrachtstatussen import BIJ_AANNEMER, Stand
from stoep.organisatie.models import Lidmaatschap, Medewerker
from stoep.toegang.actors import Actor

MOST_COUNTED = 999
STANDEN = ("open", "wacht", "laat", "klaar")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list shows; every empty field shows all."""

    stand: str = "open"
    opdrachtnemer: UUID | None = None
    van: str = ""
    q: str = ""


def list_opdrachten(actor: Actor, filters: Filters, medewerker: Medewerker | None = None) -> OpdrachtQuerySet:
    """The orders that this actor may see, filtered, in the order in which they ask for something."""
    found: OpdrachtQuerySet = Opdracht.objects.visible_to(actor)
    if filters.opdrachtnemer:
        found = found.filter(opdrachtnemer=filters.opdrachtnemer)
    if filters.van == "team" and medewerker is not None:
        found = found.filter(of_team(medewerker))
    if filters.q:
        found = found.filter(named(filters.q))
    return in_stand(found, filters.stand).select_related(
        "opdrachtnemer", "melding__categorie", "melding__gebied", "melding__zaak__behandelaar"
    )


def in_stand(found: OpdrachtQuerySet, stand: str) -> OpdrachtQuerySet:
    """The orders of one tab. What runs is ordered by its term; what is done by when it was sent."""
    if stand == "wacht":
        return found.filter(wacht_op_ons=True).order_by("gewijzigd_op", "id")
    if stand == "laat":
        late = found.filter(status__in=[one.value for one in BIJ_AANNEMER], termijn__lt=clock.now())
        return late.order_by("termijn", "id")
    if stand == "klaar":
        done = [Stand.AFGEROND.value, Stand.INGETROKKEN.value, Stand.TERUGGEGEVEN.value]
        return found.filter(status__in=done).order_by("-verstuurd_op", "-id")
    return found.open().order_by("termijn", "id")


def of_team(medewerker: Medewerker) -> Q:
    """Of this employee, or of a group that it belongs to."""
    groepen = Lidmaatschap.objects.filter(medewerker=medewerker).values("groep_id")
    return Q(melding__zaak__behandelaar=medewerker) | Q(melding__zaak__groep__in=groepen)


def named(text: str) -> Q:
    """A number of an order or report, or words in the order or the address."""
    return (
        Q(nummer__iexact=text)
        | Q(melding__meldernummer__iexact=text)
        | Q(wat__icontains=text)
        | Q(melding__adres__icontains=text)
    )


def count_waiting(actor: Actor) -> int:
    """How many orders wait for us, for the menu. Counting stops where nobody reads on."""
    return int(Opdracht.objects.visible_to(actor).filter(wacht_op_ons=True).order_by()[: MOST_COUNTED + 1].count())


def count_late(actor: Actor) -> int:
    """How many orders are late."""
    return int(in_stand(Opdracht.objects.visible_to(actor), "laat").order_by()[: MOST_COUNTED + 1].count())


def list_for_nemer(opdrachtnemer: Opdrachtnemer) -> OpdrachtQuerySet:
    """What is open for a contractor, the first to be ready on top."""
    found: OpdrachtQuerySet = Opdracht.objects.filter(opdrachtnemer=opdrachtnemer)
    return found.open().filter(link_tot__gte=clock.now()).whole().order_by("termijn", "id")
