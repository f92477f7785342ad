"""When somebody is there: one's own pages, and those of colleagues for whoever manages the organisation."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.foundation.web.permissions import requires, requires_login
from stoep.organisatie import queries
from stoep.organisatie.commands import change_rooster, record_afwezigheid, withdraw_afwezigheid
from stoep.organisatie.models import Medewerker
from stoep.organisatie.web.forms import AfwezigheidForm, RoosterForm
from stoep.toegang.web.actors import StaffRequest

ROOSTER, AWAY, WITHDRAW = "rooster", "afwezig", "intrekken"


@requires_login
def mijn_aanwezigheid(request: StaffRequest) -> HttpResponse:
    """My own hours and absences."""
    medewerker = queries.medewerker_of(request.actor)
    if medewerker is None:
        return render(request, "organisatie/geen_medewerker.html", status=404)
    return presence(request, medewerker, "organisatie/mijn_aanwezigheid.html")


@requires("organisatie.manage")
def aanwezigheid(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """The hours and absences of a colleague."""
    medewerker = queries.get_medewerker(medewerker_id, request.actor)
    return presence(request, medewerker, "organisatie/aanwezigheid.html")


def presence(request: StaffRequest, medewerker: Medewerker, template: str) -> HttpResponse:
    """Show hours and absences, and do what was asked."""
    act = request.POST.get("act", "")
    rooster = RoosterForm(request.POST if act == ROOSTER else None, uren=queries.rooster_of(medewerker))
    away = AfwezigheidForm(request.POST if act == AWAY else None, medewerker=medewerker)
    done = ""
    if act == ROOSTER:
        done = save_rooster(request, medewerker, rooster)
    elif act == AWAY:
        done = save_absence(request, medewerker, away)
    elif act == WITHDRAW:
        done = withdraw(request)
    if done:
        messages.success(request, done)
        return redirect(request.path)
    return render(request, template, presence_context(medewerker, rooster, away))


def save_rooster(request: StaffRequest, medewerker: Medewerker, form: RoosterForm) -> str:
    """Save the hours; answers what to say, or nothing when it was refused."""
    if form.is_valid():
        with form.showing_domain_errors():
            change_rooster(medewerker.pk, uren=form.uren(), actor=request.actor)
            return _("Het rooster is opgeslagen.")
    return ""


def save_absence(request: StaffRequest, medewerker: Medewerker, form: AfwezigheidForm) -> str:
    """Save an absence; answers what to say, or nothing when it was refused."""
    if form.is_valid():
        with form.showing_domain_errors():
            vervanger = form.cleaned_data["vervanger"]
            record_afwezigheid(
                medewerker.pk,
                van=form.cleaned_data["van"],
                tot=form.cleaned_data["tot"],
                vervanger_id=vervanger.pk if vervanger else None,
                actor=request.actor,
            )
            return _("De afwezigheid is opgeslagen.")
    return ""


def withdraw(request: StaffRequest) -> str:
    """Withdraw an absence; who pressed twice hears the same."""
    try:
        withdraw_afwezigheid(request.POST.get("afwezigheid", ""), actor=request.actor)
    except NotFound:
        return _("Deze afwezigheid was al ingetrokken.")
    return _("De afwezigheid is ingetrokken.")


def presence_context(medewerker: Medewerker, rooster: RoosterForm, away: AfwezigheidForm) -> dict[str, object]:
    """What a page about presence shows."""
    today = clock.today()
    return {
        "medewerker": medewerker,
        "rooster": rooster,
        "away": away,
        "form": rooster if rooster.is_bound else away,
        "absences": queries.coming_absences(medewerker),
        "hours": queries.hours_present([medewerker.pk], today)[medewerker.pk],
        "is_away": queries.is_away(medewerker, today),
        "replacement": queries.replacement_of(medewerker, today),
    }
