"""Who hears of an event: everybody once, however many reports they made or follow. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def fold(email: str) -> str:
    """An address as it is compared: people write it in capitals on one day and without on another."""
    return email.strip().lower()


def once_each(people: Iterable[tuple[str, T]], *, told: Iterable[str] = ()) -> list[tuple[str, T]]:
    """Each address once, with the first reason why it hears; not the addresses that were told already."""
    heard = {fold(email) for email in told}
    once: list[tuple[str, T]] = []
    for email, reason in people:
        if email and fold(email) not in heard:
            heard.add(fold(email))
            once.append((email, reason))
    return once
