"""Tell everybody who follows an area what happened since the last time, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from stoep.berichten.commands import send_bericht
from stoep.buurt.commands.follow_area import SOORT, link_of, place_of
from stoep.buurt.models import Buurtabonnement, OpenbareMelding, Ritme
from stoep.buurt.queries.onderwerpen import onderwerpen_by_slug
from stoep.buurt.rules.volgen import Bericht, Gebiedswens, due_since, follows, write_overzicht
from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.toegang.actors import SYSTEM

SETTLED = timedelta(minutes=2)  # what is being written just now is told the next time
AT_ONCE = 500
MOST_NEWS = 20_000

News = Sequence[tuple[datetime, Bericht]]


def send_overzichten() -> int:
    """Send what is due; answers how many mails. Each in a transaction of its own: after a crash the rest goes on."""
    until = clock.now() - SETTLED
    sent = 0
    for ritme in Ritme.values:
        since = due_since(ritme, clock.now(), clock.AMSTERDAM)
        due = Buurtabonnement.objects.filter(bevestigd_op__isnull=False, ritme=ritme, verteld_tot__lt=since)
        news: News | None = None
        for pk in due.order_by("verteld_tot").values_list("pk", flat=True)[:AT_ONCE]:
            if news is None:
                oldest = due.order_by("verteld_tot").values_list("verteld_tot", flat=True)[0]
                news = news_between(oldest, until)
            sent += tell_one(pk, news, since=since, until=until)
    return sent


def news_between(since: datetime, until: datetime) -> News:
    """What became visible and what was handled, in order."""
    onderwerpen = onderwerpen_by_slug()
    found: list[tuple[datetime, Bericht]] = []
    for field, is_new in (("zichtbaar_op", True), ("gesloten_op", False)):
        rows = OpenbareMelding.objects.filter(**{f"{field}__gt": since, f"{field}__lte": until})
        for row in rows.order_by(field)[:MOST_NEWS]:
            naam = onderwerpen[row.categorie].naam if row.categorie in onderwerpen else row.categorie
            address = f"{settings.BASE_URL}{reverse('buurt:melding', args=[row.nummer])}"
            regel = f"- {naam}{f', {row.plek}' if row.plek else ''}\n  {address}"
            found.append((getattr(row, field), Bericht(row.hoofdcategorie, row.gebied, row.point, regel, is_new)))
    return sorted(found, key=lambda pair: pair[0])


@transaction.atomic
def tell_one(abonnement_id: UUID, news: News, *, since: datetime, until: datetime) -> int:
    """Tell one follower, and note until when: who is told already, by another worker or before a crash, is passed over."""
    row = (
        Buurtabonnement.objects.select_for_update(skip_locked=True)
        .filter(pk=abonnement_id, verteld_tot__lt=since, bevestigd_op__isnull=False)
        .first()
    )
    if row is None:
        return 0
    wens = Gebiedswens(
        gebied=row.gebied,
        middelpunt=Point(row.lon, row.lat) if row.lon is not None and row.lat is not None else None,
        straal=row.straal or 0,
        hoofdcategorieen=frozenset(row.hoofdcategorieen),
    )
    mine = [bericht for moment, bericht in news if row.verteld_tot < moment and follows(wens, bericht)]
    query = f"?gebied={row.gebied}&stand=alles" if row.gebied else ""
    subject, text = write_overzicht(
        mine,
        waar=place_of(row),
        kaart=f"{settings.BASE_URL}{reverse('buurt:overzicht')}{query}",
        link=link_of(row),
    )
    row.verteld_tot = max(until, row.verteld_tot)
    row.save(update_fields=["verteld_tot"])
    if not text:
        return 0
    send_bericht(soort=SOORT, ontvanger=row.email, onderwerp=subject, tekst=text, subject=row.ref, actor=SYSTEM)
    return 1
