"""What an administrator sees and sets for all reports: states, terms, reasons, and what is cleaned up when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.meldingen import queries
from stoep.meldingen.commands import put_instellingen, put_reden
from stoep.meldingen.models import Handeling
from stoep.meldingen.rules.statusschema import HEIGHT, WIDTH, draw_boxes, draw_lines
from stoep.meldingen.rules.statussen import CLOSED, MELDER, OPEN, OVERGANGEN, STOEP, Overgang, Stand
from stoep.meldingen.rules.tijdlijn import TONEN
from stoep.toegang.rules.rechten import label_of
from stoep.toegang.web.actors import ActorRequest


@requires("meldingen.read")
def statussen(request: ActorRequest) -> HttpResponse:
    """The table of states and steps, and the same as a drawing."""
    boxes = [
        {
            "x": vak.x,
            "y": vak.y,
            "mx": vak.midden[0],
            "my": vak.midden[1],
            "naam": vak.stand.value,
            "toon": TONEN[vak.stand.value],
        }
        for vak in draw_boxes()
    ]
    context = {
        "rijen": [show_row(row) for row in OVERGANGEN],
        "vakken": boxes,
        "lijnen": list(draw_lines()),
        "breed": WIDTH,
        "hoog": HEIGHT,
        "instellingen": queries.get_instellingen(),
        "mag_beheren": request.actor.may("meldingen.manage"),
    }
    return render(request, "meldingen/statussen.html", context)


def show_row(row: Overgang) -> dict[str, Any]:
    """A row of the table in words."""
    who = {MELDER: _("de melder, met de link uit de e-mail"), STOEP: _("Stoep, vanzelf")}
    bericht = str(Handeling(row.bericht).label) if row.bericht else _("geen")
    if row.bericht and row.bericht_keuze:
        bericht = _("{bericht}, naar keuze").format(bericht=bericht)
    if row.bericht == Handeling.OPGELOST:
        bericht = _("naar de uitkomst: {bericht}").format(
            bericht=", ".join(
                str(Handeling(one).label).lower()
                for one in ("opgelost", "niet_gevonden", "niet_voor_gemeente", "dubbel")
            )
        )
    return {
        "overgang": row,
        "van": tell_standen(row.van),
        "wie": who.get(row.wie) or label_of(row.wie),
        "bericht": bericht,
        "toon": TONEN[row.naar.value],
    }


def tell_standen(standen: tuple[Stand, ...]) -> str:
    """States in words; short when it is nearly all of them."""
    if set(standen) == set(OPEN):
        return _("elke open status")
    left = [stand for stand in OPEN if stand not in standen]
    if len(left) <= 2 and not set(standen) & set(CLOSED):  # noqa: PLR2004  (longer is shorter written out)
        return _("elke open status, behalve {namen}").format(namen=_(" en ").join(stand.value for stand in left))
    return ", ".join(stand.value for stand in standen)


class InstellingenForm(StoepForm):
    """Terms in days."""

    antwoord_dagen = forms.IntegerField(
        label=gettext_lazy("Dagen om een vraag te beantwoorden"), min_value=1, max_value=60
    )
    heropenen_dagen = forms.IntegerField(
        label=gettext_lazy("Dagen om te vragen om heropenen"), min_value=0, max_value=365
    )
    vraag_tevredenheid = forms.BooleanField(
        label=gettext_lazy("Vraag in het laatste bericht of de melder tevreden is"), required=False
    )
    bewaar_contact_dagen = forms.IntegerField(
        label=gettext_lazy("Dagen na afhandelen dat wij bewaren wie meldde"),
        help_text=gettext_lazy("Naam, e-mailadres, telefoon, woorden en berichten. Daarna is de melding anoniem."),
        min_value=1,
        max_value=3650,
    )
    bewaar_foto_dagen = forms.IntegerField(
        label=gettext_lazy("Dagen na afhandelen dat wij foto's van melders bewaren"), min_value=1, max_value=3650
    )
    wis_anonieme_woorden = forms.BooleanField(
        label=gettext_lazy("Wis ook altijd de woorden van wie geen naam of adres achterliet"),
        help_text=gettext_lazy(
            "Zonder vinkje blijven die woorden staan en haalt Stoep er alleen persoonsgegevens uit."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages.setdefault("required", _("Vul een aantal dagen in."))
            field.error_messages["invalid"] = _("Vul een heel getal in.")


class GolfregelForm(StoepForm):
    """From when many reports are one wave."""

    golf_meldingen = forms.IntegerField(
        label=gettext_lazy("Minstens zo veel meldingen over hetzelfde, in één wijk"), min_value=3, max_value=100
    )
    golf_plekken = forms.IntegerField(
        label=gettext_lazy("Op minstens zo veel plekken"),
        help_text=gettext_lazy("Veel meldingen van één plek zijn geen golf, maar één melding met veel melders."),
        min_value=2,
        max_value=100,
    )
    golf_minuten = forms.IntegerField(label=gettext_lazy("Binnen zo veel minuten"), min_value=10, max_value=240)
    golf_keer = forms.IntegerField(
        label=gettext_lazy("En zo veel keer meer dan normaal op dit uur"),
        help_text=gettext_lazy("Normaal is het gemiddelde van de laatste acht weken."),
        min_value=1,
        max_value=50,
    )
    golf_stil_uren = forms.IntegerField(
        label=gettext_lazy("De golf sluit na zo veel uur zonder nieuwe melding"), min_value=1, max_value=72
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = field.error_messages["invalid"] = _("Vul een heel getal in.")


class RedenForm(StoepForm):
    """A reason that reporters can choose."""

    tevreden = forms.ChoiceField(
        label=gettext_lazy("Bij welk antwoord?"), choices=[("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee"))]
    )
    tekst = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Schrijf de reden zoals de melder die leest."),
            "max_length": gettext_lazy("Deze reden is te lang. Gebruik hoogstens 120 tekens."),
        },
    )


@keeping_what_was_typed
@requires("meldingen.manage")
def instellingen(request: ActorRequest) -> HttpResponse:
    """Terms and reasons, and what the nightly clean-up did."""
    row = queries.get_instellingen()
    begin = {name: getattr(row, name) for name in InstellingenForm.base_fields}
    stap = str(request.POST.get("stap", "")) if request.method == "POST" else ""
    form = InstellingenForm(request.POST if stap == "termijnen" else None, initial=begin)
    reden_form = RedenForm(request.POST if stap == "reden" else None)
    begin = {name: getattr(row, name) for name in GolfregelForm.base_fields}
    golf_form = GolfregelForm(request.POST if stap == "golf" else None, initial=begin)
    if stap == "termijnen" and form.is_valid():
        put_instellingen(**form.cleaned_data, actor=request.actor)
        messages.success(request, _("De termijnen zijn bewaard."))
        return redirect("meldingen:instellingen")
    if stap == "golf" and golf_form.is_valid():
        with golf_form.showing_domain_errors():
            put_instellingen(**golf_form.cleaned_data, actor=request.actor)
            messages.success(request, _("De regel voor golven is bewaard."))
            return redirect("meldingen:instellingen")
    if stap == "reden" and reden_form.is_valid():
        add_reden(request, reden_form)
        return redirect("meldingen:instellingen")
    if stap.startswith("zet:"):
        switch_reden(request, stap.removeprefix("zet:"))
        return redirect("meldingen:instellingen")
    context = {
        "form": form,
        "golf_form": golf_form,
        "reden_form": reden_form,
        "redenen": queries.list_redenen(only_active=False),
        "opschoningen": queries.list_opschoningen(),
        "instellingen": row,
        "wachtend": queries.count_te_wissen(),
    }
    return render(request, "meldingen/beheer/instellingen.html", context)


def add_reden(request: ActorRequest, form: RedenForm) -> None:
    """Add a reason, or bring back one that was switched off."""
    data = form.cleaned_data
    code = slugify(f"{data['tevreden']}-{data['tekst']}")[:40] or "reden"
    put_reden(code=code, tevreden=data["tevreden"] == "ja", tekst=data["tekst"], volgorde=50, actor=request.actor)
    messages.success(request, _("De reden is toegevoegd."))


def switch_reden(request: ActorRequest, code: str) -> None:
    """Switch a reason on or off; one that is unknown changes nothing."""
    for reden in queries.list_redenen(only_active=False):
        if reden.code == code:
            put_reden(
                code=code,
                tevreden=reden.tevreden,
                tekst=reden.tekst,
                volgorde=reden.volgorde,
                actief=not reden.actief,
                actor=request.actor,
            )
