"""In which order to visit places: nearest first, then untangled until no two parts of the way cross. Pure.

Places are RD coordinates in metres. The way begins somewhere and need not come back. The answer is never longer
than the order that was given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Plaats = tuple[float, float]

MOST_PASSES = 40
A_MILLIMETRE = 0.001


def order_route(start: Plaats | None, places: Sequence[Plaats]) -> list[int]:
    """The positions of the places in a short order. Without a start the way begins at the first place given."""
    if not places:
        return []
    given = list(range(len(places)))
    if start is None:
        return [0, *(place + 1 for place in order_route(places[0], places[1:]))]
    found = untangled(start, places, nearest_first(start, places))
    same_begin = untangled(start, places, given)
    return min((given, found, same_begin), key=lambda order: length_of(start, places, order))


def nearest_first(start: Plaats, places: Sequence[Plaats]) -> list[int]:
    """Each time to the nearest place that is left; of two that are as near, the one that was given first."""
    left, here, order = list(range(len(places))), start, []
    while left:
        nearest = min(left, key=lambda place: distance(here, places[place]))
        left.remove(nearest)
        order.append(nearest)
        here = places[nearest]
    return order


def untangled(start: Plaats, places: Sequence[Plaats], order: Sequence[int]) -> list[int]:
    """Turn parts of the way round as long as that makes it shorter (2-opt)."""
    way = list(order)
    for _pass in range(MOST_PASSES):
        is_better = False
        for first in range(len(way) - 1):
            for last in range(first + 1, len(way)):
                if gain(start, places, way, first, last) > A_MILLIMETRE:
                    way[first : last + 1] = reversed(way[first : last + 1])
                    is_better = True
        if not is_better:
            break
    return way


def gain(start: Plaats, places: Sequence[Plaats], way: Sequence[int], first: int, last: int) -> float:
    """How many metres the way gets shorter when the part from `first` to `last` is walked the other way round."""
    before = places[way[first - 1]] if first else start
    begin, end = places[way[first]], places[way[last]]
    now, then = distance(before, begin), distance(before, end)
    if last + 1 < len(way):
        after = places[way[last + 1]]
        now += distance(end, after)
        then += distance(begin, after)
    return now - then


def legs_of(start: Plaats | None, places: Sequence[Plaats]) -> list[float]:
    """How far each place is from the one before; the first from the start, or 0 without one."""
    here, legs = start, []
    for place in places:
        legs.append(distance(here, place) if here is not None else 0.0)
        here = place
    return legs


def length_of(start: Plaats | None, places: Sequence[Plaats], order: Sequence[int]) -> float:
    """How long the way is in this order, in metres."""
    return sum(legs_of(start, [places[place] for place in order]))


def distance(one: Plaats, other: Plaats) -> float:
    """As the crow flies, in metres."""
    return math.hypot(one[0] - other[0], one[1] - other[1])


def distance_to_way(place: Plaats, way: Sequence[Plaats]) -> float:
    """How far a place lies from a way of straight parts; endless when there is no way."""
    if not way:
        return math.inf
    if len(way) == 1:
        return distance(place, way[0])
    return min(distance_to_part(place, begin, end) for begin, end in pairwise(way))


def distance_to_part(place: Plaats, begin: Plaats, end: Plaats) -> float:
    """How far a place lies from a straight part."""
    across, along = end[0] - begin[0], end[1] - begin[1]
    square = across * across + along * along
    if not square:
        return distance(place, begin)
    part = ((place[0] - begin[0]) * across + (place[1] - begin[1]) * along) / square
    part = min(1.0, max(0.0, part))
    return distance(place, (begin[0] + part * across, begin[1] + part * along))
