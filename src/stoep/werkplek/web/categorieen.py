"""The categories of reports: names, norms, and the texts that reporters get."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.foundation.errors import NotFound
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.huisstijl.widgets import CountedTextarea
from stoep.meldingen import queries
from stoep.meldingen.commands import put_categorie, put_standaardtekst
from stoep.meldingen.models import Categorie, Melding, Standaardtekst, Vraag
from stoep.organisatie.queries import list_afdelingen
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek.web.categorie_vragen import StopForm, list_vragen

RESERVED = ("", "nieuw", "lijst", "gevaar", "herkenning", "teksten")


class CategorieForm(StoepForm):
    """One category, as a functional manager arranges it."""

    naam = forms.CharField(label=gettext_lazy("Naam"), max_length=80)
    hoofdcategorie = forms.ChoiceField(label=gettext_lazy("Hoort bij"))
    uitleg = forms.CharField(
        label=gettext_lazy("Uitleg"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Staat onder de naam als een inwoner kiest."),
    )
    servicenorm_werkdagen = forms.IntegerField(
        label=gettext_lazy("Norm in werkdagen"), min_value=1, max_value=250, initial=5
    )
    afdeling = forms.ChoiceField(label=gettext_lazy("Afdeling"), required=False)
    handelingstekst = forms.CharField(
        label=gettext_lazy("Wat wij doen"),
        max_length=1000,
        required=False,
        widget=CountedTextarea(rows=3),
        help_text=gettext_lazy("Staat in de ontvangstbevestiging."),
    )
    waarschuwing = forms.CharField(
        label=gettext_lazy("Waarschuwing bij gevaar"),
        max_length=400,
        required=False,
        widget=CountedTextarea(rows=2),
        help_text=gettext_lazy("Ziet de melder meteen. Bijvoorbeeld: Bel 112 als er gevaar is."),
    )
    zoekwoorden = forms.CharField(
        label=gettext_lazy("Woorden van inwoners"),
        max_length=1000,
        required=False,
        widget=CountedTextarea(rows=2),
        help_text=gettext_lazy("Met komma's ertussen. Hieraan herkent Stoep het onderwerp in de tekst."),
    )
    openbaar = forms.BooleanField(
        label=gettext_lazy("Mag op de openbare kaart (na controle)"), required=False, initial=True
    )
    straal_meters = forms.IntegerField(
        label=gettext_lazy("Vlakbij is, in meters"),
        min_value=5,
        max_value=1000,
        initial=50,
        help_text=gettext_lazy("Binnen deze afstand vraagt Stoep: is het een van deze?"),
    )
    kaartlaag = forms.SlugField(
        label=gettext_lazy("Kaartlaag"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld lantaarnpalen. Leeg: de melder wijst alleen een plek aan."),
    )
    volgorde = forms.IntegerField(label=gettext_lazy("Plaats in de lijst"), min_value=0, max_value=999, initial=0)
    actief = forms.BooleanField(label=gettext_lazy("Inwoners kunnen dit kiezen"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        heads = Categorie.objects.filter(hoofdcategorie__isnull=True).order_by("volgorde", "naam")
        departments = [(one.code, one.naam) for one in list_afdelingen()]
        self.fields["hoofdcategorie"].choices = [(one.slug, one.naam) for one in heads]  # type: ignore[attr-defined]
        known = str(self.initial.get("afdeling", ""))
        if known and known not in dict(departments):
            departments.append((known, known))
        self.fields["afdeling"].choices = [("", _("Geen")), *departments]  # type: ignore[attr-defined]

    def clean_zoekwoorden(self) -> list[str]:
        """The words, each once."""
        words = (word.strip().lower() for word in self.cleaned_data["zoekwoorden"].replace("\n", ",").split(","))
        return list(dict.fromkeys(word for word in words if word))


class TekstForm(StoepForm):
    """A standard text of a category."""

    onderwerp = forms.CharField(label=gettext_lazy("Onderwerp"), max_length=160)
    tekst = forms.CharField(
        label=gettext_lazy("Tekst"),
        max_length=4000,
        widget=CountedTextarea(rows=8),
        help_text=gettext_lazy("Tussen dubbele accolades vult Stoep zelf in: {{ nummer }}, {{ adres }}, {{ dag }}."),
    )


@requires("meldingen.manage")
def overview(request: ActorRequest) -> HttpResponse:
    """All categories under their headings."""
    counts = dict(
        Melding.objects.filter(zaak__einddatum__isnull=True)
        .order_by()
        .values_list("categorie")
        .annotate(number=Count("pk"))
    )
    asked = dict(Vraag.objects.filter(actief=True).order_by().values_list("categorie").annotate(number=Count("pk")))
    rows = list(Categorie.objects.select_related("opvolger").order_by("volgorde", "naam"))
    heads = [row for row in rows if row.hoofdcategorie_id is None]
    groepen = [
        {
            "hoofd": head,
            "subs": [
                (row, counts.get(row.pk, 0), asked.get(row.pk, 0)) for row in rows if row.hoofdcategorie_id == head.pk
            ],
        }
        for head in heads
    ]
    return render(request, "werkplek/categorieen.html", {"groepen": groepen, "aantal": len(rows) - len(heads)})


@keeping_what_was_typed
@requires("meldingen.manage")
def add(request: ActorRequest) -> HttpResponse:
    """Make a category."""
    form = CategorieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        slug = slugify(form.cleaned_data["naam"])[:60]
        if slug in RESERVED or Categorie.objects.filter(slug=slug).exists():
            form.add_error("naam", _("Er is al een onderwerp met deze naam. Kies een andere naam."))
        elif stored(request, form, slug=slug):
            return redirect("werkplek:categorieen")
    return render(request, "werkplek/categorie.html", {"form": form})


@keeping_what_was_typed
@requires("meldingen.manage")
def change(request: ActorRequest, slug: str) -> HttpResponse:
    """Change a category; reports of before keep their own term."""
    categorie = find(slug)
    initial: dict[str, Any] = {
        name: getattr(categorie, name) for name in CategorieForm.base_fields if name != "hoofdcategorie"
    }
    initial["zoekwoorden"] = ", ".join(categorie.zoekwoorden)
    initial["hoofdcategorie"] = categorie.hoofdcategorie.slug if categorie.hoofdcategorie else ""
    form = CategorieForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and stored(request, form, slug=slug, icoon=categorie.icoon):
        return redirect("werkplek:categorieen")
    teksten = Standaardtekst.objects.filter(categorie=categorie).order_by("volgorde", "titel")
    algemeen = Standaardtekst.objects.filter(categorie__isnull=True).order_by("volgorde", "titel")
    context = {
        "form": form,
        "categorie": categorie,
        "teksten": list(teksten),
        "algemeen": list(algemeen),
        "vragen": list_vragen(categorie),
        "stop": StopForm(categorie=categorie),
        "aanpassingen": queries.list_aanpassingen("meldingcategorie", slug),
    }
    return render(request, "werkplek/categorie.html", context)


def find(slug: str) -> Categorie:
    """A category below a heading. Raises NotFound."""
    found = Categorie.objects.filter(slug=slug, hoofdcategorie__isnull=False).select_related("hoofdcategorie").first()
    if found is None:
        raise NotFound
    return found


def stored(request: ActorRequest, form: CategorieForm, *, slug: str, **more: Any) -> bool:
    """Store what the form holds; False shows the form again."""
    with form.showing_domain_errors():
        put_categorie(**form.cleaned_data, slug=slug, actor=request.actor, **more)
        messages.success(request, _("Het onderwerp is bewaard."))
        return True
    return False


@keeping_what_was_typed
@requires("meldingen.manage")
def text(request: ActorRequest, tekst_id: str) -> HttpResponse:
    """Change a standard text."""
    tekst = Standaardtekst.objects.select_related("categorie").one(tekst_id)
    form = TekstForm(request.POST or None, initial={"onderwerp": tekst.onderwerp, "tekst": tekst.tekst})
    back = (
        f"/werkplek/beheer/categorieen/{tekst.categorie.slug}/" if tekst.categorie else "/werkplek/beheer/categorieen/"
    )
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            put_standaardtekst(
                **form.cleaned_data,
                handeling=tekst.handeling,
                titel=tekst.titel,
                categorie=tekst.categorie.slug if tekst.categorie else "",
                volgorde=tekst.volgorde,
                actor=request.actor,
            )
            messages.success(request, _("De tekst is bewaard."))
            return redirect(back)
    return render(request, "werkplek/standaardtekst.html", {"form": form, "tekst": tekst, "terug": back})
