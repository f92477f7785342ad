"""The tiles that the simulator of the map draws; a real municipality's come straight from PDOK."""

from __future__ import annotations

import gzip

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from stoep.foundation.errors import NotFound
from stoep.foundation.web.permissions import public
from stoep.gebieden.ports import tegelbron
from stoep.koppelingen.pdok.tegels import HavendamTegels

A_DAY = 86_400


@public
@require_safe
def tegel(request: HttpRequest, zoom: int, x: int, y: int) -> HttpResponse:
    """One tile of 256 by 256 pixels, as SVG."""
    source = tegelbron()
    if not isinstance(source, HavendamTegels):
        raise NotFound
    packed = source.tile(zoom, x, y)
    etag = f'"{source.version}"'
    caching = {"ETag": etag, "Cache-Control": f"public, max-age={A_DAY}", "Vary": "Accept-Encoding"}
    if etag in request.headers.get("If-None-Match", ""):
        return HttpResponseNotModified(headers=caching)
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(gzip.decompress(packed), content_type="image/svg+xml", headers=caching)
    return HttpResponse(packed, content_type="image/svg+xml", headers={**caching, "Content-Encoding": "gzip"})
