"""Tell everybody else who waits for a report: reporters of its deelmeldingen, and followers. Each once.

A few hear in the transaction of the act. Many hear by a job: the act puts away who, and the worker goes through them in
batches. How far it is stands in the same transaction as the messages, so a crash neither skips nor repeats anybody.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from stoep.berichten.commands import send_bericht
from stoep.foundation import clock, jobs
from stoep.foundation.errors import DomainError
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.models import Handeling, Melding, Rondbericht, Volger
from stoep.meldingen.queries.samen import hearers
from stoep.meldingen.queries.volgen import place_of, volger_link
from stoep.meldingen.queries.voor_melder import message_values
from stoep.meldingen.rules.ontvangers import once_each
from stoep.meldingen.rules.volgteksten import PUBLIC, compose_volgbericht, readdress
from stoep.toegang.actors import SYSTEM, Actor
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of

AT_ONCE = 25
DEEL, VOLGER = "deel", "volger"
logger = logging.getLogger(__name__)


def tell_anderen(melding: Melding, *, handeling: Handeling, tekst: str = "", onderwerp: str = "", actor: Actor) -> int:
    """Send the words of an act to all but the reporter; answers how many hear. Many hear by a job, after the commit.

    Reporters of parts get the message as their own; followers read what is done, without who reported it.
    """
    if handeling.value not in PUBLIC:
        return 0
    people = once_each(hearers(melding), told=[melding.email])
    if len(people) > AT_ONCE:
        many = [who for _email, who in people]
        tell_later(melding, many, handeling=handeling, tekst=tekst, onderwerp=onderwerp, actor=actor)
        return len(people)
    mine = message_values(melding) if people else {}
    for _email, who in people:
        tell_one(who, melding, mine, handeling=handeling, tekst=tekst, onderwerp=onderwerp, actor=actor)
    return len(people)


def tell_one(
    who: Melding | Volger,
    melding: Melding,
    mine: Mapping[str, str],
    *,
    handeling: Handeling,
    tekst: str,
    onderwerp: str,
    actor: Actor,
) -> None:
    """Send one of them the words, readdressed from the reporter (`mine`) to this person."""
    if isinstance(who, Volger):
        words = readdress(tekst, mine, {"aanhef": "Beste lezer"})
        tell_volger(who, melding, handeling=handeling, tekst=words, actor=actor)
        return
    theirs = message_values(who)
    words, title = readdress(tekst, mine, theirs), readdress(onderwerp, mine, theirs)
    tell_melder(who, handeling=handeling, tekst=words, onderwerp=title, actor=actor)


def tell_volger(volger: Volger, melding: Melding, *, handeling: Handeling, tekst: str, actor: Actor) -> None:
    """Send a follower the words of an act. It is about the report, not its zaak: a dossier holds no followers."""
    followed = volger.melding
    values = {**message_values(melding), "plek": place_of(followed), "categorie": followed.categorie.naam}
    link = volger_link(volger)
    onderwerp, body = compose_volgbericht(handeling.value, tekst, {**values, "link": link, "volglink": link})
    send_bericht(
        soort="melding-volgbericht",
        ontvanger=volger.email,
        onderwerp=onderwerp,
        tekst=body,
        subject=followed.ref,
        actor=able(actor, "berichten.send"),
    )


def tell_later(
    melding: Melding, people: list[Melding | Volger], *, handeling: Handeling, tekst: str, onderwerp: str, actor: Actor
) -> None:
    """Put away who hears what, and have the worker tell them."""
    from stoep.meldingen.tasks import tell_round

    ronde: Rondbericht = Rondbericht.objects.create(
        melding=melding,
        handeling=handeling.value,
        onderwerp=onderwerp,
        tekst=tekst,
        wachtend=[[VOLGER if isinstance(who, Volger) else DEEL, str(who.pk)] for who in people],
        account_id=actor.account_id,
        begonnen_op=clock.now(),
    )
    jobs.defer(tell_round, rondbericht_id=str(ronde.pk))


def run_rondbericht(rondbericht_id: UUID) -> None:
    """Go on until everybody has been told. Killed on the way, it goes on after the last message that was stored."""
    while tell_some(rondbericht_id):
        pass


@transaction.atomic
def tell_some(rondbericht_id: UUID) -> bool:
    """Tell the next few, and note it, in one transaction. False when there is nobody left."""
    ronde = Rondbericht.objects.select_for_update().filter(pk=rondbericht_id).first()
    if ronde is None:
        return False
    now, ronde.wachtend = ronde.wachtend[:AT_ONCE], ronde.wachtend[AT_ONCE:]
    account = Account.objects.filter(pk=ronde.account_id).first()
    actor = actor_of(account) if account is not None else SYSTEM
    melding: Melding = Melding.objects.whole().get(pk=ronde.melding_id)
    mine = message_values(melding)
    for who in those(now):
        try:
            with transaction.atomic():
                tell_one(
                    who,
                    melding,
                    mine,
                    handeling=Handeling(ronde.handeling),
                    tekst=ronde.tekst,
                    onderwerp=ronde.onderwerp,
                    actor=actor,
                )
        except DomainError as error:
            logger.warning("Rondbericht %s passed over %s: %s", ronde.pk, who.pk, error.code)
    if not ronde.wachtend:
        ronde.delete()
        return False
    ronde.save(update_fields=["wachtend"])
    return True


def those(waiting: list[list[str]]) -> list[Melding | Volger]:
    """The rows of these, in order; who stopped following or was forgotten meanwhile is not among them."""
    parts = [key for soort, key in waiting if soort == DEEL]
    followers = [key for soort, key in waiting if soort == VOLGER]
    found: dict[str, Melding | Volger] = {
        str(part.pk): part
        for part in Melding.objects.filter(pk__in=parts).select_related("categorie", "gebied", "zaak")
    }
    for volger in Volger.objects.filter(pk__in=followers).select_related("melding__categorie", "melding__gebied"):
        found[str(volger.pk)] = volger
    return [found[key] for _soort, key in waiting if key in found]
