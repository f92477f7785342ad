"""Give out numbers for zaken that another system will register later."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.foundation.number_series import next_number
from stoep.foundation.transactions import whole
from stoep.toegang.actors import Actor
from stoep.zaken.models import Zaak


@whole
def reserve_zaaknummers(*, bronorganisatie: str, aantal: int = 1, actor: Actor) -> list[str]:
    """Reserve numbers that this organisation has not given yet; nobody else gets them, used or not (1.7)."""
    actor.require("zaken.open")
    return [free_number(bronorganisatie) for _ in range(aantal)]


def free_number(bronorganisatie: str) -> str:
    """The next number that this organisation has not given yet: another system may have used one of ours."""
    year = clock.today().year
    given = Zaak.objects.filter(bronorganisatie=bronorganisatie)
    while True:
        identificatie = f"ZAAK-{year}-{next_number('zaak', year):06d}"
        if not given.filter(identificatie=identificatie).exists():
            return identificatie
