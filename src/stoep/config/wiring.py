"""Who listens to which event, and which adapter serves which port: the one table of the house."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stoep.foundation.outbox import Event

Handler = Callable[[Any], None]

LISTENERS: dict[type[Event], tuple[Handler, ...]] = {}

# Events that nobody needs to hear yet, each with its reason.
UNHEARD: dict[type[Event], str] = {}
