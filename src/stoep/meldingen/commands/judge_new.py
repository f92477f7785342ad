"""Look whether a new report may be abuse, and confirm it without being anybody's spam relay."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from stoep.foundation import clock
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.models import Handeling, Melding, Misbruik
from stoep.meldingen.queries.vlakbij import within
from stoep.meldingen.rules.misbruik import MANY_MAILS, Sporen, judge
from stoep.toegang.actors import Actor

SAME_TEXT_WITHIN = timedelta(hours=6)
SAME_PLACE_METRES = 60  # the same words about the same place are one report twice, not spam
MOST_COUNTED = 50
BARE_SUBJECT = "Wij hebben een melding ontvangen: {{ nummer }}"
BARE = (
    "Beste lezer,\n\nWij hebben een melding ontvangen met dit e-mailadres. Het nummer is {{ nummer }}.\n\n"
    "Bekijk hier hoe het staat:\n{{ link }}\n\nHebt u niets gemeld? Dan hoeft u niets te doen.\n\n"
    "Met vriendelijke groet,"
)


def judge_new(melding: Melding, *, hints: Collection[str], netwerk: int) -> None:
    """Mark the report when it looks like abuse; it is kept in any case. Two small counts; the caller stores it."""
    now = clock.now()
    texts = Melding.objects.filter(gemeld_op__gt=now - SAME_TEXT_WITHIN, tekst=melding.tekst).exclude(
        within(melding.point, SAME_PLACE_METRES)
    )
    mails = Melding.objects.filter(gemeld_op__gt=now - timedelta(hours=1), email__iexact=melding.email)
    oordeel = judge(
        Sporen(
            tekst=melding.tekst,
            hints=hints,
            zelfde_tekst=texts.order_by()[:MOST_COUNTED].count() if melding.tekst.strip() else 0,
            zelfde_email=mails.order_by()[:MOST_COUNTED].count() if melding.email else 0,
            zelfde_netwerk=netwerk,
        )
    )
    melding.misbruik_redenen = list(oordeel.redenen)
    if oordeel.is_verdacht:
        melding.misbruik = Misbruik.MOGELIJK


def confirm_suspicious(melding: Melding, *, actor: Actor) -> None:
    """A bare receipt, without a word that the sender typed; none at all to an address that gets very many."""
    an_hour = clock.now() - timedelta(hours=1)
    many = Melding.objects.filter(gemeld_op__gt=an_hour, email__iexact=melding.email).order_by()[: MANY_MAILS + 1]
    if melding.wil_bericht and many.count() <= MANY_MAILS:
        tell_melder(melding, handeling=Handeling.ONTVANGEN, tekst=BARE, onderwerp=BARE_SUBJECT, actor=actor)
