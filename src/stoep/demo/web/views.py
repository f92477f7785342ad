"""Signing in to the demo with one click, as one of the people of Havendam."""

from __future__ import annotations

import pyotp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from stoep.demo.mensen import MENSEN, PASSWORD, Persoon
from stoep.foundation import clock
from stoep.foundation.web.permissions import public
from stoep.toegang.models import Account
from stoep.toegang.secrets import second_factor_secrets
from stoep.toegang.web.signing_in import sign_in

SHOWN = tuple(persoon for persoon in MENSEN if persoon.toont)


def refuse_in_production() -> None:
    """The demo does not exist in production, whatever the settings say."""
    if settings.IS_PRODUCTION:
        raise Http404


@public
def explanation(request: HttpRequest) -> HttpResponse:
    """What there is to see, and as whom."""
    refuse_in_production()
    return render(request, "demo/uitleg.html", {"mensen": SHOWN})


@public
def people(request: HttpRequest) -> HttpResponse:
    """Everyone as whom one can sign in, with password and the code of this moment."""
    refuse_in_production()
    accounts = {
        account.username: account for account in Account.objects.filter(username__in=[one.username for one in SHOWN])
    }
    rows = [(persoon, code_now(accounts[persoon.username])) for persoon in SHOWN if persoon.username in accounts]
    return render(request, "demo/inloggen.html", {"rows": rows, "password": PASSWORD})


def code_now(account: Account) -> str:
    """The second factor of this moment, as the phone of a demo person would show it."""
    return pyotp.TOTP(second_factor_secrets(account)[0]).at(clock.now())


@public
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as the chosen person."""
    refuse_in_production()
    chosen: Persoon | None = next((one for one in SHOWN if one.username == request.POST.get("wie")), None)
    account = Account.objects.filter(username=chosen.username).first() if chosen else None
    if account is None:
        raise Http404
    sign_in(request, account)
    return redirect("/werkplek/")
