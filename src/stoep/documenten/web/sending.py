"""Sending content safely: as what it is, never run by a browser, in parts and from cache where possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from stoep.documenten.models import Versie
from stoep.documenten.queries import open_inhoud
from stoep.documenten.web.thumbnails import PHOTO_TYPES, thumbnail_of

SHOWN_IN_BROWSER = (*PHOTO_TYPES, "application/pdf")
KLEIN = "klein"
SIMPLE_RANGE = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")
BLOCK = 256 * 1024
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
        response = send_inhoud(request, versie, tag)
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


def send_inhoud(request: HttpRequest, versie: Versie, tag: str) -> HttpResponseBase:
    """Stream the content, whole or the one part that was asked for."""
    content_type = versie.formaat or "application/octet-stream"
    size = versie.bestandsomvang or 0
    part = find_part(request.headers.get("Range", ""), size)
    if part is None or request.headers.get("If-Range", tag) != tag:
        response = FileResponse(open_inhoud(versie), content_type=content_type)
        response.headers["Content-Length"] = str(size)
        response.headers["Accept-Ranges"] = "bytes"
        return response
    first, last = part
    if first > last or first >= size:
        refusal = HttpResponse(status=416)
        refusal.headers["Content-Range"] = f"bytes */{size}"
        return refusal
    blocks = read_part(open_inhoud(versie), first, last)
    partial = StreamingHttpResponse(blocks, status=206, content_type=content_type)
    partial.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    partial.headers["Content-Length"] = str(last - first + 1)
    return partial


def find_part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a simple range. None: no range, or one that may be ignored."""
    found = SIMPLE_RANGE.match(header.strip())
    if found is None or not any(found.groups()):
        return None
    start, end = found.groups()
    if not start:
        return max(size - int(end), 0), size - 1
    return int(start), min(int(end), size - 1) if end else size - 1


def read_part(file: BinaryIO, first: int, last: int) -> Iterator[bytes]:
    """The bytes of a part, in blocks, and close the file."""
    with file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (block := file.read(min(BLOCK, left))):
            left -= len(block)
            yield block
