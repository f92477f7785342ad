"""Make, change or remove a standard text."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.berichten.rules.sjablonen import find_mistakes
from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.commands.announce_categorie import announce_categorie
from stoep.meldingen.errors import CategorieUnknown, PlaatshouderUnknown, TitelTaken
from stoep.meldingen.models import Categorie, Standaardtekst
from stoep.meldingen.rules.berichtteksten import PLACES
from stoep.toegang.actors import Actor


@transaction.atomic
def put_standaardtekst(
    *,
    handeling: str,
    titel: str,
    onderwerp: str,
    tekst: str,
    categorie: str = "",
    volgorde: int = 0,
    tekst_id: UUID | None = None,
    actor: Actor,
) -> Standaardtekst:
    """Make the text with this title for an act (and a category, by slug), or change it.

    With `tekst_id` that text is changed, its title too. A place between braces that we cannot fill in is refused.
    """
    actor.require("meldingen.manage")
    refuse_unknown(onderwerp=onderwerp, tekst=tekst)
    row = None
    if categorie:
        row = Categorie.objects.filter(slug=categorie).first()
        if row is None:
            raise CategorieUnknown
    same = Standaardtekst.objects.filter(categorie=row, handeling=handeling, titel=titel)
    if tekst_id is not None and same.exclude(pk=tekst_id).exists():
        raise TitelTaken
    found = Standaardtekst.objects.locked(tekst_id) if tekst_id is not None else same.first()
    standaardtekst: Standaardtekst = found or Standaardtekst()
    old = {} if found is None else {"onderwerp": found.onderwerp, "tekst": found.tekst}
    standaardtekst.categorie, standaardtekst.handeling, standaardtekst.titel = row, handeling, titel
    standaardtekst.onderwerp, standaardtekst.tekst, standaardtekst.volgorde = onderwerp, tekst, volgorde
    standaardtekst.save()
    subject = Ref("standaardtekst", str(standaardtekst.pk))
    audit.record(actor, "meldingen.put_standaardtekst", subject=subject)
    audit.record_change(
        actor, "meldingen.put_standaardtekst", subject=subject, old=old, new={"onderwerp": onderwerp, "tekst": tekst}
    )
    if old != {"onderwerp": onderwerp, "tekst": tekst}:
        announce_categorie(row, "teksten")
    return standaardtekst


@transaction.atomic
def remove_standaardtekst(tekst_id: UUID, *, actor: Actor) -> None:
    """Remove a text from the lists that colleagues choose from. Messages that were sent stay as they are."""
    actor.require("meldingen.manage")
    tekst = Standaardtekst.objects.locked(tekst_id)
    audit.record(actor, "meldingen.remove_standaardtekst", subject=Ref("standaardtekst", str(tekst.pk)))
    tekst.delete()


def refuse_unknown(**texts: str) -> None:
    """Refuse a place that we cannot fill in, at the field where it stands."""
    for field, text in texts.items():
        mistakes = find_mistakes(text, PLACES)
        if mistakes:
            raise PlaatshouderUnknown(
                field=field, fout=mistakes[0], bekend=", ".join(f"{{{{ {one} }}}}" for one in PLACES)
            )
