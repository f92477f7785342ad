"""Stop warning for a group of danger words, or begin again."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.foundation.ref import Ref
from stoep.meldingen.models import Gevaar
from stoep.toegang.actors import Actor


@transaction.atomic
def retire_gevaar(*, slug: str, actief: bool = False, actor: Actor) -> Gevaar:
    """Take a group out of use, with its words kept; `actief` takes it into use again. Raises NotFound.

    It is never deleted: reports remember which danger they were about.
    """
    actor.require("meldingen.manage")
    row: Gevaar | None = Gevaar.objects.select_for_update().filter(slug=slug).first()
    if row is None:
        raise NotFound
    if row.actief != actief:
        row.actief = actief
        row.save(update_fields=["actief"])
        subject = Ref("gevaar", slug)
        audit.record(actor, "meldingen.retire_gevaar", subject=subject)
        audit.record_change(
            actor, "meldingen.retire_gevaar", subject=subject, old={"actief": not actief}, new={"actief": actief}
        )
    return row
