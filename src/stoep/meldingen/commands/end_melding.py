"""End a report with its parts: a few at once, many batch by batch by the worker, the hoofdmelding last."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from stoep.catalogi.models import Resultaattype
from stoep.foundation import audit, clock, jobs, outbox
from stoep.meldingen.commands.close_parts import close_parts
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.commands.set_phase import resultaattype_of
from stoep.meldingen.commands.take_melding import with_all
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.events import MeldingCancelled, MeldingResolved
from stoep.meldingen.models import GEANNULEERD, Deelsluiting, Handeling, Melding
from stoep.meldingen.queries.samen import deelmeldingen
from stoep.meldingen.rules.statussen import Stand
from stoep.meldingen.rules.tekst import cut
from stoep.meldingen.rules.uitkomsten import RESULTAAT_OF
from stoep.toegang.actors import Actor
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of
from stoep.zaken.commands import close_zaak

AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Einde:
    """How a report ends. `reden` is for colleagues, `tekst` for who waits."""

    uitkomst: str
    tekst: str
    onderwerp: str = ""
    reden: str = ""


def end_melding(melding: Melding, einde: Einde, *, actor: Actor) -> None:
    """End a report that the caller took. With more parts than one transaction should hold the worker goes on."""
    from stoep.meldingen.tasks import close_round

    parts = deelmeldingen(melding).open().count()
    if parts <= AT_ONCE or actor.account_id is None:
        resultaattype = resultaat_for(melding, einde)
        close_parts(melding, resultaattype, tekst=einde.tekst, uitkomst=einde.uitkomst, actor=actor)
        finish(melding, einde, resultaattype, actor=actor)
        return
    sluiting = Deelsluiting.objects.create(
        melding=melding,
        uitkomst=einde.uitkomst,
        tekst=einde.tekst,
        onderwerp=einde.onderwerp,
        reden=einde.reden,
        aantal=parts,
        account_id=actor.account_id,
        begonnen_op=clock.now(),
    )
    audit.record(actor, "meldingen.end_in_rounds", subject=melding.ref, uitkomst=einde.uitkomst)
    jobs.defer(close_round, sluiting_id=str(sluiting.pk))


def run_deelsluiting(sluiting_id: UUID) -> None:
    """Go on until all are closed. Killed on the way, it goes on with the parts that are still open."""
    while close_some(sluiting_id):
        pass


@transaction.atomic
def close_some(sluiting_id: UUID) -> bool:
    """Close the next few parts, or the report itself when none is left open; False when it is done."""
    sluiting = Deelsluiting.objects.select_for_update().filter(pk=sluiting_id).first()
    if sluiting is None:
        return False
    melding: Melding = with_all(Melding.objects.all()).locked(sluiting.melding_id)
    actor = actor_of(Account.objects.get(pk=sluiting.account_id))
    einde = Einde(sluiting.uitkomst, sluiting.tekst, sluiting.onderwerp, sluiting.reden)
    resultaattype = resultaat_for(melding, einde)
    tekst, uitkomst = einde.tekst, einde.uitkomst
    if close_parts(melding, resultaattype, tekst=tekst, uitkomst=uitkomst, most=AT_ONCE, actor=actor):
        return True
    if not melding.zaak.is_closed:
        finish(melding, einde, resultaattype, actor=actor)
    sluiting.delete()
    return False


def resultaat_for(melding: Melding, einde: Einde) -> Resultaattype:
    """The result that the zaak gets."""
    return resultaattype_of(melding, RESULTAAT_OF.get(einde.uitkomst, Stand.GEANNULEERD.value))


def finish(melding: Melding, einde: Einde, resultaattype: Resultaattype, *, actor: Actor) -> None:
    """Close the report itself, and tell everybody who waits, each once."""
    tekst, is_cancelled = einde.tekst, einde.uitkomst == GEANNULEERD
    melding.oplossing, melding.uitkomst, melding.doorgezet_op = tekst, einde.uitkomst, None
    end_question(melding, actor=actor)
    melding.save(update_fields=["oplossing", "uitkomst", "doorgezet_op", *NORM_FIELDS])
    toelichting = cut(einde.reden or tekst)
    close_zaak(melding.zaak_id, resultaattype_id=resultaattype.pk, toelichting=toelichting, actor=actor)
    if tekst.strip():
        handeling = Handeling.GEANNULEERD if is_cancelled else Handeling(einde.uitkomst)
        tell_melder(melding, handeling=handeling, tekst=tekst, onderwerp=einde.onderwerp, actor=actor)
        tell_anderen(melding, handeling=handeling, tekst=tekst, onderwerp=einde.onderwerp, actor=actor)
    if is_cancelled:
        audit.record(actor, "meldingen.cancel", subject=melding.ref)
        outbox.publish(MeldingCancelled(melding_id=melding.pk, zaak_id=melding.zaak_id))
    else:
        audit.record(actor, "meldingen.resolve", subject=melding.ref, uitkomst=einde.uitkomst)
        outbox.publish(MeldingResolved(melding_id=melding.pk, zaak_id=melding.zaak_id, uitkomst=einde.uitkomst))
