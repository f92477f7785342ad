"""What berichten must ask of layers above: who we are, for the head and foot of a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Afzender:
    """The municipality as it stands above and under a message."""

    naam: str
    telefoon: str = ""
    adres: str = ""
    website: str = ""


def unnamed() -> Afzender:
    """What we know without a website: the name in the settings and the address of the site."""
    return Afzender(naam=f"Gemeente {settings.WAGTAIL_SITE_NAME}", website=settings.BASE_URL)


_bound_here: list[Callable[[], Afzender]] = []


def bind_afzender(answer: Callable[[], Afzender]) -> None:
    """Set who tells us who we are; config.wiring does this once."""
    _bound_here[:] = [answer]


def afzender() -> Afzender:
    """Who we are."""
    return _bound_here[0]() if _bound_here else unnamed()
