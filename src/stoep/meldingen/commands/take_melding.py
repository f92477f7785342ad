"""Take a report for an act: how each handling command begins."""

from __future__ import annotations

from uuid import UUID

from stoep.meldingen.errors import (
    MeldingChangedMeanwhile,
    MeldingIsClosed,
    MeldingIsDeel,
    MeldingIsEnding,
    OvergangNotPossible,
)
from stoep.meldingen.models import Deelsluiting, Melding, MeldingQuerySet
from stoep.meldingen.rules.statussen import BY_DAAD, CLOSED, OF_THE_WHOLE, Daad, is_possible, tell_possible
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak


def take_melding(melding_id: UUID, *, right: str, versie: int | None = None, actor: Actor) -> Melding:
    """Lock an open report that this actor may work on. Raises NotFound, NotAllowed or MeldingIsClosed.

    `versie` is the version of the zaak that the person saw: when a colleague was first, MeldingChangedMeanwhile.
    """
    melding: Melding = with_all(Melding.objects.visible_to(actor)).locked(melding_id)
    actor.require(right, melding)
    if versie is not None and versie != version_now(melding):
        raise MeldingChangedMeanwhile
    if melding.zaak.is_closed:
        raise MeldingIsClosed(nummer=melding.meldernummer)
    return melding


def take_for(melding_id: UUID, daad: Daad, *, versie: int | None = None, actor: Actor) -> Melding:
    """Lock a report for a step of the table. Raises NotFound, NotAllowed, or what says what can be done instead.

    `versie` is the version of the zaak that the person saw: when a colleague was first, MeldingChangedMeanwhile.
    """
    melding: Melding = with_all(Melding.objects.visible_to(actor)).locked(melding_id)
    actor.require(BY_DAAD[daad].wie, melding)
    if versie is not None and versie != version_now(melding):
        raise MeldingChangedMeanwhile
    refuse_impossible(melding, daad)
    if daad in OF_THE_WHOLE:
        refuse_deel(melding)
        refuse_ending(melding)
    return melding


def version_now(melding: Melding) -> int:
    """The version of the zaak, read after the lock: the joined row would still be the one from before."""
    versie: int = Zaak.objects.values_list("versie", flat=True).get(pk=melding.zaak_id)
    return versie


def take_for_melder(melding_id: UUID) -> Melding:
    """Lock a report for its reporter, whose link the view has checked, or for Stoep itself. Raises NotFound."""
    melding: Melding = with_all(Melding.objects.all()).locked(melding_id)
    return melding


def refuse_deel(melding: Melding) -> None:
    """Refuse to work on a part as if it stood by itself: it is done at the hoofdmelding, and its parts follow."""
    if melding.zaak.hoofdzaak_id is None:
        return
    hoofd = Melding.objects.filter(zaak=melding.zaak.hoofdzaak_id).values_list("meldernummer", flat=True).first()
    raise MeldingIsDeel(hoofd=hoofd or "")


def refuse_ending(melding: Melding) -> None:
    """Refuse while the worker is closing its many parts: it ends by itself."""
    if Deelsluiting.objects.filter(melding=melding.pk).exists():
        raise MeldingIsEnding(nummer=melding.meldernummer)


def refuse_impossible(melding: Melding, daad: Daad) -> None:
    """Refuse a step that the table does not have."""
    stand = melding.stand
    if is_possible(daad, stand):
        return
    if stand in CLOSED:
        raise MeldingIsClosed(nummer=melding.meldernummer, stand=stand.value.lower(), wel=tell_possible(stand))
    raise OvergangNotPossible(doen=BY_DAAD[daad].doen, stand=stand.value, wel=tell_possible(stand))


def with_all(meldingen: MeldingQuerySet) -> MeldingQuerySet:
    """With what an act needs of the zaak."""
    return meldingen.select_related(
        "zaak__zaaktype", "zaak__statustype", "zaak__behandelaar", "categorie__hoofdcategorie"
    )
