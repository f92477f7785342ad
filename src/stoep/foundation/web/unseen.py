"""What nobody can see in an address, a form or a cookie never reaches a view: no NUL byte becomes a 500."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from stoep.foundation.web.forms import has_unseen, visible, visible_querydict

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class UnseenCharactersMiddleware:
    """Strips unseen characters from query and form; an address that holds them does not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Clean the query and the cookies, which costs nothing when there is nothing to clean."""
        if "%" in request.META.get("QUERY_STRING", ""):
            request.GET = visible_querydict(request.GET)  # type: ignore[assignment]
        for name, value in list(request.COOKIES.items()):
            if has_unseen(value):
                request.COOKIES[name] = visible(value)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: dict[str, Any]) -> None:
        """Clean what was posted; a view that reads request.POST itself gets it clean too."""
        if has_unseen(request.path_info):
            raise Http404
        if request.method == "POST" and request.content_type in FORMS:
            request.POST = visible_querydict(request.POST)  # type: ignore[assignment]
