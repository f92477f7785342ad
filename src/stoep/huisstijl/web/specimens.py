"""What the gallery shows: every component in each of its states, as the template code that draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

LONG = "Meerjarenonderhoudsprogramma openbareruimtevoorzieningen en verkeersveiligheidsmaatregelen"
TODAY = date(2026, 12, 3)


@dataclass(frozen=True)
class Specimen:
    """One component: its name and the template code of each state."""

    name: str
    states: tuple[tuple[str, str], ...]
    wide: bool = False


SAMPLE: dict[str, Any] = {
    "long": LONG,
    "today": TODAY,
    "late": TODAY - timedelta(days=1),
    "soon": TODAY + timedelta(days=2),
    "later": TODAY + timedelta(days=21),
    "crumbs": [{"label": "Home", "href": "#"}, {"label": "Melden en bezwaar", "href": "#"}, {"label": "Losse tegel"}],
    "facts": [
        {"term": "Categorie", "value": "Stoep en tegels", "hint": "voorgesteld uit de tekst"},
        {"term": "Melder", "value": "Y. El Amrani", "href": "#"},
        {"term": "Verantwoordelijkheidsgebied", "value": LONG},
    ],
    "links": [
        {"label": "Y. El Amrani", "href": "#", "text": "2 eerdere meldingen, 1 bezwaar loopt", "icon": "user"},
        {"label": "Wilgenlaan 14", "href": "#", "text": "4 meldingen in 12 maanden", "icon": "map-pin"},
        {"label": "Gft wordt opgehaald op do 3 dec", "icon": "truck"},
    ],
    "filters": [
        {
            "label": "Zaaktype",
            "options": [
                {"label": "Melding", "href": "#", "count": 12, "active": True},
                {"label": "Bezwaar", "href": "#", "count": 3},
            ],
        },
        {"label": "Wijk", "value": "Zuidhaven, Oosterdijk", "clear_href": "#"},
    ],
    "phases": [
        {"label": "Gemeld", "text": "do 26 nov 9.14", "state": "done"},
        {"label": "In behandeling", "text": "do 26 nov 9.15 · regel 'Wegen Zuidhaven'", "state": "done"},
        {"label": "Herstel ingepland", "text": "nog te doen", "state": "current"},
        {"label": "Afgehandeld", "text": "melder krijgt bericht", "state": "todo"},
    ],
    "columns": [
        {"label": "Zaak"},
        {"label": "Plek of aanvrager"},
        {"label": "Gemeld", "sort_href": "#", "sorted": "desc"},
        {"label": "Meldingen", "kind": "number", "sort_href": "#"},
    ],
    "rows": [
        {
            "cells": [
                {"text": "Losse stoeptegel", "href": "#", "hint": "ZAAK-2026-004181"},
                {"text": "Wilgenlaan 14, Zuidhaven"},
                {"text": "do 26 nov"},
                {"text": "1.204"},
            ]
        },
        {
            "cells": [
                {"text": LONG, "href": "#", "hint": "ZAAK-2026-004203"},
                {"text": "Kade 88, Centrum"},
                {"text": "wo 25 nov"},
                {"text": "88"},
            ]
        },
    ],
    "entries": [
        {
            "moment": "vr 27 nov 11.02",
            "who": "Noor Bakker",
            "text": "Stelde vast: gevaar voor vallen. Afgezet met lint.",
        },
        {
            "moment": "do 26 nov 9.15",
            "text": "Toegewezen aan Noor Bakker door regel 'Wegen Zuidhaven, ma-vr'.",
            "href": "#",
        },
    ],
    "tabs": [
        {"label": "Op termijn", "href": "#", "active": True},
        {"label": "Nieuw sinds gisteren", "href": "#", "count": 4},
        {"label": "Kaart", "href": "#", "icon": "map"},
    ],
    "nav": [
        {"label": "Onderwerpen", "url": "#", "active": True},
        {"label": "Bestuur", "url": "#"},
        {"label": "Mijn Havendam", "url": "#", "icon": "user"},
    ],
    "keys": [{"key": "j", "does": "omlaag"}, {"key": "Enter", "does": "open"}, {"key": "x", "does": "kies"}],
    "errors": [
        {"text": "Vul een adres of plek in.", "href": "#id_adres"},
        {"text": "Kies wat u wilt melden.", "href": "#id_soort_0"},
    ],
    "bars": [
        {"label": "Stoep en tegels", "value": 1204},
        {"label": "Afval naast de container", "value": 860},
        {"label": LONG, "value": 312},
        {"label": "Lantaarnpaal", "value": 0},
    ],
    "months": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    "series": [
        {"label": "Meldingen", "values": [220, 180, 240, 262, 301, 280, 190, 205, 260, 312, 340, None]},
        {"label": "Binnen de termijn", "values": [190, 150, 200, 240, 280, 255, 180, 190, 231, 270, 298, None]},
    ],
    "picture": "/static/huisstijl/beeld/losse-tegel.svg",
}

SPECIMENS = (
    Specimen(
        "button",
        (
            ("De ene actie van een pagina", '{% component "button" label="Verder" kind="signal" icon="arrow-right" %}'),
            ("Gewoon", '{% component "button" label="Opslaan" kind="primary" %}'),
            ("Tweede keus", '{% component "button" label="Mijn locatie" icon_start="locate" %}'),
            ("Stil", '{% component "button" label="Annuleren" kind="quiet" %}'),
            ("Weghalen", '{% component "button" label="Verwijderen" kind="danger" icon_start="trash-2" %}'),
            ("Klein", '{% component "button" label="Volg deze melding" size="small" %}'),
            ("Kan nu niet", '{% component "button" label="Verstuur" kind="primary" disabled=True %}'),
            ("Lange tekst", '{% component "button" label=long kind="signal" icon="arrow-right" %}'),
        ),
    ),
    Specimen(
        "button_link",
        (
            (
                "Een link als knop",
                '{% component "button_link" label="Melding doen" href="#" kind="signal" icon="arrow-right" %}',
            ),
        ),
    ),
    Specimen(
        "icon",
        (
            ("Versiering", '{% component "icon" name="map-pin" %} Wilgenlaan 14'),
            ("Met betekenis", '{% component "icon" name="lock" label="Alleen voor medewerkers" size="large" %}'),
        ),
    ),
    Specimen(
        "alert",
        (
            (
                "Uitleg",
                '{% component "alert" tone="info" title="Goed om te weten" text="U hoeft niet in te loggen." %}',
            ),
            (
                "Gelukt",
                '{% component "alert" tone="ok" title="Uw melding is ontvangen" text="Uw nummer is M-7K3Q9D." %}',
            ),
            ("Let op", '{% component "alert" tone="warn" title="Is er gevaar?" text="Bel dan 112." %}'),
            ("Fout", '{% component "alert" tone="error" title="Dit lukte niet" text=long %}'),
        ),
        wide=True,
    ),
    Specimen("error_summary", (("Boven een formulier", '{% component "error_summary" entries=errors %}'),), wide=True),
    Specimen(
        "badge",
        (
            ("Een aantal", '{% component "badge" label="12" %}'),
            ("Vraagt aandacht", '{% component "badge" label="3" tone="signal" description="3 nieuwe berichten" %}'),
        ),
    ),
    Specimen(
        "status",
        (
            (
                "Alle tonen",
                '{% component "status" tone="neutral" label="Intake" %} {% component "status" tone="info" label="Ingepland" %} {% component "status" tone="busy" label="In behandeling" icon=True %} {% component "status" tone="ok" label="Opgelost" icon=True %} {% component "status" tone="warn" label="Let op" icon=True %} {% component "status" tone="late" label="Te laat" icon=True %}',
            ),
            ("Lang", '{% component "status" tone="info" label=long %}'),
        ),
    ),
    Specimen(
        "term",
        (
            (
                "Te laat, vandaag, bijna, ruim, geen",
                '{% component "term" deadline=late today=today %} {% component "term" deadline=today today=today %} {% component "term" deadline=soon today=today %} {% component "term" deadline=later today=today %} {% component "term" %}',
            ),
        ),
    ),
    Specimen("breadcrumb", (("Drie lagen", '{% component "breadcrumb" items=crumbs %}'),)),
    Specimen(
        "card",
        (
            (
                "Taak",
                '{% component "card" icon="construction" title="Melding doen" text="Losse tegel, lantaarnpaal, afval" href="#" %}',
            ),
            ("Lange woorden", '{% component "card" icon="id-card" title=long text=long href="#" %}'),
            (
                "Blok",
                '{% wrap "card" title="Melding" %}<p>De tegel voor onze deur steekt 5 cm omhoog.</p>{% endwrap %}',
            ),
            (
                "Blok op zand",
                '{% wrap "card" title="Dit ziet de melder" tone="sand" icon="eye" %}<p><strong>We zijn ermee bezig.</strong> U krijgt bericht.</p>{% endwrap %}',
            ),
        ),
    ),
    Specimen(
        "description_list",
        (
            ("Gewoon", '{% component "description_list" items=facts %}'),
            ("Met lijnen", '{% component "description_list" items=facts kind="rows" %}'),
        ),
    ),
    Specimen("link_list", (("Wat erbij hoort", '{% component "link_list" items=links kind="lines" %}'),)),
    Specimen(
        "empty_state",
        (
            (
                "Niets te doen",
                '{% component "empty_state" icon="check-check" title="Alles is gedaan" text="Er wacht geen werk op u. Kijk bij uw team of er iets ligt." action="Bekijk het werk van mijn team" href="#" %}',
            ),
        ),
    ),
    Specimen("filter_bar", (("Open en gekozen", '{% component "filter_bar" filters=filters %}'),)),
    Specimen("tabs", (("Weergaven", '{% component "tabs" items=tabs label="Weergaven van de lijst" %}'),)),
    Specimen(
        "table",
        (
            (
                "Sorteerbaar, getallen rechts",
                '{% component "table" caption="Zaken" columns=columns rows=rows keyboard=True %}',
            ),
        ),
        wide=True,
    ),
    Specimen(
        "pagination",
        (
            (
                "Midden in een lijst",
                '{% component "pagination" first=9 last=16 total=48 previous_href="#" next_href="#" note="Ververst om 14.32" %}',
            ),
        ),
        wide=True,
    ),
    Specimen("phases", (("Onderweg", '{% component "phases" phases=phases %}'),), wide=True),
    Specimen(
        "progress",
        (("Stap 2 van 4", '{% component "progress" current=2 total=4 name="Melding openbare ruimte" %}'),),
        wide=True,
    ),
    Specimen("timeline", (("Historie", '{% component "timeline" entries=entries %}'),)),
    Specimen(
        "photo",
        (
            (
                "Met bijschrift",
                '{% component "photo" src=picture alt="Een stoeptegel steekt omhoog" caption="Foto van de melder" width=260 height=184 %}',
            ),
            (
                "Klein",
                '{% component "photo" src=picture alt="Een stoeptegel steekt omhoog" size="small" width=130 height=92 %}',
            ),
        ),
    ),
    Specimen(
        "map",
        (
            (
                "Leeg vlak voor een kaart",
                '{% wrap "map" label="Kaart: voorbeeld" %}<div class="stoep-map__canvas"></div>{% endwrap %}',
            ),
        ),
    ),
    Specimen(
        "search_box",
        (
            (
                "Gewoon",
                '{% component "search_box" id="zoek-1" action="/zoeken/" label="Waar zoekt u naar?" show_label=True %}',
            ),
            (
                "Werkplek",
                '{% component "search_box" id="zoek-2" kind="desk" action="/zoeken/" label="Zoek in alles" placeholder="Zoek zaak, persoon of adres" shortcut=True %}',
            ),
        ),
        wide=True,
    ),
    Specimen(
        "notice_bar",
        (
            (
                "Let op",
                '{% component "notice_bar" title="De Zeebrug is dicht tot vrijdag 4 december, 6.00 uur." text="Omrijden kan via de N61." href="#" link="Bekijk de route" %}',
            ),
            (
                "Informatie",
                '{% component "notice_bar" tone="informatie" title="Het stadhuis sluit vandaag om 15.00 uur." %}',
            ),
            (
                "Gevaar",
                '{% component "notice_bar" tone="gevaar" title="Ramen en deuren dicht in het Havengebied." text="Er komt rook vrij bij een brand." %}',
            ),
        ),
        wide=True,
    ),
    Specimen(
        "help_bar",
        (
            (
                "Op elke stap",
                '{% component "help_bar" phone="14 0115" phone_now="nu bereikbaar tot 17.00 uur" address="Kade 1" %}',
            ),
        ),
        wide=True,
    ),
    Specimen(
        "toast",
        (
            ("Gelukt", '{% component "toast" text="De zaak is toegewezen aan Noor Bakker." %}'),
            ("Mislukt", '{% component "toast" tone="error" text="Iemand anders heeft deze zaak net gewijzigd." %}'),
        ),
        wide=True,
    ),
    Specimen(
        "dialog",
        (
            (
                "Een vraag over de pagina",
                '<button class="utrecht-button utrecht-button--secondary-action stoep-button" type="button" data-dialog="voorbeeld">Open het venster</button>{% wrap "dialog" id="voorbeeld" title="Zaak afhandelen?" %}<p>De melder krijgt dan bericht.</p>{% component "button" label="Handel af" kind="signal" %}{% endwrap %}',
            ),
        ),
    ),
    Specimen("nav", (("Hoofdmenu", '{% component "nav" items=nav %}'),)),
    Specimen("kbd", (("Toetsen bij een lijst", '{% component "kbd" keys=keys %}'),)),
    Specimen(
        "skip_link",
        (("Zichtbaar met de Tab-toets", '{% component "skip_link" href="#galerij" label="Ga naar de galerij" %}'),),
    ),
    Specimen(
        "chart_bar",
        (
            (
                "Meldingen per categorie",
                '{% component "chart_bar" title="Meldingen per categorie" label_column="Categorie" rows=bars %}',
            ),
        ),
        wide=True,
    ),
    Specimen(
        "chart_line",
        (
            (
                "Meldingen per maand",
                '{% component "chart_line" title="Meldingen per maand" label_column="Maand" labels=months series=series %}',
            ),
        ),
        wide=True,
    ),
)
