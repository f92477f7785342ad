"""Downloading a document: by employees with the right, and by whoever holds a signed link."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from stoep.documenten.queries import DOWNLOAD, LINK_IS_VALID, get_document
from stoep.documenten.web.sending import send
from stoep.foundation import audit, links
from stoep.foundation.web.permissions import public, requires_login
from stoep.toegang.actors import SYSTEM
from stoep.toegang.web.actors import ActorRequest


@require_safe
@requires_login
def download(request: ActorRequest, document_id: UUID) -> HttpResponseBase:
    """Send a document that this employee may see, and note in the security log who read it."""
    document = get_document(document_id, request.actor)
    audit.record(request.actor, "documenten.download", subject=document.ref)
    return send(request, document.laatste_versie)


@require_safe
@public
def download_signed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Send the one document of a link that has not expired. A wrong link and an old one look the same."""
    document_id = links.unsign(DOWNLOAD, token, max_age=LINK_IS_VALID)
    document = get_document(document_id, SYSTEM)
    return send(request, document.laatste_versie)
