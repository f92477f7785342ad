"""Send a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.conf import settings

from stoep.berichten.errors import BerichtEmpty
from stoep.berichten.models import Bericht
from stoep.berichten.ports import afzender
from stoep.berichten.queries import render_html
from stoep.berichten.tasks import send_one
from stoep.foundation import audit, clock, jobs
from stoep.foundation.numbers import Emailadres
from stoep.foundation.ref import Ref
from stoep.foundation.rows import new_id
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A stored file that goes with a message, under a name. Something else must keep the file: a document does."""

    naam: str
    sha256: str
    formaat: str


@whole
def send_bericht(
    *,
    soort: str,
    ontvanger: str,
    onderwerp: str,
    tekst: str,
    subject: Ref,
    actor: Actor,
    html: str | None = None,
    bijlagen: Sequence[Bijlage] = (),
) -> Bericht:
    """Store a message as it will go out, and have the worker send it once this transaction commits.

    Nothing goes out when the transaction does not commit. What Stoep sends by itself is sent by `SYSTEM`.
    """
    actor.require("berichten.send")
    onderwerp, tekst = " ".join(onderwerp.split())[:200], tekst.strip()
    if not onderwerp or not tekst:
        raise BerichtEmpty
    address = Emailadres(ontvanger).value
    bericht_id = new_id()
    bericht = Bericht(
        pk=bericht_id,
        soort=soort,
        ontvanger=address,
        onderwerp=onderwerp,
        tekst=sign_off(tekst),
        html=html if html is not None else render_html(onderwerp, tekst),
        betreft=str(subject),
        afzender=str(actor.ref),
        message_id=f"<{bericht_id.hex}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].strip('> ')}>",
        aangemaakt_op=clock.now(),
        bijlagen=[asdict(one) for one in bijlagen],
    )
    bericht.save(force_insert=True)
    jobs.defer(send_one, bericht_id=str(bericht.pk))
    audit.record(actor, "berichten.send", subject=bericht.ref, soort=soort)
    return bericht


def sign_off(tekst: str) -> str:
    """The text version, with our name and phone under it."""
    who = afzender()
    lines = [who.naam, who.adres, f"Telefoon {who.telefoon}" if who.telefoon else "", who.website]
    return tekst + "\n\n-- \n" + "\n".join(line for line in lines if line)
