"""Forms about applications: who they are, what they may, and for how long an earlier secret goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.toegang.actors import Vertrouwelijkheid
from stoep.toegang.rules.autorisaties import TYPED, Verlening
from stoep.toegang.rules.scopes import COMPONENT_LABELS, SCOPE_WORDS, SCOPES, Component
from stoep.werkplek.queries.applicaties import types_to_choose

TYPE_LABELS = {
    Component.ZRC: _("Voor welke zaken"),
    Component.DRC: _("Voor welke documenten"),
    Component.BRC: _("Voor welke besluiten"),
}


class ApplicatieForm(StoepForm):
    """How an application is called, by people and in its tokens."""

    label = forms.CharField(
        label=_("Naam"), max_length=100, help_text=_("Zo heet de applicatie in lijsten en logboeken.")
    )
    client_ids = forms.CharField(
        label=_("Client-id"),
        max_length=500,
        help_text=_("Staat in elk token. Heeft de applicatie er meer? Zet er een komma tussen."),
    )

    def names(self) -> list[str]:
        """The client ids that were typed."""
        return [name.strip() for name in self.cleaned_data["client_ids"].split(",") if name.strip()]


class RechtForm(StoepForm):
    """Scopes, for types, up to a confidentiality."""

    up_to = forms.ChoiceField(
        label=_("Tot en met vertrouwelijkheid"),
        choices=[(level.value, level.value.replace("_", " ")) for level in Vertrouwelijkheid],
        initial=Vertrouwelijkheid.ZAAKVERTROUWELIJK.value,
        help_text=_("Geldt voor zaken en documenten. Wat geheimer is, ziet de applicatie niet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for component, scopes in SCOPES.items():
            self.fields[f"scopes_{component}"] = forms.MultipleChoiceField(
                label=COMPONENT_LABELS[component],
                required=False,
                choices=[(scope, SCOPE_WORDS[scope].capitalize()) for scope in scopes],
                widget=forms.CheckboxSelectMultiple,
            )
            if component in TYPED:
                self.fields[f"types_{component}"] = forms.ChoiceField(
                    label=TYPE_LABELS[component], choices=types_to_choose(component), required=False
                )

    def parts(self) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        """Per component: what it may, and for which types; those with types first."""
        order = [*TYPED, *(component for component in SCOPES if component not in TYPED)]
        return [
            (self[f"scopes_{component}"], self[f"types_{component}"] if component in TYPED else None)
            for component in order
        ]

    def clean(self) -> dict[str, Any]:
        """At least one thing must be chosen."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"scopes_{component}") for component in SCOPES):
            self.add_error(None, _("Kies minstens een ding dat de applicatie mag."))
        return cleaned

    def verleningen(self) -> list[Verlening]:
        """What was chosen, per component."""
        level = Vertrouwelijkheid(self.cleaned_data["up_to"])
        found = []
        for component in SCOPES:
            scopes = tuple(self.cleaned_data[f"scopes_{component}"])
            if not scopes:
                continue
            catalogus, _bar, name = (self.cleaned_data.get(f"types_{component}") or "*|*").partition("|")
            if component in TYPED:
                asks_level = TYPED[component][2]
                found.append(Verlening(component, scopes, name, catalogus, level if asks_level else None))
            else:
                found.append(Verlening(component, scopes))
        return found


class NieuweApplicatieForm(ApplicatieForm):
    """A new application: everything, or what is chosen on its page afterwards."""

    soort = forms.ChoiceField(
        label=_("Wat mag de applicatie?"),
        choices=[
            ("lezen", _("Alleen lezen: zaken, documenten, besluiten en typen, tot en met zaakvertrouwelijk")),
            ("alles", _("Alles, van alle typen en elke vertrouwelijkheid")),
        ],
        widget=forms.RadioSelect,
        initial="lezen",
        help_text=_("Daarna geeft u rechten per type of catalogus, en trekt u deze weer in."),
    )


class GeheimForm(StoepForm):
    """Which client id gets a new secret, and how long the present one goes on."""

    client_id = forms.CharField(max_length=50, widget=forms.HiddenInput)
    uren = forms.TypedChoiceField(
        label=_("Het huidige geheim"),
        coerce=int,
        choices=[(0, _("werkt meteen niet meer")), (24, _("werkt nog een dag")), (168, _("werkt nog een week"))],
    )

    def overlap(self) -> timedelta:
        """How long the present secret goes on."""
        return timedelta(hours=self.cleaned_data["uren"])
