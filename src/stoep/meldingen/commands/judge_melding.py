"""What a new report says besides its words: answers as they were asked, and whether it has haste."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.models import Categorie, Melding, Urgentie
from stoep.meldingen.queries.vragen import alarm_for, vragen_of
from stoep.meldingen.rules.vragen import GEVAAR, applicable, freeze, read_antwoord

SPOED_WERKDAGEN = 1


def judge_melding(melding: Melding, soort: Categorie, antwoorden: Mapping[str, Any]) -> None:
    """Keep the answers with their questions, and give haste by danger words, category, or the answer 'gevaar: ja'.

    Called inside the command that makes the report; what has haste is promised for the next working day.
    """
    vragen = vragen_of(soort)
    if vragen and antwoorden:
        melding.antwoorden = freeze(vragen, antwoorden)
    alarm = alarm_for(melding.tekst, soort.slug)
    if alarm is not None or any(one["sleutel"] == GEVAAR and one["antwoord"] is True for one in melding.antwoorden):
        melding.urgentie = Urgentie.SPOED
        melding.gevaar = alarm.soort.slug if alarm else ""
        melding.verwacht_op = add_werkdagen(clock.today(), min(SPOED_WERKDAGEN, soort.servicenorm_werkdagen))


def read_antwoorden(soort: Categorie, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a page that will do and apply, by key. Those that will not are left out: the page says so."""
    kept: dict[str, Any] = {}
    for vraag in vragen_of(soort):
        if vraag not in applicable(vragen_of(soort), kept):
            continue
        try:
            value = read_antwoord(vraag, given.get(vraag.sleutel))
        except ValueError:
            continue
        if value is not None:
            kept[vraag.sleutel] = value
    return kept
