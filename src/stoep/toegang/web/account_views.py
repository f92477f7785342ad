"""One's own account: password, recovery codes and sessions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from stoep.foundation.web.permissions import requires_login
from stoep.toegang.commands import change_password, replace_recovery_codes, sign_out_everywhere
from stoep.toegang.web.actors import StaffRequest
from stoep.toegang.web.forms import ChangePasswordForm


@requires_login
def mijn_account(request: StaffRequest) -> HttpResponse:
    """What I sign in with."""
    account = request.user
    context = {"account": account, "codes_left": account.herstelcodes.filter(used_at__isnull=True).count()}
    return render(request, "toegang/mijn_account.html", context)


@requires_login
@never_cache
@sensitive_post_parameters()
def wachtwoord(request: StaffRequest) -> HttpResponse:
    """Choose another password; other sessions end."""
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            account = change_password(
                request.user.pk,
                current=form.cleaned_data["huidig_wachtwoord"],
                password=form.cleaned_data["wachtwoord"],
                actor=request.actor,
            )
            update_session_auth_hash(request, account)
            messages.success(request, _("Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd."))
            return redirect("toegang:mijn-account")
    return render(request, "toegang/wachtwoord.html", {"form": form})


@requires_login
@never_cache
@require_POST
def herstelcodes(request: StaffRequest) -> HttpResponse:
    """Make new recovery codes and show them once."""
    codes = replace_recovery_codes(request.user.pk, actor=request.actor)
    return render(request, "toegang/herstelcodes.html", {"codes": codes, "onward": "/werkplek/mijn-account/"})


@requires_login
@require_POST
def overal_uitloggen(request: StaffRequest) -> HttpResponse:
    """End every session, this one included."""
    sign_out_everywhere(request.user.pk, actor=request.actor)
    return redirect("toegang:inloggen")
