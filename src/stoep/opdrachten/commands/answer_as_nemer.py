"""What a contractor does with an order, through its link. Twice the same click is once the same act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.foundation.nederlands import full_day
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.opdrachten.commands.history import write_line, write_own_line
from stoep.opdrachten.commands.keep_fotos import keep_fotos
from stoep.opdrachten.commands.taking import check_tekst, ids_of, move, nemer_of, stoep_for, take_as_nemer
from stoep.opdrachten.commands.telling import tell_back, tell_planned
from stoep.opdrachten.errors import DayInPast, OpdrachtMovedOn, PeriodReversed, RedenMissing
from stoep.opdrachten.events import OpdrachtAsked, OpdrachtPlanned, OpdrachtReady, OpdrachtReturned
from stoep.opdrachten.models import FotoSoort, Opdracht, Teruggavereden
from stoep.opdrachten.rules.opdrachtstatussen import Daad, Stand

FARTHEST = timedelta(days=366)


@transaction.atomic
def view_opdracht(opdracht_id: UUID) -> None:
    """Note that the contractor opened the order; only the first time."""
    try:
        opdracht = take_as_nemer(opdracht_id, Daad.BEKIJK)
    except OpdrachtMovedOn:
        return
    move(opdracht, Daad.BEKIJK)
    write_own_line(opdracht, "bekeken", wie=opdracht.opdrachtnemer.naam, van_ons=False)
    audit.record(nemer_of(opdracht), "opdrachten.view", subject=opdracht.ref)


@transaction.atomic
def plan_opdracht(opdracht_id: UUID, *, dag: date, tot: date | None = None) -> None:
    """Give the work a day, or a period. The report gets the last day of it, and its reporter hears so."""
    opdracht = take_as_nemer(opdracht_id, Daad.PLAN)
    today = clock.today()
    if not today <= dag <= today + FARTHEST:
        raise DayInPast
    if tot is not None and tot < dag:
        raise PeriodReversed
    if tot is not None and tot > today + FARTHEST:
        raise DayInPast(field="tot")
    if opdracht.stand is Stand.INGEPLAND and (opdracht.gepland_op, opdracht.gepland_tot) == (dag, tot):
        return
    opdracht.gepland_op, opdracht.gepland_tot = dag, tot
    move(opdracht, Daad.PLAN, "gepland_op", "gepland_tot")
    write_line(opdracht, "ingepland", actor=nemer_of(opdracht), van_ons=False, tekst=days_in_words(dag, tot))
    tell_planned(opdracht, tot or dag, actor=stoep_for(opdracht))
    audit.record(nemer_of(opdracht), "opdrachten.plan", subject=opdracht.ref)
    outbox.publish(OpdrachtPlanned(**ids_of(opdracht)))


@transaction.atomic
def report_ready(opdracht_id: UUID, *, tekst: str, fotos: Sequence[Foto] = ()) -> None:
    """Say that the work is done, with photos. A colleague looks before the reporter hears."""
    opdracht = take_as_nemer(opdracht_id, Daad.MELD_GEREED)
    words = check_tekst(tekst)
    keep_fotos(opdracht, fotos, soort=FotoSoort.GEREED)
    opdracht.gereed_op, opdracht.gereed_tekst = clock.now(), words
    opdracht.vraag, opdracht.wacht_op_ons = "", True
    move(opdracht, Daad.MELD_GEREED, "gereed_op", "gereed_tekst", "vraag", "wacht_op_ons")
    write_line(opdracht, "gereed", actor=nemer_of(opdracht), van_ons=False, tekst=words)
    audit.record(nemer_of(opdracht), "opdrachten.ready", subject=opdracht.ref, in_termijn=opdracht.is_in_term)
    outbox.publish(OpdrachtReady(**ids_of(opdracht), in_termijn=opdracht.is_in_term))


@transaction.atomic
def return_opdracht(opdracht_id: UUID, *, reden: str, tekst: str = "", fotos: Sequence[Foto] = ()) -> None:
    """Give the order back, with the reason. The report is back in the worklist, with a mark."""
    opdracht = take_as_nemer(opdracht_id, Daad.GEEF_TERUG)
    if reden not in Teruggavereden.values:
        raise RedenMissing
    words = check_tekst(tekst, is_needed=reden == Teruggavereden.ANDERS)
    keep_fotos(opdracht, fotos, soort=FotoSoort.TOELICHTING)
    opdracht.reden, opdracht.toelichting = reden, words
    opdracht.vraag, opdracht.wacht_op_ons = "", True
    move(opdracht, Daad.GEEF_TERUG, "reden", "toelichting", "vraag", "wacht_op_ons")
    told = f"{Teruggavereden(reden).label}. {words}".strip()
    write_own_line(opdracht, "teruggegeven", wie=opdracht.opdrachtnemer.naam, van_ons=False, tekst=told)
    tell_back(opdracht, f"{opdracht.opdrachtnemer.naam}: {told}", actor=stoep_for(opdracht))
    audit.record(nemer_of(opdracht), "opdrachten.return", subject=opdracht.ref, reden=reden)
    outbox.publish(OpdrachtReturned(**ids_of(opdracht), reden=reden))


@transaction.atomic
def ask_gemeente(opdracht_id: UUID, *, tekst: str, fotos: Sequence[Foto] = ()) -> None:
    """Ask a colleague something. The term runs on; the answer comes by mail and stands with the order."""
    opdracht = take_as_nemer(opdracht_id, Daad.VRAAG)
    words = check_tekst(tekst)
    if opdracht.vraag == words:
        return
    keep_fotos(opdracht, fotos, soort=FotoSoort.TOELICHTING)
    opdracht.vraag, opdracht.wacht_op_ons = words, True
    move(opdracht, Daad.VRAAG, "vraag", "wacht_op_ons")
    write_line(opdracht, "vraag", actor=nemer_of(opdracht), van_ons=False, tekst=words)
    audit.record(nemer_of(opdracht), "opdrachten.ask", subject=opdracht.ref)
    outbox.publish(OpdrachtAsked(**ids_of(opdracht)))


def is_same_answer(opdracht: Opdracht, daad: Daad, tekst: str) -> bool:
    """True when this very answer was given before: a second click, or a page that was sent again."""
    if daad is Daad.MELD_GEREED:
        return opdracht.stand in (Stand.GEREED, Stand.AFGEROND) and opdracht.gereed_tekst == tekst.strip()
    if daad is Daad.GEEF_TERUG:
        return opdracht.stand is Stand.TERUGGEGEVEN and opdracht.toelichting == tekst.strip()
    return False


def days_in_words(dag: date, tot: date | None) -> str:
    """The planned day or period."""
    return f"{full_day(dag)} tot en met {full_day(tot)}" if tot and tot != dag else full_day(dag)
