"""Register a zaak that another system opened."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from stoep.catalogi.models import Zaaktype
from stoep.foundation import audit, clock, outbox, transactions
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.change_zaak import replace_kenmerken, replace_relevante
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.parts import values_of
from stoep.zaken.commands.reserve_zaaknummers import free_number
from stoep.zaken.commands.zaakvelden import Zaakvelden, fill
from stoep.zaken.errors import ZaaktypeNotPublished
from stoep.zaken.events import ZaakOpened
from stoep.zaken.models import Zaak


@whole
def register_zaak(*, zaaktype_id: UUID, identificatie: str = "", actor: Actor, **velden: Unpack[Zaakvelden]) -> Zaak:
    """Register it as given: unlike `open_zaak` it has no status yet and no terms of our making.

    A number that is not given is made (zrc-002); so is the confidentiality, by the zaaktype (zrc-009).
    """
    zaaktype: Zaaktype = Zaaktype.objects.select_related("catalogus").one(zaaktype_id)
    today = clock.today()
    zaak = Zaak(
        zaaktype=zaaktype,
        bronorganisatie=zaaktype.catalogus.rsin,
        verantwoordelijke_organisatie=zaaktype.catalogus.rsin,
        registratiedatum=today,
        startdatum=today,
        vertrouwelijkheidaanduiding=velden.get("vertrouwelijkheidaanduiding") or zaaktype.vertrouwelijkheidaanduiding,
        laatst_gewijzigd=clock.now(),
    )
    actor.require("zaken.open", zaak)
    if zaaktype.concept:
        raise ZaaktypeNotPublished(zaaktype=zaaktype.omschrijving)
    zaak.identificatie = identificatie or free_number(velden.get("bronorganisatie", zaak.bronorganisatie))
    fill(zaak, Zaakvelden(**{**velden, "vertrouwelijkheidaanduiding": zaak.vertrouwelijkheidaanduiding}))
    zaak.save(force_insert=True)
    transactions.hold(zaak.pk, zaak)
    replace_relevante(zaak, velden.get("relevante_andere_zaken", ()))
    replace_kenmerken(zaak, velden.get("kenmerken", ()))
    write_gebeurtenis(zaak, "geopend", actor=actor)
    audit.record(actor, "zaken.open", subject=zaak.ref)
    audit.record_change(actor, "zaken.open", subject=zaak.ref, old={}, new=values_of(zaak), label=zaak.identificatie)
    outbox.publish(ZaakOpened(zaak_id=zaak.pk, zaaktype=zaaktype.identificatie))
    return zaak
