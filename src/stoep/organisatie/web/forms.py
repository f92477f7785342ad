"""Forms of departments, employees, groups and presence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import DayInput
from stoep.organisatie import queries
from stoep.organisatie.models import Afdeling, Medewerker
from stoep.organisatie.rules.aanwezigheid import WEEKDAYS
from stoep.toegang.models import Account

if TYPE_CHECKING:
    AccountChoice = forms.ModelChoiceField[Account]
    MedewerkerChoice = forms.ModelChoiceField[Medewerker]
else:
    AccountChoice = MedewerkerChoice = forms.ModelChoiceField

DAY_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
CODE_HINT = _("Kleine letters en streepjes. De code kunt u later niet meer wijzigen.")


class AccountField(AccountChoice):
    """An account, by name and user name."""

    def label_from_instance(self, obj: Account) -> str:
        """Name and user name."""
        return f"{obj.get_full_name()} ({obj.get_username()})"


class ColleagueField(MedewerkerChoice):
    """A colleague, by name and department."""

    def label_from_instance(self, obj: Medewerker) -> str:
        """Name and department."""
        return f"{obj.naam} ({obj.afdeling.naam})"


class AfdelingForm(StoepForm):
    """A department."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)


class NewAfdelingForm(AfdelingForm):
    """A new department, with its code."""

    code = forms.SlugField(label=_("Code"), max_length=50, help_text=CODE_HINT)
    field_order = ["naam", "code", "telefoon"]


class GroepForm(StoepForm):
    """A group and its members."""

    naam = forms.CharField(label=_("Naam"), max_length=120)
    afdeling = forms.ModelChoiceField(
        label=_("Afdeling"), queryset=Afdeling.objects.all(), empty_label=_("Kies een afdeling")
    )


class NewGroepForm(GroepForm):
    """A new group, with its code."""

    code = forms.SlugField(label=_("Code"), max_length=50, help_text=CODE_HINT)
    field_order = ["naam", "code", "afdeling"]


class LedenForm(StoepForm):
    """Who belongs to a group."""

    leden = forms.ModelMultipleChoiceField(
        label=_("Leden"), queryset=Medewerker.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leden = self.fields["leden"]
        if isinstance(leden, forms.ModelMultipleChoiceField):
            leden.queryset = queries.list_medewerkers()


class MedewerkerForm(StoepForm):
    """What is known of an employee."""

    naam = forms.CharField(label=_("Naam"), max_length=200)
    functie = forms.CharField(label=_("Functie"), max_length=120, required=False)
    afdeling = forms.ModelChoiceField(
        label=_("Afdeling"), queryset=Afdeling.objects.all(), empty_label=_("Kies een afdeling")
    )
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    uren_per_week = forms.DecimalField(
        label=_("Uren per week volgens contract"),
        min_value=0,
        max_value=60,
        max_digits=4,
        decimal_places=2,
        initial=36,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


class NewMedewerkerForm(MedewerkerForm):
    """A new employee, with the account to sign in with."""

    account = AccountField(
        label=_("Account"),
        queryset=Account.objects.none(),
        empty_label=_("Kies een account"),
        help_text=_("Staat het account er niet bij? Laat functioneel beheer het eerst toevoegen."),
    )
    field_order = ["account", "naam", "functie", "afdeling"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        account = self.fields["account"]
        if isinstance(account, forms.ModelChoiceField):
            account.queryset = queries.accounts_without_medewerker()


class RoosterForm(StoepForm):
    """Hours per weekday."""

    def __init__(self, *args: Any, uren: tuple[float, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for weekday, hours in zip(WEEKDAYS, uren, strict=True):
            self.fields[weekday] = forms.DecimalField(
                label=weekday.capitalize(),
                min_value=0,
                max_value=24,
                max_digits=4,
                decimal_places=2,
                initial=int(hours) if hours == int(hours) else round(hours, 2),
                widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 4}),
                localize=True,
            )

    def uren(self) -> list[Decimal]:
        """Hours from Monday to Sunday."""
        return [self.cleaned_data[weekday] for weekday in WEEKDAYS]


class AfwezigheidForm(StoepForm):
    """An absence, with or without a replacement."""

    van = forms.DateField(label=_("Eerste dag"), widget=DayInput(), input_formats=DAY_FORMATS)
    tot = forms.DateField(label=_("Laatste dag"), widget=DayInput(), input_formats=DAY_FORMATS)
    vervanger = ColleagueField(
        label=_("Vervanger"), queryset=Medewerker.objects.none(), required=False, empty_label=_("Niemand")
    )

    def __init__(self, *args: Any, medewerker: Medewerker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vervanger = self.fields["vervanger"]
        if isinstance(vervanger, forms.ModelChoiceField):
            vervanger.queryset = queries.list_medewerkers().exclude(pk=medewerker.pk)
