"""The mails about an order exactly as they go out: what is previewed is what is sent."""

from __future__ import annotations

from stoep.berichten.ports import afzender
from stoep.foundation import clock
from stoep.foundation.nederlands import full_day
from stoep.meldingen.queries import say_object
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.queries.links import order_link
from stoep.opdrachten.rules.mailteksten import Mailtekst, Orderfeiten, compose_opdracht
from stoep.opdrachten.rules.plek import map_url, say_coordinates
from stoep.opdrachten.rules.termijnen import say_agreed


def feiten_of(opdracht: Opdracht, *, fotos: int = 0, groet: str = "") -> Orderfeiten:
    """What a mail may say of an order, which need not be stored yet."""
    melding, nemer = opdracht.melding, opdracht.opdrachtnemer
    deadline = opdracht.deadline
    klaar = full_day(deadline.date())
    if opdracht.spoed:
        klaar += f", {deadline.hour}.{deadline.minute:02} uur"
    return Orderfeiten(
        nummer=opdracht.nummer,
        aanhef=nemer.contactpersoon or nemer.naam,
        gemeente=afzender().naam,
        onderwerp=melding.categorie.naam,
        wat=opdracht.wat,
        adres=melding.adres,
        gebied=melding.gebied.naam if melding.gebied else "",
        coordinaten=say_coordinates(melding.lat, melding.lon),
        kaart=map_url(melding.lat, melding.lon),
        klaar=klaar,
        spoed=opdracht.spoed,
        link=order_link(opdracht),
        link_tot=full_day(opdracht.link_tot.astimezone(clock.AMSTERDAM).date()),
        fotos=fotos,
        object=say_object(melding),
        groet=groet or opdracht.verstuurd_door,
    )


def preview_opdracht(opdracht: Opdracht, *, fotos: int) -> Mailtekst:
    """The mail of an order."""
    return compose_opdracht(feiten_of(opdracht, fotos=fotos))


def agreed_words(werkdagen: int, spoed_uren: int | None = None) -> str:
    """The agreed term in words."""
    return say_agreed(werkdagen=werkdagen, spoed_uren=spoed_uren)
