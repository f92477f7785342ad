"""The door to everything a functional manager arranges."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from stoep.foundation.web.permissions import requires_login
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries


@requires_login
def overview(request: ActorRequest) -> HttpResponse:
    """The pages of beheer that one may open, each with what one does there."""
    return render(request, "werkplek/beheer.html", {"pages": queries.beheer_pages(request.actor)})
