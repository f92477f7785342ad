"""Notificaties for tests: a subscription, messages, and delivering them here and now."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from stoep.notificaties.bezorgen import serve
from stoep.notificaties.commands import Wens, receive_notificatie
from stoep.notificaties.commands.create_abonnement import store_abonnement
from stoep.notificaties.commands.keuzes import read_wensen
from stoep.notificaties.commands.lanes import claim_lanes
from stoep.notificaties.models import Abonnement
from stoep.notificaties.rules.berichten import Bericht
from stoep.toegang.actors import SYSTEM, Actor

__all__ = ["deliver_notificaties", "make_abonnement", "send_bericht"]


def make_abonnement(
    url: str, auth: str, kanalen: Sequence[str | Wens] = ("zaken",), *, actor: Actor = SYSTEM
) -> Abonnement:
    """A subscription whose address is not tested."""
    wensen = [kanaal if isinstance(kanaal, Wens) else Wens(kanaal) for kanaal in kanalen]
    return store_abonnement(url, auth, read_wensen(wensen), actor=actor)


def send_bericht(
    hoofd: str, part: str, *, kanaal: str = "zaken", kenmerken: Mapping[str, str] | None = None, actor: Actor = SYSTEM
) -> int:
    """A message of another source, about a part of an object."""
    bericht = Bericht(
        kanaal=kanaal,
        hoofd_object=f"https://bron.example/{hoofd}",
        resource="status",
        resource_url=f"https://bron.example/{hoofd}/{part}",
        actie="create",
        aanmaakdatum="2026-11-22T08:00:00Z",
        kenmerken=kenmerken or {},
    )
    return receive_notificatie(bericht, actor=actor)


def deliver_notificaties() -> int:
    """Serve each lane that has work once, here and now. Answers how many lanes."""
    lanes = [lane for slow in (False, True) for lane in claim_lanes(100, slow=slow)]
    for lane in lanes:
        serve(lane, threading.Event())
    return len(lanes)
