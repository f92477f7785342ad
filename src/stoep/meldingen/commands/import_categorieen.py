"""Put in the categories and standard texts that come with Stoep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from stoep.meldingen.commands.ask_training import ask_training
from stoep.meldingen.commands.install_teksten import install_teksten
from stoep.meldingen.commands.put_categorie import put_categorie
from stoep.meldingen.commands.put_gevaar import put_gevaar
from stoep.meldingen.commands.put_vraag import put_vraag
from stoep.toegang.actors import Actor

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def import_categorieen(*, source: Path | None = None, actor: Actor) -> int:
    """Make or refresh every category of the file, and add the standard texts that are missing. Answers how many categories."""
    data = read(source or DATA / "categorieen.json")
    number = 0
    for place, hoofd in enumerate(data["categorieen"], start=1):
        put_categorie(
            slug=hoofd["slug"],
            naam=hoofd["naam"],
            icoon=hoofd["icoon"],
            afdeling=hoofd["afdeling"],
            volgorde=place,
            actor=actor,
        )
        for subplace, sub in enumerate(hoofd["subcategorieen"], start=1):
            put_categorie(**sub, hoofdcategorie=hoofd["slug"], volgorde=subplace, actor=actor)
            number += 1
    if source is None:
        put_vragen_en_gevaren(actor=actor)
        ask_training(actor=actor)
        install_teksten(actor=actor)
    return number


def put_vragen_en_gevaren(*, actor: Actor) -> None:
    """The extra questions and the dangers that come with Stoep."""
    for slug, vragen in read(DATA / "vragen.json")["vragen"].items():
        for place, vraag in enumerate(vragen, start=1):
            put_vraag(**vraag, categorie=slug, volgorde=place, actor=actor)
    for place, gevaar in enumerate(read(DATA / "gevaren.json")["gevaren"], start=1):
        put_gevaar(**gevaar, volgorde=place, actor=actor)


def read(source: Path) -> dict[str, Any]:
    """Read a data file."""
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return data
