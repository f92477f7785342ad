"""Make or change a sort of danger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.errors import GevaarInvalid
from stoep.meldingen.models import Categorie, Gevaar
from stoep.toegang.actors import Actor

TELEFOON = re.compile(r"[0-9][0-9 -]{1,18}")


@transaction.atomic
def put_gevaar(
    *,
    slug: str,
    titel: str,
    tekst: str,
    telefoon: str = "",
    woorden: Sequence[str] = (),
    behalve: Sequence[str] = (),
    categorieen: Sequence[str] = (),
    volgorde: int = 0,
    actief: bool = True,
    actor: Actor,
) -> Gevaar:
    """Make the sort of danger with this slug, or change it. It holds for whoever writes from now on."""
    actor.require("meldingen.manage")
    if not titel.strip() or not tekst.strip():
        raise GevaarInvalid(uitleg="schrijf op wat iemand eerst moet doen.", field="tekst")
    if telefoon and not TELEFOON.fullmatch(telefoon):
        raise GevaarInvalid(uitleg="dit is geen telefoonnummer.", field="telefoon")
    if not woorden and not categorieen:
        raise GevaarInvalid(uitleg="geef minstens één gevaarwoord.", field="woorden")
    known = set(Categorie.objects.filter(slug__in=list(categorieen)).values_list("slug", flat=True))
    values: dict[str, object] = {
        "titel": titel.strip(),
        "tekst": tekst.strip(),
        "telefoon": telefoon.strip(),
        "woorden": list(woorden),
        "behalve": list(behalve),
        "categorieen": [one for one in categorieen if one in known],
        "volgorde": volgorde,
        "actief": actief,
    }
    before = Gevaar.objects.filter(slug=slug).first()
    old = {name: getattr(before, name) for name in values} if before else {}
    gevaar, _ = Gevaar.objects.update_or_create(slug=slug, defaults=values)
    if values != old:
        subject = Ref("gevaar", slug)
        audit.record(actor, "meldingen.put_gevaar", subject=subject)
        audit.record_change(actor, "meldingen.put_gevaar", subject=subject, old=old, new=values)
    return gevaar
