"""The pages behind the links in a closing mail: whether the reporter is content, and whether we must look again.

A link only opens a page: programs that look into mail open links too. What is sent from the page counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock, links
from stoep.foundation.errors import NotFound
from stoep.meldingen import queries
from stoep.meldingen.commands import give_tevredenheid
from stoep.meldingen.errors import AnswerTooLate, TevredenheidAlreadyGiven
from stoep.meldingen.models import Melding, Tevredenheid
from stoep.meldingen.queries.voor_melder import JA, NEE, TEVREDEN, tevreden_path
from stoep.meldingen.rules.statussen import Daad, Stand, is_possible
from stoep.meldingen.web.antwoord import dead_link
from stoep.meldingen.web.client import count_try, for_everybody
from stoep.meldingen.web.fields import TekstField
from stoep.meldingen.web.kept_fotos import FotosForm, keep_fotos, read_fotos
from stoep.meldingen.web.steps import is_refused
from stoep.toegang.actors import resident

SHORTEST_DAYS = 30


class TevredenForm(FotosForm):
    """Whether the reporter is content, why, and whether we must look again."""

    tevreden = forms.ChoiceField(
        label=_("Bent u tevreden over hoe wij dit hebben gedaan?"),
        choices=[(JA, _("Ja")), (NEE, _("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    redenen = forms.MultipleChoiceField(
        label=_("Waarom?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies een reden uit de lijst.")},
    )
    tekst = TekstField(label=_("Wilt u er iets over schrijven?"), required=False, rows=4, max_length=2000)
    heropenen = forms.BooleanField(label=_("Ik wil dat de gemeente nog eens kijkt"), required=False)

    field_order = ("tevreden", "redenen", "tekst", "heropenen", "foto")

    def __init__(self, *args: Any, keuze: str, mag_heropenen: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["redenen"].choices = [  # type: ignore[attr-defined]
            (reden.code, reden.tekst) for reden in queries.list_redenen(tevreden=keuze == JA)
        ]
        if keuze == JA or not mag_heropenen:
            del self.fields["heropenen"]
            del self.fields["foto"]

    def clean(self) -> dict[str, Any]:
        """Who asks to look again says what is still wrong."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("heropenen") and not data.get("tekst", "").strip():
            self.add_error("tekst", _("Schrijf wat er nog niet goed is. Dan weten wij waar wij naar moeten kijken."))
        return data


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What a link asks: of which report and closing, with which answer chosen."""

    melding: Melding
    ronde: int
    keuze: str


@for_everybody
def tevreden(request: HttpRequest, token: str) -> HttpResponse:
    """Say whether one is content. Opening the page records nothing; one answer counts for each closing."""
    try:
        gevraagd = find_gevraagd(token)
    except NotFound:
        return dead_link(request)
    melding = gevraagd.melding
    given = Tevredenheid.objects.filter(melding=melding, ronde=gevraagd.ronde).first()
    if given is not None:
        return thanks(request, melding, given)
    posted = request.method == "POST"
    form = TevredenForm(
        request.POST if posted else None,
        request.FILES or None,
        keuze=gevraagd.keuze,
        mag_heropenen=may_ask_again(melding),
        initial={"tevreden": gevraagd.keuze},
    )
    if posted and not is_refused(request, form) and form.is_valid():
        with form.showing_domain_errors():
            count_try(request, "antwoord")
            keep_fotos(request, form)
            if not form.errors:
                try:
                    store(gevraagd, form)
                except TevredenheidAlreadyGiven:
                    return redirect(request.path)
                except AnswerTooLate:
                    return dead_link(request)
                return redirect(request.path)
    other = NEE if gevraagd.keuze == JA else JA
    context = {
        "melding": melding,
        "form": form,
        "keuze": gevraagd.keuze,
        "andere_url": tevreden_path(melding, gevraagd.ronde, other),
    }
    return render(request, "meldingen/tevreden.html", context)


def store(gevraagd: Gevraagd, form: TevredenForm) -> None:
    """Keep the answer, and the request to look again."""
    data = form.cleaned_data
    give_tevredenheid(
        gevraagd.melding.pk,
        ronde=gevraagd.ronde,
        tevreden=gevraagd.keuze == JA,
        redenen=data["redenen"],
        tekst=data["tekst"],
        heropenen=bool(data.get("heropenen")),
        fotos=read_fotos(form) if data.get("heropenen") else (),
        actor=resident(f"melder:{gevraagd.melding.pk}"),
    )


def thanks(request: HttpRequest, melding: Melding, given: Tevredenheid) -> HttpResponse:
    """What we have now; with a way to ask to look again as long as that is possible."""
    context = {
        "melding": melding,
        "gegeven": given,
        "wacht": melding.stand is Stand.VERZOEK,
        "status_url": queries.status_path(melding),
    }
    return render(request, "meldingen/tevreden_dank.html", context)


def find_gevraagd(token: str) -> Gevraagd:
    """What a link asks. Raises NotFound when it is not ours, too old, or of an earlier closing."""
    melding_id, ronde, keuze = ([*links.unsign(TEVREDEN, token).split("."), "", ""])[:3]
    melding = queries.get_for_link(melding_id)
    einddatum = melding.zaak.einddatum
    if einddatum is None or ronde != str(melding.heropend + 1) or keuze not in (JA, NEE):
        raise NotFound
    days = max(queries.get_instellingen().heropenen_dagen, SHORTEST_DAYS)
    if clock.today() > einddatum + timedelta(days=days):
        raise NotFound
    return Gevraagd(melding, int(ronde), keuze)


def may_ask_again(melding: Melding) -> bool:
    """Whether the reporter may still ask to look again."""
    einddatum = melding.zaak.einddatum
    if einddatum is None or not is_possible(Daad.VERZOEKEN, melding.stand):
        return False
    return clock.today() <= einddatum + timedelta(days=queries.get_instellingen().heropenen_dagen)
