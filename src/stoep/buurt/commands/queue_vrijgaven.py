"""Put the texts and photos of public reports in the queue of who releases them."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from stoep.buurt.models import Onderdeel, OpenbareMelding, Vrijgave
from stoep.buurt.models.vrijgave import WAITS
from stoep.foundation import clock, jobs
from stoep.meldingen.models import Melding, MeldingFoto


@transaction.atomic
def queue_vrijgaven(zaak_ids: Collection[UUID]) -> int:
    """Queue what is new of these reports; answers how much. What is there already stays as it was decided.

    Reports of more than a month ago are left alone: nobody looks at them any more, and their words stay within.
    """
    recent = OpenbareMelding.objects.filter(zaak_id__in=zaak_ids, gemeld_op__gte=clock.now() - WAITS)
    moments = dict(recent.values_list("melding_id", "gemeld_op"))
    if not moments:
        return 0
    wanted = [
        Vrijgave(
            melding_id=pk,
            zaak_id=zaak_id,
            onderdeel=Onderdeel.TEKST,
            bron=sha256(tekst.encode("utf-8", "replace")).hexdigest(),
            gemeld_op=moments[pk],
        )
        for pk, zaak_id, tekst in Melding.objects.filter(pk__in=moments).values_list("pk", "zaak_id", "tekst")
        if tekst.strip()
    ]
    fotos = MeldingFoto.objects.filter(melding__in=moments, soort__in=("melder", "herstel"))
    wanted += [
        Vrijgave(
            melding_id=melding_id,
            zaak_id=zaak_id,
            onderdeel=Onderdeel.FOTO,
            foto_id=pk,
            bron=digest,
            gemeld_op=moments[melding_id],
        )
        for pk, melding_id, zaak_id, digest in fotos.values_list("pk", "melding_id", "melding__zaak_id", "sha256")
    ]
    known = set(Vrijgave.objects.filter(melding_id__in=moments).values_list("melding_id", "onderdeel", "foto_id"))
    new = [one for one in wanted if (one.melding_id, one.onderdeel, one.foto_id) not in known]
    Vrijgave.objects.bulk_create(new, ignore_conflicts=True)
    from stoep.buurt.tasks import look_at_one

    for one in new:
        if one.onderdeel == Onderdeel.FOTO:
            jobs.defer(look_at_one, vrijgave_id=str(one.pk))
    return len(new)
