"""Release a photo: make a copy for everybody, with boxes covered and edges cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from stoep.buurt.commands.deciding import decide, take
from stoep.buurt.errors import FotoGone
from stoep.buurt.models import Beoordeling, Onderdeel, Vrijgave
from stoep.buurt.rules.afdekken import Vak, cover
from stoep.foundation import storage
from stoep.foundation.errors import NotFound
from stoep.toegang.actors import Actor

NOTHING = (0.0, 0.0, 0.0, 0.0)
FIELDS = ["sha256", "sha256_klein", "breedte", "hoogte", "bewerking"]


@transaction.atomic
def release_foto(
    vrijgave_id: UUID,
    *,
    vakken: Sequence[Vak] = (),
    rand: tuple[float, float, float, float] = NOTHING,
    seen: str = "",
    actor: Actor,
) -> Vrijgave:
    """Make the public copy. The original is not touched and stays within the house.

    Releasing again replaces the copy: somebody saw a face that was missed.
    """
    vrijgave, _melding = take(vrijgave_id, seen=seen, actor=actor)
    if vrijgave.onderdeel != Onderdeel.FOTO:
        raise NotFound
    try:
        with storage.open_stored(vrijgave.bron) as file:
            made = cover(file.read(), vakken, rand)
    except storage.NotStored as error:
        raise FotoGone from error
    vrijgave.sha256 = storage.store(made.data).sha256
    vrijgave.sha256_klein = storage.store(made.klein).sha256
    vrijgave.breedte, vrijgave.hoogte = made.breedte, made.hoogte
    vrijgave.bewerking = {"vakken": [asdict(vak) for vak in vakken], "rand": list(rand)}
    decide(vrijgave, Beoordeling.VRIJGEGEVEN, reden="", fields=FIELDS, actor=actor)
    return vrijgave
