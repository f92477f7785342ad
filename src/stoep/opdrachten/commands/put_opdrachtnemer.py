"""Store a contractor with what was agreed, or stop giving it new orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.numbers import Emailadres
from stoep.gebieden.queries import get_gebied
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Categorie
from stoep.opdrachten.errors import AfspraakInvalid, AfspraakTwice, OpdrachtnemerChanged, OpdrachtnemerExists
from stoep.opdrachten.models import Afspraak, Opdrachtnemer
from stoep.opdrachten.models.opdrachtnemers import MOST_UREN, MOST_WERKDAGEN
from stoep.toegang.actors import Actor


@dataclass(frozen=True, slots=True)
class Termijnafspraak:
    """How soon work of a category (slug) is done: in working days, and in hours when it is urgent."""

    categorie: str
    werkdagen: int
    spoed_uren: int | None = None


@transaction.atomic
def put_opdrachtnemer(
    *,
    naam: str,
    email: str,
    telefoon: str = "",
    contactpersoon: str = "",
    contractnummer: str = "",
    gebieden: Sequence[str] = (),
    afspraken: Sequence[Termijnafspraak] = (),
    opdrachtnemer_id: UUID | None = None,
    versie: int | None = None,
    actor: Actor,
) -> Opdrachtnemer:
    """Make a contractor, or change it. Orders that run keep the term that was agreed when they were sent.

    `versie` is what the editor saw: somebody else's change is never overwritten unseen.
    """
    actor.require("opdrachten.manage")
    row = Opdrachtnemer() if opdrachtnemer_id is None else Opdrachtnemer.objects.locked(opdrachtnemer_id)
    if opdrachtnemer_id is not None and versie is not None and row.versie != versie:
        raise OpdrachtnemerChanged
    naam = " ".join(naam.split())[:120]
    if Opdrachtnemer.objects.filter(naam__iexact=naam).exclude(pk=row.pk).exists():
        raise OpdrachtnemerExists
    old = {"naam": row.naam, "email": row.email, "gebieden": list(row.gebieden)}
    row.naam, row.email = naam, Emailadres(email).value
    row.telefoon, row.contactpersoon, row.contractnummer = telefoon, contactpersoon, contractnummer
    row.gebieden = [code for code in dict.fromkeys(gebieden) if get_gebied(code) is not None]
    row.versie = row.versie + 1 if opdrachtnemer_id else 1
    row.save()
    store_afspraken(row, afspraken)
    audit.record(actor, "opdrachten.put_opdrachtnemer", subject=row.ref)
    new = {"naam": row.naam, "email": row.email, "gebieden": list(row.gebieden)}
    audit.record_change(actor, "opdrachten.put_opdrachtnemer", subject=row.ref, old=old, new=new)
    return row


def store_afspraken(row: Opdrachtnemer, afspraken: Sequence[Termijnafspraak]) -> None:
    """Put these agreements in the place of those that were there."""
    known = {one.slug: one for one in Categorie.objects.filter(slug__in=[each.categorie for each in afspraken])}
    seen: set[str] = set()
    rows = []
    for one in afspraken:
        categorie = known.get(one.categorie)
        if categorie is None:
            raise CategorieUnknown
        if one.categorie in seen:
            raise AfspraakTwice(naam=categorie.naam)
        hours_fit = one.spoed_uren is None or 1 <= one.spoed_uren <= MOST_UREN
        if not 1 <= one.werkdagen <= MOST_WERKDAGEN or not hours_fit:
            raise AfspraakInvalid
        seen.add(one.categorie)
        rows.append(
            Afspraak(opdrachtnemer=row, categorie=categorie, werkdagen=one.werkdagen, spoed_uren=one.spoed_uren)
        )
    Afspraak.objects.filter(opdrachtnemer=row).delete()
    Afspraak.objects.bulk_create(rows)


@transaction.atomic
def retire_opdrachtnemer(opdrachtnemer_id: UUID, *, actor: Actor) -> Opdrachtnemer:
    """Give no new orders. What runs goes on: its links and reminders keep working."""
    return set_actief(opdrachtnemer_id, actief=False, actor=actor)


@transaction.atomic
def restore_opdrachtnemer(opdrachtnemer_id: UUID, *, actor: Actor) -> Opdrachtnemer:
    """Give new orders again."""
    return set_actief(opdrachtnemer_id, actief=True, actor=actor)


def set_actief(opdrachtnemer_id: UUID, *, actief: bool, actor: Actor) -> Opdrachtnemer:
    """Switch it on or off; twice is no mistake."""
    actor.require("opdrachten.manage")
    row: Opdrachtnemer = Opdrachtnemer.objects.locked(opdrachtnemer_id)
    row.actief = actief
    row.save(update_fields=["actief"])
    audit.record(actor, "opdrachten.retire" if not actief else "opdrachten.restore", subject=row.ref)
    return row
