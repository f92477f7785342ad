"""What a colleague does with an order: look at the work, answer, move the term, withdraw, take up what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands import resolve_melding, show_herstelfotos
from stoep.meldingen.models import Handeling
from stoep.opdrachten.commands.history import write_line, write_own_line
from stoep.opdrachten.commands.mailing import mail_nemer
from stoep.opdrachten.commands.taking import check_tekst, ids_of, move, take_as_staff
from stoep.opdrachten.commands.telling import tell_back
from stoep.opdrachten.errors import FotoUnknown, NotGivenBack, TermijnInPast
from stoep.opdrachten.events import OpdrachtAccepted, OpdrachtRejected, OpdrachtWithdrawn
from stoep.opdrachten.models import FotoSoort, Opdracht
from stoep.opdrachten.queries.mails import feiten_of
from stoep.opdrachten.rules.mailteksten import (
    compose_afgekeurd,
    compose_antwoord,
    compose_ingetrokken,
    compose_link,
)
from stoep.opdrachten.rules.opdrachtstatussen import Daad
from stoep.opdrachten.rules.termijnen import link_until
from stoep.toegang.actors import SYSTEM, Actor


@transaction.atomic
def accept_opdracht(
    opdracht_id: UUID, *, tekst: str, onderwerp: str = "", foto_ids: Sequence[UUID] = (), actor: Actor
) -> None:
    """The work is good: close the report with a message and the chosen photos of the repair."""
    opdracht = take_as_staff(opdracht_id, Daad.KEUR_GOED, actor=actor)
    chosen = list(opdracht.fotos.filter(soort=FotoSoort.GEREED, pk__in=foto_ids))
    if len(chosen) != len(set(foto_ids)):
        raise FotoUnknown
    opdracht.wacht_op_ons = False
    move(opdracht, Daad.KEUR_GOED, "wacht_op_ons")
    write_line(opdracht, "goedgekeurd", actor=actor, van_ons=True)
    show_herstelfotos(
        opdracht.melding_id, document_ids=[foto.document_id for foto in chosen if foto.document_id], actor=actor
    )
    resolve_melding(opdracht.melding_id, tekst=tekst, onderwerp=onderwerp, uitkomst=Handeling.OPGELOST, actor=actor)
    audit.record(actor, "opdrachten.accept", subject=opdracht.ref, in_termijn=opdracht.is_in_term)
    outbox.publish(OpdrachtAccepted(**ids_of(opdracht), in_termijn=opdracht.is_in_term))


@transaction.atomic
def reject_opdracht(opdracht_id: UUID, *, reden: str, termijn: datetime | None = None, actor: Actor) -> None:
    """The work is not good yet: it goes back to the contractor with the reason, perhaps with a new term."""
    opdracht = take_as_staff(opdracht_id, Daad.KEUR_AF, actor=actor)
    words = check_tekst(reden)
    opdracht.wacht_op_ons = False
    opdracht.gereed_op = None
    opdracht.afgekeurd_keer += 1
    set_termijn(opdracht, termijn)
    move(opdracht, Daad.KEUR_AF, "wacht_op_ons", "gereed_op", "afgekeurd_keer", *TERM)
    mail = compose_afgekeurd(feiten_of(opdracht, groet=actor.name), reden=words)
    mail_nemer(opdracht, mail, soort="afgekeurd", actor=actor)
    write_line(opdracht, "afgekeurd", actor=actor, van_ons=True, tekst=words)
    audit.record(actor, "opdrachten.reject", subject=opdracht.ref)
    outbox.publish(OpdrachtRejected(**ids_of(opdracht)))


@transaction.atomic
def answer_opdrachtnemer(opdracht_id: UUID, *, tekst: str, termijn: datetime | None = None, actor: Actor) -> None:
    """Answer the question of the contractor, or tell something yourself; perhaps with a new term."""
    opdracht = take_as_staff(opdracht_id, Daad.ANTWOORD, actor=actor)
    words = check_tekst(tekst)
    asked, opdracht.vraag = opdracht.vraag, ""
    opdracht.wacht_op_ons = False
    set_termijn(opdracht, termijn)
    move(opdracht, Daad.ANTWOORD, "vraag", "wacht_op_ons", *TERM)
    mail = compose_antwoord(
        feiten_of(opdracht, groet=actor.name), vraag=asked, antwoord=words, is_verzet=termijn is not None
    )
    mail_nemer(opdracht, mail, soort="antwoord", actor=actor)
    write_line(opdracht, "antwoord", actor=actor, van_ons=True, tekst=words)
    if termijn is not None:
        write_own_line(opdracht, "termijn", wie=actor.name, van_ons=True, tekst=opdracht.termijn_woord)
    audit.record(actor, "opdrachten.answer", subject=opdracht.ref, verzet=termijn is not None)


TERM = ("termijn", "link_tot", "herinnerd_op", "gemaand_op", "geescaleerd_op")


def set_termijn(opdracht: Opdracht, termijn: datetime | None) -> None:
    """Agree on another term; reminders begin anew. Nothing changes without one."""
    if termijn is None:
        return
    if termijn < clock.now():
        raise TermijnInPast
    opdracht.termijn, opdracht.link_tot = termijn, max(opdracht.link_tot, link_until(termijn))
    opdracht.herinnerd_op = opdracht.gemaand_op = opdracht.geescaleerd_op = None


@transaction.atomic
def withdraw_opdracht(opdracht_id: UUID, *, reden: str = "", actor: Actor) -> None:
    """The order is not needed any more; the contractor hears so."""
    opdracht = take_as_staff(opdracht_id, Daad.TREK_IN, actor=actor)
    words = check_tekst(reden, is_needed=False)
    withdraw(opdracht, Daad.TREK_IN, reden=words, actor=actor)
    tell_back(opdracht, words or f"Opdracht {opdracht.nummer} is ingetrokken.", actor=actor)


@transaction.atomic
def withdraw_with_melding(melding_id: UUID) -> None:
    """The report was taken back from outside: what the contractor still has stops. Twice does nothing."""
    for found in Opdracht.objects.bij_aannemer().filter(melding=melding_id).values_list("pk", flat=True):
        opdracht: Opdracht = Opdracht.objects.select_related("opdrachtnemer", "melding__zaak").locked(found)
        if opdracht.is_bij_aannemer:
            withdraw(opdracht, Daad.SLUIT, reden="De gemeente heeft de melding teruggenomen.", actor=SYSTEM)


@transaction.atomic
def withdraw_double(melding_id: UUID, *, hoofd_id: UUID) -> None:
    """A report became part of another that is with a contractor too: one order is enough. Else its order runs on."""
    if Opdracht.objects.filter(melding=hoofd_id).open().exists():
        for found in Opdracht.objects.bij_aannemer().filter(melding=melding_id).values_list("pk", flat=True):
            opdracht: Opdracht = Opdracht.objects.select_related("opdrachtnemer", "melding__zaak").locked(found)
            if opdracht.is_bij_aannemer:
                withdraw(
                    opdracht, Daad.SLUIT, reden="Dit was twee keer gemeld. De andere opdracht blijft.", actor=SYSTEM
                )


@transaction.atomic
def close_with_melding(zaak_id: UUID) -> None:
    """The report was closed while an order ran: withdraw what was not done, and close what was. Twice does nothing."""
    for found in Opdracht.objects.filter(melding__zaak=zaak_id).values_list("pk", flat=True):
        opdracht: Opdracht = Opdracht.objects.select_related("opdrachtnemer", "melding__zaak").locked(found)
        if opdracht.is_bij_aannemer:
            withdraw(opdracht, Daad.SLUIT, reden="De melding is afgesloten.", actor=SYSTEM)
        elif opdracht.is_open:
            opdracht.wacht_op_ons = False
            move(opdracht, Daad.SLUIT, "wacht_op_ons")
            write_own_line(opdracht, "goedgekeurd", wie=SYSTEM.name, van_ons=True, tekst="De melding is afgesloten.")
        elif opdracht.wacht_op_ons:
            opdracht.wacht_op_ons = False
            opdracht.save(update_fields=["wacht_op_ons"])


def withdraw(opdracht: Opdracht, daad: Daad, *, reden: str, actor: Actor) -> None:
    """Stop an order that the contractor has, with a mail."""
    opdracht.vraag, opdracht.wacht_op_ons = "", False
    move(opdracht, daad, "vraag", "wacht_op_ons")
    groet = actor.name if actor.account_id is not None else ""
    mail_nemer(
        opdracht, compose_ingetrokken(feiten_of(opdracht, groet=groet), reden=reden), soort="ingetrokken", actor=actor
    )
    write_line(opdracht, "ingetrokken", actor=actor, van_ons=True, tekst=reden)
    audit.record(actor, "opdrachten.withdraw", subject=opdracht.ref)
    outbox.publish(OpdrachtWithdrawn(**ids_of(opdracht)))


@transaction.atomic
def settle_returned(opdracht_id: UUID, *, actor: Actor) -> None:
    """Take up what was given back: the mark goes, the report stays ours. Raises NotGivenBack when it is done before."""
    opdracht: Opdracht = (
        Opdracht.objects.visible_to(actor).select_related("opdrachtnemer", "melding__zaak").locked(opdracht_id)
    )
    actor.require("opdrachten.send", opdracht)
    if opdracht.is_open or not opdracht.wacht_op_ons:
        raise NotGivenBack
    opdracht.wacht_op_ons = False
    opdracht.gewijzigd_op = clock.now()
    opdracht.save(update_fields=["wacht_op_ons", "gewijzigd_op"])
    write_own_line(opdracht, "opgepakt", wie=actor.name, van_ons=True)
    audit.record(actor, "opdrachten.settle", subject=opdracht.ref)


@transaction.atomic
def renew_link(opdracht_id: UUID, *, actor: Actor) -> None:
    """Mail the contractor a new link to the known address; older ones stop at once."""
    opdracht = take_as_staff(opdracht_id, Daad.ANTWOORD, actor=actor)
    opdracht.link_versie += 1
    opdracht.link_tot = max(opdracht.link_tot, link_until(clock.now()))
    opdracht.mail_mislukt = False
    opdracht.save(update_fields=["link_versie", "link_tot", "mail_mislukt"])
    mail_nemer(opdracht, compose_link(feiten_of(opdracht, groet=actor.name)), soort="link", actor=actor)
    write_own_line(opdracht, "nieuwe_link", wie=actor.name, van_ons=True)
    audit.record(actor, "opdrachten.renew_link", subject=opdracht.ref)
