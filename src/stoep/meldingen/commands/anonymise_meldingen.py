"""Forget who reported something, when the term for knowing is over."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from stoep.berichten.commands import erase_berichten
from stoep.berichten.rules.persoonsgegevens import find_persoonsgegevens, mask
from stoep.documenten.commands import destroy_document, forget_thumbnail
from stoep.foundation import audit, clock, failures, outbox
from stoep.meldingen.commands.expire_concepten import forget_foto
from stoep.meldingen.events import MeldingAnonymised
from stoep.meldingen.models import (
    Correctie,
    FotoSoort,
    Heropenverzoek,
    Melding,
    MeldingFoto,
    Meldinginstellingen,
    MeldingQuerySet,
    Opschoning,
    Tevredenheid,
    Volger,
)
from stoep.meldingen.queries import due_for_anonymising, due_for_fotos, get_instellingen
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import anonymise_zaak, unlink_document

log = logging.getLogger(__name__)

AT_ONCE = 200
MOST_A_NIGHT = 20_000
OF_MELDERS = (FotoSoort.MELDER, FotoSoort.ANTWOORD, FotoSoort.HEROPENEN)


@dataclass(slots=True)
class Telling:
    """What one report brought."""

    fotos: int = 0
    berichten: int = 0
    overig: int = 0


def anonymise_meldingen() -> Opschoning:
    """Anonymise every report whose term is over and destroy photos whose term is over, in small transactions.

    A report that cannot be done is passed over and tried again the next night; the row of this night says so.
    """
    night: Opschoning = Opschoning.objects.create(begonnen_op=clock.now())
    failed = one_by_one(due_for_fotos(), destroy_fotos, night)
    failed += one_by_one(due_for_anonymising(), anonymise_melding, night, counts=True)
    night.klaar_op = clock.now()
    night.fout = f"{failed} meldingen lukten niet; morgen opnieuw" if failed else ""
    night.save()
    audit.record(
        SYSTEM, "meldingen.anonymise", subject=night.ref, meldingen=night.meldingen, fotos=night.fotos, mislukt=failed
    )
    return night


def one_by_one(
    due: MeldingQuerySet, command: Callable[[UUID], Telling | None], night: Opschoning, *, counts: bool = False
) -> int:
    """Do each report in a transaction of its own, along the primary key. Answers how many failed."""
    failed, done, last = 0, 0, UUID(int=0)
    while done < MOST_A_NIGHT:
        batch = list(due.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not batch:
            break
        for melding_id in batch:
            try:
                telling = command(melding_id)
            except Exception as error:  # noqa: BLE001  one report must not keep the others
                log.warning("a report could not be anonymised: %s", failures.describe(error))
                failed += 1
                continue
            if telling is not None:
                night.meldingen += counts
                night.fotos += telling.fotos
                night.berichten += telling.berichten
                night.overig += telling.overig
        done += len(batch)
        last = batch[-1]
        night.save()
    return failed


def anonymise_melding(melding_id: UUID) -> Telling | None:
    """Anonymise one report; None when somebody did or reopened it meanwhile. Files go after the commit."""
    with transaction.atomic():
        melding = take_due(due_for_anonymising(), melding_id)
        if melding is None:
            return None
        telling = Telling(overig=forget_words(melding, get_instellingen()))
        for subject in (melding.zaak.ref, melding.ref):
            telling.berichten += erase_berichten(subject=subject, actor=SYSTEM)
        anonymise_zaak(melding.zaak_id, actor=SYSTEM)
        audit.destroy_trail(melding.ref)
        audit.record(SYSTEM, "meldingen.anonymise_melding", subject=melding.ref)
        outbox.publish(MeldingAnonymised(melding_id=melding.pk, zaak_id=melding.zaak_id))
    return telling


def destroy_fotos(melding_id: UUID) -> Telling | None:
    """Destroy the photos of reporters of one report; what the municipality photographed stays."""
    hashes: set[str] = set()
    with transaction.atomic():
        melding = take_due(due_for_fotos(), melding_id)
        if melding is None:
            return None
        fotos = list(MeldingFoto.objects.filter(melding=melding, soort__in=OF_MELDERS))
        for foto in fotos:
            foto.delete()
            unlink_document(melding.zaak_id, document_id=foto.document_id, actor=SYSTEM)
            hashes.update(destroy_document(foto.document_id, actor=SYSTEM))
        melding.fotos_vernietigd_op = clock.now()
        melding.save(update_fields=["fotos_vernietigd_op"])
    for sha256 in hashes:
        forget_foto(sha256)
        forget_thumbnail(sha256)
    return Telling(fotos=len(fotos))


def take_due(due: MeldingQuerySet, melding_id: UUID) -> Melding | None:
    """Lock a report that is still due; None when it is not, or somebody else has it."""
    rows = due.filter(pk=melding_id).select_related("zaak").select_for_update(of=("self",), skip_locked=True)
    found: Melding | None = rows.first()
    return found


def forget_words(melding: Melding, instellingen: Meldinginstellingen) -> int:
    """Wipe contact details and words. Who was anonymous keeps his words, without what a person can be known by."""
    was_anonymous = not (melding.naam or melding.email or melding.telefoon)
    if was_anonymous and not instellingen.wis_anonieme_woorden:
        melding.tekst = mask(melding.tekst, find_persoonsgegevens(melding.tekst))
    else:
        melding.tekst = ""
    melding.naam = melding.email = melding.telefoon = melding.vraag = melding.oplossing = ""
    melding.antwoorden = []
    melding.geanonimiseerd_op = clock.now()
    melding.save()
    cleaned = Tevredenheid.objects.filter(melding=melding).exclude(tekst="").update(tekst="")
    cleaned += Heropenverzoek.objects.filter(melding=melding).update(tekst="", reden="")
    cleaned += Volger.objects.filter(melding=melding).delete()[0]
    cleaned += Correctie.objects.filter(melding=melding).update(woorden=[])
    return cleaned
