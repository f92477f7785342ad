"""The forms of a zaak: a note, a reason, and to which colleague or group it goes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import CountedTextarea
from stoep.organisatie.queries import list_groepen, list_medewerkers


class NotitieForm(StoepForm):
    """A note for colleagues."""

    tekst = forms.CharField(
        label=gettext_lazy("Notitie voor collega's"),
        max_length=4000,
        widget=CountedTextarea(rows=3),
        error_messages={
            "required": gettext_lazy("Schrijf eerst een notitie."),
            "max_length": gettext_lazy("Deze notitie is te lang. Gebruik hoogstens 4000 tekens."),
        },
    )


class RedenForm(StoepForm):
    """Why a legal step is taken."""

    reden = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=200,
        widget=CountedTextarea(rows=3),
        help_text=gettext_lazy("Staat in de geschiedenis van de zaak."),
        error_messages={
            "required": gettext_lazy("Schrijf waarom u dit doet."),
            "max_length": gettext_lazy("Deze reden is te lang. Gebruik hoogstens 200 tekens."),
        },
    )


class NaarForm(StoepForm):
    """To whom zaken go, and why."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Naar wie?"),
        error_messages={
            "required": gettext_lazy("Kies een collega of een groep."),
            "invalid_choice": gettext_lazy("Kies een collega of een groep uit de lijst."),
        },
    )
    reden = forms.CharField(
        label=gettext_lazy("Reden"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Staat in de geschiedenis van elke zaak."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groepen = [(f"groep:{groep.pk}", groep.naam) for groep in list_groepen()]
        people = [(f"medewerker:{one.pk}", f"{one.naam} ({one.afdeling.naam})") for one in list_medewerkers()]
        self.fields["naar"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies")),
            (_("Groepen"), groepen),
            (_("Collega's"), people),
        ]

    def for_command(self) -> dict[str, Any]:
        """What the command takes."""
        kind, _colon, key = self.cleaned_data["naar"].partition(":")
        return {f"{kind}_id": UUID(key), "reden": self.cleaned_data["reden"]}

    @property
    def naar_naam(self) -> str:
        """The name of who was chosen."""
        names = {value: label for _group, pairs in self.fields["naar"].choices[1:] for value, label in pairs}  # type: ignore[attr-defined]
        return str(names.get(self.cleaned_data["naar"], ""))
