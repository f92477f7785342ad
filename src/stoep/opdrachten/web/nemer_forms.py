"""The forms on a contractor's page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.opdrachten.models import Teruggavereden
from stoep.opdrachten.web.fields import DagField, EmailField, TekstField
from stoep.opdrachten.web.kept_fotos import MetFotos


class PlanForm(StoepForm):
    """A day, or a period."""

    dag = DagField(label=_("Wanneer komt u?"))
    tot = DagField(
        label=_("Tot en met"), required=False, help_text=_("Vul dit in als u nog niet precies weet op welke dag.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("dag", "tot"):
            self.fields[name].widget.attrs["min"] = clock.today().isoformat()


class GereedForm(MetFotos):
    """The work is done."""

    tekst = TekstField(
        label=_("Wat hebt u gedaan?"),
        rows=4,
        required_text=_("Schrijf kort wat u hebt gedaan."),
        help_text=_("Bijvoorbeeld: drie tegels vervangen en opnieuw gelegd."),
    )


class TerugForm(MetFotos):
    """Give the order back."""

    reden = forms.ChoiceField(
        label=_("Waarom geeft u de opdracht terug?"),
        choices=Teruggavereden.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waarom u de opdracht teruggeeft."),
            "invalid_choice": _("Kies een reden uit de lijst."),
        },
    )
    tekst = TekstField(label=_("Toelichting"), rows=4, required=False)

    def clean(self) -> dict[str, Any]:
        """'Iets anders' says nothing without words."""
        data = super().clean() or {}
        if data.get("reden") == Teruggavereden.ANDERS and not data.get("tekst", "").strip():
            self.add_error("tekst", _("Schrijf wat er aan de hand is."))
        return data


class VraagForm(MetFotos):
    """A question to the municipality."""

    tekst = TekstField(label=_("Uw vraag"), rows=4, required_text=_("Schrijf uw vraag op."))


class LinkForm(StoepForm):
    """Ask for a link."""

    email = EmailField(
        label=_("E-mailadres"), help_text=_("Het adres waarop u opdrachten van ons krijgt."), required=True
    )
