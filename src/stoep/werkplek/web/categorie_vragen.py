"""The extra questions of a category, retiring it, and the order of its questions."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from stoep.foundation.errors import DomainError, NotFound
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.huisstijl.resuming import keeping_what_was_typed
from stoep.huisstijl.widgets import CountedTextarea
from stoep.meldingen.commands import put_vraag, retire_categorie
from stoep.meldingen.models import Categorie, Vraag, VraagSoort
from stoep.meldingen.queries.vragen import as_vorm
from stoep.meldingen.rules.vragen import SAID, Voorwaarderij, Vraagvorm, say_voorwaarde, to_logic, to_rows
from stoep.toegang.web.actors import ActorRequest

ROWS = 3
OF_THE_PAGE = ("tekst", "hulp", "soort", "objectnummer", "verplicht", "actief")
KEPT = ("hulp", "verplicht", "keuzes", "voorwaarde", "objectnummer", "volgorde", "actief")


class VraagForm(StoepForm):
    """One question, with its condition in rows; who knows JsonLogic may write it as well."""

    tekst = forms.CharField(label=gettext_lazy("De vraag"), max_length=200)
    hulp = forms.CharField(label=gettext_lazy("Uitleg eronder"), max_length=200, required=False)
    soort = forms.ChoiceField(label=gettext_lazy("Soort antwoord"), choices=VraagSoort.choices)
    keuzes = forms.CharField(
        label=gettext_lazy("Keuzes"),
        required=False,
        max_length=2000,
        widget=CountedTextarea(rows=4),
        help_text=gettext_lazy("Elke keuze op een eigen regel. Alleen bij één keuze of meer keuzes."),
    )
    objectnummer = forms.BooleanField(
        label=gettext_lazy("Het antwoord is het nummer van het object op de kaart"),
        required=False,
        help_text=gettext_lazy("Wie het object op de kaart aanwijst, krijgt deze vraag dan niet."),
    )
    verplicht = forms.BooleanField(label=gettext_lazy("De melder moet antwoorden"), required=False)
    actief = forms.BooleanField(label=gettext_lazy("De vraag wordt gesteld"), required=False, initial=True)
    logica = forms.CharField(
        label=gettext_lazy("JsonLogic"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=gettext_lazy("Voor wie dit kent. Vult u hier iets in dat anders is dan de regels, dan geldt dit."),
    )

    def __init__(self, *args: Any, earlier: list[Vraagvorm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.earlier = {one.sleutel: one for one in earlier}
        names = [("", _("-")), *((one.sleutel, one.tekst) for one in earlier)]
        for number in range(ROWS):
            self.fields[f"als_{number}"] = forms.ChoiceField(
                label=_("Alleen vragen als"), choices=names, required=False
            )
            self.fields[f"is_{number}"] = forms.ChoiceField(
                label=_("vergelijking"), choices=list(SAID.items()), required=False
            )
            self.fields[f"waarde_{number}"] = forms.CharField(label=_("antwoord"), max_length=100, required=False)

    def rows(self) -> list[Any]:
        """The fields of each row, to draw."""
        return [(self[f"als_{one}"], self[f"is_{one}"], self[f"waarde_{one}"]) for one in range(ROWS)]

    def condition(self) -> Any:
        """The condition: of the expert's field when it was changed, else of the rows. Raises ValueError."""
        typed = self.cleaned_data["logica"].strip()
        if "logica" in self.changed_data:
            return json.loads(typed) if typed else None
        rows = [
            Voorwaarderij(
                self.cleaned_data[f"als_{one}"], self.cleaned_data[f"is_{one}"], self.cleaned_data[f"waarde_{one}"]
            )
            for one in range(ROWS)
            if self.cleaned_data[f"als_{one}"]
        ]
        if not rows and typed and to_rows(json.loads(typed)) is None:
            return json.loads(typed)
        return to_logic(rows, self.earlier)


