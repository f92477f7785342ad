"""What making, changing and destroying a decision have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from stoep.catalogi.models import Besluittype
from stoep.foundation import audit
from stoep.foundation.number_series import next_number
from stoep.toegang.actors import Actor
from stoep.zaken.besluit_errors import BesluitNumberTaken, BesluittypeNotPublished
from stoep.zaken.commands.archiving import decide_again
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import lock_zaak, store_changes
from stoep.zaken.errors import (
    BesluittypeNotAllowed,
    BesluittypeNotInForce,
    VervaltBeforeIngang,
)
from stoep.zaken.models import Besluit, Zaak


class Besluitvelden(TypedDict, total=False):
    """What may be said of a decision and may change; what is absent stays as it is."""

    datum: date
    toelichting: str
    bestuursorgaan: str
    ingangsdatum: date
    vervaldatum: date | None
    vervalreden: str
    publicatiedatum: date | None
    verzenddatum: date | None
    uiterlijke_reactiedatum: date | None


def take_besluit(besluit_id: UUID, right: str, *, actor: Actor) -> tuple[Besluit, Zaak | None]:
    """Lock the zaak of a decision, if it has one, and then the decision; refuse who lacks the right."""
    found: Besluit = Besluit.objects.one(besluit_id)
    zaak = lock_zaak(found.zaak_id) if found.zaak_id else None
    besluit: Besluit = Besluit.objects.select_related("besluittype").locked(besluit_id)
    actor.require(right, besluit)
    return besluit, zaak


def refuse_type(besluittype: Besluittype, on: date, zaak: Zaak | None) -> None:
    """Refuse a type that is a concept, not in force, or not decided in zaken of this type (brc-001, brc-007)."""
    if besluittype.concept:
        raise BesluittypeNotPublished(omschrijving=besluittype.omschrijving)
    if not besluittype.is_in_force(on):
        raise BesluittypeNotInForce(omschrijving=besluittype.omschrijving, field="besluittype")
    if zaak is not None and besluittype.omschrijving not in zaak.zaaktype.besluittypen:
        raise BesluittypeNotAllowed(omschrijving=besluittype.omschrijving)


def refuse_days(besluit: Besluit) -> None:
    """Refuse a decision that lapses before it begins."""
    if besluit.vervaldatum is not None and besluit.vervaldatum < besluit.ingangsdatum:
        raise VervaltBeforeIngang


def number(besluit: Besluit) -> None:
    """Give a decision its number, or refuse a given one that is taken (brc-002)."""
    if besluit.identificatie:
        if is_taken(besluit):
            raise BesluitNumberTaken(identificatie=besluit.identificatie)
        return
    year = besluit.datum.year
    while not besluit.identificatie or is_taken(besluit):
        besluit.identificatie = f"BESLUIT-{year}-{next_number('besluit', year):06d}"


def is_taken(besluit: Besluit) -> bool:
    """Whether this organisation has another decision with this number."""
    return Besluit.objects.filter(
        verantwoordelijke_organisatie=besluit.verantwoordelijke_organisatie, identificatie=besluit.identificatie
    ).exists()


def tell_zaak(zaak: Zaak | None, besluit: Besluit, soort: str, *, actor: Actor) -> None:
    """Leave in the zaak that something was decided; its archive may count from it, so that is decided anew."""
    if zaak is None:
        return
    store_changes(zaak, decide_again(zaak))
    write_gebeurtenis(zaak, "besluit", actor=actor, waarden={"besluit": besluit.besluittype.omschrijving, "wat": soort})


def write_trail(besluit: Besluit, action: str, *, old: Mapping[str, Any], new: Mapping[str, Any], actor: Actor) -> None:
    """Write in both logs what became of a decision."""
    audit.record(actor, action, subject=besluit.ref)
    audit.record_change(actor, action, subject=besluit.ref, old=old, new=new, label=besluit.identificatie)
