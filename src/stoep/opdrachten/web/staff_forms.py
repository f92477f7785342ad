"""The forms of colleagues: forwarding, and what they do with an order."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries import filled_in, standaardteksten_for
from stoep.opdrachten.commands import term_on
from stoep.opdrachten.models import Opdrachtnemer
from stoep.opdrachten.queries.opdrachtnemers import Voorstel
from stoep.opdrachten.rules.termijnen import deadline_after, say_agreed
from stoep.opdrachten.rules.woorden import propose_wat
from stoep.opdrachten.web.fields import DagField, EmailField, TekstField, TelefoonField

ONDERWERP_ERRORS = {"max_length": _("Dit onderwerp is te lang. Gebruik hoogstens 160 tekens.")}


class DoorzetForm(StoepForm):
    """Forward a report to a contractor."""

    opdrachtnemer = forms.ChoiceField(
        label=_("Aannemer"),
        error_messages={
            "required": _("Kies een aannemer."),
            "invalid_choice": _("Kies een aannemer uit de lijst."),
        },
    )
    spoed = forms.BooleanField(label=_("Dit heeft spoed"), required=False)
    termijn = DagField(
        label=_("Klaar uiterlijk"), required=False, help_text=_("Laat leeg voor de afgesproken termijn.")
    )
    wat = TekstField(
        label=_("Wat moet de aannemer doen?"),
        rows=6,
        required_text=_("Schrijf wat de aannemer moet doen."),
        help_text=_("Zonder naam, telefoon of e-mailadres van de melder."),
    )
    fotos = forms.MultipleChoiceField(
        label=_("Foto's die meegaan"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies een foto uit de lijst.")},
    )
    meld_planning = forms.BooleanField(
        label=_("De melder krijgt vanzelf bericht als de aannemer een dag doorgeeft"), required=False
    )
    onderwerp = forms.CharField(
        label=_("Onderwerp van het bericht"), max_length=160, required=False, error_messages=ONDERWERP_ERRORS
    )
    tekst = TekstField(
        label=_("Bericht aan de melder"),
        rows=4,
        required=False,
        help_text=_("Laat leeg als de melder nu niets hoeft te horen."),
    )

    def __init__(self, *args: Any, melding: Melding, voorstellen: list[Voorstel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.melding = melding
        self.voorstellen = {str(one.aanbod.opdrachtnemer): one for one in voorstellen}
        others = Opdrachtnemer.objects.filter(actief=True).exclude(pk__in=list(self.voorstellen)).order_by("naam")
        fitting = [(key, say_aanbod(one)) for key, one in self.voorstellen.items()]
        rest = [(str(row.pk), row.naam) for row in others]
        groups = [(_now("Past bij deze melding"), fitting), (_now("Andere aannemers"), rest)]
        self.fields["opdrachtnemer"].choices = [("", _now("Kies")), *((name, each) for name, each in groups if each)]  # type: ignore[attr-defined]
        self.fields["fotos"].choices = [(str(foto.pk), str(foto.get_soort_display())) for foto in melding.fotos.all()]  # type: ignore[attr-defined]
        self.fields["termijn"].widget.attrs["min"] = clock.today().isoformat()
        if not melding.wil_bericht:
            for name in ("meld_planning", "onderwerp", "tekst"):
                del self.fields[name]
        self.begin()

    def begin(self) -> None:
        """What the form begins with: the best contractor, the words without the reporter, every photo of the reporter."""
        melding = self.melding
        self.initial.setdefault("opdrachtnemer", next(iter(self.voorstellen), ""))
        self.initial.setdefault("spoed", getattr(melding, "urgentie", "") == "spoed")
        self.initial.setdefault("wat", propose_wat(melding.categorie.naam, melding.tekst, [melding.naam]))
        self.initial.setdefault("fotos", [str(foto.pk) for foto in melding.fotos.all() if foto.soort != "herstel"])
        self.initial.setdefault("meld_planning", True)
        found = standaardteksten_for(melding, [Handeling.DOORGEZET.value])
        onderwerp = found[0].onderwerp if found else _now("Een aannemer gaat aan de slag: melding {{ nummer }}")
        tekst = (
            found[0].tekst
            if found
            else _now("Wij hebben een aannemer gevraagd om dit op te lossen. U hoort van ons als het klaar is.")
        )
        self.initial.setdefault("onderwerp", filled_in(melding, onderwerp))
        self.initial.setdefault("tekst", filled_in(melding, tekst))

    def clean(self) -> dict[str, Any]:
        """Without an agreed term somebody must choose a day."""
        data = super().clean() or {}
        chosen = data.get("opdrachtnemer")
        if chosen and not data.get("termijn") and "termijn" not in self.errors:
            agreed = self.voorstellen.get(chosen)
            if agreed is None:
                self.add_error(
                    "termijn", _("Met deze aannemer is geen termijn afgesproken voor dit onderwerp. Kies een dag.")
                )
            elif data.get("spoed") and agreed.aanbod.spoed_uren is None:
                self.add_error("termijn", _("Met deze aannemer is geen termijn voor spoed afgesproken. Kies een dag."))
        return data

    def deadline(self, now: datetime) -> datetime:
        """The day that was chosen, else the agreed moment."""
        data = self.cleaned_data
        if data["termijn"]:
            return term_on(data["termijn"])
        agreed = self.voorstellen[data["opdrachtnemer"]].aanbod
        return deadline_after(now, werkdagen=agreed.werkdagen, spoed_uren=agreed.spoed_uren if data["spoed"] else None)

    def foto_ids(self) -> list[UUID]:
        """The chosen photos."""
        return [UUID(key) for key in self.cleaned_data["fotos"]]


def say_aanbod(one: Voorstel) -> str:
    """A contractor with its term, as it stands in the list."""
    aanbod = one.aanbod
    urgent = _now(", spoed {uren} uur").format(uren=aanbod.spoed_uren) if aanbod.spoed_uren else ""
    return f"{aanbod.naam} ({say_agreed(werkdagen=aanbod.werkdagen)}{urgent})"


class GoedForm(StoepForm):
    """The work is good: the message to the reporter, and the photos that it sees."""

    fotos = forms.MultipleChoiceField(
        label=_("Foto's die de melder ziet"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies een foto uit de lijst.")},
    )
    onderwerp = forms.CharField(
        label=_("Onderwerp van het bericht"), max_length=160, required=False, error_messages=ONDERWERP_ERRORS
    )
    tekst = TekstField(label=_("Bericht aan de melder"), rows=5, required_text=_("Schrijf wat er is gedaan."))

    def __init__(self, *args: Any, opdracht: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fotos = [foto for foto in opdracht.fotos.all() if foto.soort == "gereed"]
        self.fields["fotos"].choices = [(str(foto.pk), str(foto.get_soort_display())) for foto in fotos]  # type: ignore[attr-defined]
        self.initial.setdefault("fotos", [str(foto.pk) for foto in fotos])
        found = standaardteksten_for(opdracht.melding, [Handeling.OPGELOST.value])
        if found:
            self.initial.setdefault("onderwerp", filled_in(opdracht.melding, found[0].onderwerp))
            self.initial.setdefault("tekst", filled_in(opdracht.melding, found[0].tekst))

    def foto_ids(self) -> list[UUID]:
        """The chosen photos."""
        return [UUID(key) for key in self.cleaned_data["fotos"]]


class NietGoedForm(StoepForm):
    """The work is not good yet."""

    tekst = TekstField(
        label=_("Wat moet er nog gebeuren?"), rows=4, required_text=_("Schrijf wat de aannemer nog moet doen.")
    )
    termijn = DagField(label=_("Nieuwe termijn"), required=False, help_text=_("Laat leeg om de termijn te houden."))


class AntwoordForm(StoepForm):
    """An answer to a contractor, perhaps with another term."""

    tekst = TekstField(label=_("Bericht aan de aannemer"), rows=5, required_text=_("Schrijf uw bericht op."))
    termijn = DagField(label=_("Nieuwe termijn"), required=False, help_text=_("Laat leeg om de termijn te houden."))


class IntrekForm(StoepForm):
    """Why an order is withdrawn."""

    tekst = TekstField(
        label=_("Reden"), rows=3, required=False, max_length=1000, help_text=_("Staat in de mail aan de aannemer.")
    )


class OpdrachtnemerForm(StoepForm):
    """A contractor."""

    naam = forms.CharField(
        label=_("Naam van het bedrijf"),
        max_length=120,
        error_messages={
            "required": _("Vul de naam in."),
            "max_length": _("Deze naam is te lang. Gebruik hoogstens 120 tekens."),
        },
    )
    email = EmailField(label=_("E-mailadres voor opdrachten"))
    telefoon = TelefoonField(label=_("Telefoon"))
    contactpersoon = forms.CharField(
        label=_("Contactpersoon"),
        max_length=120,
        required=False,
        error_messages={"max_length": _("Deze naam is te lang. Gebruik hoogstens 120 tekens.")},
    )
    contractnummer = forms.CharField(
        label=_("Contractnummer"),
        max_length=60,
        required=False,
        error_messages={"max_length": _("Dit nummer is te lang. Gebruik hoogstens 60 tekens.")},
    )
    gebieden = forms.MultipleChoiceField(
        label=_("Gebieden"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets gekozen: de hele gemeente."),
        error_messages={"invalid_choice": _("Kies een gebied uit de lijst.")},
    )
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)


class AfspraakForm(StoepForm):
    """One line of what was agreed."""

    categorie = forms.ChoiceField(label=_("Onderwerp"), required=False)
    werkdagen = forms.IntegerField(
        label=_("Werkdagen"), required=False, min_value=1, max_value=250,
        error_messages={"invalid": _("Vul een getal in."), "min_value": _("Minstens 1 werkdag."), "max_value": _("Hoogstens 250 werkdagen.")},
    )  # fmt: skip
    spoed_uren = forms.IntegerField(
        label=_("Uren bij spoed"), required=False, min_value=1, max_value=240,
        error_messages={"invalid": _("Vul een getal in."), "min_value": _("Minstens 1 uur."), "max_value": _("Hoogstens 240 uur.")},
    )  # fmt: skip

    def __init__(self, *args: Any, keuzes: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = keuzes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A line without category is no line; a line with one needs days."""
        data = super().clean() or {}
        if data.get("categorie") and not data.get("werkdagen") and "werkdagen" not in self.errors:
            self.add_error("werkdagen", _("Vul het aantal werkdagen in."))
        return data
