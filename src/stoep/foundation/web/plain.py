"""Pages that need no template, database or session: for when those are what is missing."""

from __future__ import annotations

from html import escape

PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="/static/foundation/plain.css"></head>
<body><main><h1>{title}</h1><p>{text}</p><p><a href="/">Naar de voorpagina</a></p></main></body></html>
"""


def plain_page(title: str, text: str) -> bytes:
    """A whole page with a title and one paragraph."""
    return PAGE.format(title=escape(title), text=escape(text)).encode()


BUSY = (
    "Dit lukt nu even niet",
    (
        "Er is een storing. Wat u al had verstuurd, is bewaard. Probeer het over een paar minuten opnieuw. "
        "Is het dringend? Bel dan de gemeente."
    ),
)
BROKEN = (
    "Er ging iets mis",
    "Dat ligt aan ons, niet aan u. Probeer het straks opnieuw. Is het dringend? Bel dan de gemeente.",
)
TOO_LARGE = (
    "Dit bestand is te groot",
    (
        "Wat u verstuurt is groter dan wij aankunnen ({megabytes} MB). Ga terug, maak de foto of het bestand kleiner "
        "of kies een andere, en verstuur het opnieuw."
    ),
)
TOO_SLOW = (
    "Het versturen duurde te lang",
    "Uw verbinding viel stil voordat alles binnen was. Er is niets opgeslagen. Ga terug en probeer het opnieuw.",
)
UNREADABLE = (
    "Dit konden wij niet lezen",
    "Wat er binnenkwam, klopt niet. Ga terug en probeer het opnieuw.",
)
