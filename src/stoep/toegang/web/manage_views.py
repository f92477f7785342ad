"""Accounts, for functioneel beheer: list, add, roles, and help for whoever cannot get in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.errors import Conflict
from stoep.foundation.web.forms import visible
from stoep.foundation.web.pages import page_of
from stoep.foundation.web.permissions import requires
from stoep.toegang import queries
from stoep.toegang.actors import Actor
from stoep.toegang.commands import (
    activate_account,
    change_account,
    create_account,
    deactivate_account,
    grant_rol,
    reset_second_factor,
    revoke_rol,
    set_password,
    sign_out_everywhere,
    unlock_account,
)
from stoep.toegang.models import Account
from stoep.toegang.rules.rechten import label_of
from stoep.toegang.secrets import new_temporary_password
from stoep.toegang.web.actors import StaffRequest
from stoep.toegang.web.forms import AccountForm, NewAccountForm, RollenForm

MANAGE = "toegang.manage"


@requires(MANAGE)
def accounts(request: StaffRequest) -> HttpResponse:
    """Everybody who can sign in, or could."""
    search = visible(request.GET.get("q", ""))[:100]
    page = page_of(request, queries.list_accounts(request.actor, search=search))
    columns = columns_of(_("Naam"), _("Rollen"), _("Account"), _("Laatst ingelogd"))
    return render(request, "toegang/accounts.html", {"page": page, "search": search, "columns": columns})


def columns_of(*labels: str) -> list[dict[str, str]]:
    """The heads of a table."""
    return [{"label": label} for label in labels]


@requires(MANAGE)
@never_cache
def account_create(request: StaffRequest) -> HttpResponse:
    """Add an account; its temporary password is shown once."""
    form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            password = new_temporary_password()
            account = add_account(form.cleaned_data, password, request.actor)
            context = {"account": account, "password": password, "is_new": True}
            return render(request, "toegang/tijdelijk_wachtwoord.html", context)
    return render(request, "toegang/account_create.html", {"form": form})


@transaction.atomic
def add_account(fields: dict[str, Any], password: str, actor: Actor) -> Account:
    """The account and its roles together, or neither."""
    account = create_account(
        username=fields["gebruikersnaam"],
        first_name=fields["first_name"],
        last_name=fields["last_name"],
        email=fields["email"],
        password=password,
        actor=actor,
    )
    for rol in fields["rollen"]:
        grant_rol(account.pk, rol=rol, actor=actor)
    return account


@requires(MANAGE)
def account(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """One account: name, roles, and what can be done for whoever cannot get in."""
    found = queries.get_account(account_id, request.actor)
    initial = {"first_name": found.first_name, "last_name": found.last_name, "email": found.email}
    form = AccountForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            change_account(account_id, **form.cleaned_data, actor=request.actor)
            messages.success(request, _("De gegevens zijn opgeslagen."))
            return redirect("toegang:account", account_id)
    rollen = RollenForm(initial={"rollen": rollen_of(found)})
    return render(request, "toegang/account.html", account_context(found, form, rollen))


@requires(MANAGE)
@require_POST
def account_rollen(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Give and take roles, all at once."""
    found = queries.get_account(account_id, request.actor)
    form = RollenForm(request.POST)
    if form.is_valid():
        with form.showing_domain_errors():
            replace_rollen(found, set(form.cleaned_data["rollen"]), request.actor)
            messages.success(request, _("De rollen zijn opgeslagen. Ze gelden vanaf nu."))
            return redirect("toegang:account", account_id)
    names = AccountForm(initial={"first_name": found.first_name, "last_name": found.last_name, "email": found.email})
    return render(request, "toegang/account.html", account_context(found, names, form))


@transaction.atomic
def replace_rollen(account: Account, wanted: set[str], actor: Actor) -> None:
    """Give what is new and take what is gone, together."""
    present = set(rollen_of(account))
    for rol in sorted(wanted - present):
        grant_rol(account.pk, rol=rol, actor=actor)
    for rol in sorted(present - wanted):
        revoke_rol(account.pk, rol=rol, actor=actor)


def rollen_of(account: Account) -> list[str]:
    """The codes of the roles of an account."""
    return list(account.account_rollen.values_list("rol__code", flat=True))


def account_context(account: Account, form: AccountForm, rollen: RollenForm) -> dict[str, object]:
    """What the page of an account shows."""
    rights = {grant.right for grant in queries.actor_of(account).grants}
    return {
        "account": account,
        "form": form,
        "rollen_form": rollen,
        "locked_until": queries.locked_until(account.username, clock.now()),
        "rights": sorted(label_of(right) for right in rights),
    }


ACTS: dict[str, tuple[Callable[..., None], str]] = {
    "uitzetten": (deactivate_account, gettext_noop("Het account staat uit. Inloggen kan niet meer.")),
    "aanzetten": (activate_account, gettext_noop("Het account staat weer aan.")),
    "tweede-factor": (
        reset_second_factor,
        gettext_noop("De tweede factor is gewist. Bij het inloggen volgt een nieuwe."),
    ),
    "blokkade": (unlock_account, gettext_noop("De blokkade is opgeheven.")),
    "uitloggen": (sign_out_everywhere, gettext_noop("De medewerker is overal uitgelogd.")),
}


@requires(MANAGE)
@never_cache
@require_POST
def account_act(request: StaffRequest, account_id: UUID, act: str) -> HttpResponse:
    """Do one thing with an account, by its button."""
    if act == "wachtwoord":
        return temporary_password(request, account_id)
    if act not in ACTS:
        raise Http404
    command, done = ACTS[act]
    try:
        command(account_id, actor=request.actor)
    except Conflict as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _(done))
    return redirect("toegang:account", account_id)


def temporary_password(request: StaffRequest, account_id: UUID) -> HttpResponse:
    """Give a temporary password and show it once."""
    password = new_temporary_password()
    set_password(account_id, password=password, actor=request.actor)
    found = queries.get_account(account_id, request.actor)
    return render(request, "toegang/tijdelijk_wachtwoord.html", {"account": found, "password": password})
