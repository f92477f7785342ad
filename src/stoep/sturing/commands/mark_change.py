"""Mark that something changed, so that charts show it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from stoep.foundation import audit, clock
from stoep.sturing.errors import MarkeringInvalid
from stoep.sturing.models import Markering
from stoep.toegang.actors import Actor

RIGHT = "sturing.manage"
MOST = 60


@transaction.atomic
def mark_change(*, dag: date, label: str, categorie: str = "", gebied: str = "", actor: Actor) -> Markering:
    """Mark a day with a few words. The same mark twice is one."""
    actor.require(RIGHT)
    words = " ".join(label.split())
    if not words or len(words) > MOST:
        raise MarkeringInvalid(uitleg=f"schrijf in hoogstens {MOST} tekens wat er veranderde.", field="label")
    if dag > clock.today():
        raise MarkeringInvalid(uitleg="kies een dag die niet in de toekomst ligt.", field="dag")
    markering, is_new = Markering.objects.get_or_create(
        dag=dag, label=words, categorie=categorie, gebied=gebied, defaults={"wie_naam": actor.name}
    )
    if is_new:
        audit.record(actor, "sturing.mark_change", subject=markering.ref)
    return markering
