"""What is written beside the figures: marks of what changed, and what the municipality aims at."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.sturing.commands import mark_change, put_streefwaarde, remove_mark
from stoep.sturing.models import Markering
from stoep.sturing.queries import read_streefwaarden
from stoep.sturing.rules.indicatoren import INDICATOREN
from stoep.sturing.web.asking import SAYS, Names, read_names
from stoep.toegang.web.actors import ActorRequest

RIGHT = "sturing.manage"
MOST_SHOWN = 100
AIMED = [one for one in INDICATOREN if one.has_streefwaarde]


class MarkeringForm(StoepForm):
    """A day and a few words; for one subject or area, or for all."""

    label = forms.CharField(
        label=gettext_lazy("Wat veranderde er?"),
        max_length=60,
        help_text=gettext_lazy("In een paar woorden, bijvoorbeeld: formulier korter."),
        error_messages={
            "required": gettext_lazy("Schrijf wat er veranderde."),
            "max_length": gettext_lazy("Dit is te lang. Gebruik hoogstens 60 tekens."),
        },
    )
    dag = forms.DateField(
        label=gettext_lazy("Sinds welke dag?"),
        error_messages=SAYS,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    categorie = forms.ChoiceField(label=gettext_lazy("Onderwerp"), required=False)
    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"), required=False)

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        under: dict[str, list[tuple[str, str]]] = {}
        for slug, naam in names.categorie.items():
            under.setdefault(names.hoofd_van[slug], []).append((slug, naam))
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            ("", _("Alle onderwerpen")),
            (_("Hele groepen"), list(names.hoofdcategorie.items())),
            *((names.hoofdcategorie[hoofd], subs) for hoofd, subs in under.items()),
        ]
        self.fields["gebied"].choices = [("", _("De hele gemeente")), *names.gebied.items()]  # type: ignore[attr-defined]


class StreefForm(StoepForm):
    """A percentage for each share that can have one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in AIMED:
            self.fields[one.code] = forms.IntegerField(
                label=f"{one.naam} (%)",
                required=False,
                min_value=1,
                max_value=100,
                help_text=f"{one.richting.value.capitalize()}. {_('Leeg: geen streefwaarde.')}",
                error_messages={"invalid": _("Vul een heel getal in.")},
            )


@requires(RIGHT)
def instellen(request: ActorRequest) -> HttpResponse:
    """Both forms; each posts what it holds."""
    names = read_names()
    is_mark = request.method == "POST" and "label" in request.POST
    is_aim = request.method == "POST" and not is_mark
    mark = MarkeringForm(request.POST if is_mark else None, names=names, initial={"dag": clock.today()})
    aim = StreefForm(request.POST if is_aim else None, initial=read_streefwaarden())
    if (is_mark and marked(request, mark)) or (is_aim and aimed(request, aim)):
        return redirect("sturing:instellen")
    rows = Markering.objects.order_by("-dag")[:MOST_SHOWN]
    context = {
        "mark": mark,
        "aim": aim,
        "aim_fields": [aim[one.code] for one in AIMED],
        "marks": [
            {
                "row": row,
                "waar": ", ".join(
                    part
                    for part in (
                        ({**names.hoofdcategorie, **names.categorie}).get(row.categorie, row.categorie),
                        names.gebied.get(row.gebied, row.gebied),
                    )
                    if part
                ),
            }
            for row in rows
        ],
    }
    return render(request, "sturing/instellen.html", context)


def marked(request: ActorRequest, form: MarkeringForm) -> bool:
    """Store a mark; False shows the form again."""
    if not form.is_valid():
        return False
    with form.showing_domain_errors():
        mark_change(**form.cleaned_data, actor=request.actor)
        messages.success(request, _("De verandering staat in de grafieken."))
        return True
    return False


def aimed(request: ActorRequest, form: StreefForm) -> bool:
    """Store the targets; False shows the form again."""
    if not form.is_valid():
        return False
    with form.showing_domain_errors():
        for one in AIMED:
            put_streefwaarde(indicator=one.code, procent=form.cleaned_data[one.code], actor=request.actor)
        messages.success(request, _("De streefwaarden zijn bewaard."))
        return True
    return False


@requires(RIGHT)
@require_POST
def weghalen(request: ActorRequest, markering_id: UUID) -> HttpResponse:
    """Take a mark away."""
    remove_mark(markering_id, actor=request.actor)
    messages.success(request, _("De markering is weg."))
    return redirect("sturing:instellen")
