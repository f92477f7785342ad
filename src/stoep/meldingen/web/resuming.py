"""What an employee typed is not lost when the session ended meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from stoep.meldingen.web.client import is_from_elsewhere
from stoep.toegang.web.actors import ActorRequest

P = ParamSpec("P")
View = Callable[Concatenate[ActorRequest, P], HttpResponseBase]
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


def keeping_what_was_typed(view: View[P]) -> View[P]:
    """Show what was typed, to sign in and go on with, when a post comes after the session has ended.

    A post that another website sends is refused as everywhere: that is not somebody who was typing here.
    """

    @wraps(view)
    def resuming(request: ActorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        is_signed_in = request.actor.account_id is not None
        refusal = CsrfCheck(never).refusal(request)
        if is_signed_in and refusal is None:
            return view(request, *args, **kwargs)
        if is_from_elsewhere(request) or "csrfmiddlewaretoken" not in request.POST:
            return refusal or view(request, *args, **kwargs)
        typed = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_TYPED]
        context = {
            "typed": typed,
            "is_signed_in": is_signed_in,
            "login_url": settings.LOGIN_URL,
            "lost_files": bool(request.FILES),
        }
        return render(request, "meldingen/hervatten.html", context)

    exempted: View[P] = csrf_exempt(resuming)
    return exempted
