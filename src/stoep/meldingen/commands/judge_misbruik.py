"""Say whether a report that looked like abuse is one."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.errors import MisbruikNotSuspected
from stoep.meldingen.events import MisbruikJudged
from stoep.meldingen.models import Handeling, Melding, Misbruik
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis


@transaction.atomic
def judge_misbruik(melding_id: UUID, *, is_misbruik: bool, actor: Actor) -> None:
    """Keep what a colleague thinks of it. What is in order gets the ordinary receipt after all, once."""
    melding: Melding = (
        Melding.objects.visible_to(actor).select_related("categorie", "zaak__zaaktype").locked(melding_id)
    )
    actor.require("zaken.set_status", melding)
    if melding.misbruik != Misbruik.MOGELIJK:
        raise MisbruikNotSuspected
    melding.misbruik = Misbruik.MISBRUIK if is_misbruik else Misbruik.IN_ORDE
    melding.save(update_fields=["misbruik"])
    tekst = "Dit is misbruik." if is_misbruik else "Bekeken: dit is een gewone melding."
    record_gebeurtenis(melding.zaak_id, soort="misbruik", tekst=tekst, actor=actor)
    audit.record(actor, "meldingen.judge_misbruik", subject=melding.ref, oordeel=melding.misbruik)
    outbox.publish(MisbruikJudged(melding_id=melding.pk, zaak_id=melding.zaak_id))
    if not is_misbruik and not melding.zaak.is_closed:
        tell_melder(melding, handeling=Handeling.ONTVANGEN, actor=actor)
