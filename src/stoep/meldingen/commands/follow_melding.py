"""Follow a report of another: its updates come by mail, after the address was confirmed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from stoep.berichten.commands import send_bericht
from stoep.berichten.queries import template_text
from stoep.foundation import audit, clock
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.models import Melding, Volger
from stoep.meldingen.queries.volgen import place_of, volger_link
from stoep.meldingen.rules.ontvangers import fold
from stoep.meldingen.rules.volgteksten import CONFIRM, compose_bevestiging
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis

SOORT = "melding-volgen"
AGAIN_AFTER = timedelta(minutes=15)


@transaction.atomic
def follow_melding(melding_id: UUID, *, email: str, woorden: str = "", actor: Actor) -> None:
    """Ask to follow a report. Answers nothing: nobody can learn in this way who follows what.

    Whoever follows already, or reported it, gets no second mail. `woorden` are passed on to the handler.
    """
    melding: Melding = Melding.objects.select_related("categorie", "gebied", "zaak").locked(melding_id)
    if woorden.strip():
        record_gebeurtenis(melding.zaak_id, soort="volger", tekst=woorden.strip(), actor=able(actor, "zaken.note"))
    if fold(email) == fold(melding.email):
        return
    volger, is_new = Volger.objects.get_or_create(
        melding=melding, email=fold(email), defaults={"gevraagd_op": clock.now()}
    )
    is_asked = not is_new and (volger.bevestigd_op is not None or clock.now() - volger.gevraagd_op < AGAIN_AFTER)
    if is_asked:
        return
    if not is_new:
        volger.gevraagd_op = clock.now()
        volger.save(update_fields=["gevraagd_op"])
    ask_to_confirm(volger, actor=actor)
    audit.record(actor, "meldingen.follow", subject=melding.ref)


def ask_to_confirm(volger: Volger, *, actor: Actor) -> None:
    """Send the link by which the owner of the address says yes."""
    melding = volger.melding
    onderwerp, tekst = compose_bevestiging(
        template_text(SOORT, CONFIRM),
        categorie=melding.categorie.naam,
        plek=place_of(melding),
        link=volger_link(volger),
    )
    send_bericht(
        soort=SOORT,
        ontvanger=volger.email,
        onderwerp=onderwerp,
        tekst=tekst,
        subject=melding.ref,
        actor=able(actor, "berichten.send"),
    )
