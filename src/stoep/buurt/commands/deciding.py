"""What every decision about a text or photo does: take it, may you, is it still as you saw it, and write it down."""

from __future__ import annotations

from uuid import UUID

from stoep.buurt.errors import VrijgaveChanged
from stoep.buurt.models import Beoordeling, Vrijgave
from stoep.foundation import audit, clock
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis

LONGEST_REASON = 200
DECIDED = ["beoordeling", "reden", "beoordeeld_op", "beoordeeld_door"]


def take(vrijgave_id: UUID, *, seen: str, actor: Actor) -> tuple[Vrijgave, Melding]:
    """Take one for deciding. `seen` is the decision that the page showed: whoever was faster is not overruled unseen."""
    vrijgave: Vrijgave = Vrijgave.objects.locked(vrijgave_id)
    melding: Melding = Melding.objects.select_related("zaak__zaaktype").one(vrijgave.melding_id)
    actor.require("buurt.release", melding)
    if seen and vrijgave.beoordeling != seen:
        raise VrijgaveChanged
    return vrijgave, melding


def decide(vrijgave: Vrijgave, beoordeling: Beoordeling, *, reden: str, fields: list[str], actor: Actor) -> None:
    """Store the decision, with who and when, in the logs and in the history of the zaak."""
    before = vrijgave.beoordeling
    vrijgave.beoordeling = beoordeling
    vrijgave.reden = reden[:LONGEST_REASON]
    vrijgave.beoordeeld_op = clock.now()
    vrijgave.beoordeeld_door = actor.ref.id
    vrijgave.save(update_fields=[*DECIDED, *fields])
    audit.record(actor, f"buurt.{beoordeling.value}", subject=vrijgave.ref, van=before)
    what = vrijgave.get_onderdeel_display().lower()
    record_gebeurtenis(
        vrijgave.zaak_id,
        soort=f"{vrijgave.onderdeel}_{beoordeling.value}",
        tekst=vrijgave.reden,
        waarden={"onderdeel": what},
        actor=actor,
    )
