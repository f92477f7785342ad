"""People for tests: employees with an account, a department and rights."""

from __future__ import annotations

from stoep.organisatie.commands import create_afdeling, create_medewerker
from stoep.organisatie.models import Afdeling, Medewerker
from stoep.toegang.actors import SYSTEM, Grant
from stoep.toegang.testing import make_account


def make_afdeling(code: str = "openbare-ruimte", naam: str = "Openbare ruimte") -> Afdeling:
    """A department; asked twice it is the same."""
    present = Afdeling.objects.filter(code=code).first()
    return present or create_afdeling(code=code, naam=naam, telefoon="14 0115", actor=SYSTEM)


def make_medewerker(
    *rights: str | Grant, naam: str = "Noor Bakker", username: str = "noor", afdeling: Afdeling | None = None
) -> Medewerker:
    """An employee with an account that has these rights."""
    account = make_account(*rights, username=username, name=naam)
    return create_medewerker(
        account_id=account.pk,
        naam=naam,
        afdeling_id=(afdeling or make_afdeling()).pk,
        functie="Behandelaar",
        actor=SYSTEM,
    )
