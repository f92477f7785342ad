"""Gemeente Havendam, built through the front door: quickly what one needs at once, the past in the background."""

from __future__ import annotations

import time
from typing import NamedTuple

from stoep.demo.aannemers import build_aannemers, build_past_orders
from stoep.demo.buurt import build_buurt, build_kaartlagen
from stoep.demo.cijfers import build_cijfers
from stoep.demo.huis import build_house
from stoep.demo.mensen import MENSEN, PASSWORD
from stoep.demo.nu import build_current
from stoep.demo.opbouwen import build_past
from stoep.demo.rondes import build_rondes
from stoep.demo.samen import build_samen, build_stormnacht
from stoep.demo.website import build_website
from stoep.demo.weergaven import build_weergaven


class DemoLogin(NamedTuple):
    """A line of the table of demo logins."""

    naam: str
    gebruikersnaam: str
    wachtwoord: str
    functie: str
    toont: str


def ensure_demo() -> list[DemoLogin]:
    """Build what is missing of Havendam, and answer with whom one can sign in. Safe to repeat."""
    build_house()
    build_cijfers()
    build_kaartlagen()
    build_website()
    build_current()
    build_samen()
    build_aannemers()
    build_rondes()
    build_weergaven()
    build_buurt()
    return demo_logins()


def demo_logins() -> list[DemoLogin]:
    """The people whose work the demo shows."""
    return [DemoLogin(one.naam, one.username, PASSWORD, one.functie, one.toont) for one in MENSEN if one.toont]


def fill_history() -> None:
    """Build the 24 months behind the demo, or what is missing of them. Takes minutes; safe to stop at any moment."""
    build_stormnacht()
    build_past_orders(time.sleep)
    build_past()
