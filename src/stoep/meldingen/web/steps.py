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
from stoep.meldingen.rules.vragen import left_to_ask
from stoep.meldingen.web.sporen import traps

TITLES: dict[str, str | Promise] = {
    "wat": gettext_lazy("Wat is er aan de hand?"),
    "waar": gettext_lazy("Waar is het?"),
    "vragen": gettext_lazy("Nog een paar vragen"),
    "foto": gettext_lazy("Hebt u een foto?"),
    "versturen": gettext_lazy("Wilt u bericht van ons?"),
}


class Step(StrEnum):
    """One question of the report. `VRAGEN` is there only for categories that ask something more."""

    WAT = "wat"
    WAAR = "waar"
    VRAGEN = "vragen"
    FOTO = "foto"
    VERSTUREN = "versturen"

    def url(self, token: str) -> str:
        """The address of this step for a draft."""
        name = "extra" if self is Step.VRAGEN else self.value
        return reverse(f"meldingen:{name}", args=[token])


def steps_of(concept: Concept | None, here: Step | None = None) -> list[Step]:
    """The steps of this draft, in order, and the one where somebody is."""
    return [step for step in Step if step is not Step.VRAGEN or step is here or asks_more(concept)]


def asks_more(concept: Concept | None) -> bool:
    """Whether there is anything to ask besides the number of the thing that was pointed at."""
    if concept is None or concept.categorie is None:
        return False
    return bool(left_to_ask(queries.vragen_of(concept.categorie), concept.antwoorden, concept.object_nummer))


def after(step: Step, concept: Concept) -> str:
    """The address of the step that follows."""
    steps = steps_of(concept, step)
    return steps[steps.index(step) + 1].url(concept.token)


def show_step(
    request: HttpRequest, step: Step, concept: Concept | None, form: StoepForm, **context: Any
) -> HttpResponse:
    """Draw the page of a step."""
    token = concept.token if concept else ""
    steps = steps_of(concept, step)
    place = steps.index(step)
    return render(
        request,
        f"meldingen/melden_{step.value}.html",
        {
            "concept": concept,
            "form": form,
            "token": token,
            **traps(),
            "titel": TITLES[step.value],
            "previous_url": steps[place - 1].url(token) if place else "",
            "step_current": place + 1,
            "step_total": len(steps),
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
