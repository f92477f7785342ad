"""The pages of signing in: name and password, second factor, and the way out."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from stoep.foundation.web.permissions import public
from stoep.toegang.commands import (
    begin_second_factor,
    choose_password,
    confirm_second_factor,
    pass_second_factor,
    pass_with_recovery_code,
    present_password,
)
from stoep.toegang.commands.pass_second_factor import SecondFactorPassed
from stoep.toegang.errors import SignInExpired
from stoep.toegang.models import Account
from stoep.toegang.web import pending
from stoep.toegang.web.actors import ActorRequest
from stoep.toegang.web.addresses import client_address
from stoep.toegang.web.forms import CodeForm, NewPasswordForm, RecoveryCodeForm, SignInForm
from stoep.toegang.web.signing_in import open_session, sign_in_with, sign_out

DEMO_PEOPLE = "/demo/"


@public
@never_cache
@sensitive_post_parameters()
def inloggen(request: ActorRequest) -> HttpResponse:
    """The first step: user name and password."""
    address = request.POST.get("next") or request.GET.get("next") or pending.HOME
    if request.actor.account_id is not None:
        return HttpResponseRedirect(pending.safe_next(request, address))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            account = present_password(
                username=form.cleaned_data["gebruikersnaam"],
                password=form.cleaned_data["wachtwoord"],
                address=client_address(request),
            )
            pending.begin(request, account, address)
            return redirect("toegang:tweede-factor" if account.has_second_factor else "toegang:instellen")
    context = {"form": form, "next": address, "demo_people": DEMO_PEOPLE if settings.IS_DEMO else ""}
    return render(request, "toegang/inloggen.html", context)


@public
@never_cache
@sensitive_post_parameters()
def tweede_factor(request: HttpRequest) -> HttpResponse:
    """The second step: the code of the app."""
    try:
        account, _pending = pending.take(request)
    except SignInExpired as error:
        return begin_again(request, error)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            return finish(request, account, pass_second_factor(account.pk, code=form.cleaned_data["code"]))
    return render(request, "toegang/tweede_factor.html", {"form": form, "account": account})


@public
@never_cache
@sensitive_post_parameters()
def herstelcode(request: HttpRequest) -> HttpResponse:
    """The second step with a recovery code."""
    try:
        account, _pending = pending.take(request)
    except SignInExpired as error:
        return begin_again(request, error)
    form = RecoveryCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            return finish(request, account, pass_with_recovery_code(account.pk, code=form.cleaned_data["code"]))
    return render(request, "toegang/herstelcode.html", {"form": form, "account": account})


@public
@never_cache
@sensitive_post_parameters()
def instellen(request: HttpRequest) -> HttpResponse:
    """Link an app at the first sign-in, and show the recovery codes once."""
    try:
        account, _pending = pending.take(request)
    except SignInExpired as error:
        return begin_again(request, error)
    if account.has_second_factor:
        return redirect("toegang:tweede-factor")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            passed, codes = confirm_second_factor(account.pk, code=form.cleaned_data["code"])
            onward = finish(request, account, passed).url
            return render(request, "toegang/herstelcodes.html", {"codes": codes, "onward": onward})
    enrolment = begin_second_factor(account.pk)
    secret = " ".join(enrolment.secret[start : start + 4] for start in range(0, len(enrolment.secret), 4))
    context = {"form": form, "qr": qr_image(enrolment.uri), "secret": secret, "account": account}
    return render(request, "toegang/instellen.html", context)


@public
@never_cache
@sensitive_post_parameters()
def nieuw_wachtwoord(request: HttpRequest) -> HttpResponse:
    """The last step of a first sign-in: a password of one's own."""
    try:
        account, present = pending.take(request, after_second_factor=True)
    except SignInExpired as error:
        return begin_again(request, error)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            choose_password(account.pk, password=form.cleaned_data["wachtwoord"])
            open_session(request, Account.objects.get(pk=account.pk), means=present.means)
            return HttpResponseRedirect(present.next)
    return render(request, "toegang/nieuw_wachtwoord.html", {"form": form, "account": account})


@public
@never_cache
def uitloggen(request: ActorRequest) -> HttpResponse:
    """End the session; asked by a link it asks back, so that no other site can do it."""
    if request.method == "POST":
        sign_out(request)
        return redirect("toegang:inloggen")
    return render(request, "toegang/uitloggen.html")


@public
@never_cache
def cms_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's own sign-in page leads to ours, which asks for a second factor."""
    query = request.GET.urlencode()
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{query or 'next=/cms/'}")


def finish(request: HttpRequest, account: Account, passed: SecondFactorPassed) -> HttpResponseRedirect:
    """After the second factor: in, or first choose a password."""
    _account, present = pending.take(request)
    if account.must_change_password:
        pending.note_second_factor(request, passed)
        return HttpResponseRedirect("/werkplek/nieuw-wachtwoord/")
    sign_in_with(request, passed)
    return HttpResponseRedirect(present.next)


def begin_again(request: HttpRequest, error: SignInExpired) -> HttpResponse:
    """The first step once more, with the reason."""
    context = {"form": SignInForm(), "expired": str(error), "next": pending.HOME}
    return render(request, "toegang/inloggen.html", context, status=409)


def qr_image(uri: str) -> str:
    """The QR code as an image address that holds the picture itself."""
    return str(segno.make(uri, error="m").svg_data_uri(scale=5, border=3, dark="#0b2a43", light="#ffffff"))
