"""Write an assignment rule, or change it: each change is a version that stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from stoep.foundation import audit, clock
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.errors import ToewijzingsregelChanged, ToewijzingsregelInvalid
from stoep.zaken.models import Regelversie, Toewijzingsregel

WEEK = range(7)
MOST_REDEN = 300
KEPT = (
    "prioriteit",
    "actief",
    "zaaktypen",
    "categorieen",
    "gebieden",
    "kanalen",
    "weekdagen",
    "alleen_spoed",
    "uur_van",
    "uur_tot",
    "medewerker_id",
    "groep_id",
    "kies_lid",
)


@whole
def put_toewijzingsregel(
    *,
    naam: str,
    medewerker_id: UUID | None = None,
    groep_id: UUID | None = None,
    kies_lid: bool = False,
    prioriteit: int = 100,
    actief: bool = True,
    zaaktypen: Sequence[str] = (),
    categorieen: Sequence[str] = (),
    gebieden: Sequence[str] = (),
    kanalen: Sequence[str] = (),
    weekdagen: Sequence[int] = (),
    alleen_spoed: bool = False,
    uur_van: int | None = None,
    uur_tot: int | None = None,
    reden: str = "",
    versie: int | None = None,
    actor: Actor,
) -> Toewijzingsregel:
    """Store the rule with this name. It holds for zaken that are routed from now on.

    A change makes a version that says who, when and why; the same once more makes none. `versie` is the
    number that the writer saw, so that nobody overwrites a colleague unseen.
    """
    actor.require("zaken.manage_rules")
    refuse_nonsense(naam, medewerker_id, groep_id, weekdagen, uur_van, uur_tot)
    values: dict[str, object] = {
        "medewerker_id": medewerker_id,
        "groep_id": groep_id,
        "kies_lid": kies_lid and groep_id is not None,
        "prioriteit": prioriteit,
        "actief": actief,
        "zaaktypen": list(zaaktypen),
        "categorieen": list(categorieen),
        "gebieden": list(gebieden),
        "kanalen": list(kanalen),
        "weekdagen": sorted(set(weekdagen)),
        "alleen_spoed": alleen_spoed,
        "uur_van": uur_van,
        "uur_tot": uur_tot,
    }
    before = Toewijzingsregel.objects.select_for_update().filter(naam=naam.strip()).first()
    latest = latest_versie(before, versie) if before else None
    regel, _ = Toewijzingsregel.objects.update_or_create(naam=naam.strip(), defaults=values)
    if latest is None or latest.waarden != tell_waarden(regel):
        add_versie(regel, nummer=latest.nummer + 1 if latest else 1, reden=reden, actor=actor)
        audit.record(actor, "zaken.put_toewijzingsregel", subject=regel.ref)
    return regel


def latest_versie(regel: Toewijzingsregel, seen: int | None) -> Regelversie:
    """The version in force of a locked rule. Raises ToewijzingsregelChanged when another one was seen.

    A rule from before there were versions gets its first one here.
    """
    latest = regel.versies.order_by("nummer").last()
    if latest is None:
        latest = Regelversie(regel=regel, nummer=1, waarden=tell_waarden(regel), moment=clock.now(), wie="systeem:")
        latest.save(force_insert=True)
    if seen is not None and seen != latest.nummer:
        raise ToewijzingsregelChanged(wie=latest.wie_naam or "Een collega")
    return latest


def add_versie(regel: Toewijzingsregel, *, nummer: int, reden: str, actor: Actor) -> None:
    """Keep what the rule says now."""
    Regelversie(
        regel=regel,
        nummer=nummer,
        waarden=tell_waarden(regel),
        moment=clock.now(),
        wie=str(actor.ref),
        wie_naam=actor.name,
        reden=" ".join(reden.split())[:MOST_REDEN],
    ).save(force_insert=True)


def tell_waarden(regel: Toewijzingsregel) -> dict[str, Any]:
    """Everything that the rule says, as a version keeps it."""
    found = {name: getattr(regel, name) for name in KEPT}
    return {name: str(value) if isinstance(value, UUID) else value for name, value in found.items()}


def refuse_nonsense(
    naam: str,
    medewerker_id: UUID | None,
    groep_id: UUID | None,
    weekdagen: Sequence[int],
    uur_van: int | None,
    uur_tot: int | None,
) -> None:
    """Refuse a rule that names no target or two, or days and hours that do not exist."""
    if not naam.strip():
        raise ToewijzingsregelInvalid(uitleg="geef de regel een naam.", field="naam")
    if (medewerker_id is None) == (groep_id is None):
        raise ToewijzingsregelInvalid(uitleg="kies een medewerker of een groep, niet allebei.", field="medewerker_id")
    if any(day not in WEEK for day in weekdagen):
        raise ToewijzingsregelInvalid(uitleg="kies dagen van maandag tot en met zondag.", field="weekdagen")
    if (uur_van is None) != (uur_tot is None) or (uur_van is not None and uur_van == uur_tot):
        raise ToewijzingsregelInvalid(uitleg="vul een begin- en een einduur in die verschillen.", field="uur_van")
    if uur_van is not None and uur_tot is not None and not (0 <= uur_van <= 23 and 1 <= uur_tot <= 24):  # noqa: PLR2004
        raise ToewijzingsregelInvalid(uitleg="uren lopen van 0 tot 24.", field="uur_van")
