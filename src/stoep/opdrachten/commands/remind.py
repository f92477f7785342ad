"""Remind contractors of their terms, and tell our own people what stays late. Safe to run at any moment."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from stoep.berichten.commands import send_bericht
from stoep.foundation import audit, clock, outbox
from stoep.opdrachten.commands.history import write_line, write_own_line
from stoep.opdrachten.commands.mailing import mail_nemer
from stoep.opdrachten.commands.taking import WITH, ids_of
from stoep.opdrachten.events import OpdrachtReminded
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.queries.mails import feiten_of
from stoep.opdrachten.rules.herinneringen import Herinnering, Lopend, due_reminder
from stoep.opdrachten.rules.mailteksten import compose_bijna, compose_escalatie, compose_te_laat
from stoep.toegang.actors import SYSTEM

NOTED_IN = {
    Herinnering.BIJNA: "herinnerd_op",
    Herinnering.TE_LAAT: "gemaand_op",
    Herinnering.ESCALATIE: "geescaleerd_op",
}


def remind_opdrachtnemers() -> int:
    """Look at each order that a contractor has. Answers how many reminders went. Run twice, it sends them once."""
    now = clock.now().astimezone(clock.AMSTERDAM)
    rows = Opdracht.objects.bij_aannemer().filter(geescaleerd_op__isnull=True).order_by("termijn")
    due = [row.pk for row in rows.only(*FACTS).iterator() if due_reminder(facts_of(row), now) is not None]
    return sum(remind(key, now) for key in due)


FACTS = ("id", "status", "termijn", "verstuurd_op", "spoed", "herinnerd_op", "gemaand_op", "geescaleerd_op")


@transaction.atomic
def remind(opdracht_id: UUID, now: datetime) -> bool:
    """Send the reminder that is due for one order; another worker may have done so meanwhile."""
    opdracht: Opdracht | None = (
        Opdracht.objects.bij_aannemer()
        .select_related(*WITH)
        .select_for_update(of=("self",), skip_locked=True)
        .filter(pk=opdracht_id)
        .first()
    )
    soort = due_reminder(facts_of(opdracht), now) if opdracht is not None else None
    if opdracht is None or soort is None:
        return False
    setattr(opdracht, NOTED_IN[soort], clock.now())
    opdracht.wacht_op_ons = opdracht.wacht_op_ons or soort is Herinnering.ESCALATIE
    opdracht.save(update_fields=[NOTED_IN[soort], "wacht_op_ons"])
    if soort is Herinnering.BIJNA:
        mail_nemer(opdracht, compose_bijna(feiten_of(opdracht)), soort="bijna", actor=SYSTEM)
        write_own_line(opdracht, soort.value, wie=SYSTEM.name, van_ons=True)
    else:
        mail_nemer(opdracht, compose_te_laat(feiten_of(opdracht)), soort="te-laat", actor=SYSTEM)
        write_line(opdracht, soort.value, actor=SYSTEM, van_ons=True)
    if soort is Herinnering.ESCALATIE:
        tell_handler(opdracht)
    audit.record(SYSTEM, "opdrachten.remind", subject=opdracht.ref, soort=soort.value)
    outbox.publish(OpdrachtReminded(**ids_of(opdracht), soort=soort.value))
    return True


def tell_handler(opdracht: Opdracht) -> None:
    """Mail whoever handles the report; with nobody there the list of the team shows it."""
    handler = opdracht.melding.zaak.behandelaar
    if handler is None or not handler.email:
        return
    mail = compose_escalatie(
        feiten_of(opdracht),
        nemer=opdracht.opdrachtnemer.naam,
        telefoon=opdracht.opdrachtnemer.telefoon,
        behandelaar=handler.naam,
        zaak_link=f"{settings.BASE_URL}/werkplek/zaken/{opdracht.melding.zaak_id}/",
    )
    send_bericht(
        soort="opdracht-escalatie",
        ontvanger=handler.email,
        onderwerp=mail.onderwerp,
        tekst=mail.tekst,
        subject=opdracht.ref,
        actor=SYSTEM,
    )


def facts_of(opdracht: Opdracht) -> Lopend:
    """What the rule must know of an order."""
    return Lopend(
        termijn=opdracht.deadline,
        verstuurd_op=opdracht.verstuurd_op.astimezone(clock.AMSTERDAM),
        spoed=opdracht.spoed,
        is_vooraf_herinnerd=opdracht.herinnerd_op is not None,
        is_gemaand=opdracht.gemaand_op is not None,
        is_geescaleerd=opdracht.geescaleerd_op is not None,
    )
