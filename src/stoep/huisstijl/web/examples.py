"""Invented content for the example pages of the gallery."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from stoep.huisstijl.web.specimens import SAMPLE

TODAY = date(2026, 12, 2)

TASKS = [
    ("construction", "Melding doen", "Losse tegel, lantaarnpaal, afval"),
    ("id-card", "Paspoort of identiteitskaart", "Afspraak maken, kosten"),
    ("house", "Verhuizing doorgeven", "Binnen of naar Havendam"),
    ("square-parking", "Parkeren", "Vergunning, bezoek, bezwaar"),
    ("recycle", "Afval en grofvuil", "Ophaaldagen, container"),
    ("heart-handshake", "Hulp en ondersteuning", "Wmo, bijstand, schulden"),
    ("file-badge", "Uittreksel of akte", "Direct aanvragen"),
    ("store", "Ondernemen", "Evenement, terras, vergunning"),
]

WORK = [
    (-1, "Losse stoeptegel", "ZAAK-2026-004181", "Wilgenlaan 14, Zuidhaven", "busy", "In behandeling", "Website"),
    (0, "Verkeersbord omgereden", "ZAAK-2026-004203", "Kade 88, Centrum", "info", "Ingepland", "Telefoon"),
    (1, "Gehandicaptenparkeerkaart", "ZAAK-2026-004150", "mw. A. de Vries", "neutral", "Wacht op aanvulling", "Balie"),
    (
        2,
        "Lichtmast 2231 brandt niet",
        "ZAAK-2026-004219",
        "Dorpsstraat 5, Oosterdijk",
        "info",
        "Doorgezet naar extern",
        "Website",
    ),
    (
        5,
        "Evenement: Kerstmarkt",
        "ZAAK-2026-004232",
        "Ondernemersvereniging Centrum",
        "busy",
        "Advies gevraagd",
        "eHerkenning",
    ),
    (8, "Boom dreigt om te vallen", "ZAAK-2026-004240", "Parklaan, Noorderpark", "busy", "In behandeling", "WhatsApp"),
    (21, "Bezwaar naheffing parkeren", "ZAAK-2026-004102", "dhr. Y. El Amrani", "info", "Hoorzitting gepland", "DigiD"),
    (42, "Inrit aanleggen", "ZAAK-2026-004188", "Zeedijk 41, Oosterdijk", "neutral", "Intake", "Website"),
]

DESK: dict[str, Any] = {
    "werkplek_nav": [
        {"label": "Start", "url": "#", "icon": "house"},
        {"label": "Mijn werk", "url": "#", "icon": "list-checks", "count": 12, "active": True},
        {"label": "Mijn team", "url": "#", "icon": "users", "count": 48},
        {"label": "Inbox", "url": "#", "icon": "inbox", "count": 5},
        {"label": "Klantcontact", "url": "#", "icon": "phone"},
        {"label": "Kaart", "url": "#", "icon": "map"},
        {"label": "Sturing", "url": "#", "icon": "chart-column"},
        {"label": "Beheer", "url": "#", "icon": "settings"},
    ],
    "werkplek_new": [{"label": "Melding aannemen", "url": "#", "icon": "megaphone"}],
    "me": {"name": "Noor Bakker", "initials": "NB", "department": "Openbare ruimte"},
    "notices": [],
    "navigation": [],
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "voorpagina": {
        "tasks": [{"icon": icon, "title": title, "text": text} for icon, title, text in TASKS],
        "nav": SAMPLE["nav"],
        "navigation": SAMPLE["nav"],
    },
    "stap": {
        "step_current": 2,
        "step_total": 4,
        "step_name": "Melding openbare ruimte",
        "previous_url": "#",
        "notices": [],
        "navigation": SAMPLE["nav"],
    },
    "lijst": {
        **DESK,
        "today": TODAY,
        "work": [
            {
                "deadline": TODAY + timedelta(days=days),
                "title": title,
                "number": number,
                "place": place,
                "tone": tone,
                "status": status,
                "channel": channel,
            }
            for days, title, number, place, tone, status, channel in WORK
        ],
        "tabs": [
            {"label": "Op termijn", "href": "#", "active": True},
            {"label": "Nieuw sinds gisteren", "href": "#"},
            {"label": "Kaart", "href": "#"},
            {"label": "Gedeeld: storm 28 nov", "href": "#"},
        ],
        "filters": [
            {"label": "Zaaktype", "options": []},
            *SAMPLE["filters"][1:],
            {"label": "Status", "options": []},
            {"label": "Kanaal", "options": []},
        ],
        "keys": SAMPLE["keys"],
    },
    "zaak": {
        **DESK,
        **{key: SAMPLE[key] for key in ("phases", "entries", "links", "picture")},
        "today": TODAY,
        "deadline": TODAY - timedelta(days=1),
    },
    "inloggen": {},
}
