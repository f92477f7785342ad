"""Make or change a category."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Categorie
from stoep.toegang.actors import Actor

CHANGEABLE = (
    "naam",
    "uitleg",
    "handelingstekst",
    "waarschuwing",
    "servicenorm_werkdagen",
    "afdeling",
    "icoon",
    "zoekwoorden",
    "volgorde",
    "actief",
)


@transaction.atomic
def put_categorie(
    *,
    slug: str,
    naam: str,
    hoofdcategorie: str = "",
    uitleg: str = "",
    handelingstekst: str = "",
    waarschuwing: str = "",
    servicenorm_werkdagen: int = 5,
    afdeling: str = "",
    icoon: str = "message-circle-question-mark",
    zoekwoorden: Sequence[str] = (),
    volgorde: int = 0,
    actief: bool = True,
    actor: Actor,
) -> Categorie:
    """Make the category with this slug, or change it. `hoofdcategorie` is the slug of its heading, "" for a heading."""
    actor.require("meldingen.manage")
    hoofd = None
    if hoofdcategorie:
        hoofd = Categorie.objects.filter(slug=hoofdcategorie, hoofdcategorie__isnull=True).first()
        if hoofd is None:
            raise CategorieUnknown
    values: dict[str, object] = {
        "hoofdcategorie": hoofd,
        "naam": naam,
        "uitleg": uitleg,
        "handelingstekst": handelingstekst,
        "waarschuwing": waarschuwing,
        "servicenorm_werkdagen": servicenorm_werkdagen,
        "afdeling": afdeling,
        "icoon": icoon,
        "zoekwoorden": list(zoekwoorden),
        "volgorde": volgorde,
        "actief": actief,
    }
    before = Categorie.objects.filter(slug=slug).first()
    old = {name: getattr(before, name) for name in CHANGEABLE} if before else {}
    categorie, _ = Categorie.objects.update_or_create(slug=slug, defaults=values)
    new = {name: getattr(categorie, name) for name in CHANGEABLE}
    if new != old:
        subject = Ref("meldingcategorie", slug)
        audit.record(actor, "meldingen.put_categorie", subject=subject)
        audit.record_change(actor, "meldingen.put_categorie", subject=subject, old=old, new=new)
    return categorie
