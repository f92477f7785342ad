"""The views that colleagues of Havendam kept of the worklist."""

from __future__ import annotations

from django.http import QueryDict

from stoep.organisatie.models import Medewerker
from stoep.toegang.queries import actor_of
from stoep.werkplek.commands import save_weergave
from stoep.werkplek.models import Weergave
from stoep.werkplek.wensen import Plek, Wens

WEERGAVEN = (
    ("ilse", "Te laat of vandaag", Plek.ALLE, "termijn=te-laat&termijn=vandaag", "afdeling"),
    ("ilse", "Te verdelen, met datum", Plek.ALLE, "wie=niemand&kolom=termijn&kolom=plek&kolom=gemeld", "niemand"),
    ("noor", "Stoepen in Zuidhaven", Plek.ALLE, "categorie=losse-stoeptegel&gebied=zuidhaven", "afdeling"),
)


def build_weergaven() -> None:
    """Keep what is not kept yet; what somebody took away or renamed comes back only in a new Havendam."""
    if Weergave.objects.exists():
        return
    people = {one.account.username: one for one in Medewerker.objects.select_related("account")}
    for username, naam, plek, vraag, kring in WEERGAVEN:
        if username in people:
            wens = Wens.read(QueryDict(vraag))
            save_weergave(naam=naam, plek=plek, wens=wens, gedeeld_met=kring, actor=actor_of(people[username].account))
