"""Make, change or retire an extra question of a category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from django.db import transaction

from stoep.foundation import audit
from stoep.foundation.ref import Ref
from stoep.meldingen.commands.announce_categorie import announce_categorie
from stoep.meldingen.errors import CategorieUnknown, VraagInvalid
from stoep.meldingen.models import Categorie, Vraag, VraagSoort
from stoep.meldingen.rules.vragen import MOST_CHOICES, find_faults
from stoep.toegang.actors import Actor

SLEUTEL = re.compile(r"[a-z][a-z0-9-]{0,39}")
WITH_CHOICES = (VraagSoort.KEUZE, VraagSoort.MEERKEUZE)
PERSONAL = re.compile(r"kenteken|bsn|burgerservicenummer|geboortedatum|rekeningnummer|iban", re.IGNORECASE)


class Vraaginhoud(TypedDict, total=False):
    """What a question says; what is left out gets its ordinary value."""

    hulp: str
    verplicht: bool
    keuzes: Sequence[str]
    voorwaarde: Any
    objectnummer: bool
    volgorde: int
    actief: bool


@transaction.atomic
def put_vraag(
    *, categorie: str, sleutel: str, tekst: str, soort: str, actor: Actor, **inhoud: Unpack[Vraaginhoud]
) -> Vraag:
    """Make the question with this key of a category or heading (by slug), or change it.

    Answers that were given keep the question as it was asked. Personal data that we do not need is not asked.
    """
    actor.require("meldingen.manage")
    row = Categorie.objects.filter(slug=categorie).first()
    if row is None:
        raise CategorieUnknown
    values: dict[str, Any] = {
        "tekst": tekst.strip(),
        "soort": soort,
        "hulp": inhoud.get("hulp", ""),
        "verplicht": inhoud.get("verplicht", False),
        "keuzes": list(dict.fromkeys(one.strip() for one in inhoud.get("keuzes", ()) if one.strip())),
        "voorwaarde": inhoud.get("voorwaarde"),
        "objectnummer": inhoud.get("objectnummer", False),
        "volgorde": inhoud.get("volgorde", 0),
        "actief": inhoud.get("actief", True),
    }
    refuse_nonsense(row, sleutel, values)
    before = Vraag.objects.filter(categorie=row, sleutel=sleutel).first()
    old = {name: getattr(before, name) for name in values} if before else {}
    vraag, _ = Vraag.objects.update_or_create(categorie=row, sleutel=sleutel, defaults=values)
    if values != old:
        subject = Ref("meldingcategorie", row.slug)
        audit.record(actor, "meldingen.put_vraag", subject=subject)
        audit.record_change(
            actor,
            "meldingen.put_vraag",
            subject=subject,
            old={f"vraag {sleutel}: {name}": value for name, value in old.items() if value != values[name]},
            new={f"vraag {sleutel}: {name}": value for name, value in values.items() if value != old.get(name)},
        )
        announce_categorie(row, "vragen")
    return vraag


def refuse_nonsense(categorie: Categorie, sleutel: str, values: dict[str, Any]) -> None:
    """Refuse a question that cannot be asked or answered, or whose condition cannot be read."""
    if not SLEUTEL.fullmatch(sleutel):
        raise VraagInvalid(uitleg="een sleutel heeft alleen kleine letters, cijfers en streepjes.", field="sleutel")
    if not values["tekst"]:
        raise VraagInvalid(uitleg="schrijf de vraag op.", field="tekst")
    if values["soort"] not in VraagSoort.values:
        raise VraagInvalid(uitleg="kies wat voor antwoord u wilt.", field="soort")
    if found := PERSONAL.search(values["tekst"]):
        raise VraagInvalid(
            uitleg=f"‘{found.group(0).lower()}’ is een persoonsgegeven dat wij niet nodig hebben voor een melding.",
            field="tekst",
        )
    if values["objectnummer"] and values["soort"] != VraagSoort.TEKST:
        raise VraagInvalid(uitleg="het nummer van een object is een korte tekst.", field="soort")
    if values["soort"] in WITH_CHOICES and not 1 < len(values["keuzes"]) <= MOST_CHOICES:
        raise VraagInvalid(uitleg=f"geef twee tot {MOST_CHOICES} keuzes, elk op een regel.", field="keuzes")
    earlier = list(
        Vraag.objects.filter(categorie__in=[categorie.pk, categorie.hoofdcategorie_id or categorie.pk])
        .exclude(categorie=categorie, sleutel=sleutel)
        .values_list("sleutel", flat=True)
    )
    if faults := find_faults(values["voorwaarde"], earlier):
        raise VraagInvalid(uitleg=" ".join(faults), field="logica")
