"""Write the text from which messages of one soort are made, or change it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from stoep.berichten.errors import BerichtEmpty, PlaatshouderUnknown, SjabloonChangedMeanwhile
from stoep.berichten.models import Sjabloon
from stoep.berichten.rules.sjablonen import find_mistakes
from stoep.foundation import audit, clock
from stoep.toegang.actors import Actor


@transaction.atomic
def put_sjabloon(
    *,
    soort: str,
    onderwerp: str,
    tekst: str,
    omschrijving: str = "",
    plaatshouders: Sequence[str] | None = None,
    versie: int | None = None,
    actor: Actor,
) -> Sjabloon:
    """Store a text. The domain that sends it says once which `plaatshouders` it fills; editors use those.

    `versie` is what the editor saw: somebody else's change is never overwritten unseen.
    """
    actor.require("cms.edit")
    before: Sjabloon | None = Sjabloon.objects.select_for_update().filter(soort=soort).first()
    if before is not None and versie is not None and before.versie != versie:
        raise SjabloonChangedMeanwhile
    onderwerp, tekst = " ".join(onderwerp.split()), tekst.strip()
    if not onderwerp or not tekst:
        raise BerichtEmpty
    names = list(plaatshouders) if plaatshouders is not None else (before.plaatshouders if before else [])
    for field, text in (("onderwerp", onderwerp), ("tekst", tekst)):
        if mistakes := find_mistakes(text, names):
            raise PlaatshouderUnknown(fout=", ".join(mistakes), bekend=", ".join(names) or "niets", field=field)
    sjabloon = before or Sjabloon(soort=soort, versie=0)
    old = {"onderwerp": sjabloon.onderwerp, "tekst": sjabloon.tekst}
    sjabloon.onderwerp, sjabloon.tekst, sjabloon.plaatshouders = onderwerp[:200], tekst, names
    sjabloon.omschrijving = omschrijving or sjabloon.omschrijving or soort
    sjabloon.versie += 1
    sjabloon.gewijzigd_op = clock.now()
    sjabloon.save()
    audit.record(actor, "berichten.put_sjabloon", subject=sjabloon.ref)
    audit.record_change(
        actor, "berichten.put_sjabloon", subject=sjabloon.ref, old=old, new={"onderwerp": onderwerp, "tekst": tekst}
    )
    return sjabloon
