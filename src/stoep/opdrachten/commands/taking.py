"""How each command begins: take the order, and look whether the act can be done; and how the state moves."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import clock
from stoep.opdrachten.errors import OpdrachtMovedOn, TekstMissing, TekstTooLong
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.rules.opdrachtstatussen import WORDS, Daad, next_stand
from stoep.toegang.actors import SYSTEM, Actor, resident

LONGEST_TEKST = 4000
WITH = (
    "opdrachtnemer",
    "melding__zaak__zaaktype",
    "melding__zaak__behandelaar",
    "melding__categorie",
    "melding__gebied",
)


def take_as_staff(opdracht_id: UUID, daad: Daad, *, actor: Actor) -> Opdracht:
    """Lock an order that this colleague may work on. Raises NotFound, NotAllowed or OpdrachtMovedOn."""
    opdracht: Opdracht = Opdracht.objects.visible_to(actor).select_related(*WITH).locked(opdracht_id)
    actor.require("opdrachten.send", opdracht)
    check_daad(opdracht, daad)
    return opdracht


def take_as_nemer(opdracht_id: UUID, daad: Daad) -> Opdracht:
    """Lock an order for whoever holds its link: the view checked that. Raises OpdrachtMovedOn."""
    opdracht: Opdracht = Opdracht.objects.select_related(*WITH).locked(opdracht_id)
    check_daad(opdracht, daad)
    return opdracht


def check_daad(opdracht: Opdracht, daad: Daad) -> None:
    """Refuse what cannot be done where the order is now."""
    if next_stand(opdracht.stand, daad) is None:
        raise OpdrachtMovedOn(status=WORDS[opdracht.stand])


def move(opdracht: Opdracht, daad: Daad, *changed: str) -> None:
    """Store where the act leads, with these fields."""
    after = next_stand(opdracht.stand, daad)
    if after is None:
        raise OpdrachtMovedOn(status=WORDS[opdracht.stand])
    opdracht.status = after.value
    opdracht.gewijzigd_op = clock.now()
    opdracht.save(update_fields=["status", "gewijzigd_op", *changed])


def nemer_of(opdracht: Opdracht) -> Actor:
    """The contractor as somebody who acts: known by the link."""
    return resident(f"opdrachtnemer:{opdracht.opdrachtnemer_id}", opdracht.opdrachtnemer.naam)


def stoep_for(opdracht: Opdracht) -> Actor:
    """Stoep, doing what follows from an act of the contractor."""
    return SYSTEM.on_behalf_of(nemer_of(opdracht))


def check_tekst(tekst: str, *, is_needed: bool = True) -> str:
    """The words, trimmed. Raises TekstMissing or TekstTooLong."""
    words = tekst.strip()
    if is_needed and not words:
        raise TekstMissing
    if len(words) > LONGEST_TEKST:
        raise TekstTooLong(lengte=len(words), limiet=LONGEST_TEKST)
    return words


def ids_of(opdracht: Opdracht) -> dict[str, UUID]:
    """What each event of an order tells."""
    return {
        "opdracht_id": opdracht.pk,
        "melding_id": opdracht.melding_id,
        "zaak_id": opdracht.melding.zaak_id,
        "opdrachtnemer_id": opdracht.opdrachtnemer_id,
    }
