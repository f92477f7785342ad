"""Forms of signing in, accounts and roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.foundation.web.forms import StoepForm
from stoep.toegang.actors import Grant, Vertrouwelijkheid
from stoep.toegang.models import Rol
from stoep.toegang.rules.rechten import RECHTEN, label_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PASSWORD_HINT = _("Minstens 12 tekens. Een zin van een paar woorden is goed te onthouden.")


def password_field(label: StrOrPromise, autocomplete: str, hint: StrOrPromise = "") -> forms.CharField:
    """A password, as typed: nothing is stripped."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"})
    return forms.CharField(label=label, max_length=200, strip=False, widget=widget, help_text=hint)


def code_field(label: StrOrPromise, hint: StrOrPromise, **attrs: str) -> forms.CharField:
    """A code that is typed over."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false", **attrs})
    return forms.CharField(label=label, max_length=40, widget=widget, help_text=hint)


class SignInForm(StoepForm):
    """The first step: who are you."""

    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    wachtwoord = password_field(_("Wachtwoord"), "current-password")


class CodeForm(StoepForm):
    """The second step: a code of the app."""

    code = code_field(_("Code van 6 cijfers"), _("U vindt de code in de app op uw telefoon."), inputmode="numeric")


class RecoveryCodeForm(StoepForm):
    """The second step for whoever has no phone at hand."""

    code = code_field(_("Herstelcode"), _("Bijvoorbeeld k7mp-x2qa-9dfe. Elke code werkt één keer."))


class NewPasswordForm(StoepForm):
    """Choosing a password, typed twice."""

    wachtwoord = password_field(_("Nieuw wachtwoord"), "new-password", PASSWORD_HINT)
    herhaling = password_field(_("Nieuw wachtwoord nog een keer"), "new-password")

    def clean_herhaling(self) -> str:
        """Both must be the same."""
        again = str(self.cleaned_data["herhaling"])
        if again != self.cleaned_data.get("wachtwoord", again):
            raise forms.ValidationError(_("De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw."))
        return again


class ChangePasswordForm(NewPasswordForm):
    """Changing a password, with the present one."""

    huidig_wachtwoord = password_field(_("Huidig wachtwoord"), "current-password")
    field_order = ["huidig_wachtwoord", "wachtwoord", "herhaling"]


class AccountForm(StoepForm):
    """How an employee is called and reached."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=150)
    last_name = forms.CharField(label=_("Achternaam"), max_length=150)
    email = forms.EmailField(label=_("E-mailadres"), required=False)


class NewAccountForm(AccountForm):
    """A new account."""

    gebruikersnaam = forms.CharField(
        label=_("Gebruikersnaam"),
        max_length=150,
        help_text=_("Letters, cijfers, punt en streepje. U kunt de gebruikersnaam later niet meer wijzigen."),
    )
    rollen = forms.MultipleChoiceField(
        label=_("Rollen"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("Later wijzigen kan ook.")
    )
    field_order = ["first_name", "last_name", "gebruikersnaam", "email", "rollen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rollen(self)


class RollenForm(StoepForm):
    """Which roles an account has."""

    rollen = forms.MultipleChoiceField(label=_("Rollen"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rollen(self)


def offer_rollen(form: StoepForm) -> None:
    """Let every role be chosen."""
    field = form.fields["rollen"]
    if isinstance(field, forms.MultipleChoiceField):
        field.choices = [(rol.code, rol.naam) for rol in Rol.objects.all()]


class RolForm(StoepForm):
    """A role: its name, rights to take away, and rights to add for case types up to a confidentiality."""

    naam = forms.CharField(label=_("Naam"), max_length=100)
    omschrijving = forms.CharField(label=_("Omschrijving"), max_length=300, required=False)
    weg = forms.MultipleChoiceField(label=_("Rechten intrekken"), required=False, widget=forms.CheckboxSelectMultiple)
    zaaktypen = forms.CharField(
        label=_("Alleen voor deze zaaktypen"),
        max_length=500,
        required=False,
        help_text=_("Identificaties met een komma ertussen. Laat leeg voor alle zaaktypen."),
    )
    up_to = forms.ChoiceField(
        label=_("Tot en met vertrouwelijkheid"),
        choices=[(level.value, level.value.replace("_", " ")) for level in Vertrouwelijkheid],
        initial=Vertrouwelijkheid.ZAAKVERTROUWELIJK.value,
        help_text=_("Wat geheimer is dan dit, valt buiten deze rechten."),
    )

    def __init__(self, *args: Any, present: Sequence[Grant] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present = {grant_key(grant): grant for grant in present}
        weg = self.fields["weg"]
        if isinstance(weg, forms.MultipleChoiceField):
            weg.choices = [(key, label_of(grant.right)) for key, grant in self.present.items()]
        for number, (family, rights) in enumerate(RECHTEN.items()):
            self.fields[f"rechten_{number}"] = forms.MultipleChoiceField(
                label=family, required=False, choices=list(rights.items()), widget=forms.CheckboxSelectMultiple
            )

    def rights_fields(self) -> list[forms.BoundField]:
        """The fields with rights to add, one per family."""
        return [self[name] for name in self.fields if name.startswith("rechten_")]

    def grants(self) -> list[Grant]:
        """What the role may afterwards: what it had, less what was taken away, and what was added."""
        kept = {key: grant for key, grant in self.present.items() if key not in self.cleaned_data["weg"]}
        zaaktypen = [code.strip() for code in self.cleaned_data["zaaktypen"].split(",") if code.strip()] or ["*"]
        up_to = Vertrouwelijkheid(self.cleaned_data["up_to"])
        for field in self.rights_fields():
            for right in self.cleaned_data[field.name]:
                added = [Grant(right, zaaktype, up_to) for zaaktype in zaaktypen]
                kept.update({grant_key(grant): grant for grant in added})
        return list(kept.values())


def grant_key(grant: Grant) -> str:
    """How a form names a right of a role."""
    return f"{grant.right}|{grant.zaaktype}"


class NewRolForm(RolForm):
    """A new role, with its code."""

    code = forms.SlugField(
        label=_("Code"), max_length=50, help_text=_("Kleine letters en streepjes, zoals 'toezicht'.")
    )
    field_order = ["naam", "code", "omschrijving"]
