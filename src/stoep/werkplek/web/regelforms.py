"""The forms about assignment rules: one rule, and a report that might come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.gebieden.queries import list_gebieden
from stoep.meldingen.models import ZAAKTYPE, Kanaal
from stoep.meldingen.queries import list_categorieen
from stoep.meldingen.queries.categorieen import Groep as Onderwerp
from stoep.organisatie.queries import list_groepen, list_medewerkers
from stoep.werkplek.regelzinnen import Namen
from stoep.zaken.rules.dekking import Wereld
from stoep.zaken.rules.toewijzing import WEEKDAGEN

HOURS = [("", "-"), *[(str(hour), f"{hour}.00") for hour in range(25)]]
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Keuzes:
    """Everything a rule may name, for selects and sentences. Read once for a page: four queries."""

    onderwerpen: Sequence[Onderwerp]
    gebieden: Pairs
    groepen: Pairs
    medewerkers: Pairs
    vertrokken: Pairs

    @classmethod
    def read(cls) -> Keuzes:
        """Read the names of today. A report lies in a quarter or village, so a rule names those."""
        people = list(list_medewerkers(include_former=True))
        return cls(
            onderwerpen=list_categorieen(),
            gebieden=[(one.code, one.naam) for one in list_gebieden() if one.soort != "gemeente"],
            groepen=[(str(one.pk), one.naam) for one in list_groepen()],
            medewerkers=[(str(one.pk), one.naam) for one in people if one.actief],
            vertrokken=[(str(one.pk), one.naam) for one in people if not one.actief],
        )

    @property
    def headings(self) -> list[tuple[str, Pairs]]:
        """The categories under their headings, for a select."""
        return [(one.hoofd.naam, [(sub.slug, sub.naam) for sub in one.subcategorieen]) for one in self.onderwerpen]

    @property
    def mains(self) -> Pairs:
        """The headings themselves: a rule may name one for all that lies under it."""
        return [(one.hoofd.slug, one.hoofd.naam) for one in self.onderwerpen]

    @property
    def namen(self) -> Namen:
        """The names behind codes and ids."""
        categorieen = dict(self.mains) | {slug: naam for _heading, subs in self.headings for slug, naam in subs}
        onder = {one.hoofd.slug: tuple(sub.slug for sub in one.subcategorieen) for one in self.onderwerpen}
        people = dict(self.medewerkers) | dict(self.vertrokken)
        return Namen(categorieen, dict(self.gebieden), dict(self.groepen), people, dict(as_text(Kanaal.choices)), onder)

    @property
    def wereld(self) -> Wereld:
        """What can be reported, where and how, as the rules see it."""
        return Wereld(
            zaaktype=ZAAKTYPE,
            categorieen={
                sub.slug: tuple(code for code in (sub.slug, one.hoofd.slug, sub.afdeling) if code)
                for one in self.onderwerpen
                for sub in one.subcategorieen
            },
            gebieden={code: (code,) for code, _naam in self.gebieden},
            kanalen=tuple(Kanaal.values),
        )


def as_text(choices: list[tuple[str, Any]]) -> Pairs:
    """Choices with their labels as plain text."""
    return [(code, str(label)) for code, label in choices]


class RegelForm(StoepForm):
    """One rule: for which reports, and to whom they go."""

    naam = forms.CharField(
        label=_("Naam"), max_length=100, help_text=_("Bijvoorbeeld: Wegen Zuidhaven, maandag tot en met vrijdag.")
    )
    categorieen = forms.MultipleChoiceField(
        label=_("Categorieën"), required=False, help_text=_("Niets gekozen: alle categorieën.")
    )
    gebieden = forms.MultipleChoiceField(
        label=_("Gebieden"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Niets gekozen: de hele gemeente."),
    )
    kanalen = forms.MultipleChoiceField(
        label=_("Kanalen"), required=False, choices=Kanaal.choices, widget=forms.CheckboxSelectMultiple
    )
    weekdagen = forms.TypedMultipleChoiceField(
        label=_("Dagen"),
        required=False,
        coerce=int,
        choices=list(enumerate(WEEKDAGEN)),
        widget=forms.CheckboxSelectMultiple,
    )
    alleen_spoed = forms.BooleanField(label=_("Alleen als het spoed heeft"), required=False)
    uur_van = forms.TypedChoiceField(
        label=_("Van uur"), required=False, coerce=int, empty_value=None, choices=HOURS[:-1]
    )
    uur_tot = forms.TypedChoiceField(label=_("Tot uur"), required=False, coerce=int, empty_value=None, choices=HOURS)
    groep_id = forms.TypedChoiceField(label=_("Naar groep"), required=False, coerce=UUID, empty_value=None)
    kies_lid = forms.BooleanField(
        label=_("Kies zelf een lid van de groep: wie er is en het minste werk heeft"), required=False
    )
    medewerker_id = forms.TypedChoiceField(label=_("Of naar medewerker"), required=False, coerce=UUID, empty_value=None)
    prioriteit = forms.IntegerField(
        label=_("Prioriteit"), min_value=1, max_value=999, initial=100, help_text=_("Een lager getal gaat voor.")
    )
    actief = forms.BooleanField(label=_("De regel geldt"), required=False, initial=True)
    reden = forms.CharField(
        label=_("Waarom deze wijziging?"),
        required=False,
        max_length=300,
        help_text=_("Collega's lezen dit later terug bij de versies van de regel."),
    )
    versie = forms.IntegerField(required=False, min_value=0, max_value=32767, widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = [("", "-")]
        self.fields["categorieen"].choices = [(_("Hele groepen"), found.mains), *found.headings]  # type: ignore[attr-defined]
        self.fields["gebieden"].choices = found.gebieden  # type: ignore[attr-defined]
        self.fields["groep_id"].choices = nobody + found.groepen  # type: ignore[attr-defined]
        self.fields["medewerker_id"].choices = nobody + found.medewerkers  # type: ignore[attr-defined]


class VraagForm(StoepForm):
    """A report that might come: what would happen to it."""

    tekst = forms.CharField(
        label=_("Wat zou iemand melden?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Deze tekst is te lang. Gebruik hoogstens 1000 tekens.")},
    )
    categorie = forms.ChoiceField(label=_("Categorie"), required=False)
    adres = forms.CharField(
        label=_("Adres of plek"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"max_length": _("Dit adres is te lang. Gebruik hoogstens 200 tekens.")},
    )
    lon = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    lat = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    gezien = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    kanaal = forms.ChoiceField(label=_("Kanaal"), choices=Kanaal.choices, initial=Kanaal.SITE)
    weekdag = forms.TypedChoiceField(label=_("Dag"), coerce=int, choices=list(enumerate(WEEKDAGEN)))
    uur = forms.TypedChoiceField(label=_("Uur"), coerce=int, choices=HOURS[1:-1])

    def __init__(self, *args: Any, found: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = [("", _("Voorstel uit de tekst")), *found.headings]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Words or a category: one of them is needed."""
        cleaned = super().clean() or {}
        if not cleaned.get("tekst", "").strip() and not cleaned.get("categorie") and "tekst" not in self.errors:
            self.add_error("tekst", _("Schrijf wat iemand zou melden, of kies een categorie."))
        return cleaned
