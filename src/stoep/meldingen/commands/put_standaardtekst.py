"""Make or change a standard text."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Categorie, Standaardtekst
from stoep.toegang.actors import Actor


@transaction.atomic
def put_standaardtekst(
    *, handeling: str, titel: str, onderwerp: str, tekst: str, categorie: str = "", volgorde: int = 0, actor: Actor
) -> Standaardtekst:
    """Make the text with this title for an act (and a category, by slug), or change it."""
    actor.require("meldingen.manage")
    row = None
    if categorie:
        row = Categorie.objects.filter(slug=categorie).first()
        if row is None:
            raise CategorieUnknown
    standaardtekst, _ = Standaardtekst.objects.update_or_create(
        categorie=row,
        handeling=handeling,
        titel=titel,
        defaults={"onderwerp": onderwerp, "tekst": tekst, "volgorde": volgorde},
    )
    audit.record(actor, "meldingen.put_standaardtekst", subject=Ref("standaardtekst", str(standaardtekst.pk)))
    return standaardtekst
