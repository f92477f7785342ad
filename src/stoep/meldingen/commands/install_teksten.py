"""Put in the standard texts and reasons that come with Stoep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.models import Categorie, Standaardtekst, Tevredenheidsreden
from stoep.toegang.actors import Actor

DATA = Path(__file__).resolve().parents[1] / "data" / "standaardteksten.json"


@transaction.atomic
def install_teksten(*, actor: Actor) -> int:
    """Add the texts and reasons that are not there yet. What an editor changed stays. Answers how many texts.

    A text for a category that this municipality does not have is passed over.
    """
    actor.require("meldingen.manage")
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    categorieen = dict(Categorie.objects.values_list("slug", "pk"))
    present = set(Standaardtekst.objects.values_list("categorie_id", "handeling", "titel"))
    new = []
    for place, row in enumerate(data["standaardteksten"], start=1):
        slug = row.get("categorie", "")
        if slug and slug not in categorieen:
            continue
        categorie_id = categorieen[slug] if slug else None
        if (categorie_id, row["handeling"], row["titel"]) not in present:
            words = {name: row[name] for name in ("handeling", "titel", "onderwerp", "tekst")}
            new.append(Standaardtekst(categorie_id=categorie_id, volgorde=place, **words))
    Standaardtekst.objects.bulk_create(new)
    reasons = [Tevredenheidsreden(**row, volgorde=place) for place, row in enumerate(data["redenen"], start=1)]
    Tevredenheidsreden.objects.bulk_create(reasons, ignore_conflicts=True)
    audit.record(actor, "meldingen.install_teksten", subject=Ref("standaardteksten", "stoep"), aantal=len(new))
    return len(new)
