"""Which messages a subscription wants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ANYTHING = "*"


def wants(filters: Mapping[str, str], kenmerken: Mapping[str, str]) -> bool:
    """Tell whether a message passes the filters: each must hold; no filters take everything.

    `*` takes any value, as older subscriptions write it. A kenmerk that the message lacks fulfils no other filter.
    """
    return all(value == ANYTHING or kenmerken.get(name) == value for name, value in filters.items())


def are_known(names: Iterable[str], known: Iterable[str]) -> bool:
    """Tell whether a channel knows all these kenmerken."""
    return set(names) <= set(known)
