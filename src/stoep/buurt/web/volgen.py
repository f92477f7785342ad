"""Volg uw buurt: asking for mail about an area, and the page of whoever follows one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.buurt import queries
from stoep.buurt.commands import change_abonnement, confirm_abonnement, follow_area, stop_abonnement
from stoep.buurt.commands.follow_area import LINK, place_of
from stoep.buurt.models import Buurtabonnement, Ritme
from stoep.buurt.rules.volgen import STRALEN
from stoep.buurt.web.overzicht import find_adres
from stoep.foundation import links, ratelimit
from stoep.foundation.errors import NotFound, TooMany
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import public
from stoep.toegang.actors import ANONYMOUS

HOUR = 60 * 60
TRIES_AN_HOUR, MAILS_AN_HOUR = 20, 5
LONGEST_EMAIL = 254


class GebiedForm(StoepForm):
    """Which area, which subjects, how often."""

    gebied = forms.ChoiceField(label=_("Buurt of dorp"), required=False)
    adres = forms.CharField(
        label=_("Of rond een adres"),
        max_length=100,
        required=False,
        help_text=_("Straat en huisnummer. Wij bewaren dit alleen om te weten waarover u mail wilt."),
    )
    straal = forms.TypedChoiceField(
        label=_("Hoe ver om dat adres"),
        coerce=int,
        required=False,
        choices=[(metres, f"{metres} meter" if metres < 1000 else "1 kilometer") for metres in STRALEN],  # noqa: PLR2004
        initial=STRALEN[1],
    )
    onderwerpen = forms.MultipleChoiceField(
        label=_("Onderwerpen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kiest u niets? Dan krijgt u mail over alles."),
    )
    ritme = forms.ChoiceField(
        label=_("Hoe vaak"), choices=Ritme.choices, widget=forms.RadioSelect, initial=Ritme.DAG.value
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas: Any = self.fields["gebied"]
        areas.choices = [("", "Kies een buurt of dorp"), *queries.namen_van_gebieden().items()]
        subjects: Any = self.fields["onderwerpen"]
        subjects.choices = [(one.slug, one.naam) for one in queries.list_onderwerpen(queries.onderwerpen_by_slug())]

    def clean(self) -> dict[str, Any]:
        """An address is looked up; without one an area must be chosen."""
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["point"] = None
        if cleaned.get("adres"):
            cleaned["point"], wrong = find_adres(cleaned["adres"])
            if wrong:
                self.add_error("adres", wrong)
        elif not cleaned.get("gebied") and "gebied" not in self.errors:
            self.add_error("gebied", _("Kies een buurt of dorp, of vul een adres in."))
        return cleaned

    def waarover(self) -> dict[str, Any]:
        """What the commands want to know."""
        given = self.cleaned_data
        return {
            "gebied": given["gebied"],
            "adres": given["adres"],
            "point": given["point"],
            "straal": given["straal"] or STRALEN[1],
            "hoofdcategorieen": given["onderwerpen"],
            "ritme": given["ritme"],
        }


class VolgForm(GebiedForm):
    """The same, with where the mail goes."""

    email = forms.CharField(
        label=_("E-mailadres"), max_length=LONGEST_EMAIL, help_text=_("Wij sturen eerst een mail om te bevestigen.")
    )


@public
def vragen(request: HttpRequest) -> HttpResponse:
    """Ask to follow an area. The answer is the same whether somebody follows it already or not."""
    first = {"gebied": request.GET.get("gebied", ""), "ritme": Ritme.DAG.value, "straal": STRALEN[1]}
    form = VolgForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST":
        ratelimit.limit(f"buurt.volgen:{request.META.get('REMOTE_ADDR', '')}", times=TRIES_AN_HOUR, seconds=HOUR)
        if form.is_valid():
            with form.showing_domain_errors():
                if is_quiet(form.cleaned_data["email"]):
                    follow_area(email=form.cleaned_data["email"], actor=ANONYMOUS, **form.waarover())
                return redirect(f"{request.path}?gevraagd=1")
    return render(request, "buurt/volgen.html", {"form": form, "gevraagd": "gevraagd" in request.GET})


def is_quiet(email: str) -> bool:
    """Whether this address was not asked for again and again; who does that gets no more mail, and the same answer."""
    try:
        ratelimit.limit(f"buurt.volgen:{email.strip().lower()}", times=MAILS_AN_HOUR, seconds=HOUR)
    except TooMany:
        return False
    return True


@public
def abonnement(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a follower: confirm, change, stop. Opening it changes nothing, since mail programs open links too."""
    row = get_abonnement(token)
    doe = request.POST.get("doe", "") if request.method == "POST" else ""
    if doe == "stop":
        stop_abonnement(row.pk, actor=ANONYMOUS)
        return render(request, "buurt/volgen_gestopt.html")
    if doe == "bevestig":
        confirm_abonnement(row.pk, actor=ANONYMOUS)
        return redirect(request.path)
    form = GebiedForm(request.POST if doe == "wijzig" else None, initial=as_form(row))
    if doe == "wijzig" and form.is_valid():
        with form.showing_domain_errors():
            change_abonnement(row.pk, actor=ANONYMOUS, **form.waarover())
            return redirect(f"{request.path}?gewijzigd=1")
    context = {"form": form, "abonnement": row, "waar": place_of(row), "gewijzigd": "gewijzigd" in request.GET}
    return render(request, "buurt/volgen_beheer.html", context)


def get_abonnement(token: str) -> Buurtabonnement:
    """Who holds this link. Raises NotFound: tampered with, stopped and never given look the same."""
    try:
        return Buurtabonnement.objects.one(UUID(links.unsign(LINK, token)))
    except ValueError as error:
        raise NotFound from error


def as_form(row: Buurtabonnement) -> dict[str, Any]:
    """What the form shows at first."""
    return {
        "gebied": row.gebied,
        "adres": row.adres,
        "straal": row.straal or STRALEN[1],
        "onderwerpen": row.hoofdcategorieen,
        "ritme": row.ritme,
    }
