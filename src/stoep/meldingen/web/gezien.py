"""Two colleagues at one report: what changed since a form was opened is shown, and no words are lost.

Every form of an act holds the version that was seen (a hidden field `gezien`). When a colleague was first, the
command refuses, and the page shows who did what, with everything typed still there and the new version in the form.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from stoep.foundation import clock
from stoep.meldingen.models import Melding
from stoep.meldingen.queries.samen import what_changed
from stoep.meldingen.rules.intussen import read_gezien, write_gezien

FIELD = "gezien"


def seen_version(request: HttpRequest) -> int | None:
    """The version that the person saw; None when the form does not say."""
    seen = read_gezien(str(request.POST.get(FIELD, "")))
    return seen[0] if seen else None


def look_back(request: HttpRequest, melding: Melding) -> dict[str, Any]:
    """What the form remembers, and what happened since: once it has been shown, the form knows the new version."""
    seen = read_gezien(str(request.POST.get(FIELD, ""))) if request.method == "POST" else None
    now = write_gezien(melding.zaak.versie, clock.now())
    if seen is None or seen[0] == melding.zaak.versie:
        return {FIELD: write_gezien(*seen) if seen else now, "intussen": []}
    return {FIELD: now, "intussen": what_changed(melding, since=seen[1])}
