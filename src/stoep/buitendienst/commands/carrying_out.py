"""What an outcome on the street means for the report: each is an act of meldingen, in the name of the inspector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from stoep.buitendienst.models import Uitkomst
from stoep.buitendienst.rules.straattekst import HANDELING_OF, note_of
from stoep.foundation.nederlands import clock_time
from stoep.meldingen.commands import ask_melder, plan_melding, resolve_melding
from stoep.meldingen.commands.attach_fotos import Foto, attach_fotos
from stoep.meldingen.commands.take_melding import take_melding
from stoep.meldingen.models import FotoSoort, Handeling, Melding, Standaardtekst
from stoep.meldingen.queries import filled_in, standaardteksten_for
from stoep.toegang.actors import Actor
from stoep.zaken.commands import add_notitie

if TYPE_CHECKING:
    from stoep.buitendienst.commands.do_stop import Daad

CLOSING = (Uitkomst.GEDAAN, Uitkomst.NIET_GEVONDEN)


def carry_out(melding: Melding, daad: Daad, fotos: Sequence[Foto], *, actor: Actor) -> None:
    """Note, photos and the act itself, in the caller's transaction. Raises what meldingen refuses."""
    is_closing = daad.uitkomst in CLOSING
    taken = take_melding(melding.pk, right="zaken.close" if is_closing else "zaken.set_status", actor=actor)
    is_herstel = daad.uitkomst == Uitkomst.GEDAAN
    attach_fotos(
        taken,
        fotos=fotos,
        soort=FotoSoort.HERSTEL if is_herstel else FotoSoort.BUITEN,
        auteur=actor.name,
        actor=actor,
    )
    if daad.uitkomst != Uitkomst.VRAAG:
        write_note(melding, daad, actor=actor)
    if daad.uitkomst == Uitkomst.VRAAG:
        ask_melder(melding.pk, tekst=daad.notitie, actor=actor)
        return
    handeling = HANDELING_OF.get(daad.uitkomst)
    if handeling is None:
        return
    tekst, onderwerp = message_of(taken, Handeling(handeling), daad)
    if is_closing:
        resolve_melding(melding.pk, tekst=tekst, onderwerp=onderwerp, uitkomst=Handeling(handeling), actor=actor)
    elif daad.dag is not None:
        plan_melding(melding.pk, dag=daad.dag, tekst=tekst, onderwerp=onderwerp, actor=actor)


def write_note(melding: Melding, daad: Daad, *, actor: Actor, waarom_niet: str = "") -> None:
    """Write in the zaak what was done on the street, when, and what the inspector says of it."""
    moment = clock_time(daad.gedaan_op) if daad.gedaan_op else ""
    tekst = note_of(str(Uitkomst(daad.uitkomst).label), moment, daad.notitie, waarom_niet)
    add_notitie(melding.zaak_id, tekst=tekst, onderwerp=_("Op straat"), actor=actor)


def keep_words(melding: Melding, daad: Daad, waarom_niet: str, *, actor: Actor) -> None:
    """When it could not be carried out: the words come in the zaak all the same, closed or not."""
    if actor.may("zaken.note", melding):
        write_note(melding, daad, actor=actor, waarom_niet=waarom_niet)


def message_of(melding: Melding, handeling: Handeling, daad: Daad) -> tuple[str, str]:
    """The standard text that was chosen, else the first of its category, with its subject; filled in."""
    offered = standaardteksten_for(melding, [handeling.value])
    chosen: Standaardtekst | None = next((one for one in offered if one.pk == daad.standaardtekst_id), None)
    chosen = chosen or (offered[0] if offered else None)
    if chosen is None:
        return (_("Wij zijn langs geweest. Dank u wel dat u het hebt gemeld."), "")
    # A day stays a place to fill in: planning knows which day it is.
    return filled_in(melding, chosen.tekst), filled_in(melding, chosen.onderwerp)
