"""Set the terms and choices that hold for all reports."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.errors import GolfPlekkenTooMany
from stoep.meldingen.models import Meldinginstellingen, Tevredenheidsreden
from stoep.toegang.actors import Actor

SETTABLE = (
    "antwoord_dagen",
    "heropenen_dagen",
    "vraag_tevredenheid",
    "bewaar_contact_dagen",
    "bewaar_foto_dagen",
    "wis_anonieme_woorden",
    "golf_meldingen",
    "golf_plekken",
    "golf_minuten",
    "golf_keer",
    "golf_stil_uren",
)


@transaction.atomic
def put_instellingen(*, actor: Actor, **values: int | bool) -> Meldinginstellingen:
    """Change some of the settings; the others stay as they are."""
    actor.require("meldingen.manage")
    unknown = set(values) - set(SETTABLE)
    if unknown:
        raise TypeError(f"Onbekende instelling: {min(unknown)}")
    row, _made = Meldinginstellingen.objects.select_for_update().get_or_create(nummer=1)
    old = {name: getattr(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    if row.golf_plekken > row.golf_meldingen:
        raise GolfPlekkenTooMany
    row.save(update_fields=list(values))
    subject = Ref("meldinginstellingen", "1")
    audit.record(actor, "meldingen.put_instellingen", subject=subject)
    audit.record_change(actor, "meldingen.put_instellingen", subject=subject, old=old, new=dict(values))
    return row


@transaction.atomic
def put_reden(
    *, code: str, tevreden: bool, tekst: str, volgorde: int = 0, actief: bool = True, actor: Actor
) -> Tevredenheidsreden:
    """Make or change a reason that reporters can choose. Its code stays, so that figures go on."""
    actor.require("meldingen.manage")
    row, _made = Tevredenheidsreden.objects.update_or_create(
        code=code, defaults={"tevreden": tevreden, "tekst": tekst, "volgorde": volgorde, "actief": actief}
    )
    audit.record(actor, "meldingen.put_reden", subject=Ref("tevredenheidsreden", code))
    return row
