"""With whom a view is shared, checked: the same for keeping one and changing one."""

from __future__ import annotations

from uuid import UUID

from stoep.organisatie.models import Groep, Medewerker
from stoep.organisatie.queries import groepen_of
from stoep.werkplek.errors import WeergaveGroepUnknown
from stoep.werkplek.models import Deelkring


def choose_groep(medewerker: Medewerker, gedeeld_met: Deelkring | str, groep_id: UUID | None) -> Groep | None:
    """The group of a view that is shared with one. Only with a group that one belongs to oneself."""
    if gedeeld_met != Deelkring.GROEP:
        return None
    groep = groepen_of(medewerker).filter(pk=groep_id).first() if groep_id else None
    if groep is None:
        raise WeergaveGroepUnknown
    return groep
