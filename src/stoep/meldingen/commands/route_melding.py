"""Send a report straight to the right colleague or group, by the assignment rules of zaken."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.models import ZAAKTYPE, Melding
from stoep.meldingen.rules.feiten import tell_feiten
from stoep.toegang.actors import Actor
from stoep.zaken.commands import route_zaak


def route_melding(melding: Melding, *, actor: Actor) -> None:
    """Tell the rules what we know of the report; they decide, and the history says which rule and why."""
    hoofd = melding.categorie.hoofdcategorie
    feiten = tell_feiten(
        zaaktype=ZAAKTYPE,
        categorieen=(melding.categorie.slug, hoofd.slug if hoofd else "", melding.categorie.afdeling),
        gebieden=(melding.gebied.code if melding.gebied else "",),
        kanaal=melding.kanaal,
        moment=clock.now().astimezone(clock.AMSTERDAM),
        urgent=melding.is_spoed,
    )
    route_zaak(melding.zaak_id, feiten=feiten, actor=able(actor, "zaken.assign"))
