"""The extra questions of a category: one small group, only for who reports something about which we must know more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import DayInput
from stoep.meldingen import queries
from stoep.meldingen.commands import answer_vragen
from stoep.meldingen.rules.vragen import YES_NO, Vraagvorm, applicable, read_antwoord
from stoep.meldingen.web.client import for_everybody, reporter
from stoep.meldingen.web.steps import Step, after, draft_of, is_refused, show_step, showing_refusals

PREFIX = "vraag-"


class AntwoordField(forms.Field):
    """The answer to one question. What will not do is said in the words of the rule."""

    def __init__(self, vraag: Vraagvorm) -> None:
        super().__init__(label=vraag.tekst, help_text=vraag.hulp, required=vraag.verplicht, widget=widget_of(vraag))
        self.vraag = vraag

    def clean(self, value: Any) -> Any:
        """Read the answer."""
        try:
            return read_antwoord(self.vraag, value)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


def widget_of(vraag: Vraagvorm) -> forms.Widget:
    """How a question is answered on the page."""
    if vraag.soort == "ja-nee":
        return forms.RadioSelect(choices=[("ja", _("Ja")), ("nee", _("Nee"))])
    if vraag.soort == "keuze":
        return forms.RadioSelect(choices=[(one, one) for one in vraag.keuzes])
    if vraag.soort == "meerkeuze":
        return forms.CheckboxSelectMultiple(choices=[(one, one) for one in vraag.keuzes])
    if vraag.soort == "datum":
        return DayInput()
    numeric = {"inputmode": "numeric", "autocomplete": "off"} if vraag.soort == "getal" else {"autocomplete": "off"}
    return forms.TextInput(attrs=numeric)


class VragenForm(StoepForm):
    """The questions that apply, one below the other."""

    def __init__(self, vragen: Iterable[Vraagvorm], data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for vraag in vragen:
            self.fields[PREFIX + vraag.sleutel] = AntwoordField(vraag)

    def typed(self) -> dict[str, Any]:
        """The answers as they are kept, by the keys of the questions."""
        found = {name.removeprefix(PREFIX): value for name, value in self.cleaned_data.items()}
        return {key: value for key, value in found.items() if value is not None}

    def answers(self) -> dict[str, Any]:
        """The answers as the page sends them, by the keys of the questions."""
        return {
            name.removeprefix(PREFIX): as_sent(value)
            for name, value in self.cleaned_data.items()
            if name.startswith(PREFIX)
        }


def as_sent(value: Any) -> Any:
    """An answer that was read, as it is written in a form."""
    if isinstance(value, bool):
        return next(word for word, meaning in YES_NO.items() if meaning is value)
    return value


def initial_of(antwoorden: Mapping[str, Any]) -> dict[str, Any]:
    """What was answered before, to show it again."""
    return {PREFIX + key: as_sent(value) for key, value in antwoorden.items()}


@for_everybody
def extra(request: HttpRequest, token: str) -> HttpResponse:
    """The step of the extra questions. An answer that raises another question shows that one before going on."""
    concept = draft_of(token)
    if concept.categorie is None:
        return redirect(f"{Step.WAT.url(token)}?kies=1")
    if not concept.has_plek:
        return redirect(Step.WAAR.url(token))
    vragen = queries.vragen_of(concept.categorie)
    if not vragen:
        return redirect(Step.FOTO.url(token))
    asked = applicable(vragen, concept.antwoorden)
    posted = request.method == "POST"
    if posted:
        asked = [one for one in asked if PREFIX + one.sleutel in request.POST or one in applicable(vragen, {})] or asked
    form = VragenForm(asked, request.POST if posted else None, initial=initial_of(concept.antwoorden))
    if posted and not is_refused(request, form) and form.is_valid():
        with showing_refusals(form):
            concept = answer_vragen(token, antwoorden=form.answers(), actor=reporter())
            now = applicable(vragen, concept.antwoorden)
            if all(one in asked for one in now):
                return redirect(after(Step.VRAGEN, concept))
            form = VragenForm(now, initial=initial_of(concept.antwoorden))
            return show_step(request, Step.VRAGEN, concept, form, meer=[one for one in now if one not in asked])
    return show_step(request, Step.VRAGEN, concept, form)
