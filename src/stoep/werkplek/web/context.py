"""What every page of the werkplek shows: navigation with counts, who one is, notices, and what one can begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from stoep.foundation import clock
from stoep.kennisbank import queries as kennisbank
from stoep.kennisbank.models import Kanaal
from stoep.meldingen.queries import count_heropenverzoeken
from stoep.opdrachten.queries import count_waiting
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek import queries

PREFIX = "/werkplek/"
FindMedewerker = Callable[[], Medewerker | None]


def desk(request: HttpRequest) -> dict[str, Any]:
    """Context for the layout of the werkplek; nothing outside it. Read only when a template asks."""
    if not request.path.startswith(PREFIX) or not hasattr(request, "actor"):
        return {}
    actor: Actor = request.actor
    path = getattr(request, "desk_path", request.path)  # a page may say to which entry of the menu it belongs

    @cache
    def medewerker() -> Medewerker | None:
        return medewerker_of(actor)

    return {
        "me": SimpleLazyObject(lambda: describe_me(actor, medewerker)),
        "werkplek_nav": SimpleLazyObject(lambda: navigation(path, actor, medewerker)),
        "werkplek_new": SimpleLazyObject(lambda: beginnings(actor)),
        "werkplek_scripts": SimpleLazyObject(lambda: scripts_for(actor)),
        "notices": SimpleLazyObject(lambda: kennisbank.current_mededelingen(Kanaal.WERKPLEK, clock.now())),
    }


def scripts_for(actor: Actor) -> list[str]:
    """Scripts that every page needs for this employee: signing out takes a round off this device too."""
    return [static("buitendienst/afmelden.js")] if actor.may("buitendienst.walk") else []


def describe_me(actor: Actor, find_medewerker: FindMedewerker) -> dict[str, str] | None:
    """Name, initials and department of who is signed in; None when nobody is."""
    if actor.account_id is None:
        return None
    words = actor.name.split()
    initials = "".join(word[0] for word in (words[:1] + words[-1:])).upper() if words else "?"
    medewerker = find_medewerker()
    department = medewerker.afdeling.naam if medewerker else ""
    return {"name": actor.name, "initials": initials, "department": department}


def navigation(path: str, actor: Actor, find_medewerker: FindMedewerker) -> list[dict[str, Any]]:
    """The pages that this employee may open, with what waits in each."""
    if actor.account_id is None:
        return []
    mine, team = queries.count_work(actor, find_medewerker())
    waiting = count_waiting(actor) if actor.may("opdrachten.read") else 0
    entries = [
        ("", _("Start"), "/werkplek/", "house", 0),
        ("zaken.read", _("Mijn werk"), "/werkplek/werk/", "list-todo", mine),
        ("zaken.read", _("Mijn team"), "/werkplek/team/", "users", team),
        ("zaken.read", _("Alle zaken"), "/werkplek/zaken/", "inbox", 0),
        *waiting_requests(path, actor),
        ("buitendienst.walk", _("Buiten"), "/werkplek/buiten/", "footprints", 0),
        ("opdrachten.read", _("Opdrachten"), "/werkplek/opdrachten/", "hard-hat", waiting),
        ("meldingen.register", _("Melding invoeren"), "/werkplek/melding-invoeren/", "phone", 0),
        ("buurt.release", _("Vrijgeven"), "/werkplek/vrijgeven/", "eye", 0),
        ("kennisbank.edit", _("Mededelingen"), "/werkplek/mededelingen/", "megaphone", 0),
        ("cms.edit", _("Website"), "/cms/", "file-pen-line", 0),
        ("sturing.read", _("Sturing"), "/werkplek/sturing/", "chart-column", 0),
        ("*beheer", _("Beheer"), "/werkplek/beheer/", "settings", 0),
    ]
    return [
        {
            "label": label,
            "url": url,
            "icon": icon,
            "count": queries.show_count(count),
            "active": is_active(path, url),
        }
        for right, label, url, icon, count in entries
        if not right or (right == "*beheer" and queries.beheer_pages(actor)) or actor.may(right)
    ]


def waiting_requests(path: str, actor: Actor) -> list[tuple[str, str, str, str, int]]:
    """Requests of reporters to look again, for who decides on them; only while there are any, or on their page."""
    url = "/werkplek/meldingen/heropenen/"
    count = count_heropenverzoeken(actor) if actor.may("meldingen.reopen") else 0
    return [("meldingen.reopen", _("Heropenen?"), url, "rotate-ccw", count)] if count or path == url else []


def is_active(path: str, url: str) -> bool:
    """Tell whether a page lies under an entry of the menu."""
    return path == url if url == PREFIX else path.startswith(url)


def beginnings(actor: Actor) -> list[dict[str, str]]:
    """What one can begin from anywhere."""
    offers = [
        ("meldingen.register", _("Melding openbare ruimte"), "/werkplek/melding-invoeren/", "construction"),
        ("kennisbank.edit", _("Mededeling"), "/werkplek/mededelingen/nieuw/", "megaphone"),
    ]
    return [{"label": label, "url": url, "icon": icon} for right, label, url, icon in offers if actor.may(right)]
