"""One place where a refusal that no form caught becomes a page or a problem document."""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist, loader
from django.utils.cache import patch_vary_headers

from stoep.foundation.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, TooMany, Unavailable
from stoep.foundation.web.plain import BROKEN, BUSY, plain_page

STATUS_OF: dict[type, int] = {NotFound: 404, NotAllowed: 403, Conflict: 409, TooMany: 429, Invalid: 400}
A_QUARTER = 900
PROBLEM = "application/problem+json"


def status_of(error: DomainError) -> int:
    """The HTTP status that goes with a refusal."""
    return next((STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF), 400)


class RefusalMiddleware:
    """Shows a DomainError that a view let through: a page in plain Dutch, or a problem document."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal, or something outside that does not answer, into an answer."""
        if isinstance(error, DomainError):
            return refuse(request, error)
        if isinstance(error, Unavailable | OperationalError | InterfaceError):
            return busy(request)
        return None


def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    """The answer to a refusal. Who has not signed in is not told that something exists which they may not see."""
    if isinstance(error, NotAllowed) and getattr(getattr(request, "actor", None), "account_id", None) is None:
        error = NotFound()
    status = status_of(error)
    if wants_json(request):
        problem = {"type": "about:blank", "code": error.code, "title": str(error), "status": status}
        if error.field:
            problem["invalidParams"] = [{"name": error.field, "code": error.code, "reason": str(error)}]
        response: HttpResponse = JsonResponse(problem, status=status, content_type=PROBLEM)
    else:
        response = render(request, "huisstijl/refused.html", {"error": error, "status": status}, status=status)
    if status == STATUS_OF[TooMany]:
        response.headers["Retry-After"] = str(A_QUARTER)
    patch_vary_headers(response, ["Accept"])
    return response


def wants_json(request: HttpRequest) -> bool:
    """Whether a program asks: it accepts JSON and does not accept HTML."""
    accept = request.headers.get("Accept", "")
    return "json" in accept and "text/html" not in accept


def busy(request: HttpRequest) -> HttpResponse:
    """Say that it does not work for the moment, without needing anything that may be down."""
    if wants_json(request):
        problem = {"type": "about:blank", "code": "unavailable", "title": BUSY[1], "status": 503}
        response: HttpResponse = JsonResponse(problem, status=503, content_type=PROBLEM)
    else:
        response = HttpResponse(plain_page(*BUSY), status=503)
    response.headers["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: a page of our own, also when templates or database are what broke."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return busy(request)
    try:
        page = loader.get_template("500.html").render({})
    except TemplateDoesNotExist:
        return HttpResponse(plain_page(*BROKEN), status=500)
    except Exception:  # noqa: BLE001 the error page itself must never fail
        return HttpResponse(plain_page(*BROKEN), status=500)
    return HttpResponse(page, status=500)
