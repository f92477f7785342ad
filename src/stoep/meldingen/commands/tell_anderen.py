"""Tell everybody else who waits for a report: reporters of its deelmeldingen, and followers. Each once."""

from __future__ import annotations

from stoep.berichten.commands import send_bericht
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.models import Handeling, Melding, Volger
from stoep.meldingen.queries.samen import hearers
from stoep.meldingen.queries.volgen import place_of, volger_link
from stoep.meldingen.queries.voor_melder import message_values
from stoep.meldingen.rules.ontvangers import once_each
from stoep.meldingen.rules.volgteksten import PUBLIC, compose_volgbericht, readdress
from stoep.toegang.actors import Actor


def tell_anderen(melding: Melding, *, handeling: Handeling, tekst: str = "", onderwerp: str = "", actor: Actor) -> int:
    """Send the words of an act to all but the reporter, in the caller's transaction. Answers how many heard.

    Reporters of parts get the message as their own; followers read what is done, without who reported it.
    """
    if handeling.value not in PUBLIC:
        return 0
    people = once_each(hearers(melding), told=[melding.email])
    mine = message_values(melding) if people else {}
    for _email, who in people:
        if isinstance(who, Volger):
            words = readdress(tekst, mine, {"aanhef": "Beste lezer"})
            tell_volger(who, melding, handeling=handeling, tekst=words, actor=actor)
        else:
            theirs = message_values(who)
            words, title = readdress(tekst, mine, theirs), readdress(onderwerp, mine, theirs)
            tell_melder(who, handeling=handeling, tekst=words, onderwerp=title, actor=actor)
    return len(people)


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
