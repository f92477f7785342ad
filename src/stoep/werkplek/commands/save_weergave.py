"""Keep a list of work with its filters under a name."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.commands.sharing import choose_groep
from stoep.werkplek.errors import TooManyWeergaven, WeergaveNaamMissing, WeergaveNaamTaken, WithoutMedewerker
from stoep.werkplek.models import Deelkring, Weergave
from stoep.werkplek.wensen import Plek, Wens

MOST = 12


@transaction.atomic
def save_weergave(
    *,
    naam: str,
    plek: Plek,
    wens: Wens,
    gedeeld_met: Deelkring | str = Deelkring.NIEMAND,
    groep_id: UUID | None = None,
    actor: Actor,
) -> Weergave:
    """Keep a view for oneself, or for colleagues too: a group that one belongs to, the department, or everybody."""
    actor.require("zaken.read")
    medewerker = medewerker_of(actor)
    if medewerker is None:
        raise WithoutMedewerker
    name = " ".join(naam.split())[:40]
    if not name:
        raise WeergaveNaamMissing
    own = Weergave.objects.filter(eigenaar=medewerker)
    if own.filter(naam=name).exists():
        raise WeergaveNaamTaken(naam=name)
    if own.count() >= MOST:
        raise TooManyWeergaven(limiet=MOST)
    weergave = Weergave(
        naam=name,
        eigenaar=medewerker,
        plek=plek,
        vraag=wens.query()[:2000],
        gedeeld_met=Deelkring(gedeeld_met),
        groep=choose_groep(medewerker, gedeeld_met, groep_id),
    )
    weergave.save(force_insert=True)
    audit.record(actor, "werkplek.save_weergave", subject=weergave.ref)
    return weergave
