"""Put the zaak of a report into a phase, also when it is there already."""

from __future__ import annotations

from stoep.catalogi.models import Resultaattype, Statustype
from stoep.meldingen.models import Melding
from stoep.meldingen.queries.samen import deelmeldingen
from stoep.meldingen.rules.statussen import NEAREST, NEAREST_RESULTAAT, Stand
from stoep.meldingen.rules.tekst import cut
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis, set_status

OF_ONE_REPORTER = (Stand.REACTIE_GEVRAAGD, Stand.REACTIE_ONTVANGEN)


def set_phase(melding: Melding, stand: Stand | str, *, tekst: str = "", actor: Actor) -> None:
    """Set the status by name. A second question in the same phase is a line in the history, not a refusal.

    Its deelmeldingen follow, but for a question: that is asked of one reporter, and concerns no other.
    """
    put_into(melding, stand, tekst=tekst, actor=actor)
    if Stand(stand) not in OF_ONE_REPORTER:
        for deel in deelmeldingen(melding).open().select_related("zaak__statustype", "zaak__zaaktype"):
            put_into(deel, stand, actor=actor)


def put_into(melding: Melding, stand: Stand | str, *, tekst: str = "", actor: Actor) -> None:
    """Set the status of one report. A zaak of the first zaaktype gets the nearest phase that it knows."""
    naam = phase_of(melding, Stand(stand))
    current = melding.zaak.statustype
    if current is None or current.omschrijving != naam:
        set_status(melding.zaak_id, statustype_omschrijving=naam, toelichting=cut(tekst), actor=actor)
        melding.zaak.refresh_from_db(fields=["statustype", "versie", "status_gezet_op"])
    elif tekst:
        record_gebeurtenis(melding.zaak_id, soort="bericht", tekst=tekst, actor=actor)


def phase_of(melding: Melding, stand: Stand) -> str:
    """The name of the phase in the zaaktype of this zaak."""
    nearest = NEAREST.get(stand)
    if nearest is None:
        return stand.value
    phases = Statustype.objects.filter(zaaktype=melding.zaak.zaaktype_id)
    return stand.value if phases.filter(omschrijving=stand.value).exists() else nearest.value


def resultaattype_of(melding: Melding, naam: str) -> Resultaattype:
    """The result with this name in the zaaktype of this zaak, else the nearest that it knows."""
    names = [naam, NEAREST_RESULTAAT.get(naam, naam)]
    found = {row.omschrijving: row for row in melding.zaak.zaaktype.resultaattypen.filter(omschrijving__in=names)}
    return found.get(naam) or found[names[1]]
