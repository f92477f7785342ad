"""Take in what an inspector did on the street, however late and however often it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands.carrying_out import carry_out, keep_words
from stoep.buitendienst.commands.taking import take_ronde
from stoep.buitendienst.errors import (
    DagMissing,
    NotitieMissing,
    NotitieTooLong,
    TooManyBuitenfotos,
    UitkomstUnknown,
)
from stoep.buitendienst.events import StopDone
from stoep.buitendienst.models import Buitenfoto, Buitenhandeling, Ronde, Rondestop, Uitkomst
from stoep.foundation import audit, clock, outbox, storage
from stoep.foundation.errors import Conflict, NotAllowed, NotFound
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.models import Melding
from stoep.toegang.actors import Actor

LONGEST_NOTITIE = 2000
MOST_FOTOS = 3
OLDEST = timedelta(days=31)
NEED_WORDS = (Uitkomst.DOORZETTEN, Uitkomst.VRAAG)


@dataclass(frozen=True, slots=True)
class Daad:
    """What was done: outcome, words for colleagues (for a question: for the reporter), message and day."""

    uitkomst: str
    notitie: str = ""
    standaardtekst_id: UUID | None = None
    dag: date | None = None
    gedaan_op: datetime | None = None


@transaction.atomic
def do_stop(
    sleutel: UUID, *, ronde_id: UUID, melding_id: UUID, daad: Daad, fotos: Sequence[Foto] = (), actor: Actor
) -> Buitenhandeling:
    """Do it once: the key that the telephone made recognises a second sending, and gets the same answer.

    What cannot be carried out any more (a colleague closed the report meanwhile) is no refusal: words and photos
    are kept, and the answer says why.
    """
    actor.require("buitendienst.walk")
    ronde = take_ronde(ronde_id, actor=actor)  # also lets a second sending wait for the first
    known: Buitenhandeling | None = Buitenhandeling.objects.filter(sleutel=sleutel).first()
    if known is not None and known.ronde_id == ronde.pk:
        return known
    if known is not None:
        raise NotFound
    daad = check_daad(daad, fotos)
    melding: Melding = Melding.objects.visible_to(actor).select_related("zaak", "categorie").one(melding_id)
    handeling = Buitenhandeling(
        sleutel=sleutel,
        ronde=ronde,
        melding=melding,
        uitkomst=daad.uitkomst,
        gedaan_op=daad.gedaan_op or clock.now(),
        ontvangen_op=clock.now(),
    )
    try:
        with transaction.atomic():
            carry_out(melding, daad, fotos, actor=actor)
    except (Conflict, NotAllowed) as error:
        handeling.botsing, handeling.uitleg, handeling.notitie = error.code, str(error)[:400], daad.notitie
        keep_words(melding, daad, str(error), actor=actor)
    handeling.save(force_insert=True)
    if handeling.botsing:
        keep_fotos(handeling, fotos)
    mark_done(ronde, melding, daad)
    audit.record(actor, "buitendienst.do_stop", subject=melding.ref, uitkomst=daad.uitkomst, botsing=handeling.botsing)
    outbox.publish(
        StopDone(melding_id=melding.pk, zaak_id=melding.zaak_id, uitkomst=str(daad.uitkomst), botsing=handeling.botsing)
    )
    return handeling


def check_daad(daad: Daad, fotos: Sequence[Foto]) -> Daad:
    """Refuse what can be mended at once; a clock that runs ahead or far behind is put right."""
    if daad.uitkomst not in Uitkomst.values:
        raise UitkomstUnknown
    if len(daad.notitie) > LONGEST_NOTITIE:
        raise NotitieTooLong(limiet=LONGEST_NOTITIE)
    if daad.uitkomst in NEED_WORDS and not daad.notitie.strip():
        raise NotitieMissing
    if daad.uitkomst == Uitkomst.INPLANNEN and daad.dag is None:
        raise DagMissing
    if len(fotos) > MOST_FOTOS:
        raise TooManyBuitenfotos(limiet=MOST_FOTOS)
    now = clock.now()
    moment = min(max(daad.gedaan_op or now, now - OLDEST), now)
    return replace(daad, notitie=daad.notitie.strip(), gedaan_op=moment)


def keep_fotos(handeling: Buitenhandeling, fotos: Sequence[Foto]) -> None:
    """Keep photos that the dossier of a closed zaak does not take."""
    rows = [
        Buitenfoto(handeling=handeling, sha256=storage.store(foto.data).sha256, formaat=foto.formaat, volgorde=place)
        for place, foto in enumerate(fotos, start=1)
    ]
    Buitenfoto.objects.bulk_create(rows)


def mark_done(ronde: Ronde, melding: Melding, daad: Daad) -> None:
    """Note it on the round; a stop that was taken off meanwhile comes back, because somebody was there."""
    stop = ronde.stops.filter(melding=melding).first()
    if stop is None:
        stop = Rondestop(ronde=ronde, melding=melding, volgorde=ronde.stops.count() + 1)
    stop.uitkomst, stop.gedaan_op = daad.uitkomst, daad.gedaan_op
    stop.save()
