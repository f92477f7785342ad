"""Tell subscribers what happened."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from stoep.foundation.outbox.delivery import Told
from stoep.foundation.transactions import whole
from stoep.notificaties.commands.storing import store_messages
from stoep.notificaties.queries import keuzes_by_kanaal, read_kenmerken
from stoep.notificaties.rules.berichten import bericht_of
from stoep.notificaties.vertaling import translate


@whole
def tell_abonnees(told: Sequence[Told]) -> int:
    """Turn events into messages of the norm, in their order, for the subscriptions that want them.

    It writes rows only; the deliverers send them. Answers how many deliveries there are to do.
    """
    keuzes = keuzes_by_kanaal()
    meldingen = [
        (melding, each.occurred_at) for each in told for melding in translate(each.event) if melding.kanaal in keuzes
    ]
    kenmerken = read_kenmerken([melding for melding, _ in meldingen], settings.BASE_URL)
    berichten = [
        bericht_of(melding, kenmerken.get((melding.kanaal, melding.hoofd_id), {}), moment, settings.BASE_URL)
        for melding, moment in meldingen
    ]
    return store_messages(berichten, keuzes)
