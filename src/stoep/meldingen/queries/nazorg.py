"""Reading what comes after a report was handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stoep.meldingen.models import Heropenbesluit, Heropenverzoek, Melding, Tevredenheid, Tevredenheidsreden
from stoep.toegang.actors import Actor

MOST_VERZOEKEN = 100


@dataclass(frozen=True, slots=True)
class Mening:
    """What a reporter thought after one closing, in words."""

    gegeven: Tevredenheid
    redenen: Sequence[str]


def open_heropenverzoek(melding: Melding) -> Heropenverzoek | None:
    """The request that waits for a decision; None when there is none."""
    return Heropenverzoek.objects.filter(melding=melding, besluit=Heropenbesluit.OPEN).first()


def list_heropenverzoeken(actor: Actor) -> list[Heropenverzoek]:
    """The requests that wait, of reports that this actor may see, oldest first. One query."""
    seen = Melding.objects.visible_to(actor).filter(heropenen_gevraagd_op__isnull=False)
    rows = (
        Heropenverzoek.objects.filter(besluit=Heropenbesluit.OPEN, melding__in=seen)
        .select_related("melding__categorie", "melding__zaak__behandelaar", "melding__zaak__groep", "melding__gebied")
        .order_by("gevraagd_op", "pk")
    )
    return list(rows[:MOST_VERZOEKEN])


def count_heropenverzoeken(actor: Actor) -> int:
    """How many requests wait for a decision."""
    return Melding.objects.visible_to(actor).filter(heropenen_gevraagd_op__isnull=False).count()


def meningen_of(melding: Melding) -> list[Mening]:
    """What the reporter thought, after each closing. Two queries."""
    given = list(Tevredenheid.objects.filter(melding=melding))
    codes = {code for one in given for code in one.redenen}
    words = dict(Tevredenheidsreden.objects.filter(code__in=codes).values_list("code", "tekst")) if codes else {}
    return [Mening(one, [words.get(code, code) for code in one.redenen]) for one in given]
