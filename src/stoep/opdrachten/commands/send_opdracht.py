"""Forward a report to a contractor: an order, a mail with photo and link, and a word to the reporter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.models import Melding, MeldingFoto
from stoep.opdrachten.commands.history import write_own_line
from stoep.opdrachten.commands.mailing import mail_nemer
from stoep.opdrachten.commands.taking import LONGEST_TEKST, ids_of
from stoep.opdrachten.commands.telling import tell_forwarded
from stoep.opdrachten.errors import (
    AlreadyForwarded,
    FotoUnknown,
    OpdrachtnemerUnknown,
    TekstTooLong,
    TermijnInPast,
    WatMissing,
)
from stoep.opdrachten.events import OpdrachtSent
from stoep.opdrachten.models import FotoSoort, Opdracht, OpdrachtFoto, Opdrachtnemer
from stoep.opdrachten.queries.mails import preview_opdracht
from stoep.opdrachten.rules.termijnen import end_of, link_until
from stoep.toegang.actors import Actor


@transaction.atomic
def send_opdracht(
    melding_id: UUID,
    *,
    opdracht_id: UUID,
    opdrachtnemer_id: UUID,
    wat: str,
    termijn: datetime,
    spoed: bool = False,
    foto_ids: Sequence[UUID] = (),
    melder_tekst: str = "",
    melder_onderwerp: str = "",
    meld_planning: bool = True,
    versie: int | None = None,
    actor: Actor,
) -> Opdracht:
    """Send an order. A second click finds the order that the first one made.

    `opdracht_id` is chosen beforehand, so that the preview has the very link that is sent.
    """
    actor.require("opdrachten.send")
    made: Opdracht | None = Opdracht.objects.filter(pk=opdracht_id, melding=melding_id).first()
    if made is not None:
        return made
    melding = take_melding(melding_id, right="zaken.set_status", versie=versie, actor=actor)
    opdracht = draft_opdracht(
        melding,
        opdracht_id=opdracht_id,
        opdrachtnemer=take_nemer(opdrachtnemer_id),
        wat=wat,
        termijn=termijn,
        spoed=spoed,
        door=actor.name,
    )
    opdracht.meld_planning = meld_planning
    check_draft(opdracht)
    settle_earlier(melding)
    try:
        with transaction.atomic():
            opdracht.save(force_insert=True)
    except IntegrityError as error:  # the id of another order, or one that is open after all
        raise AlreadyForwarded(naam=opdracht.opdrachtnemer.naam, nummer=opdracht.nummer) from error
    fotos = add_fotos(opdracht, foto_ids)
    mail_nemer(opdracht, preview_opdracht(opdracht, fotos=len(fotos)), soort="verstuurd", fotos=fotos, actor=actor)
    write_own_line(opdracht, "verstuurd", wie=actor.name, van_ons=True, tekst=opdracht.wat)
    tell_forwarded(opdracht, tekst=melder_tekst, onderwerp=melder_onderwerp, actor=actor)
    audit.record(actor, "opdrachten.send", subject=opdracht.ref, spoed=spoed)
    outbox.publish(OpdrachtSent(**ids_of(opdracht), spoed=spoed))
    return opdracht


def draft_opdracht(
    melding: Melding,
    *,
    opdracht_id: UUID,
    opdrachtnemer: Opdrachtnemer,
    wat: str,
    termijn: datetime,
    spoed: bool,
    door: str,
) -> Opdracht:
    """The order as it will be stored: the preview shows it, and sending stores exactly this."""
    number = Opdracht.objects.filter(melding=melding).count() + 1
    return Opdracht(
        pk=opdracht_id,
        nummer=f"O{melding.meldernummer[1:]}-{number}",
        melding=melding,
        opdrachtnemer=opdrachtnemer,
        wat=wat.strip(),
        spoed=spoed,
        verstuurd_op=clock.now(),
        verstuurd_door=door[:120],
        termijn=termijn,
        link_tot=link_until(termijn),
        gewijzigd_op=clock.now(),
    )


def check_draft(opdracht: Opdracht) -> None:
    """Refuse what cannot be sent."""
    if not opdracht.wat:
        raise WatMissing
    if len(opdracht.wat) > LONGEST_TEKST:
        raise TekstTooLong(lengte=len(opdracht.wat), limiet=LONGEST_TEKST, field="wat")
    if opdracht.termijn < clock.now():
        raise TermijnInPast
    running = Opdracht.objects.filter(melding=opdracht.melding).open().select_related("opdrachtnemer").first()
    if running is not None:
        raise AlreadyForwarded(naam=running.opdrachtnemer.naam, nummer=running.nummer)


def take_nemer(opdrachtnemer_id: UUID) -> Opdrachtnemer:
    """A contractor that gets new orders. Raises OpdrachtnemerUnknown."""
    found: Opdrachtnemer | None = Opdrachtnemer.objects.filter(pk=opdrachtnemer_id, actief=True).first()
    if found is None:
        raise OpdrachtnemerUnknown
    return found


def settle_earlier(melding: Melding) -> None:
    """An order that was given back does not wait for us any more: this is what we do about it."""
    Opdracht.objects.filter(melding=melding, wacht_op_ons=True).update(wacht_op_ons=False)


def add_fotos(opdracht: Opdracht, foto_ids: Sequence[UUID]) -> list[OpdrachtFoto]:
    """The chosen photos of the report, with the order. Raises FotoUnknown for one of another report."""
    if not foto_ids:
        return []
    chosen = list(MeldingFoto.objects.filter(melding=opdracht.melding, pk__in=foto_ids).order_by("volgorde"))
    if len(chosen) != len(set(foto_ids)):
        raise FotoUnknown
    rows = [
        OpdrachtFoto(
            opdracht=opdracht,
            sha256=foto.sha256,
            formaat=foto.formaat,
            soort=FotoSoort.MEE,
            volgorde=place,
            gemaakt_op=clock.now(),
        )
        for place, foto in enumerate(chosen, start=1)
    ]
    OpdrachtFoto.objects.bulk_create(rows)
    return rows


def term_on(dag: date) -> datetime:
    """The end of a day in the Netherlands: until when an order may take."""
    return end_of(dag, clock.now().astimezone(clock.AMSTERDAM))
