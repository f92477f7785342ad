"""Make or change a category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.commands.announce_categorie import announce_categorie, told_changes
from stoep.meldingen.errors import CategorieUnknown
from stoep.meldingen.models import Categorie
from stoep.toegang.actors import Actor


class Inhoud(TypedDict, total=False):
    """What a category says; what is left out gets its ordinary value."""

    uitleg: str
    handelingstekst: str
    waarschuwing: str
    servicenorm_werkdagen: int
    afdeling: str
    icoon: str
    zoekwoorden: Sequence[str]
    volgorde: int
    actief: bool
    openbaar: bool
    straal_meters: int
    kaartlaag: str


ORDINARY: Inhoud = {
    "uitleg": "",
    "handelingstekst": "",
    "waarschuwing": "",
    "servicenorm_werkdagen": 5,
    "afdeling": "",
    "icoon": "message-circle-question-mark",
    "zoekwoorden": (),
    "volgorde": 0,
    "actief": True,
    "openbaar": True,
    "straal_meters": 50,
    "kaartlaag": "",
}
CHANGEABLE = ("naam", *ORDINARY)


@transaction.atomic
def put_categorie(
    *, slug: str, naam: str, hoofdcategorie: str = "", actor: Actor, **inhoud: Unpack[Inhoud]
) -> Categorie:
    """Make the category with this slug, or change it. `hoofdcategorie` is the slug of its heading, "" for a heading."""
    actor.require("meldingen.manage")
    hoofd = None
    if hoofdcategorie:
        hoofd = Categorie.objects.filter(slug=hoofdcategorie, hoofdcategorie__isnull=True).first()
        if hoofd is None:
            raise CategorieUnknown
    values: dict[str, object] = {**ORDINARY, **inhoud, "naam": naam, "hoofdcategorie": hoofd}
    values["zoekwoorden"] = list(inhoud.get("zoekwoorden", ()))
    if values["actief"]:
        values["opvolger"] = None
    before = Categorie.objects.filter(slug=slug).first()
    old = {name: getattr(before, name) for name in CHANGEABLE} if before else {}
    categorie, _ = Categorie.objects.update_or_create(slug=slug, defaults=values)
    new = {name: getattr(categorie, name) for name in CHANGEABLE}
    if new != old:
        subject = Ref("meldingcategorie", slug)
        audit.record(actor, "meldingen.put_categorie", subject=subject)
        audit.record_change(actor, "meldingen.put_categorie", subject=subject, old=old, new=new)
        announce_categorie(categorie, *told_changes(old, new))
    return categorie
