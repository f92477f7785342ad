"""Destroy a zaak with all that is in it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import ProtectedError

from stoep.documenten.commands import unrelate_object
from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import decide_again
from stoep.zaken.commands.taking import lock_zaak, store_changes
from stoep.zaken.errors import ZaakStillNeeded
from stoep.zaken.events import ZaakDestroyed
from stoep.zaken.models import Besluit, Relevantezaak, Zaak, Zaakinformatieobject


@whole
def destroy_zaak(zaak_id: UUID, *, actor: Actor) -> None:
    """Destroy, deelzaken too: nothing stays but that it was done, in the security log (zrc-023).

    Documents stay: they are destroyed by themselves, when nothing holds them any more. So do zaken that named this
    one as related. A zaak in which decisions were taken cannot go before these, nor one that a report rests on.
    """
    zaak = lock_zaak(zaak_id)
    deelzaken = list(Zaak.objects.for_writing().filter(hoofdzaak=zaak).select_for_update(of=("self",)))
    for each in (zaak, *deelzaken):
        actor.require("zaken.destroy", each)
    gone = [*deelzaken, zaak]
    if Besluit.objects.filter(zaak__in=gone).exists():
        raise ZaakStillNeeded(identificatie=zaak.identificatie)
    forget_relations(gone)
    for each in gone:
        destroy_one(each, actor=actor)


def forget_relations(gone: list[Zaak]) -> None:
    """Take the zaken that go out of those that named them related; their archive is decided anew."""
    named = Relevantezaak.objects.filter(andere_zaak__in=gone).exclude(zaak__in=gone)
    for other in Zaak.objects.filter(pk__in=named.values("zaak")).select_for_update(of=("self",)).order_by("pk"):
        Relevantezaak.objects.filter(zaak=other, andere_zaak__in=gone).delete()
        store_changes(other, decide_again(other))
    Relevantezaak.objects.filter(andere_zaak__in=gone).delete()


def destroy_one(zaak: Zaak, *, actor: Actor) -> None:
    """Destroy one zaak that nothing else points at any more."""
    ref, zaak_id = zaak.ref, zaak.pk
    audit.destroy_trail(ref)
    unrelate_object(soort="zaak", object_id=zaak_id)
    Zaakinformatieobject.objects.filter(zaak=zaak).delete()
    try:
        zaak.delete()
    except ProtectedError as error:
        raise ZaakStillNeeded(identificatie=zaak.identificatie) from error
    audit.record(actor, "zaken.destroy", subject=ref)
    outbox.publish(
        ZaakDestroyed(
            zaak_id=zaak_id,
            zaaktype_id=zaak.zaaktype_id,
            bronorganisatie=zaak.bronorganisatie,
            vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
        )
    )
