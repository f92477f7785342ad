"""What waits to be looked at, and what was released: for who may release it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from stoep.buurt.models import Onderdeel, Vrijgave
from stoep.buurt.rules.aanwijzingen import Deel, in_delen, without_aanwijzingen
from stoep.foundation.errors import NotFound
from stoep.meldingen.models import Melding, MeldingFoto
from stoep.toegang.actors import Actor

STANDEN = ("open", "vrijgegeven", "achtergehouden", "ingetrokken")


@dataclass(frozen=True, slots=True)
class Kaartje:
    """One text or photo to decide about, with its report."""

    vrijgave: Vrijgave
    melding: Melding
    delen: Sequence[Deel]
    voorstel: str
    is_herstel: bool

    @property
    def is_foto(self) -> bool:
        """A photo and no text."""
        return self.vrijgave.onderdeel == Onderdeel.FOTO

    @property
    def soorten(self) -> list[str]:
        """What was seen, each once."""
        if self.is_foto:
            return list(dict.fromkeys(one["soort"] for one in self.vrijgave.aanwijzingen))
        return list(dict.fromkeys(deel.soort for deel in self.delen if deel.soort))

    @property
    def wacht_op_kijker(self) -> bool:
        """A photo that was not looked at yet."""
        return self.is_foto and self.vrijgave.gekeken_op is None


def select_vrijgaven(actor: Actor, stand: str = "open") -> QuerySet[Vrijgave]:
    """What this actor may decide about, newest report first."""
    actor.require("buurt.release")
    found = Vrijgave.objects.waiting() if stand == "open" else Vrijgave.objects.filter(beoordeling=stand)
    found = found.filter(melding_id__in=Melding.objects.visible_to(actor).values("pk"))
    order = ("-gemeld_op", "id") if stand == "open" else ("-beoordeeld_op", "id")
    return cast("QuerySet[Vrijgave]", found.order_by(*order))


def get_kaartje(vrijgave_id: UUID | str, actor: Actor) -> Kaartje:
    """One, for deciding. Raises NotFound."""
    actor.require("buurt.release")
    vrijgave = Vrijgave.objects.one(vrijgave_id)
    found = kaartjes_of([vrijgave], actor)
    if not found:
        raise NotFound
    return found[0]


def list_kaartjes(ids: Sequence[str], actor: Actor) -> list[Kaartje]:
    """Those with these ids that wait, in order; what is no id, or not for this actor, is left out."""
    known = [text for text in ids if is_uuid(text)]
    return kaartjes_of(list(select_vrijgaven(actor).filter(pk__in=known)), actor)


def is_uuid(text: str) -> bool:
    """Whether this can be an id."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def kaartjes_of(rows: Sequence[Vrijgave], actor: Actor) -> list[Kaartje]:
    """Rows with their reports and photos, in two queries; what the actor may not see is left out."""
    meldingen = Melding.objects.visible_to(actor).whole().in_bulk({row.melding_id for row in rows})
    soorten = dict(
        MeldingFoto.objects.filter(pk__in=[row.foto_id for row in rows if row.foto_id]).values_list("pk", "soort")
    )
    made = []
    for row in rows:
        melding = meldingen.get(row.melding_id)
        if melding is None:
            continue
        is_text = row.onderdeel == Onderdeel.TEKST
        tekst = melding.tekst if is_text else ""
        made.append(
            Kaartje(
                vrijgave=row,
                melding=melding,
                delen=in_delen(tekst),
                voorstel=(row.tekst or without_aanwijzingen(tekst)) if is_text else "",
                is_herstel=soorten.get(row.foto_id) == "herstel" if row.foto_id else False,
            )
        )
    return made


def count_waiting(actor: Actor, most: int) -> int:
    """How much waits; counting stops at `most`."""
    return select_vrijgaven(actor).order_by()[: most + 1].count() if actor.may("buurt.release") else 0
