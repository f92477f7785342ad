"""What an employee typed is not lost when the session ended meanwhile. For every form in which somebody writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

P = ParamSpec("P")
RequestT = TypeVar("RequestT", bound=HttpRequest)
View = Callable[Concatenate[RequestT, P], HttpResponseBase]
NOT_TYPED = ("csrfmiddlewaretoken",)


class CsrfCheck(CsrfViewMiddleware):
    """Django's own check, asked by us: signing in again gives a new token, which the old form cannot have."""

    def refusal(self, request: HttpRequest) -> HttpResponseBase | None:
        """The page that says no; None when the form carries the token of this browser."""
        return self.process_view(request, guarded_view, (), {})


def guarded_view(request: HttpRequest) -> HttpResponse:
    """Stands for a view that Django guards; never called."""
    raise NotImplementedError


def never(request: HttpRequest) -> HttpResponse:
    """The next in line of a middleware that is only asked; never called."""
    raise NotImplementedError


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Did another website send this form? The browser says so; old browsers say nothing."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site"


def is_employee(request: HttpRequest) -> bool:
    """Whether somebody of the municipality is signed in."""
    return getattr(getattr(request, "actor", None), "account_id", None) is not None


def keeping_what_was_typed(view: View[RequestT, P]) -> View[RequestT, P]:
    """Show what was typed, to sign in and go on with, when a post comes after the session has ended.

    A post that another website sends is refused as everywhere: that is not somebody who was typing here.
    """

    @wraps(view)
    def resuming(request: RequestT, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        is_signed_in = is_employee(request)
        refusal = CsrfCheck(never).refusal(request)
        if is_signed_in and refusal is None:
            return view(request, *args, **kwargs)
        if is_from_elsewhere(request) or "csrfmiddlewaretoken" not in request.POST:
            return refusal or view(request, *args, **kwargs)
        context = {
            "typed": typed_in(request),
            "is_signed_in": is_signed_in,
            "login_url": settings.LOGIN_URL,
            "lost_files": bool(request.FILES),
        }
        return render(request, "huisstijl/hervatten.html", context)

    exempted: View[RequestT, P] = csrf_exempt(resuming)
    return exempted


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field of a post with its value, to put in a form again."""
    return [(name, str(value)) for name, values in request.POST.lists() for value in values if name not in NOT_TYPED]
