"""Write what happened: in the order, and in the zaak where colleagues look first."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.opdrachten.models import Opdracht, OpdrachtGebeurtenis
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis


def write_line(opdracht: Opdracht, soort: str, *, actor: Actor, van_ons: bool, tekst: str = "") -> None:
    """A line in the history of the order, and one in that of the zaak."""
    write_own_line(opdracht, soort, wie=actor.name, van_ons=van_ons, tekst=tekst)
    record_gebeurtenis(
        opdracht.melding.zaak_id,
        soort=f"opdracht_{soort}",
        tekst=tekst,
        waarden={"opdracht": opdracht.nummer, "aannemer": opdracht.opdrachtnemer.naam},
        actor=actor if actor.account_id is not None else SYSTEM.on_behalf_of(actor),
    )


def write_own_line(opdracht: Opdracht, soort: str, *, wie: str, van_ons: bool, tekst: str = "") -> None:
    """A line in the history of the order alone."""
    OpdrachtGebeurtenis.objects.create(
        opdracht=opdracht, moment=clock.now(), soort=soort, wie=wie[:120], van_ons=van_ons, tekst=tekst
    )
