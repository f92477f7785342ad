"""What stands on a piece of the map: single reports from near, numbers in squares from far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, F, Sum

from stoep.buurt.models import Kaartvak, OpenbareMelding
from stoep.buurt.queries.lijst import select_openbaar
from stoep.buurt.queries.onderwerpen import Onderwerp
from stoep.buurt.rules.vakken import FINEST, middle_of, vakken_in, zoom_of_vakken
from stoep.buurt.rules.wensen import ALWAYS, PERIODEN, Wens
from stoep.foundation.geo import Bounds

MOST_POINTS = 300


@dataclass(frozen=True, slots=True)
class Vak:
    """So many reports around a point."""

    lon: float
    lat: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Kaartbeeld:
    """Either single reports or squares."""

    punten: Sequence[OpenbareMelding]
    vakken: Sequence[Vak]


def kaartbeeld(wens: Wens, onderwerpen: Mapping[str, Onderwerp], *, box: Bounds, zoom: int) -> Kaartbeeld:
    """What stands in a box, as far as one can tell it apart at this zoom. Few reports are shown one by one."""
    vak_zoom = zoom_of_vakken(zoom)
    if vak_zoom:
        vakken = count_vakken(replace(wens, vak=None), onderwerpen, box, vak_zoom)
        if sum(vak.aantal for vak in vakken) > MOST_POINTS:
            return Kaartbeeld([], vakken)
    found = select_openbaar(replace(wens, vak=box), onderwerpen)
    return Kaartbeeld(list(found.order_by("-gemeld_op", "-nummer")[:MOST_POINTS]), [])


def count_vakken(wens: Wens, onderwerpen: Mapping[str, Onderwerp], box: Bounds, zoom: int) -> list[Vak]:
    """Reports per square: from the squares that are kept, or counted where a filter is finer than those."""
    if wens.gebied or wens.periode in PERIODEN:
        return count_now(wens, onderwerpen, box, zoom)
    area = vakken_in(box, zoom)
    found = Kaartvak.objects.filter(zoom=zoom, x__range=(area.west, area.east), y__range=(area.north, area.south))
    if wens.categorie:
        slugs = [slug for slug, one in onderwerpen.items() if wens.categorie in (slug, one.hoofd)]
        found = found.filter(categorie__in=slugs)
    if wens.stand != "alles":
        found = found.filter(is_open=wens.stand == "open")
    if wens.periode != ALWAYS:
        found = found.filter(jaar=int(wens.periode))
    counted = found.order_by().values_list("x", "y").annotate(n=Sum("aantal"))
    return [Vak(*middle_of(x, y, zoom), n) for x, y, n in counted]


def count_now(wens: Wens, onderwerpen: Mapping[str, Onderwerp], box: Bounds, zoom: int) -> list[Vak]:
    """Reports per square, counted from the reports themselves."""
    shift = FINEST - zoom
    found = select_openbaar(replace(wens, vak=box), onderwerpen).order_by()
    counted = (
        found.annotate(column=F("vak_x").bitrightshift(shift), line=F("vak_y").bitrightshift(shift))
        .values_list("column", "line")
        .annotate(n=Count("pk"))
    )
    return [Vak(*middle_of(x, y, zoom), n) for x, y, n in counted]
