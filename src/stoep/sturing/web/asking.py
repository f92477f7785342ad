"""What somebody asks of the figures, as it stands in the address: period, filters and grouping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.gebieden.queries import list_gebieden
from stoep.meldingen.models import Kanaal
from stoep.meldingen.queries import list_categorieen
from stoep.organisatie.models import Afdeling
from stoep.sturing.queries import Keuze
from stoep.sturing.rules.indicatoren import OP_CODE
from stoep.sturing.rules.perioden import STANDAARD, Periode, named_periode

MOST_YEARS = 10
FIRST_DAY = date(2000, 1, 1)
PERIODEN = {
    "30-dagen": _("laatste 30 dagen"),
    "kwartaal": _("dit kwartaal"),
    "12-maanden": _("laatste 12 maanden"),
    "dit-jaar": _("dit jaar"),
    "vorig-jaar": _("vorig jaar"),
}
PER = {
    "onderwerp": _("Onderwerp"),
    "gebied": _("Gebied"),
    "afdeling": _("Afdeling"),
    "kanaal": _("Kanaal"),
    "maand": _("Maand"),
}
WEKEN = (4, 8, 13, 26)
FILTERS = ("categorie", "gebied", "afdeling", "kanaal")


SAYS = {"required": _("Kies een dag."), "invalid": _("Vul een dag in die bestaat, bijvoorbeeld 2026-03-01.")}


class OwnPeriodeForm(StoepForm):
    """Two days of one's own choice."""

    van = forms.DateField(
        label=_("Van"), error_messages=SAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    tot = forms.DateField(
        label=_("Tot en met"), error_messages=SAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be a period."""
        cleaned = super().clean() or {}
        van, tot = cleaned.get("van"), cleaned.get("tot")
        if van and van < FIRST_DAY:
            self.add_error("van", _("Kies een dag na 1 januari 2000."))
        elif tot and tot > clock.today():
            self.add_error("tot", _("Kies een dag die niet in de toekomst ligt."))
        elif van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt vóór de eerste dag. Draai ze om."))
        elif van and tot and tot.year - van.year > MOST_YEARS:
            self.add_error("van", _("Kies een periode van hoogstens 10 jaar."))
        return cleaned


@dataclass(frozen=True, slots=True)
class Names:
    """The names of all codes, for filters and tables. A heading and its categories stand together."""

    hoofdcategorie: Mapping[str, str]
    hoofd_van: Mapping[str, str]
    categorie: Mapping[str, str]
    gebied: Mapping[str, str]
    afdeling: Mapping[str, str]
    kanaal: Mapping[str, str]

    def of(self, group: str, code: str) -> str:
        """The name of a code; the code itself when it is no longer known."""
        names: Mapping[str, str] = getattr(self, group)
        return names.get(code) or code or str(_("onbekend"))


def read_names() -> Names:
    """All names, in three queries."""
    groepen = list_categorieen()
    return Names(
        hoofdcategorie={groep.hoofd.slug: groep.hoofd.naam for groep in groepen},
        hoofd_van={sub.slug: groep.hoofd.slug for groep in groepen for sub in groep.subcategorieen},
        categorie={sub.slug: sub.naam for groep in groepen for sub in groep.subcategorieen},
        gebied={gebied.code: gebied.naam for gebied in list_gebieden() if gebied.soort != "gemeente"},
        afdeling=dict(Afdeling.objects.values_list("code", "naam")),
        kanaal={code: str(label) for code, label in Kanaal.choices},
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, understood: what was not, is left out. `cijfer` is drawn over time; `weken` is a window."""

    keuze: Keuze
    periode: str
    per: str
    group: str
    names: Names
    form: OwnPeriodeForm
    cijfer: str = "aantal"
    markering: str = ""
    weken: int = WEKEN[1]

    def parameters(self) -> dict[str, str]:
        """The question as it stands in an address."""
        found = {name: getattr(self.keuze, name) for name in FILTERS}
        found["periode"] = "" if self.periode in (STANDAARD, "eigen") else self.periode
        if self.periode == "eigen":
            found |= {"van": self.keuze.periode.van.isoformat(), "tot": self.keuze.periode.tot.isoformat()}
        found["per"] = "" if self.per == "onderwerp" else self.per
        found["cijfer"] = "" if self.cijfer == "aantal" else self.cijfer
        found["markering"] = self.markering
        found["weken"] = "" if self.weken == WEKEN[1] else str(self.weken)
        return {name: value for name, value in found.items() if value}

    def address(self, base: str = "", **changes: str) -> str:
        """The address of this question with some of it changed; an empty value leaves that part out."""
        parameters = {name: value for name, value in {**self.parameters(), **changes}.items() if value}
        return f"{base}?{urlencode(parameters)}"

    def with_periode(self, code: str) -> str:
        """The address of the same question about another period."""
        return self.address(periode="" if code == STANDAARD else code, van="", tot="")


def read_asked(request: HttpRequest) -> Asked:
    """Understand an address. A filter that means nothing is as if it were not there."""
    data: QueryDict = request.GET
    names = read_names()
    is_own = "van" in data or "tot" in data
    form = OwnPeriodeForm(data if is_own else None)
    code = data.get("periode", "")
    periode = named_periode(code, clock.today())
    if is_own and form.is_valid():
        code, periode = "eigen", Periode(form.cleaned_data["van"], form.cleaned_data["tot"])
    if periode is None:
        code, periode = STANDAARD, named_periode(STANDAARD, clock.today())
    known = {
        "categorie": {**names.hoofdcategorie, **names.categorie},
        "gebied": names.gebied,
        "afdeling": names.afdeling,
        "kanaal": names.kanaal,
    }
    filters = {name: value for name in FILTERS if (value := data.get(name, "")) in known[name]}
    per = data.get("per", "")
    per = per if per in PER else "onderwerp"
    group = per
    if per == "onderwerp":
        group = "categorie" if filters.get("categorie") else "hoofdcategorie"
    if not is_own:
        form = OwnPeriodeForm(initial={"van": periode.van, "tot": periode.tot})  # type: ignore[union-attr]
    cijfer, weken = data.get("cijfer", ""), data.get("weken", "")
    return Asked(
        Keuze(periode, **filters),  # type: ignore[arg-type]
        code,
        per,
        group,
        names,
        form,
        cijfer=cijfer if cijfer in OP_CODE else "aantal",
        markering=data.get("markering", "")[:60],
        weken=int(weken) if weken in {str(one) for one in WEKEN} else WEKEN[1],
    )
