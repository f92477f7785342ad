"""Enter a report for somebody at the phone or the desk."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from stoep.foundation.geo import Point
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.make_melding import make_melding
from stoep.meldingen.models import Kanaal, Melding
from stoep.toegang.actors import Actor


@transaction.atomic
def register_melding(
    *,
    categorie: str,
    tekst: str,
    point: Point,
    adres: str = "",
    kanaal: Kanaal | str,
    naam: str = "",
    email: str = "",
    telefoon: str = "",
    fotos: Sequence[Foto] = (),
    sleutel: str = "",
    actor: Actor,
) -> Melding:
    """Make the same report as a resident would, with the channel by which it came and who entered it."""
    actor.require("meldingen.register")
    return make_melding(
        categorie=categorie,
        tekst=tekst,
        point=point,
        adres=adres,
        kanaal=kanaal,
        naam=naam,
        email=email,
        telefoon=telefoon,
        fotos=fotos,
        sleutel=sleutel,
        actor=actor,
    )
