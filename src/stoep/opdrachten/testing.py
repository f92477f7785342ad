"""Contractors and orders for tests and the demo, built on commands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from stoep.foundation import clock
from stoep.foundation.rows import new_id
from stoep.meldingen.models import Melding
from stoep.meldingen.testing import make_report
from stoep.opdrachten.commands import Termijnafspraak, put_opdrachtnemer, send_opdracht, term_on
from stoep.opdrachten.models import Opdracht, Opdrachtnemer
from stoep.toegang.actors import SYSTEM, Actor


def make_opdrachtnemer(
    naam: str = "Straatwerk Zeeland",
    *,
    categorieen: Sequence[str] = ("losse-stoeptegel",),
    werkdagen: int = 5,
    spoed_uren: int | None = 4,
    gebieden: Sequence[str] = (),
    **values: Any,
) -> Opdrachtnemer:
    """A contractor that mends the street."""
    values.setdefault("email", "werk@straatwerk.example")
    return put_opdrachtnemer(
        naam=naam,
        gebieden=gebieden,
        afspraken=[Termijnafspraak(slug, werkdagen, spoed_uren) for slug in categorieen],
        actor=SYSTEM,
        **values,
    )


def make_opdracht(
    opdrachtnemer: Opdrachtnemer | None = None,
    *,
    melding: Melding | None = None,
    dagen: int = 7,
    actor: Actor,
    **more: Any,
) -> Opdracht:
    """An order for a loose tile."""
    melding = melding or make_report()
    nemer = opdrachtnemer or Opdrachtnemer.objects.first() or make_opdrachtnemer()
    return send_opdracht(
        melding.pk,
        opdracht_id=more.pop("opdracht_id", None) or new_id(),
        opdrachtnemer_id=nemer.pk,
        wat=more.pop("wat", "Leg de losse tegel recht."),
        termijn=more.pop("termijn", None) or term_on(clock.today() + timedelta(days=dagen)),
        actor=actor,
        **more,
    )
