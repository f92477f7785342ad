"""Where a request for an API leaves the road that pages take: no session, no cookie, no form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from stoep.api.zgw.apis import APIS
from stoep.foundation.rest.openapi import document_of
from stoep.foundation.rest.operations import Api
from stoep.foundation.rest.serving import answer, etag_of, matches

BY_NAME: dict[str, Api] = {api.name: api for api in APIS}
WORDS_OF_ROOT = 4  # "", the name, "api", "v1"
DOCUMENT = "openapi.json"


class ApiMiddleware:
    """Answers everything below `/{name}/api/v1`; leaves the rest to the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or pass the request on."""
        words = request.path_info.split("/", WORDS_OF_ROOT)
        if len(words) < WORDS_OF_ROOT or words[2] != "api" or words[3] != "v1" or words[1] not in BY_NAME:
            return self.get_response(request)
        return answer_of(BY_NAME[words[1]], request, words[WORDS_OF_ROOT] if len(words) > WORDS_OF_ROOT else "")


def answer_of(api: Api, request: HttpRequest, path: str) -> HttpResponseBase:
    """What an API says to a path below its root."""
    if path == DOCUMENT and request.method in ("GET", "HEAD"):
        return document(api, request)
    return answer(api, request, path)


@cache
def document_bytes(name: str, _origin: str) -> bytes:
    """openapi.json of an API, made once for each address that this installation has."""
    return document_of(BY_NAME[name])


def document(api: Api, request: HttpRequest) -> HttpResponse:
    """openapi.json: anybody may read it, from any page (NL API Design Rules)."""
    body = document_bytes(api.name, api.origin())
    etag = etag_of(body)
    headers = {"ETag": etag, "API-version": api.version, "Access-Control-Allow-Origin": "*"}
    if (wanted := request.META.get("HTTP_IF_NONE_MATCH")) and matches(wanted, etag):
        return HttpResponse(status=304, headers=headers)
    headers["Content-Length"] = str(len(body))
    return HttpResponse(b"" if request.method == "HEAD" else body, content_type="application/json", headers=headers)
