"""Assignment rules as sentences, and the question what would happen to a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.foundation.web.permissions import requires
from stoep.gebieden.queries import list_gebieden
from stoep.meldingen.models import Kanaal
from stoep.meldingen.queries import list_categorieen
from stoep.meldingen.queries.categorieen import Groep as Onderwerp
from stoep.organisatie.queries import list_groepen, list_medewerkers
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek.regelzinnen import Namen, sentence_of
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.queries.bezetting import load_bezetting, load_regels
from stoep.zaken.queries.regels import get_regel, list_regels
from stoep.zaken.rules.toewijzing import WEEKDAGEN, Feiten, choose_regel, decide_toewijzing

HOURS = [("", "-"), *[(str(hour), f"{hour}.00") for hour in range(25)]]
FIELDS = (
    "naam",
    "prioriteit",
    "actief",
    "categorieen",
    "gebieden",
    "kanalen",
    "weekdagen",
    "alleen_spoed",
    "uur_van",
    "uur_tot",
    "kies_lid",
)


Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Keuzes:
    """Everything a rule may name, for selects and sentences. Read once for a page: four queries."""

    onderwerpen: list[Onderwerp]
    gebieden: Pairs
    groepen: Pairs
    medewerkers: Pairs

    @classmethod
    def read(cls) -> Keuzes:
        """Read the names of today."""
        return cls(
            onderwerpen=list_categorieen(),
            gebieden=[(one.code, one.naam) for one in list_gebieden()],
            groepen=[(str(one.pk), one.naam) for one in list_groepen()],
            medewerkers=[(str(one.pk), one.naam) for one in list_medewerkers()],
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
    def main_of(self) -> dict[str, str]:
        """The slug of the heading under which a category stands."""
        return {sub.slug: one.hoofd.slug for one in self.onderwerpen for sub in one.subcategorieen}

    @property
    def namen(self) -> Namen:
        """The names behind codes and ids."""
        categorieen = dict(self.mains) | {slug: naam for _heading, subs in self.headings for slug, naam in subs}
        return Namen(categorieen, dict(self.gebieden), dict(self.groepen), dict(self.medewerkers))


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Keuzes.read()
        nobody = [("", "-")]
        self.fields["categorieen"].choices = [(_("Hele groepen"), found.mains), *found.headings]  # type: ignore[attr-defined]
        self.fields["gebieden"].choices = found.gebieden  # type: ignore[attr-defined]
        self.fields["groep_id"].choices = nobody + found.groepen  # type: ignore[attr-defined]
        self.fields["medewerker_id"].choices = nobody + found.medewerkers  # type: ignore[attr-defined]


class VraagForm(StoepForm):
    """A report that might come: what would happen to it."""

    categorie = forms.ChoiceField(label=_("Categorie"))
    gebied = forms.ChoiceField(label=_("Gebied"), required=False)
    kanaal = forms.ChoiceField(label=_("Kanaal"), choices=Kanaal.choices)
    weekdag = forms.TypedChoiceField(label=_("Dag"), coerce=int, choices=list(enumerate(WEEKDAGEN)))
    uur = forms.TypedChoiceField(label=_("Uur"), coerce=int, choices=HOURS[1:-1])

    def __init__(self, *args: Any, found: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = found.headings  # type: ignore[attr-defined]
        self.fields["gebied"].choices = [("", "-"), *found.gebieden]  # type: ignore[attr-defined]


@requires("zaken.manage_rules")
def overview(request: ActorRequest) -> HttpResponse:
    """All rules in the order in which they are looked at, and the answer to 'what would happen?'."""
    found = Keuzes.read()
    namen = found.namen
    local = clock.now().astimezone(clock.AMSTERDAM)
    asked = request.GET if "categorie" in request.GET else None
    form = VraagForm(asked, found=found, initial={"weekdag": local.weekday(), "uur": local.hour})
    answer = None
    if asked is not None and form.is_valid():
        answer = ask(form.cleaned_data, found)
    rules = [{"regel": regel, "zin": sentence_of(regel, namen)} for regel in list_regels(request.actor)]
    return render(request, "werkplek/toewijzingsregels.html", {"rules": rules, "form": form, "answer": answer})


def ask(values: dict[str, Any], found: Keuzes) -> dict[str, str]:
    """Decide on a report that might come, with today's presence and work."""
    main, namen = found.main_of, found.namen
    narrow = values["categorie"]
    facts = Feiten(
        zaaktype="melding-openbare-ruimte",
        categorieen=tuple(slug for slug in (narrow, main.get(narrow, "")) if slug),
        gebieden=tuple(code for code in (values["gebied"],) if code),
        kanaal=values["kanaal"],
        weekdag=values["weekdag"],
        uur=values["uur"],
    )
    rules = load_regels()
    chosen = choose_regel(rules, facts)
    decision = decide_toewijzing(rules, facts, load_bezetting(chosen) if chosen else None)
    target = namen.medewerkers.get(str(decision.medewerker)) or namen.groepen.get(str(decision.groep)) or ""
    return {"naar": target, "waarom": decision.waarom}


@requires("zaken.manage_rules")
def add(request: ActorRequest) -> HttpResponse:
    """Write a rule."""
    form = RegelForm(request.POST or None)
    if stored(request, form):
        return redirect("werkplek:toewijzingsregels")
    return render(request, "werkplek/toewijzingsregel.html", {"form": form})


@requires("zaken.manage_rules")
def change(request: ActorRequest, regel_id: UUID) -> HttpResponse:
    """Change a rule; its name stays, because the history of zaken names it."""
    regel = get_regel(regel_id, request.actor)
    initial = {name: getattr(regel, name) for name in FIELDS}
    form = RegelForm(
        request.POST or None, initial={**initial, "groep_id": regel.groep_id, "medewerker_id": regel.medewerker_id}
    )
    form.fields["naam"].disabled = True
    if stored(request, form):
        return redirect("werkplek:toewijzingsregels")
    return render(request, "werkplek/toewijzingsregel.html", {"form": form, "regel": regel})


def stored(request: ActorRequest, form: RegelForm) -> bool:
    """Store what the form holds; False shows the form again."""
    if not form.is_valid():
        return False
    with form.showing_domain_errors():
        put_toewijzingsregel(**form.cleaned_data, actor=request.actor)
        messages.success(request, _("De regel is bewaard. Hij geldt voor nieuwe meldingen."))
        return True
    return False
