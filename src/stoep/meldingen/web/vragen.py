"""The extra questions of a category: one small group, only for who reports something about which we must know more.

Which questions those are is decided here, by one rule, for the resident and for the employee who enters a report. Where
JavaScript runs they come and go while somebody answers (`melden.js` asks for the piece of page again).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from stoep.foundation.web.forms import StoepForm, visible_querydict
from stoep.huisstijl.widgets import DayInput
from stoep.meldingen import queries
from stoep.meldingen.commands import answer_vragen
from stoep.meldingen.models import Concept
from stoep.meldingen.rules.vragen import Vraagvorm, as_sent, read_antwoord, read_antwoorden
from stoep.meldingen.web.client import count_try, for_everybody, reporter
from stoep.meldingen.web.steps import Step, after, draft_of, is_refused, show_step, showing_refusals

PREFIX = "vraag-"
SHOWN = "gevraagd"


class AntwoordField(forms.Field):
    """The answer to one question. What will not do is said in the words of the rule.

    A question that nobody has seen yet is not complained about.
    """

    def __init__(self, vraag: Vraagvorm, *, is_seen: bool = True) -> None:
        super().__init__(label=vraag.tekst, help_text=vraag.hulp, required=vraag.verplicht, widget=widget_of(vraag))
        self.vraag = vraag
        self.is_seen = is_seen

    def clean(self, value: Any) -> Any:
        """Read the answer."""
        try:
            return read_antwoord(self.vraag, value)
        except ValueError as error:
            if not self.is_seen:
                return None
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
    """The questions that apply to what was answered, one below the other."""

    def __init__(
        self,
        vragen: Iterable[Vraagvorm],
        data: Mapping[str, Any] | None = None,
        *,
        antwoorden: Mapping[str, Any] | None = None,
        shown: Collection[str] = (),
        only_shown: bool = False,
    ) -> None:
        """`antwoorden` were given before; `shown` are the keys of the questions that were on the page.

        With `only_shown` a question was on the page only if it is named there, whatever was sent.
        """
        super().__init__(data, initial={PREFIX + key: as_sent(value) for key, value in (antwoorden or {}).items()})
        vragen = list(vragen)
        given = sent_in(vragen, self.data) if self.is_bound else {k: as_sent(v) for k, v in (antwoorden or {}).items()}
        sent = {one.sleutel for one in vragen if self.is_bound and PREFIX + one.sleutel in self.data}
        seen = {*shown, *(() if only_shown else sent)}
        self.gevraagd = read_antwoorden(vragen, given).gevraagd
        self.nieuw = [one for one in self.gevraagd if self.is_bound and one.sleutel not in seen]
        for vraag in self.gevraagd:
            self.fields[PREFIX + vraag.sleutel] = AntwoordField(vraag, is_seen=vraag not in self.nieuw)

    def rows(self) -> Iterator[tuple[Vraagvorm, BoundField]]:
        """Each question with its field, to draw."""
        return ((vraag, self[PREFIX + vraag.sleutel]) for vraag in self.gevraagd)

    def is_answered(self) -> bool:
        """True when every question that applies was seen and answered well."""
        return self.is_valid() and not self.nieuw

    def typed(self) -> dict[str, Any]:
        """The answers as they are kept, by the keys of the questions."""
        found = {name.removeprefix(PREFIX): value for name, value in self.cleaned_data.items()}
        return {key: value for key, value in found.items() if value is not None}

    def answers(self) -> dict[str, Any]:
        """The answers as the page sends them, by the keys of the questions."""
        return {key: as_sent(value) for key, value in self.typed().items()}


def sent_in(vragen: Iterable[Vraagvorm], data: Any) -> dict[str, Any]:
    """What a page sent for each question, by its key."""
    return {
        one.sleutel: widget_of(one).value_from_datadict(data, MultiValueDict(), PREFIX + one.sleutel) for one in vragen
    }


def live_form(request: HttpRequest, vragen: Sequence[Vraagvorm]) -> VragenForm:
    """The questions that now apply, with what was typed and without complaints: somebody is still busy."""
    typed = sent_in(vragen, visible_querydict(request.POST))
    return VragenForm(vragen, antwoorden={key: value for key, value in typed.items() if value})


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
    if request.method != "POST":
        return show(request, concept, VragenForm(vragen, antwoorden=concept.antwoorden))
    always = [one.sleutel for one in vragen if one.voorwaarde is None]
    form = VragenForm(vragen, request.POST, shown=[*request.POST.getlist(SHOWN), *always])
    if not is_refused(request, form) and form.is_valid():
        with showing_refusals(form):
            concept = answer_vragen(token, antwoorden=form.answers(), actor=reporter())
            if form.is_answered():
                return redirect(after(Step.VRAGEN, concept))
    return show(request, concept, form)


def show(request: HttpRequest, concept: Concept, form: VragenForm) -> HttpResponse:
    """Draw the questions."""
    context = {"meer": form.nieuw and not form.errors, "van_de_kaart": concept.object_nummer}
    return show_step(request, Step.VRAGEN, concept, form, **context)


@for_everybody
@require_POST
def live(request: HttpRequest, token: str) -> HttpResponse:
    """The questions for the answers so far, as a piece of page. Nothing is kept."""
    count_try(request, "voorstel")
    concept = draft_of(token)
    vragen = queries.vragen_of(concept.categorie) if concept.categorie else ()
    context = {"vragen": live_form(request, vragen), "van_de_kaart": concept.object_nummer}
    return render(request, "meldingen/vragen_live.html", context)
