"""What each bulk act asks, and how it keeps and tells that."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stoep.buitendienst.queries import list_inspecteurs
from stoep.foundation import clock
from stoep.foundation.nederlands import day
from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import DayInput
from stoep.meldingen.models import Handeling, Standaardtekst
from stoep.meldingen.queries import list_categorieen
from stoep.meldingen.rules.uitkomsten import RESULTAAT_OF
from stoep.organisatie.queries import medewerker_of
from stoep.toegang.actors import Actor
from stoep.werkplek.models import Bulksoort
from stoep.werkplek.web.zaak_forms import NaarForm

CHOOSE = {"required": gettext_lazy("Maak een keuze."), "invalid_choice": gettext_lazy("Kies uit de lijst.")}
DAY = {
    "required": gettext_lazy("Kies een dag."),
    "invalid": gettext_lazy("Dit is geen dag. Schrijf die als 03-12-2026."),
}


class BulkNaarForm(NaarForm):
    """Divide."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def waarden(self) -> dict[str, str]:
        """What is kept."""
        kind, _colon, key = self.cleaned_data["naar"].partition(":")
        return {kind: key, "naam": self.naar_naam, "reden": self.cleaned_data["reden"]}

    def zin(self) -> str:
        """What will happen, as the name of the act."""
        return _("Verdelen: naar {naam}").format(naam=self.naar_naam)


class DagForm(StoepForm):
    """An act for a day that has not gone by."""

    dag = forms.DateField(label=gettext_lazy("Dag"), widget=DayInput, error_messages=DAY)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["dag"].widget.attrs["min"] = clock.today().isoformat()

    def clean_dag(self) -> Any:
        """Refuse a day that has gone."""
        if self.cleaned_data["dag"] < clock.today():
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return self.cleaned_data["dag"]


class BulkPlanForm(DagForm):
    """Plan, with a standard text or without a message."""

    tekst = forms.ChoiceField(label=gettext_lazy("Bericht aan de melders"), required=False, error_messages=CHOOSE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teksten = texts_of([Handeling.INGEPLAND.value])
        self.fields["tekst"].choices = [("", _("Geen bericht")), *text_choices(self.teksten)]  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, str]:
        """What is kept."""
        return {"dag": self.cleaned_data["dag"].isoformat(), **chosen_text(self.teksten, self.cleaned_data["tekst"])}

    def zin(self) -> str:
        """What will happen, as the name of the act."""
        return _("Inplannen op {dag}").format(dag=day(self.cleaned_data["dag"]))


class BulkOnderwerpForm(StoepForm):
    """Put under another category."""

    categorie = forms.ChoiceField(label=gettext_lazy("Onderwerp"), error_messages=CHOOSE)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        groups = [
            (groep.hoofd.naam, [(sub.slug, sub.naam) for sub in groep.subcategorieen]) for groep in list_categorieen()
        ]
        self.names = {slug: naam for _hoofd, pairs in groups for slug, naam in pairs}
        self.fields["categorie"].choices = [("", _("Kies")), *groups]  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, str]:
        """What is kept."""
        return {"categorie": self.cleaned_data["categorie"]}

    def zin(self) -> str:
        """What will happen, as the name of the act."""
        return _("Ander onderwerp: {naam}").format(naam=self.names[self.cleaned_data["categorie"]])


class BulkRondeForm(DagForm):
    """Put on the round of an inspector."""

    wie = forms.ChoiceField(label=gettext_lazy("Op de ronde van"), error_messages=CHOOSE)
    field_order = ("wie", "dag")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = medewerker_of(self.actor)
        people = [(str(own.pk), own.naam)] if own else []
        if self.actor.may("buitendienst.plan"):
            people += [(str(one.pk), one.naam) for one in list_inspecteurs() if one != own]
        self.names = dict(people)
        self.fields["wie"].choices = people  # type: ignore[attr-defined]
        self.initial.setdefault("dag", clock.today())

    def waarden(self) -> dict[str, str]:
        """What is kept."""
        return {"medewerker": self.cleaned_data["wie"], "dag": self.cleaned_data["dag"].isoformat()}

    def zin(self) -> str:
        """What will happen, as the name of the act."""
        words = _("Op de ronde van {naam}, {dag}")
        return words.format(naam=self.names[self.cleaned_data["wie"]], dag=day(self.cleaned_data["dag"]))


class BulkAfhandelForm(StoepForm):
    """Handle all with one standard text."""

    tekst = forms.ChoiceField(label=gettext_lazy("Uitkomst en bericht aan de melders"), error_messages=CHOOSE)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.teksten = texts_of(list(RESULTAAT_OF))
        self.fields["tekst"].choices = [("", _("Kies")), *text_choices(self.teksten)]  # type: ignore[attr-defined]

    def waarden(self) -> dict[str, str]:
        """What is kept."""
        found = self.teksten[self.cleaned_data["tekst"]]
        return {"uitkomst": found.handeling, **chosen_text(self.teksten, self.cleaned_data["tekst"])}

    def zin(self) -> str:
        """What will happen, as the name of the act."""
        found = self.teksten[self.cleaned_data["tekst"]]
        return _("Afhandelen: {uitkomst}").format(uitkomst=found.get_handeling_display())


FORMS: dict[str, Any] = {
    Bulksoort.TOEWIJZEN: BulkNaarForm,
    Bulksoort.INPLANNEN: BulkPlanForm,
    Bulksoort.ONDERWERP: BulkOnderwerpForm,
    Bulksoort.RONDE: BulkRondeForm,
    Bulksoort.AFHANDELEN: BulkAfhandelForm,
}


def texts_of(handelingen: list[str]) -> dict[str, Standaardtekst]:
    """The standard texts that hold for every category, by id. One query."""
    rows = Standaardtekst.objects.filter(categorie__isnull=True, handeling__in=handelingen).order_by(
        "handeling", "volgorde"
    )
    return {str(one.pk): one for one in rows}


def text_choices(teksten: dict[str, Standaardtekst]) -> list[tuple[str, str]]:
    """What one chooses from: the outcome and the name of the text."""
    return [(key, f"{one.get_handeling_display()}: {one.titel}") for key, one in teksten.items()]


def chosen_text(teksten: dict[str, Standaardtekst], key: str) -> dict[str, str]:
    """Subject and words of the chosen text; nothing when none was chosen."""
    found = teksten.get(key)
    return {"onderwerp": found.onderwerp, "tekst": found.tekst} if found else {}