class StopForm(StoepForm):
    """Retiring a category."""

    opvolger = forms.ChoiceField(
        label=gettext_lazy("Nieuwe meldingen gaan naar"),
        help_text=gettext_lazy("Ook wie nu bezig is met een melding, of een oude link heeft, komt daar terecht."),
    )

    def __init__(self, *args: Any, categorie: Categorie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Categorie.objects.to_choose().exclude(pk=categorie.pk)
        self.fields["opvolger"].choices = [("", _("Kies")), *((one.slug, one.naam) for one in others)]  # type: ignore[attr-defined]


def list_vragen(categorie: Categorie) -> list[dict[str, Any]]:
    """The questions of a category with their conditions as sentences."""
    rows = list(Vraag.objects.filter(categorie__in=[categorie.pk, categorie.hoofdcategorie_id or categorie.pk]))
    forms_of = {row.sleutel: as_vorm(row) for row in rows}
    return [
        {"rij": row, "voorwaarde": say_voorwaarde(row.voorwaarde, forms_of), "eigen": row.categorie_id == categorie.pk}
        for row in rows
    ]


@keeping_what_was_typed
@requires("meldingen.manage")
def add(request: ActorRequest, slug: str) -> HttpResponse:
    """Make a question."""
    return edit(request, get_categorie(slug), None)


@keeping_what_was_typed
@requires("meldingen.manage")
def change(request: ActorRequest, slug: str, sleutel: str) -> HttpResponse:
    """Change a question, or stop asking it."""
    categorie = get_categorie(slug)
    vraag = Vraag.objects.filter(categorie=categorie, sleutel=sleutel).first()
    if vraag is None:
        raise NotFound
    return edit(request, categorie, vraag)


def edit(request: ActorRequest, categorie: Categorie, vraag: Vraag | None) -> HttpResponse:
    """The page of one question."""
    form = VraagForm(request.POST or None, initial=initial_of(vraag), earlier=earlier_than(categorie, vraag))
    if request.method == "POST" and form.is_valid():
        with form.showing_domain_errors():
            store(request, categorie, vraag, form)
        if not form.errors:
            messages.success(request, _("De vraag is bewaard. Zij geldt voor nieuwe meldingen."))
            return redirect("werkplek:categorie", categorie.slug)
    return render(request, "werkplek/categorie_vraag.html", {"form": form, "categorie": categorie, "vraag": vraag})


def store(request: ActorRequest, categorie: Categorie, vraag: Vraag | None, form: VraagForm) -> None:
    """Store the question; a condition that cannot be read is said at its field."""
    data = form.cleaned_data
    try:
        voorwaarde = form.condition()
    except (ValueError, RecursionError):
        form.add_error("logica", _("Dit is geen JSON. Kijk of elke accolade en elk aanhalingsteken een tweede heeft."))
        return
    put_vraag(
        categorie=categorie.slug,
        sleutel=vraag.sleutel if vraag else free_sleutel(categorie, data["tekst"]),
        tekst=data["tekst"],
        soort=data["soort"],
        hulp=data["hulp"],
        keuzes=data["keuzes"].splitlines(),
        objectnummer=data["objectnummer"],
        verplicht=data["verplicht"],
        actief=data["actief"],
        voorwaarde=voorwaarde,
        volgorde=vraag.volgorde if vraag else categorie.vragen.count() + 1,
        actor=request.actor,
    )


def initial_of(vraag: Vraag | None) -> dict[str, Any]:
    """The form of a question that exists."""
    if vraag is None:
        return {}
    found: dict[str, Any] = {name: getattr(vraag, name) for name in OF_THE_PAGE}
    found["keuzes"] = "\n".join(str(one) for one in vraag.keuzes)
    found["logica"] = json.dumps(vraag.voorwaarde, ensure_ascii=False) if vraag.voorwaarde else ""
    for number, row in enumerate((to_rows(vraag.voorwaarde) or [])[:ROWS]):
        found |= {f"als_{number}": row.sleutel, f"is_{number}": row.vergelijking, f"waarde_{number}": row.waarde}
    return found


def earlier_than(categorie: Categorie, vraag: Vraag | None) -> list[Vraagvorm]:
    """The questions at whose answers a condition may look."""
    rows = Vraag.objects.filter(categorie__in=[categorie.pk, categorie.hoofdcategorie_id or categorie.pk])
    return [as_vorm(row) for row in rows if vraag is None or row.pk != vraag.pk]


def free_sleutel(categorie: Categorie, tekst: str) -> str:
    """A key that is not in use, from the words of the question."""
    base = slugify(tekst)[:34].strip("-_").replace("_", "-") or "vraag"
    base = base if base[0].isalpha() else f"v-{base}"
    taken = set(categorie.vragen.values_list("sleutel", flat=True))
    return next(one for one in (base, *(f"{base}-{number}" for number in range(2, 99))) if one not in taken)


@require_POST
@requires("meldingen.manage")
def move(request: ActorRequest, slug: str, sleutel: str) -> HttpResponse:
    """Ask a question one place sooner."""
    categorie = get_categorie(slug)
    rows = list(categorie.vragen.order_by("volgorde", "id"))
    place = next((at for at, row in enumerate(rows) if row.sleutel == sleutel), 0)
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
    for number, row in enumerate(rows, start=1):
        if row.volgorde != number:
            values = {name: getattr(row, name) for name in KEPT} | {"volgorde": number}
            put_vraag(
                categorie=slug, sleutel=row.sleutel, tekst=row.tekst, soort=row.soort, actor=request.actor, **values
            )
    return redirect("werkplek:categorie", slug)


@require_POST
@requires("meldingen.manage")
def stop(request: ActorRequest, slug: str) -> HttpResponse:
    """Retire a category."""
    try:
        row = retire_categorie(slug=slug, opvolger=str(request.POST.get("opvolger", "")), actor=request.actor)
    except NotFound:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        gone = _("‘{naam}’ is gestopt. Nieuwe meldingen gaan naar ‘{opvolger}’.")
        messages.success(request, gone.format(naam=row.naam, opvolger=row.opvolger))
    return redirect("werkplek:categorie", slug)


def get_categorie(slug: str) -> Categorie:
    """A category or heading. Raises NotFound."""
    found = Categorie.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found
