"""Take a category out of use, and say which one stands for it from now on."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.commands.announce_categorie import announce_categorie
from stoep.meldingen.errors import CategorieUnknown, OpvolgerInvalid
from stoep.meldingen.models import Categorie
from stoep.toegang.actors import Actor


@transaction.atomic
def retire_categorie(*, slug: str, opvolger: str, actor: Actor) -> Categorie:
    """Retire a category. Reports keep it; drafts, links and what was learned go to the successor.

    A category is never deleted: whoever asks in ten years what was reported still finds its name.
    """
    actor.require("meldingen.manage")
    row = Categorie.objects.select_for_update(of=("self",)).filter(slug=slug, hoofdcategorie__isnull=False).first()
    if row is None:
        raise CategorieUnknown
    follower = Categorie.objects.to_choose().filter(slug=opvolger).exclude(pk=row.pk).first()
    if follower is None:
        raise OpvolgerInvalid
    old = {"actief": row.actief, "opvolger": row.opvolger.slug if row.opvolger else ""}
    row.actief, row.opvolger = False, follower
    row.save(update_fields=["actief", "opvolger"])
    subject = Ref("meldingcategorie", slug)
    audit.record(actor, "meldingen.retire_categorie", subject=subject)
    audit.record_change(
        actor, "meldingen.retire_categorie", subject=subject, old=old, new={"actief": False, "opvolger": opvolger}
    )
    announce_categorie(row, "samengevoegd", opvolger=opvolger)
    return row
