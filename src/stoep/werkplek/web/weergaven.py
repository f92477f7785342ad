"""Keeping a list with its filters as a view: naming, sharing, counting and taking it away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation.errors import NotFound
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.organisatie.models import Medewerker
from stoep.organisatie.queries import groepen_of, medewerker_of
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek import queries
from stoep.werkplek.commands import change_weergave, remove_weergave, save_weergave
from stoep.werkplek.models import Deelkring
from stoep.werkplek.wensen import Plek, Wens


class WeergaveForm(StoepForm):
    """The name of a view, and for whom it is."""

    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=40,
        help_text=gettext_lazy("Bijvoorbeeld: Bomen in Oosterdijk, of Storm 28 november."),
    )
    deel = forms.ChoiceField(
        label=gettext_lazy("Wie ziet deze weergave?"),
        required=False,
        help_text=gettext_lazy("Een collega ziet in de lijst alleen de zaken die hij zelf mag zien."),
    )

    def __init__(self, *args: Any, medewerker: Medewerker | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (f"{Deelkring.GROEP}:{groep.pk}", _("Groep {naam}").format(naam=groep.naam))
            for groep in (groepen_of(medewerker) if medewerker else ())
        ]
        others = [(one.value, one.label) for one in (Deelkring.AFDELING, Deelkring.IEDEREEN)]
        alone = [(Deelkring.NIEMAND.value, Deelkring.NIEMAND.label)]
        self.fields["deel"].choices = [*alone, *groups, *others]  # type: ignore[attr-defined]

    def for_command(self) -> dict[str, Any]:
        """What the commands take."""
        kring, _colon, key = str(self.cleaned_data["deel"] or Deelkring.NIEMAND).partition(":")
        return {"naam": self.cleaned_data["naam"], "gedeeld_met": kring, "groep_id": UUID(key) if key else None}


@keeping_what_was_typed
@requires("zaken.read")
def save(request: ActorRequest) -> HttpResponse:
    """Keep the list of the address as a view."""
    plek = Plek(request.GET["plek"]) if request.GET.get("plek") in list(Plek) else Plek.MIJN
    wens = Wens.read(QueryDict(request.GET.get("vraag", "")[:2000]))
    form = WeergaveForm(request.POST or None, medewerker=medewerker_of(request.actor))
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            weergave = save_weergave(**form.for_command(), plek=plek, wens=wens, actor=request.actor)
            messages.success(request, _("De weergave '{naam}' is bewaard.").format(naam=weergave.naam))
            return redirect(weergave.url)
    return render(request, "werkplek/weergave.html", {"form": form, "terug": f"/werkplek/{plek}/?{wens.query()}"})


@keeping_what_was_typed
@requires("zaken.read")
def change(request: ActorRequest, weergave_id: UUID) -> HttpResponse:
    """Rename a view of one's own, share it or keep it to oneself."""
    medewerker = medewerker_of(request.actor)
    weergave = next((one for one in queries.list_weergaven(medewerker) if one.pk == weergave_id), None)
    if weergave is None or medewerker is None or weergave.eigenaar_id != medewerker.pk:
        raise NotFound
    begin = {"naam": weergave.naam, "deel": weergave.deel}
    form = WeergaveForm(request.POST or None, initial=begin, medewerker=medewerker)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            changed = change_weergave(weergave_id, **form.for_command(), actor=request.actor)
            messages.success(request, _("De weergave '{naam}' is aangepast.").format(naam=changed.naam))
            return redirect(changed.url)
    return render(request, "werkplek/weergave.html", {"form": form, "terug": weergave.url, "link": weergave})


@requires("zaken.read")
def count(request: ActorRequest) -> HttpResponse:
    """How many zaken each kept view of a list holds now; asked for after the list was drawn."""
    medewerker = medewerker_of(request.actor)
    plek = Plek(str(request.GET["plek"])) if request.GET.get("plek") in list(Plek) else Plek.MIJN
    bereik = queries.find_bereik(plek, medewerker)
    counts = [
        (one.pk, queries.show_count(queries.count_zaken(request.actor, Wens.read(QueryDict(one.vraag)), bereik)) or "0")
        for one in queries.list_weergaven(medewerker)
        if one.plek == plek
    ]
    return render(request, "werkplek/tellingen.html", {"tellingen": counts})


@requires("zaken.read")
@require_POST
def remove(request: ActorRequest, weergave_id: UUID) -> HttpResponse:
    """Take a view of one's own away."""
    remove_weergave(weergave_id, actor=request.actor)
    messages.success(request, _("De weergave is weg."))
    return redirect("werkplek:werk")
