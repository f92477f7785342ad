"""The groups of danger words: what somebody must do first, and by which words we know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation.errors import NotFound
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.huisstijl.widgets import CountedTextarea
from stoep.meldingen.commands import put_gevaar, retire_gevaar
from stoep.meldingen.models import Gevaar
from stoep.meldingen.queries import alarm_for, list_aanpassingen, list_categorieen
from stoep.toegang.web.actors import ActorRequest

OF_THE_PAGE = ("titel", "tekst", "telefoon", "actief")
RESERVED = frozenset({"nieuw"})


class GevaarForm(StoepForm):
    """One group of danger words."""

    titel = forms.CharField(
        label=gettext_lazy("Kop"), max_length=120, help_text=gettext_lazy("Bijvoorbeeld: Ruikt u gas? Bel eerst.")
    )
    tekst = forms.CharField(label=gettext_lazy("Wat iemand eerst doet"), max_length=400, widget=CountedTextarea(rows=3))
    telefoon = forms.CharField(label=gettext_lazy("Telefoonnummer"), max_length=20, required=False)
    woorden = forms.CharField(
        label=gettext_lazy("Gevaarwoorden"),
        max_length=4000,
        required=False,
        widget=CountedTextarea(rows=6),
        help_text=gettext_lazy("Elk woord of elke groep woorden op een eigen regel. Meervoud vindt Stoep zelf."),
    )
    behalve = forms.CharField(
        label=gettext_lazy("Maar niet bij"),
        max_length=4000,
        required=False,
        widget=CountedTextarea(rows=4),
        help_text=gettext_lazy("Bijvoorbeeld: geen gevaar."),
    )
    categorieen = forms.MultipleChoiceField(
        label=gettext_lazy("Altijd bij deze onderwerpen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Ook als niemand een gevaarwoord schrijft."),
    )
    volgorde = forms.IntegerField(
        label=gettext_lazy("Volgorde"),
        min_value=0,
        max_value=999,
        help_text=gettext_lazy("Past een tekst bij twee groepen, dan telt de groep met het laagste getal."),
    )
    actief = forms.BooleanField(label=gettext_lazy("Deze waarschuwing wordt getoond"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorieen"].choices = [  # type: ignore[attr-defined]
            (sub.slug, sub.naam) for groep in list_categorieen() for sub in groep.subcategorieen
        ]

    def lines(self, name: str) -> list[str]:
        """The lines of a field, each once."""
        found = (line.strip().lower() for line in self.cleaned_data[name].splitlines())
        return list(dict.fromkeys(line for line in found if line))

    def for_command(self) -> dict[str, Any]:
        """What the command takes."""
        data = self.cleaned_data
        found: dict[str, Any] = {name: data[name] for name in (*OF_THE_PAGE, "categorieen", "volgorde")}
        return found | {"woorden": self.lines("woorden"), "behalve": self.lines("behalve")}


class ProefForm(StoepForm):
    """A sentence to try."""

    zin = forms.CharField(
        label=gettext_lazy("Probeer een zin"),
        max_length=400,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Zoals een bewoner die zou schrijven. De zin wordt niet bewaard."),
    )


@requires("meldingen.manage")
def overview(request: ActorRequest) -> HttpResponse:
    """All groups, and a sentence to try them on: posted, since words do not stand in an address."""
    form = ProefForm(request.POST or None)
    zin = form.cleaned_data["zin"] if request.method == "POST" and form.is_valid() else ""
    rows = list(Gevaar.objects.order_by("-actief", "volgorde", "slug"))
    context = {"gevaren": rows, "form": form, "zin": zin, "alarm": alarm_for(zin, "") if zin else None}
    return render(request, "werkplek/gevaren.html", context)


@keeping_what_was_typed
@requires("meldingen.manage")
def add(request: ActorRequest) -> HttpResponse:
    """Make a group."""
    last = Gevaar.objects.order_by("-volgorde").values_list("volgorde", flat=True).first() or 0
    return edit(request, None, {"volgorde": last + 1})


@keeping_what_was_typed
@requires("meldingen.manage")
def change(request: ActorRequest, slug: str) -> HttpResponse:
    """Change a group."""
    row = get_gevaar(slug)
    begin: dict[str, Any] = {name: getattr(row, name) for name in (*OF_THE_PAGE, "categorieen", "volgorde")}
    return edit(request, row, begin | {"woorden": "\n".join(row.woorden), "behalve": "\n".join(row.behalve)})


def edit(request: ActorRequest, row: Gevaar | None, begin: dict[str, Any]) -> HttpResponse:
    """The page of one group."""
    form = GevaarForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            slug = row.slug if row else free_slug(form.cleaned_data["titel"])
            put_gevaar(slug=slug, **form.for_command(), actor=request.actor)
            messages.success(request, _("De waarschuwing is bewaard. Zij geldt voor wie vanaf nu schrijft."))
            return redirect("werkplek:gevaren")
    seen = list_aanpassingen("gevaar", row.slug) if row else []
    return render(request, "werkplek/gevaar.html", {"form": form, "gevaar": row, "aanpassingen": seen})


@require_POST
@requires("meldingen.manage")
def retire(request: ActorRequest, slug: str) -> HttpResponse:
    """Warn no longer for a group, or again."""
    row = retire_gevaar(slug=get_gevaar(slug).slug, actief=request.POST.get("actief") == "ja", actor=request.actor)
    told = _("Voor ‘{titel}’ waarschuwen wij weer.") if row.actief else _("Voor ‘{titel}’ waarschuwen wij niet meer.")
    messages.success(request, told.format(titel=row.titel))
    return redirect("werkplek:gevaren")


def get_gevaar(slug: str) -> Gevaar:
    """The group with this key. Raises NotFound."""
    row: Gevaar | None = Gevaar.objects.filter(slug=slug).first()
    if row is None:
        raise NotFound
    return row


def free_slug(titel: str) -> str:
    """A key that is not in use, from the heading."""
    base = slugify(titel)[:34].strip("-_") or "gevaar"
    taken = RESERVED | set(Gevaar.objects.values_list("slug", flat=True))
    return next(one for one in (base, *(f"{base}-{number}" for number in range(2, 999))) if one not in taken)
