"""The forms of buitendienst."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.buitendienst import queries
from stoep.buitendienst.commands.do_stop import LONGEST_NOTITIE
from stoep.buitendienst.models import Uitkomst
from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import CountedTextarea, DayInput, PhotoInput
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor

NO_DAY = _("Dit is geen dag. Schrijf die als 03-12-2026.")


class ToevoegForm(StoepForm):
    """On whose round, and for which day."""

    wie = forms.ChoiceField(
        label=_("Op de ronde van"),
        error_messages={
            "required": _("Kies een collega."),
            "invalid_choice": _("Kies een collega uit de lijst."),
        },
    )
    dag = forms.DateField(
        label=_("Dag"), widget=DayInput, error_messages={"required": _("Kies een dag."), "invalid": NO_DAY}
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = medewerker_of(actor)
        people: list[tuple[str, Any]] = [(str(own.pk), _("Mijzelf"))] if own else []
        if actor.may("buitendienst.plan"):
            people += [(str(one.pk), one.naam) for one in queries.list_inspecteurs() if one != own]
        self.fields["wie"].choices = people  # type: ignore[attr-defined]
        self.fields["dag"].widget.attrs["min"] = clock.today().isoformat()
        self.initial.setdefault("dag", clock.today())


class BeginForm(StoepForm):
    """Where a round begins: a yard, or a place."""

    werf = forms.CharField(required=False, max_length=40)
    lon = forms.CharField(required=False, max_length=24)
    lat = forms.CharField(required=False, max_length=24)


class WerfForm(StoepForm):
    """A yard."""

    naam = forms.CharField(
        label=_("Naam van de werf"),
        max_length=80,
        error_messages={
            "required": _("Geef de werf een naam."),
            "max_length": _("Deze naam is te lang. Gebruik hoogstens 80 tekens."),
        },
    )
    adres = forms.CharField(label=_("Adres"), max_length=200, required=False)
    lon = forms.CharField(required=False, max_length=24, widget=forms.HiddenInput)
    lat = forms.CharField(required=False, max_length=24, widget=forms.HiddenInput)


class StraatForm(StoepForm):
    """What was done at a stop; the telephone and the plain page send the same fields."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "", "invalid": ""})
    uitkomst = forms.ChoiceField(
        label=_("Wat hebt u gedaan?"),
        choices=Uitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat u hebt gedaan."),
            "invalid_choice": _("Kies wat u hebt gedaan."),
        },
    )
    notitie = forms.CharField(
        label=_("Notitie"),
        required=False,
        max_length=LONGEST_NOTITIE,
        widget=CountedTextarea(rows=3),
        error_messages={"max_length": _("Deze notitie is te lang. Gebruik hoogstens 2000 tekens.")},
    )
    standaardtekst = forms.UUIDField(required=False, error_messages={"invalid": _("Kies een tekst uit de lijst.")})
    dag = forms.DateField(label=_("Dag"), required=False, widget=DayInput, error_messages={"invalid": NO_DAY})
    gedaan_op = forms.CharField(required=False, max_length=40)
    foto = forms.FileField(label=_("Foto"), required=False, widget=PhotoInput)
