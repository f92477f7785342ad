"""Zaken for tests."""

from __future__ import annotations

from stoep.catalogi.testing import make_zaaktype, resultaattype
from stoep.toegang.actors import ANONYMOUS, SYSTEM, Actor
from stoep.zaken.commands import close_zaak, open_zaak
from stoep.zaken.models import Zaak


def make_zaak(
    omschrijving: str = "Losse tegel op de Kade",
    *,
    zaaktype: str = "melding-openbare-ruimte",
    vertrouwelijkheid: str | None = None,
    hoofdzaak: Zaak | None = None,
    actor: Actor = ANONYMOUS,
) -> Zaak:
    """An open zaak of a zaaktype that is made when it is not there."""
    make_zaaktype(zaaktype)
    return open_zaak(
        zaaktype_identificatie=zaaktype,
        omschrijving=omschrijving,
        kanaal="website",
        vertrouwelijkheid=vertrouwelijkheid,
        hoofdzaak_id=hoofdzaak.pk if hoofdzaak else None,
        actor=actor,
    )


def make_closed_zaak(omschrijving: str = "Losse tegel op de Kade") -> Zaak:
    """A zaak that was closed as repaired."""
    zaak = make_zaak(omschrijving)
    close_zaak(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)
    zaak.refresh_from_db()
    return zaak
