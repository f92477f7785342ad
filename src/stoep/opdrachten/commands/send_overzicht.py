"""Mail a contractor the link to all its open orders: only ever to the address that we know."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from stoep.berichten.commands import send_bericht
from stoep.foundation import audit, clock
from stoep.opdrachten.models import Opdracht, Opdrachtnemer
from stoep.opdrachten.queries.lijst import list_for_nemer
from stoep.opdrachten.queries.links import OVERZICHT_KEPT, overzicht_path
from stoep.opdrachten.rules.mailteksten import compose_overzicht
from stoep.opdrachten.rules.termijnen import link_until
from stoep.toegang.actors import SYSTEM

MOST_NAMED = 20


@transaction.atomic
def send_overzicht(opdrachtnemer_id: UUID) -> None:
    """Answer a request for a link; whoever asked is never told whether a mail went.

    Links of open orders that have expired work again from here on: whoever reads this mailbox is the contractor.
    """
    nemer: Opdrachtnemer = Opdrachtnemer.objects.one(opdrachtnemer_id)
    expired = Opdracht.objects.filter(opdrachtnemer=nemer, link_tot__lt=clock.now()).open()
    for opdracht in expired.select_for_update():
        opdracht.link_tot = link_until(clock.now())
        opdracht.save(update_fields=["link_tot"])
    rows = list(list_for_nemer(nemer)[:MOST_NAMED])
    mail = compose_overzicht(
        aanhef=nemer.contactpersoon or nemer.naam,
        link=f"{settings.BASE_URL}{overzicht_path(nemer)}",
        dagen=OVERZICHT_KEPT.days,
        regels=[f"{row.nummer}: {row.melding.categorie.naam}, {row.melding.adres}, {row.nog}" for row in rows],
    )
    send_bericht(
        soort="opdracht-overzicht",
        ontvanger=nemer.email,
        onderwerp=mail.onderwerp,
        tekst=mail.tekst,
        subject=nemer.ref,
        actor=SYSTEM,
    )
    audit.record(SYSTEM, "opdrachten.send_overzicht", subject=nemer.ref)
