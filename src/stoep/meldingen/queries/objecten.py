"""The lamp post or container that a report is about, in words."""

from __future__ import annotations

from stoep.gebieden.kaartlagen import get_kaartlaag
from stoep.meldingen.models import Melding


def say_object(melding: Melding) -> str:
    """`lantaarnpaal L-0042`: what stands there and its number; "" when nobody knows which one it is."""
    if not melding.object_nummer:
        return ""
    laag = get_kaartlaag(melding.object_laag)
    return f"{laag.enkelvoud} {melding.object_nummer}" if laag else melding.object_nummer
