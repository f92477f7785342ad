"""Handle all reports of a wave with one act: put away at once, done by the worker, each report once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, jobs
from stoep.foundation.errors import DomainError, NotAllowed
from stoep.meldingen.commands.accept_melding import accept_melding
from stoep.meldingen.commands.golf import take_golf
from stoep.meldingen.commands.plan_melding import plan_melding
from stoep.meldingen.commands.resolve_melding import resolve_melding
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import PlanInPast, TekstMissing
from stoep.meldingen.models import Golfhandeling, Handeling, Melding
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of

AT_ONCE = 20
ACTS = (Handeling.IN_BEHANDELING, Handeling.INGEPLAND, Handeling.OPGELOST, Handeling.NIET_GEVONDEN)


@transaction.atomic
def handle_golf(
    golf_id: UUID,
    *,
    handeling: Handeling | str,
    tekst: str = "",
    onderwerp: str = "",
    dag: date | None = None,
    actor: Actor,
) -> Golfhandeling:
    """Begin an act on all reports that are in the wave now; every reporter gets one message when there is a text."""
    from stoep.meldingen.tasks import go_on_with_golf

    handeling = Handeling(handeling)
    ending = handeling not in (Handeling.IN_BEHANDELING, Handeling.INGEPLAND)
    actor.require("zaken.close" if ending else "zaken.set_status")
    if actor.account_id is None:
        raise NotAllowed(right="zaken.set_status")
    golf = take_golf(golf_id)
    check_tekst(tekst)
    if ending and not tekst.strip():
        raise TekstMissing
    if handeling is Handeling.INGEPLAND and (dag is None or dag < clock.today()):
        raise PlanInPast
    act: Golfhandeling = Golfhandeling.objects.create(
        golf=golf,
        handeling=handeling.value,
        onderwerp=onderwerp,
        tekst=tekst,
        dag=dag,
        account_id=actor.account_id,
        wie_naam=actor.name,
        begonnen_op=clock.now(),
    )
    audit.record(actor, "meldingen.handle_golf", subject=golf.ref, handeling=handeling.value)
    jobs.defer(go_on_with_golf, handeling_id=str(act.pk))
    return act


def run_golfhandeling(handeling_id: UUID) -> None:
    """Go on with an act until it is done. Killed on the way, it goes on after the last report that was stored."""
    while do_some(handeling_id):
        pass


@transaction.atomic
def do_some(handeling_id: UUID) -> bool:
    """Do the next few reports, with their messages and how far we are in one transaction. False when it is done."""
    act: Golfhandeling = Golfhandeling.objects.locked(handeling_id)
    if act.klaar_op is not None:
        return False
    waiting = Melding.objects.filter(golf=act.golf_id, gemeld_op__lte=act.begonnen_op).order_by("pk")
    if act.tot is not None:
        waiting = waiting.filter(pk__gt=act.tot)
    ids = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    if not ids:
        act.klaar_op = clock.now()
        act.save(update_fields=["klaar_op"])
        return False
    actor = actor_of(Account.objects.get(pk=act.account_id))
    done = sum(do_one(act, melding_id, actor) for melding_id in ids)
    act.tot, act.gedaan, act.overgeslagen = ids[-1], act.gedaan + done, act.overgeslagen + len(ids) - done
    act.save(update_fields=["tot", "gedaan", "overgeslagen"])
    return True


def do_one(act: Golfhandeling, melding_id: UUID, actor: Actor) -> bool:
    """Do it to one report. One that cannot be done (handled already, a colleague's, a part) is passed over."""
    tekst, onderwerp = act.tekst, act.onderwerp
    try:
        with transaction.atomic():
            if act.handeling == Handeling.IN_BEHANDELING:
                accept_melding(melding_id, bericht=bool(tekst.strip()), tekst=tekst, onderwerp=onderwerp, actor=actor)
            elif act.handeling == Handeling.INGEPLAND:
                plan_melding(melding_id, dag=act.dag or clock.today(), tekst=tekst, onderwerp=onderwerp, actor=actor)
            else:
                resolve_melding(melding_id, uitkomst=act.handeling, tekst=tekst, onderwerp=onderwerp, actor=actor)
    except DomainError:
        return False
    return True
