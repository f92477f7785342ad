"""Let the service norm stand still while the reporter is asked something.

A report has no term set by law (it leads to no decision), so nothing is suspended in the sense of Awb 4:15:
the day on which we want to be ready moves by the working days that we waited.
"""

from __future__ import annotations

from datetime import date, datetime

from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen, werkdagen_between
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor
from stoep.zaken.commands import replan_zaak

NORM_FIELDS = ["vraag", "vraag_gesteld_op", "vraag_tot", "norm_voor_vraag", "verwacht_op", "antwoord_op"]


def pause_norm(melding: Melding, *, tot: datetime, actor: Actor) -> None:
    """Move the norm by the days that the reporter has to answer. The caller stores NORM_FIELDS.

    A second question while the first is open goes on from the norm of before both.
    """
    if melding.norm_voor_vraag is None:
        melding.norm_voor_vraag = melding.verwacht_op
        melding.vraag_gesteld_op = clock.now()
    melding.vraag_tot = tot
    melding.antwoord_op = None
    move_norm(melding, waited=waited_until(melding, day_of(tot)), actor=actor)


def end_question(melding: Melding, *, actor: Actor) -> None:
    """No question is open any more: the norm goes on, later by the days waited. The caller stores NORM_FIELDS."""
    if melding.norm_voor_vraag is not None:
        move_norm(melding, waited=waited_until(melding, clock.today()), actor=actor)
    melding.vraag = ""
    melding.vraag_gesteld_op = melding.vraag_tot = melding.norm_voor_vraag = melding.antwoord_op = None


def move_norm(melding: Melding, *, waited: int, actor: Actor) -> None:
    """Set the norm so many working days after that of before the question."""
    norm = melding.norm_voor_vraag or melding.verwacht_op
    melding.verwacht_op = add_werkdagen(norm, waited) if waited else norm
    replan_zaak(melding.zaak_id, geplande_einddatum=melding.verwacht_op, actor=able(actor, "zaken.set_status"))


def waited_until(melding: Melding, day: date) -> int:
    """The working days between the question and a day."""
    asked = day_of(melding.vraag_gesteld_op or clock.now())
    return max(werkdagen_between(asked, day), 0)


def day_of(moment: datetime) -> date:
    """The calendar day in the Netherlands."""
    return moment.astimezone(clock.AMSTERDAM).date()
