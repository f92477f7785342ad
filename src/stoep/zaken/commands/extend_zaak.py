"""Extend the legal term of a zaak."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import audit, clock, outbox
from stoep.foundation.duur import Duur
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.errors import AlreadyExtended, ExtensionNotPossible, ExtensionTooLate, RedenMissing
from stoep.zaken.events import ZaakExtended
from stoep.zaken.models import Zaak
from stoep.zaken.rules.termijnen import Termijnen, extend


@whole
def extend_zaak(zaak_id: UUID, *, reden: str, actor: Actor) -> Zaak:
    """Extend once, by the term of the zaaktype, before the present term has ended (Awb 4:14)."""
    zaak = take_open_zaak(zaak_id, "zaken.extend", actor=actor)
    zaaktype = zaak.zaaktype
    if not zaaktype.verlenging_mogelijk or zaak.uiterlijke_einddatum_afdoening is None:
        raise ExtensionNotPossible(zaaktype=zaaktype.omschrijving)
    if zaak.verlenging_duur:
        raise AlreadyExtended(identificatie=zaak.identificatie)
    if clock.today() > zaak.uiterlijke_einddatum_afdoening:
        raise ExtensionTooLate(identificatie=zaak.identificatie)
    if not reden.strip():
        raise RedenMissing
    termijnen = extend(
        Termijnen(zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening), Duur.parse(zaaktype.verlengingstermijn)
    )
    uiterlijk = termijnen.uiterlijk or zaak.uiterlijke_einddatum_afdoening
    zaak.verlenging_reden = reden.strip()[:200]
    zaak.verlenging_duur = zaaktype.verlengingstermijn
    zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening = termijnen.gepland, uiterlijk
    store_changes(zaak, ["verlenging_reden", "verlenging_duur", "einddatum_gepland", "uiterlijke_einddatum_afdoening"])
    write_gebeurtenis(zaak, "verlengd", actor=actor, tekst=reden, waarden={"uiterlijk": uiterlijk.isoformat()})
    audit.record(actor, "zaken.extend", subject=zaak.ref)
    outbox.publish(ZaakExtended(zaak_id=zaak.pk, uiterlijk=uiterlijk))
    return zaak
