"""Sending content safely: as what it is, never run by a browser, in parts and from cache where possible."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from stoep.documenten.models import Versie
from stoep.documenten.queries import open_inhoud
from stoep.documenten.web.thumbnails import PHOTO_TYPES, thumbnail_of
from stoep.foundation.web.ranges import send_range

SHOWN_IN_BROWSER = (*PHOTO_TYPES, "application/pdf")
KLEIN = "klein"
A_DAY = 24 * 60 * 60


def send(request: HttpRequest, versie: Versie) -> HttpResponseBase:
    """Send a version, or a small picture of it when `?formaat=klein` asks for that."""
    klein = request.GET.get("formaat") == KLEIN and versie.formaat in PHOTO_TYPES
    tag = f'"{versie.sha256[:40]}{"-klein" if klein else ""}"'
    if tag in request.headers.get("If-None-Match", ""):
        return secured(HttpResponse(status=304), tag)
    if klein:
        response: HttpResponseBase = HttpResponse(thumbnail_of(versie.sha256), content_type="image/jpeg")
    else:
        content_type = versie.formaat or "application/octet-stream"
        size = versie.bestandsomvang or 0
        response = send_range(request, open_inhoud(versie), size, content_type=content_type, tag=tag)
    shown = klein or versie.formaat in SHOWN_IN_BROWSER
    name = versie.bestandsnaam or versie.titel
    disposition = content_disposition_header(as_attachment=not shown, filename=name)
    response.headers["Content-Disposition"] = disposition or ("inline" if shown else "attachment")
    return secured(response, tag)


def secured(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    """Add what keeps a browser from running content or sharing it with others."""
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = f"private, max-age={A_DAY}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
