"""Who may open a page: every view says it with one of these, and an architecture test demands it.

This is the outer gate; the command behind the page asks again, about the very object.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from stoep.foundation.errors import NotAllowed
from stoep.foundation.ref import Ref

P = ParamSpec("P")
ResponseT = TypeVar("ResponseT", bound=HttpResponseBase)
RequestT = TypeVar("RequestT", bound=HttpRequest)
View = Callable[Concatenate[RequestT, P], HttpResponseBase]


class SomeoneWithRights(Protocol):
    """What this gate needs to know of an actor."""

    @property
    def ref(self) -> Ref:
        """How the logs name this actor."""

    @property
    def account_id(self) -> object | None:
        """The account of an employee; None for others."""

    def may(self, right: str) -> bool:
        """Whether this actor has the right."""


PUBLIC = "iedereen"
EMPLOYEES = "medewerkers"
APPLICATIONS = "applicaties"  # the gate of the API asks for a token and a scope


def public(view: View[RequestT, P]) -> View[RequestT, P]:
    """Let everybody in."""
    return marked(view, PUBLIC)


def requires_login(view: View[RequestT, P]) -> View[RequestT, P]:
    """Let every employee in who has signed in; others are asked to."""

    @wraps(view)
    def guarded(request: RequestT, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if actor_of(request).account_id is None:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    return marked(guarded, EMPLOYEES)


def requires(right: str) -> Callable[[View[RequestT, P]], View[RequestT, P]]:
    """Let those in who have the right; who has not signed in is asked to, others are refused."""

    def decorate(view: View[RequestT, P]) -> View[RequestT, P]:
        @wraps(view)
        def guarded(request: RequestT, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if actor.may(right):
                return view(request, *args, **kwargs)
            if actor.account_id is None:
                return to_sign_in(request)
            raise NotAllowed(right=right)

        return marked(guarded, right)

    return decorate


def marked(view: View[RequestT, P], permission: str) -> View[RequestT, P]:
    """Note on the view who may open it."""
    view.permission = permission  # type: ignore[attr-defined]
    return view


def actor_of(request: HttpRequest) -> SomeoneWithRights:
    """Who acts; toegang's middleware put it there."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    return actor  # type: ignore[no-any-return]


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to the sign-in page and back here after it; for htmx the whole page goes there."""
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = f"{settings.LOGIN_URL}"
        return response
    where = request.get_full_path() if request.method in ("GET", "HEAD") else "/werkplek/"
    return redirect_to_login(where, settings.LOGIN_URL)
