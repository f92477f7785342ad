"""The page behind the link in a question: read it, answer it with words and photos, once and in time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation import links
from stoep.foundation.errors import NotFound
from stoep.meldingen import queries
from stoep.meldingen.commands import answer_melding
from stoep.meldingen.errors import NoQuestionOpen
from stoep.meldingen.models import Melding
from stoep.meldingen.queries.voor_melder import ANTWOORD
from stoep.meldingen.web.client import count_try, for_everybody
from stoep.meldingen.web.fields import TekstField
from stoep.meldingen.web.kept_fotos import FotosForm, keep_fotos, read_fotos
from stoep.meldingen.web.steps import is_refused
from stoep.toegang.actors import resident


class AntwoordForm(FotosForm):
    """An answer to our question."""

    tekst = TekstField(label=_("Uw antwoord"), required=False, rows=5)

    field_order = ("tekst", "foto")


@for_everybody
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a question. A link that was used, has expired, was changed or never existed gets one and the same page."""
    try:
        melding, vraag = find_question(token)
    except NotFound:
        return dead_link(request)
    form = AntwoordForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "antwoord")
            keep_fotos(request, form)
            if not form.errors:
                try:
                    answer_melding(
                        melding.pk,
                        tekst=form.cleaned_data["tekst"],
                        fotos=read_fotos(form),
                        vraag=vraag,
                        actor=resident(f"melder:{melding.pk}"),
                    )
                except NoQuestionOpen:
                    return dead_link(request)
                return redirect(f"{queries.status_path(melding)}?beantwoord=1#antwoord")
    return render(request, "meldingen/antwoord.html", {"melding": melding, "form": form})


def find_question(token: str) -> tuple[Melding, int]:
    """The report and the number of its open question. Raises NotFound."""
    melding_id, _dot, nummer = links.unsign(ANTWOORD, token).partition(".")
    melding = queries.get_for_link(melding_id)
    vraag = int(nummer) if nummer.isdecimal() else -1
    if not queries.is_answerable(melding, vraag):
        raise NotFound
    return melding, vraag


def dead_link(request: HttpRequest) -> HttpResponse:
    """What to do when a link no longer works: the same for whatever reason."""
    return render(request, "meldingen/link_werkt_niet.html", status=404)
