"""A form with every kind of field, for the gallery."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.huisstijl.widgets import CountedTextarea, DayInput, PhotoInput, RadioCards

SOORTEN = [
    ("stoep", _("Stoep of straat")),
    ("licht", _("Lantaarnpaal")),
    ("afval", _("Afval of container")),
    ("groen", _("Boom of groen")),
]
KANALEN = [("mail", _("E-mail")), ("post", _("Brief")), ("telefoon", _("Telefoon"))]


class SampleForm(forms.Form):
    """Every kind of field that the house style draws."""

    adres = forms.CharField(label=_("Adres of plek"), help_text=_("Bijvoorbeeld: Wilgenlaan 12, of Stationsplein"))
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    omschrijving = forms.CharField(
        label=_("Wat is er aan de hand?"),
        max_length=1000,
        widget=CountedTextarea(rows=4),
        help_text=_("Schrijf geen namen van mensen op."),
    )
    wijk = forms.ChoiceField(
        label=_("Wijk"), choices=[("", _("Kies een wijk")), ("zuid", "Zuidhaven"), ("oost", "Oosterdijk")]
    )
    soort = forms.ChoiceField(
        label=_("Wat wilt u melden?"),
        choices=SOORTEN,
        widget=RadioCards(
            icons={"stoep": "construction", "licht": "lamp", "afval": "trash-2", "groen": "trees"},
            hints={"stoep": str(_("Losse tegel, kuil, verzakking"))},
        ),
    )
    antwoord = forms.ChoiceField(label=_("Hoe wilt u antwoord?"), choices=KANALEN, widget=forms.RadioSelect)
    onderwerpen = forms.MultipleChoiceField(
        label=_("Waarover wilt u bericht krijgen?"),
        choices=KANALEN,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    akkoord = forms.BooleanField(
        label=_("Ik wil bericht als het gemaakt is"), help_text=_("U kunt dit altijd stopzetten.")
    )
    datum = forms.DateField(label=_("Wanneer zag u het?"), widget=DayInput, required=False)
    foto = forms.FileField(
        label=_("Foto"), widget=PhotoInput, required=False, help_text=_("Liever geen mensen of kentekens op de foto.")
    )
    vast = forms.CharField(label=_("Zaaknummer"), initial="ZAAK-2026-004181", disabled=True, required=False)
