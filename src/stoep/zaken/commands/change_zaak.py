"""Change the fields of a zaak that another system keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack
from uuid import UUID

from stoep.foundation import audit, outbox
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.archiving import decide_again
from stoep.zaken.commands.parts import values_of
from stoep.zaken.commands.taking import store_changes, take_for_change
from stoep.zaken.commands.zaakvelden import Kenmerk, Relevant, Zaakvelden, fill, lists_of
from stoep.zaken.errors import WijzigenNotAllowed
from stoep.zaken.events import ZaakChanged
from stoep.zaken.models import Relevantezaak, Zaak, Zaakkenmerk


@whole
def change_zaak(
    zaak_id: UUID,
    *,
    zaaktype_id: UUID | None = None,
    identificatie: str = "",
    actor: Actor,
    **velden: Unpack[Zaakvelden],
) -> Zaak:
    """Change what is given and leave the rest (zrc-009 to 015, zrc-022).

    Zaaktype and number may be named, as a whole zaak is sent back, but not changed (zrc-001, zrc-002): statuses,
    results and documents of the old zaaktype would lose their meaning.
    """
    zaak = take_for_change(zaak_id, actor=actor)
    if zaaktype_id not in (None, zaak.zaaktype_id):
        raise WijzigenNotAllowed(field="zaaktype")
    if identificatie not in ("", zaak.identificatie):
        raise WijzigenNotAllowed(field="identificatie")
    old = values_of(zaak) | lists_of(zaak)
    changed = fill(zaak, velden)
    if "vertrouwelijkheidaanduiding" in changed:
        actor.require("zaken.force" if zaak.is_closed else "zaken.change", zaak)
    if "relevante_andere_zaken" in velden:
        replace_relevante(zaak, velden["relevante_andere_zaken"])
    if "kenmerken" in velden:
        replace_kenmerken(zaak, velden["kenmerken"])
    store_changes(zaak, {*changed, *decide_again(zaak)})
    audit.record(actor, "zaken.change", subject=zaak.ref)
    new = values_of(zaak) | lists_of(zaak)
    audit.record_change(actor, "zaken.change", subject=zaak.ref, old=old, new=new, label=zaak.identificatie)
    outbox.publish(ZaakChanged(zaak_id=zaak.pk, wat="zaak", onderdeel_id=zaak.pk))
    return zaak


def replace_relevante(zaak: Zaak, relevante: Sequence[Relevant]) -> None:
    """Keep exactly these relations to other zaken (zrc-011)."""
    Relevantezaak.objects.filter(zaak=zaak).delete()
    rows = [Relevantezaak(zaak=zaak, andere_zaak_id=each.zaak_id, aard_relatie=each.aard_relatie) for each in relevante]
    Relevantezaak.objects.bulk_create(rows, ignore_conflicts=True)


def replace_kenmerken(zaak: Zaak, kenmerken: Sequence[Kenmerk]) -> None:
    """Keep exactly these numbers by which the zaak is known elsewhere."""
    Zaakkenmerk.objects.filter(zaak=zaak).delete()
    rows = [Zaakkenmerk(zaak=zaak, kenmerk=each.kenmerk, bron=each.bron) for each in kenmerken]
    Zaakkenmerk.objects.bulk_create(rows, ignore_conflicts=True)
