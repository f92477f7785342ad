"""Put the zaak of a report into a phase, also when it is there already."""

from __future__ import annotations

from stoep.meldingen.models import Melding
from stoep.meldingen.rules.tekst import cut
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis, set_status


def set_phase(melding: Melding, naam: str, *, tekst: str = "", actor: Actor) -> None:
    """Set the status by name. A second question in the same phase is a line in the history, not a refusal."""
    current = melding.zaak.statustype
    if current is None or current.omschrijving != naam:
        set_status(melding.zaak_id, statustype_omschrijving=naam, toelichting=cut(tekst), actor=actor)
    elif tekst:
        record_gebeurtenis(melding.zaak_id, soort="bericht", tekst=tekst, actor=actor)
