"""Write an assignment rule, or change it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit
from stoep.toegang.actors import Actor
from stoep.zaken.errors import ToewijzingsregelInvalid
from stoep.zaken.models import Toewijzingsregel

WEEK = range(7)


@transaction.atomic
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
    uur_van: int | None = None,
    uur_tot: int | None = None,
    actor: Actor,
) -> Toewijzingsregel:
    """Store the rule with this name. It holds for zaken that are routed from now on."""
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
        "uur_van": uur_van,
        "uur_tot": uur_tot,
    }
    regel, _ = Toewijzingsregel.objects.update_or_create(naam=naam.strip(), defaults=values)
    audit.record(actor, "zaken.put_toewijzingsregel", subject=regel.ref)
    return regel


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
