"""What a new report says besides its words: answers as they were asked, and whether it has haste."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.models import Categorie, Melding, Urgentie
from stoep.meldingen.queries.objecten import find_named
from stoep.meldingen.queries.vragen import alarm_for, vragen_of
from stoep.meldingen.rules.vragen import GEVAAR, freeze, nummer_in

SPOED_WERKDAGEN = 1


def judge_melding(melding: Melding, soort: Categorie, antwoorden: Mapping[str, Any]) -> None:
    """Keep the answers with their questions, and give haste by danger words, category, or the answer 'gevaar: ja'.

    Called inside the command that makes the report; what has haste is promised for the next working day.
    """
    vragen = vragen_of(soort)
    if vragen and antwoorden:
        melding.antwoorden = freeze(vragen, antwoorden)
        note_object(melding, soort, nummer_in(vragen, antwoorden) or "")
    alarm = alarm_for(melding.tekst, soort.slug)
    if alarm is not None or any(one["sleutel"] == GEVAAR and one["antwoord"] is True for one in melding.antwoorden):
        melding.urgentie = Urgentie.SPOED
        melding.gevaar = alarm.soort.slug if alarm else ""
        melding.verwacht_op = add_werkdagen(clock.today(), min(SPOED_WERKDAGEN, soort.servicenorm_werkdagen))


def note_object(melding: Melding, soort: Categorie, nummer: str) -> None:
    """A number that was told instead of pointed at: the report is about that thing too, if it stands there."""
    if melding.object_nummer or not nummer:
        return
    found = find_named(soort, nummer, melding.point)
    if found is not None:
        melding.object_laag, melding.object_nummer = soort.kaartlaag, found.nummer
