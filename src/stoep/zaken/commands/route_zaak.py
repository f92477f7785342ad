"""Let the assignment rules decide to whom a zaak goes."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation.remembered import one_moment
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.commands.assign_zaak import hand_over
from stoep.zaken.commands.history import write_gebeurtenis
from stoep.zaken.commands.taking import store_changes, take_open_zaak
from stoep.zaken.queries.bezetting import load_bezetting, load_regels
from stoep.zaken.rules.toewijzing import Feiten, Toewijzing, choose_regel, decide_toewijzing


@whole
@one_moment()
def route_zaak(zaak_id: UUID, *, feiten: Feiten, actor: Actor) -> Toewijzing:
    """Route a zaak by the rules, and write down which rule decided and why.

    When no rule fits, or nothing changes, the history says so and the zaak stays where it is.
    """
    zaak = take_open_zaak(zaak_id, "zaken.assign", actor=actor)
    regels = load_regels()
    chosen = choose_regel(regels, feiten)
    toewijzing = decide_toewijzing(regels, feiten, load_bezetting(chosen) if chosen else None)
    target = (toewijzing.medewerker, toewijzing.groep)
    if target in ((None, None), (zaak.behandelaar_id, zaak.groep_id)):
        write_gebeurtenis(zaak, "gerouteerd", actor=actor, regel=toewijzing.regel, waarom=toewijzing.waarom)
        store_changes(zaak)
        return toewijzing
    hand_over(
        zaak,
        medewerker_id=toewijzing.medewerker,
        groep_id=toewijzing.groep,
        reden="",
        regel=toewijzing.regel,
        waarom=toewijzing.waarom,
        actor=actor,
    )
    return toewijzing
