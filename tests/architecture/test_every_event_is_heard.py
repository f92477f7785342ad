"""Every event has a handler in the wiring, or a reason why nobody listens."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping

from tests.architecture.house import product_modules, refuse

from stoep.config.wiring import LISTENERS, UNHEARD
from stoep.foundation.outbox import Event


def events_of_the_house() -> list[type[Event]]:
    """Every event of every domain."""
    found: list[type[Event]] = []
    for module in product_modules():
        if module.domain == "foundation" or module.rooms[:1] != ("events",):
            continue
        loaded = importlib.import_module(".".join(("stoep", module.domain, *module.rooms)).removesuffix(".__init__"))
        found += [
            value
            for value in vars(loaded).values()
            if isinstance(value, type) and issubclass(value, Event) and value.__module__ == loaded.__name__
        ]
    return [event for event in found if not event.__subclasses__()]  # what has subclasses is only their base


def find_unheard(
    events: Iterable[type[Event]],
    listeners: Mapping[type[Event], tuple[Callable[..., None], ...]],
    reasons: Mapping[type[Event], str],
) -> list[str]:
    """Every event without handler and reason, and every contradiction between the two tables."""
    known = list(events)
    silent = [
        f"{event.__module__}:{event.__name__} has no handler and no reason in config/wiring.py"
        for event in known
        if not listeners.get(event) and not reasons.get(event, "").strip()
    ]
    both = [
        f"{event.__module__}:{event.__name__} is heard; remove it from UNHEARD"
        for event in reasons
        if listeners.get(event)
    ]
    names = [event.name() for event in known]
    twice = [f"{name}: two events have this name" for name in sorted({name for name in names if names.count(name) > 1})]
    return silent + both + twice


def test_every_event_is_heard_or_has_a_reason():
    refuse(find_unheard(events_of_the_house(), LISTENERS, UNHEARD))


def test_an_event_that_nobody_hears_is_caught():
    class TegelLoose(Event):
        pass

    def on_tegel_loose(_event):
        pass

    assert find_unheard([TegelLoose], {}, {})
    assert find_unheard([TegelLoose], {}, {TegelLoose: " "})
    assert find_unheard([TegelLoose], {TegelLoose: (on_tegel_loose,)}, {TegelLoose: "waarom"})
    assert not find_unheard([TegelLoose], {TegelLoose: (on_tegel_loose,)}, {})
    assert not find_unheard([TegelLoose], {}, {TegelLoose: "pas in een latere versie"})


def test_two_events_with_one_name_are_caught():
    one = type("ZaakOpened", (Event,), {})
    other = type("ZaakOpened", (Event,), {})

    assert any("two events" in text for text in find_unheard([one, other], {}, {one: "x", other: "x"}))
