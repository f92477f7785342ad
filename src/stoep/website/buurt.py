"""What goes on around a postcode, as everybody may know it: notices, and how many reports. No words, no names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from stoep.foundation import clock
from stoep.foundation.numbers import Postcode
from stoep.gebieden.models import Gebied
from stoep.gebieden.ports import adreszoeker
from stoep.gebieden.queries import gebied_at
from stoep.kennisbank.models import Kanaal, Mededeling
from stoep.kennisbank.queries import current_mededelingen
from stoep.meldingen.models import Melding
from stoep.website.errors import PostcodeElsewhere

WEEKS = 4


@dataclass(frozen=True, slots=True)
class Buurt:
    """A quarter or village in these weeks."""

    postcode: str
    gebied: Gebied
    mededelingen: Sequence[Mededeling]
    gemeld: int
    open: int
    opgelost: int


def tell_buurt(text: str) -> Buurt:
    """The neighbourhood of a postcode. Raises PostcodeNotValid, PostcodeElsewhere or Unavailable."""
    postcode = Postcode(text).value
    found = adreszoeker().suggest(postcode, limit=1)
    gebied = gebied_at(found[0].point) if found else None
    if gebied is None:
        raise PostcodeElsewhere
    now = clock.now()
    numbers = Melding.objects.filter(gebied=gebied, gemeld_op__gte=now - timedelta(weeks=WEEKS)).aggregate(
        gemeld=Count("pk"),
        open=Count("pk", filter=Q(zaak__einddatum__isnull=True)),
    )
    return Buurt(
        postcode=postcode,
        gebied=gebied,
        mededelingen=current_mededelingen(Kanaal.SITE, now, gebied=gebied.code),
        gemeld=numbers["gemeld"],
        open=numbers["open"],
        opgelost=numbers["gemeld"] - numbers["open"],
    )
