"""What the report itself notices: its status, its planned day, and what its reporter hears."""

from __future__ import annotations

from datetime import date

from stoep.meldingen.commands import forward_melding, note_extern_day, return_melding
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries import standaardteksten_for
from stoep.opdrachten.models import Opdracht
from stoep.toegang.actors import Actor


def tell_forwarded(opdracht: Opdracht, *, tekst: str, onderwerp: str, actor: Actor) -> None:
    """The report is with a contractor; its reporter hears so when there are words for it."""
    naar = f"{opdracht.opdrachtnemer.naam} (opdracht {opdracht.nummer})"
    forward_melding(opdracht.melding_id, naar=naar, tekst=tekst, onderwerp=onderwerp, actor=actor)


def tell_planned(opdracht: Opdracht, dag: date, *, actor: Actor) -> None:
    """The report has a day; its reporter hears so with the standard text, when that was chosen at sending."""
    found = standaardteksten_for(opdracht.melding, [Handeling.INGEPLAND.value]) if opdracht.meld_planning else []
    note_extern_day(
        opdracht.melding_id,
        dag=dag,
        tekst=found[0].tekst if found else "",
        onderwerp=found[0].onderwerp if found else "",
        actor=actor,
    )


def tell_back(opdracht: Opdracht, reden: str, *, actor: Actor) -> None:
    """The report is ours again: back in the worklist. One that is no longer with somebody else stays as it is."""
    if Melding.objects.filter(pk=opdracht.melding_id, doorgezet_op__isnull=False).exists():
        return_melding(opdracht.melding_id, reden=reden, actor=actor)
