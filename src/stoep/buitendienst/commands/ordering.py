"""Store the order of stops."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.buitendienst.models import Ronde, Rondestop
from stoep.buitendienst.rules.route import order_route


def store_order(stops: Sequence[Rondestop]) -> None:
    """Number the stops in this order; only what moved is written."""
    moved = []
    for place, stop in enumerate(stops, start=1):
        if stop.volgorde != place:
            stop.volgorde = place
            moved.append(stop)
    Rondestop.objects.bulk_update(moved, ["volgorde"])


def order_along_route(ronde: Ronde) -> None:
    """Put what is still to be done along a short way; what has been done stays in front, as it was."""
    stops = list(ronde.stops.select_related("melding"))
    done = [stop for stop in stops if stop.is_done]
    left = [stop for stop in stops if not stop.is_done]
    here = done[-1].melding.point if done else ronde.point
    order = order_route(here.to_rd() if here else None, [stop.melding.point.to_rd() for stop in left])
    store_order([*done, *(left[place] for place in order)])
