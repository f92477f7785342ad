"""Who listens to which event, and which adapter serves which port: the one table of the house."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stoep.foundation.outbox import Event
from stoep.gebieden import events as gebieden
from stoep.kennisbank import events as kennisbank

Handler = Callable[[Any], None]

LISTENERS: dict[type[Event], tuple[Handler, ...]] = {}

# Events that nobody needs to hear yet, each with its reason.
UNHEARD: dict[type[Event], str] = {
    gebieden.GebiedPut: "borders are read from their table; a process notices a change by itself",
    kennisbank.MededelingPlaced: "notices are read from their table; search and links will listen",
    kennisbank.MededelingWithdrawn: "notices are read from their table; search and links will listen",
    kennisbank.PagePublished: "pages are searched in Wagtail's own index until there is one index",
    kennisbank.PageUnpublished: "pages are searched in Wagtail's own index until there is one index",
}
