"""Enter a report for somebody at the phone or the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from stoep.foundation.geo import Point
from stoep.foundation.transactions import whole
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.make_melding import Written, make_melding
from stoep.meldingen.models import Kanaal, Melding
from stoep.toegang.actors import Actor


@whole
def register_melding(
    *,
    categorie: str,
    point: Point,
    kanaal: Kanaal | str,
    fotos: Sequence[Foto] = (),
    sleutel: str = "",
    actor: Actor,
    **written: Unpack[Written],
) -> Melding:
    """Make the same report as a resident would, with the channel by which it came and who entered it."""
    actor.require("meldingen.register")
    return make_melding(
        categorie=categorie, point=point, kanaal=kanaal, fotos=fotos, sleutel=sleutel, actor=actor, **written
    )
