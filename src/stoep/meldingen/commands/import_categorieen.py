"""Put in the categories and standard texts that come with Stoep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from stoep.meldingen.commands.ask_training import ask_training
from stoep.meldingen.commands.put_categorie import put_categorie
from stoep.meldingen.commands.put_standaardtekst import put_standaardtekst
from stoep.toegang.actors import Actor

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def import_categorieen(*, source: Path | None = None, actor: Actor) -> int:
    """Make or refresh every category of the file, and the standard texts. Answers how many categories."""
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
        for place, tekst in enumerate(read(DATA / "standaardteksten.json")["standaardteksten"], start=1):
            put_standaardtekst(**tekst, volgorde=place, actor=actor)
        ask_training(actor=actor)
    return number


def read(source: Path) -> dict[str, Any]:
    """Read a data file."""
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return data
