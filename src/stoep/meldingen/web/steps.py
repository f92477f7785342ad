"""The steps of a report: their order, names and addresses, and what every step's page holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation.web.forms import StoepForm
from stoep.meldingen import queries
from stoep.meldingen.errors import ConceptAlreadySent, ConceptNotFound
from stoep.meldingen.models import Concept

TITLES: dict[str, str | Promise] = {
    "wat": gettext_lazy("Wat is er aan de hand?"),
    "waar": gettext_lazy("Waar is het?"),
    "foto": gettext_lazy("Hebt u een foto?"),
    "versturen": gettext_lazy("Wilt u bericht van ons?"),
}


class Step(StrEnum):
    """One question of the report."""

    WAT = "wat"
    WAAR = "waar"
    FOTO = "foto"
    VERSTUREN = "versturen"

    @property
    def number(self) -> int:
        """Which step it is, from 1."""
        return list(Step).index(self) + 1

    def url(self, token: str) -> str:
        """The address of this step for a draft."""
        return reverse(f"meldingen:{self.value}", args=[token])

    def before(self, token: str) -> str:
        """The address of the step before; "" for the first."""
        return list(Step)[self.number - 2].url(token) if self.number > 1 else ""


def show_step(
    request: HttpRequest, step: Step, concept: Concept | None, form: StoepForm, **context: Any
) -> HttpResponse:
    """Draw the page of a step."""
    token = concept.token if concept else ""
    return render(
        request,
        f"meldingen/melden_{step.value}.html",
        {
            "concept": concept,
            "form": form,
            "token": token,
            "titel": TITLES[step.value],
            "previous_url": step.before(token),
            "step_current": step.number,
            "step_total": len(Step),
            "step_name": _("Melding openbare ruimte"),
            **context,
        },
    )


def draft_of(token: str) -> Concept:
    """The draft, while it can still be changed. Raises ConceptNotFound or ConceptAlreadySent."""
    concept = queries.get_concept(token)
    if concept.is_sent:
        raise ConceptAlreadySent
    return concept


def is_refused(request: HttpRequest, form: StoepForm) -> bool:
    """Was this form sent by another website? Then it is shown, with what was in it, and not acted upon."""
    if not getattr(request, "from_elsewhere", False):
        return False
    form.is_valid()
    form.add_error(None, _("Controleer wat u hebt ingevuld en druk nog een keer op de knop."))
    return True


@contextmanager
def showing_refusals(form: StoepForm) -> Iterator[None]:
    """Show a refusal in the form; but who clicked twice, or came back a day later, gets the page for that."""
    gone: ConceptAlreadySent | ConceptNotFound | None = None
    with form.showing_domain_errors():
        try:
            yield
        except (ConceptAlreadySent, ConceptNotFound) as error:
            gone = error
    if gone is not None:
        raise gone
