"""The forms of the steps of a report."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.meldingen.web.fields import EmailField, FotosField, NaamField, TekstField, TelefoonField


class WatForm(StoepForm):
    """What is wrong: words, or a category, or both."""

    tekst = TekstField(
        label=_("Vertel kort wat u ziet"),
        help_text=_("Bijvoorbeeld: er ligt een stoeptegel los, mijn buurvrouw is bijna gevallen."),
        required=False,
        rows=4,
    )
    categorie = forms.SlugField(required=False, max_length=60)
    gevaar_gezien = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)


class WaarForm(StoepForm):
    """Where it is: a pin, an address, or a match from the list."""

    adres = forms.CharField(
        label=_("Adres of plek"),
        help_text=_("Bijvoorbeeld: Wilgenlaan 12, of Stationsplein"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"max_length": _("Dit adres is te lang. Gebruik hoogstens 200 tekens.")},
    )
    lon = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    lat = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    object_nummer = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    keuze = forms.CharField(required=False, max_length=300, label=_("Welke plek bedoelt u?"), widget=forms.RadioSelect)

    def offer(self, keuzes: list[tuple[str, str]]) -> None:
        """Offer the matches of the address search."""
        self.fields["keuze"].widget.choices = keuzes

    @property
    def has_keuzes(self) -> bool:
        """True when there is something to choose from."""
        return bool(self.fields["keuze"].widget.choices)


class FotoForm(StoepForm):
    """Photos, if any."""

    foto = FotosField(
        label=_("Foto"),
        help_text=_("JPG, PNG of WebP, hoogstens 3 foto's. Let op: geen mensen of kentekens in beeld."),
        required=False,
    )


class ContactForm(StoepForm):
    """Who wants an answer, and where."""

    email = EmailField(label=_("E-mailadres"), help_text=_("Hier sturen wij bericht naartoe als er iets verandert."))
    naam = NaamField(label=_("Naam"))
    telefoon = TelefoonField(
        label=_("Telefoonnummer"), help_text=_("Dan kunnen wij u bellen als wij iets niet begrijpen.")
    )
