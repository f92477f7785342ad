"""Give a saved view another name, or other readers."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.commands.sharing import choose_groep
from stoep.werkplek.errors import WeergaveNaamMissing, WeergaveNaamTaken
from stoep.werkplek.models import Deelkring, Weergave


@transaction.atomic
def change_weergave(
    weergave_id: UUID, *, naam: str, gedeeld_met: Deelkring | str, groep_id: UUID | None = None, actor: Actor
) -> Weergave:
    """Rename a view of one's own, and share it with a group, the department, everybody or nobody."""
    actor.require("zaken.read")
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise NotFound
    weergave: Weergave = Weergave.objects.filter(eigenaar=medewerker).locked(weergave_id)
    name = " ".join(naam.split())[:40]
    if not name:
        raise WeergaveNaamMissing
    if Weergave.objects.filter(eigenaar=medewerker, naam=name).exclude(pk=weergave.pk).exists():
        raise WeergaveNaamTaken(naam=name)
    weergave.naam, weergave.gedeeld_met = name, Deelkring(gedeeld_met)
    weergave.groep = choose_groep(medewerker, gedeeld_met, groep_id)
    weergave.save(update_fields=["naam", "gedeeld_met", "groep"])
    audit.record(actor, "werkplek.change_weergave", subject=weergave.ref)
    return weergave
