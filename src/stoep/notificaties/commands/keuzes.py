"""What a subscription is for: the part that making and changing one share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stoep.foundation.outbox import control
from stoep.notificaties.errors import AuthUnusable, FiltersUnknown, KanaalUnknown, KanalenMissing
from stoep.notificaties.models import Abonnement, Kanaal, Kanaalkeuze
from stoep.notificaties.rules.filters import are_known

# The handler that hears events for subscribers, by the name under which the outbox keeps its deliveries.
HANDLER = "stoep.notificaties.handlers.tell_what_happened"
LATIN = 0xFF
SPACE = 0x20


@dataclass(frozen=True, slots=True)
class Wens:
    """A channel by name, with filters, as a subscriber asks for it."""

    kanaal: str
    filters: Mapping[str, str] = field(default_factory=dict)


def refuse_unusable(auth: str) -> None:
    """Refuse a header that cannot be sent in one line."""
    if not auth.strip() or any(not SPACE <= ord(sign) <= LATIN for sign in auth):
        raise AuthUnusable


def read_wensen(wensen: Sequence[Wens]) -> list[tuple[Kanaal, Wens]]:
    """The channels that are asked for. Refuses one that does not exist and filters that it does not know."""
    if not wensen:
        raise KanalenMissing
    kanalen = {kanaal.naam: kanaal for kanaal in Kanaal.objects.filter(naam__in={wens.kanaal for wens in wensen})}
    found = []
    for place, wens in enumerate(wensen):
        kanaal = kanalen.get(wens.kanaal)
        if kanaal is None:
            raise KanaalUnknown(naam=wens.kanaal, field=f"kanalen.{place}.naam")
        if not are_known(wens.filters, kanaal.filters):
            known = ", ".join(kanaal.filters) or "geen"
            raise FiltersUnknown(naam=wens.kanaal, filters=known, field=f"kanalen.{place}.filters")
        found.append((kanaal, wens))
    return found


def store_keuzes(abonnement: Abonnement, wanted: Sequence[tuple[Kanaal, Wens]]) -> None:
    """Let a subscription be for these channels and no others."""
    abonnement.keuzes.all().delete()
    Kanaalkeuze.objects.bulk_create(
        Kanaalkeuze(abonnement=abonnement, kanaal=kanaal, filters=dict(wens.filters)) for kanaal, wens in wanted
    )


def hear_as_needed() -> None:
    """Hear events only while somebody is subscribed: without subscribers nothing is written for them."""
    control.wake(HANDLER)  # first: it waits for whoever makes or removes a subscription at the same moment
    if not Abonnement.objects.exists():
        control.sleep(HANDLER)
