"""What makes the round an app on the telephone: the empty page, the service worker and the manifest.

They hold nothing of anybody, so everybody may fetch them: also a telephone whose session has ended.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stoep.foundation.web.permissions import public

HERE = Path(__file__).resolve().parent.parent / "static" / "buitendienst"
QUEUE, WORKER = HERE / "wachtrij.js", HERE / "dienst.js"
NAMED = (
    "huisstijl/werkplek.css",
    "huisstijl/form.js",
    "huisstijl/beeld/icoon.svg",
    "buitendienst/buitendienst.css",
    "buitendienst/ronde.js",
    "fonts/source-sans-3-latin-wght-normal.woff2",
)
IMPORTED = (
    "buitendienst/afmelden.js",
    "buitendienst/foto.js",
    "buitendienst/tonen.js",
    "buitendienst/wachtrij.js",
)  # a script imports these by their plain name


@public
@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The page of the round without a round: what a telephone without network opens."""
    return render(request, "buitendienst/ronde.html", {"schil": True})


@public
@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, for this folder only: what it must keep, the queue, and what it does."""
    response = HttpResponse(worker_source(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@cache
def worker_source() -> str:
    """The script as one text; its version changes with whatever it keeps."""
    files = [static(name) for name in NAMED] + [f"{settings.STATIC_URL}{name}" for name in IMPORTED]
    texts = [path.read_text(encoding="utf-8") for path in sorted(HERE.iterdir()) if path.suffix in (".js", ".css")]
    version = hashlib.sha256("\n".join([*files, *texts]).encode()).hexdigest()[:16]
    values = {
        "versie": version,
        "schil": reverse("buitendienst:schil"),
        "ronde": reverse("buitendienst:ronde"),
        "gegevens": reverse("buitendienst:gegevens"),
        "doen": reverse("buitendienst:doen"),
        "bestanden": files,
    }
    queue, work = QUEUE.read_text(encoding="utf-8"), WORKER.read_text(encoding="utf-8")
    return f"const STOEP = {json.dumps(values)};\n{queue}\n{work}"


@public
@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """How the round is called and looks among the apps of a telephone."""
    icon = {"src": static("huisstijl/beeld/icoon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    found = {
        "name": _("Stoep: mijn ronde"),
        "short_name": _("Mijn ronde"),
        "lang": "nl",
        "start_url": reverse("buitendienst:ronde"),
        "scope": reverse("buitendienst:buiten"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0a2a43",
        "icons": [icon],
    }
    return JsonResponse(found, content_type="application/manifest+json")
