"""Hand a message to the mail server: done by the worker, safe to repeat."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import F

from stoep.berichten.events import BerichtFailed, BerichtSent
from stoep.berichten.models import Bericht, Verzendstatus
from stoep.foundation import clock, failures, mail, outbox, storage
from stoep.foundation.errors import DomainError, Rejected, Unavailable
from stoep.foundation.jobs import PAUSES

MOST_TRIES = len(PAUSES)


def deliver_bericht(bericht_id: UUID) -> None:
    """Send once. A second run finds it sent, or in the hands of another worker, and leaves it.

    Between the answer of the mail server and our note of it a crash may fall; then it is sent again under
    the same Message-ID, because twice is better than never. Raises Unavailable to be tried again later.
    """
    started = Bericht.objects.filter(pk=bericht_id, status=Verzendstatus.TE_VERZENDEN).update(
        begonnen_op=clock.now(), pogingen=F("pogingen") + 1
    )
    if not started:
        return
    try:
        hand_over(bericht_id)
    except Unavailable as error:
        if Bericht.objects.filter(pk=bericht_id, pogingen__lt=MOST_TRIES).exists():
            raise
        give_up(bericht_id, error)
    except (Rejected, DomainError) as error:
        give_up(bericht_id, error)


@transaction.atomic
def hand_over(bericht_id: UUID) -> None:
    """Send while the row is locked, and keep the proof in the same transaction."""
    bericht = (
        Bericht.objects.select_for_update(skip_locked=True)
        .filter(pk=bericht_id, status=Verzendstatus.TE_VERZENDEN)
        .first()
    )
    if bericht is None:
        return
    mail.send_mail(
        to=bericht.ontvanger,
        subject=bericht.onderwerp,
        text=bericht.tekst,
        html=bericht.html or None,
        message_id=bericht.message_id,
        attachments=read_bijlagen(bericht),
    )
    bericht.status = Verzendstatus.VERZONDEN
    bericht.verzonden_op = clock.now()
    bericht.fout = ""
    bericht.save(update_fields=["status", "verzonden_op", "fout"])
    outbox.publish(BerichtSent(bericht_id=bericht.pk, soort=bericht.soort, betreft=bericht.betreft))


def read_bijlagen(bericht: Bericht) -> list[mail.Attachment]:
    """The files that go with it. One that was removed meanwhile (a term was over) stays behind: the words still go."""
    found = []
    for one in bericht.bijlagen:
        if storage.exists(one["sha256"]):
            with storage.open_stored(one["sha256"]) as file:
                found.append(mail.Attachment(one["naam"], file.read(), one["formaat"]))
    return found


@transaction.atomic
def give_up(bericht_id: UUID, error: Exception) -> None:
    """Mark a message that will not go out, with the reason, where people look for it."""
    bericht: Bericht = Bericht.objects.locked(bericht_id)
    bericht.status = Verzendstatus.MISLUKT
    bericht.fout = failures.without_personal_data(str(error))[:500]
    bericht.save(update_fields=["status", "fout"])
    outbox.publish(BerichtFailed(bericht_id=bericht.pk, soort=bericht.soort, betreft=bericht.betreft))
