"""The addresses of the APIs, so that guards and reverse lookups know them; the entrance answers before it comes here."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path

from stoep.api.entrance import BY_NAME, DOCUMENT, answer_of
from stoep.foundation.rest.operations import Api
from stoep.foundation.web.permissions import APPLICATIONS, marked, public

app_name = "api"


def pattern_of(api: Api, route: str) -> URLPattern:
    """One address of an API."""
    template = "/".join(f"<uuid:{word.strip('{}')}>" if word.startswith("{") else word for word in route.split("/"))

    def view(request: HttpRequest, /, **_ids: Any) -> HttpResponseBase:
        return answer_of(api, request, request.path_info.removeprefix(f"{api.root}/"))

    guarded = public(view) if route == DOCUMENT else marked(view, APPLICATIONS)
    return path(f"{api.root[1:]}/{template}", guarded, name=f"{api.name}-{route}")


urlpatterns: list[URLPattern | URLResolver] = [
    pattern_of(api, route)
    for api in BY_NAME.values()
    for route in dict.fromkeys([DOCUMENT, *(operation.path for operation in api.operations)])
]
