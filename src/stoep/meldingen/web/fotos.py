"""Showing photos: to whoever holds the token of the draft or the link of the report, and to colleagues."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from stoep.foundation import links, storage
from stoep.foundation.errors import NotFound
from stoep.foundation.photos import thumbnail
from stoep.foundation.web.permissions import public, requires
from stoep.meldingen import queries
from stoep.meldingen.models import ConceptFoto, FotoSoort, MeldingFoto
from stoep.meldingen.queries.voor_melder import LINK
from stoep.toegang.web.actors import ActorRequest

SMALL = 480


@public
@require_safe
def of_concept(request: HttpRequest, token: str, foto_id: UUID) -> HttpResponseBase:
    """A photo of a draft."""
    concept = queries.get_concept(token)
    return picture(request, ConceptFoto.objects.filter(concept=concept, is_stored=True).one(foto_id))


@public
@require_safe
def of_link(request: HttpRequest, token: str, foto_id: UUID) -> HttpResponseBase:
    """A photo of a report, for who holds its link."""
    melding = queries.get_for_link(links.unsign(LINK, token))
    own = MeldingFoto.objects.filter(melding=melding).exclude(soort=FotoSoort.BUITEN)
    hoofd = queries.hoofdmelding(melding)  # the photo of the repair hangs on the report that stands for all
    if hoofd is not None:
        own = MeldingFoto.objects.filter(
            Q(melding=melding) & ~Q(soort=FotoSoort.BUITEN) | Q(melding=hoofd, soort=FotoSoort.HERSTEL)
        )
    return picture(request, own.one(foto_id))


@requires("meldingen.read")
@require_safe
def of_staff(request: ActorRequest, foto_id: UUID) -> HttpResponseBase:
    """A photo of a report, for a colleague who may see the report."""
    foto = MeldingFoto.objects.one(foto_id)
    queries.get_melding(foto.melding_id, request.actor)
    return picture(request, foto)


def picture(request: HttpRequest, foto: ConceptFoto | MeldingFoto) -> HttpResponseBase:
    """The picture whole, or small with `?klein`. What it shows never changes under its address."""
    if not storage.exists(foto.sha256):
        raise NotFound
    file = storage.open_stored(foto.sha256)
    response: HttpResponseBase
    if "klein" in request.GET:
        with file:
            small = thumbnail(file, SMALL)
        response = HttpResponse(small.data, content_type=small.content_type)
    else:
        response = FileResponse(file, content_type=foto.formaat)
    response.headers["Cache-Control"] = "private, max-age=86400, immutable"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
