"""Take over a list of categories from elsewhere, exactly as its preview said."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.commands.ask_training import ask_training
from stoep.meldingen.commands.put_categorie import ORDINARY, Inhoud, put_categorie
from stoep.meldingen.commands.retire_categorie import retire_categorie
from stoep.meldingen.models import Categorie
from stoep.meldingen.queries.lijst import preview_lijst
from stoep.meldingen.rules.lijst import Lijstregel, Wijziging
from stoep.toegang.actors import Actor

GIVEN = ("handelingstekst", "servicenorm_werkdagen", "afdeling", "openbaar", "uitleg", "actief")


@transaction.atomic
def import_lijst(*, tekst: str, stop_missing: bool = False, opvolger: str = "", actor: Actor) -> list[Wijziging]:
    """Make, change and retire categories as the list says, all or nothing. What stops is followed by `opvolger`."""
    actor.require("meldingen.manage")
    changes = preview_lijst(tekst, stop_missing=stop_missing)
    for place, change in enumerate(changes, start=1):
        if change.soort != "gestopt":
            put(change.regel, place=place, actor=actor)
    for change in changes:
        if change.soort == "gestopt":
            retire_categorie(slug=change.regel.slug, opvolger=opvolger, actor=actor)
    if changes:
        ask_training(actor=actor)
        audit.record(actor, "meldingen.import_lijst", subject=Ref("meldingcategorie", "*"), aantal=str(len(changes)))
    return changes


def put(row: Lijstregel, *, place: int, actor: Actor) -> None:
    """Make or change one category; what the list does not say stays as it was."""
    before = Categorie.objects.filter(slug=row.slug).first()
    inhoud: Inhoud = {"volgorde": place}
    if before is not None:
        inhoud = {name: getattr(before, name) for name in ORDINARY}  # type: ignore[assignment]
    for name in GIVEN:
        value = getattr(row, name)
        if value is not None:
            inhoud[name] = value  # type: ignore[literal-required]
    put_categorie(slug=row.slug, naam=row.naam, hoofdcategorie=row.hoofdcategorie, actor=actor, **inhoud)
