"""What would happen to this report: for any words, place, day and hour. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stoep.foundation import clock, nederlands
from stoep.foundation.errors import DomainError, Rejected, Unavailable
from stoep.foundation.geo import Point
from stoep.foundation.kalender import add_werkdagen
from stoep.foundation.web.permissions import requires
from stoep.gebieden.models import Gebied
from stoep.gebieden.ports import adreszoeker
from stoep.gebieden.queries import gebied_at, lies_in_gemeente
from stoep.meldingen.models import ZAAKTYPE, Categorie, Handeling, Melding
from stoep.meldingen.queries import preview_message, propose_categorieen
from stoep.toegang.web.actors import ActorRequest
from stoep.werkplek.regelzinnen import Gelezen, say_misses, sentence_of
from stoep.werkplek.web.regelforms import Keuzes, VraagForm
from stoep.zaken.queries.bezetting import load_bezetting, load_regels
from stoep.zaken.rules.proefdraaien import misses
from stoep.zaken.rules.toewijzing import Feiten, Regel, choose_regel, decide_toewijzing

WEEK = 7
EXAMPLE = "M-VOORBEELD"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where the report would be, as far as that is known."""

    point: Point | None = None
    label: str = ""
    gebied: Gebied | None = None
    uitleg: str = ""


def now_as_initial() -> dict[str, int]:
    """Today and this hour."""
    local = clock.now().astimezone(clock.AMSTERDAM)
    return {"weekdag": local.weekday(), "uur": local.hour}


@requires("zaken.manage_rules")
def ask(request: ActorRequest) -> HttpResponse:
    """The question with its answer. Words travel in the body, never in the address."""
    found = Keuzes.read()
    form = VraagForm(request.POST or None, found=found, initial=now_as_initial())
    answer = None
    if request.method == "POST" and form.is_valid():
        plek = find_plek(form.cleaned_data)
        answer = tell_answer(form.cleaned_data, plek, found)
        form.data = {**form.data.dict(), **kept(form.cleaned_data, plek)}  # type: ignore[attr-defined]
    return render(request, "werkplek/regelproef.html", {"form": form, "answer": answer})


def kept(values: dict[str, Any], plek: Plek) -> dict[str, str]:
    """The place as the form shows it again; `gezien` lets a changed address win from the pin that was there."""
    lon, lat = (f"{plek.point.lon:.6f}", f"{plek.point.lat:.6f}") if plek.point else ("", "")
    adres = plek.label or values["adres"]
    return {"lon": lon, "lat": lat, "adres": adres, "gezien": f"{lon}|{lat}|{adres}"[:300]}


def find_plek(values: dict[str, Any]) -> Plek:
    """The place that was meant: a moved pin wins, a new address is looked up, neither is allowed too."""
    lon, lat, adres = (values[name].strip() for name in ("lon", "lat", "adres"))
    is_same_pin = values["gezien"].startswith(f"{lon}|{lat}|")
    has_new_address = bool(adres) and not values["gezien"].endswith(f"|{adres}")
    if (lon or lat) and not (is_same_pin and has_new_address):
        try:
            return at(Point.from_text(lon, lat), adres)
        except DomainError:
            return Plek(uitleg=_("Die plek is niet te lezen. Kies haar opnieuw op de kaart."))
    return look_up(adres) if adres else Plek(uitleg=_("Geen plek gekozen: regels met een gebied gelden dan niet."))


def look_up(adres: str) -> Plek:
    """The place of an address: the one that fits, else the first that looks like it."""
    try:
        one = adreszoeker().find(adres) or next(iter(adreszoeker().suggest(adres)), None)
    except (Unavailable, Rejected):
        return Plek(label=adres, uitleg=_("Adressen zoeken lukt nu niet. Kies de plek op de kaart."))
    if one is None:
        return Plek(label=adres, uitleg=_("Dit adres is niet gevonden. Kies de plek op de kaart."))
    return at(one.point, one.label)


def at(point: Point, label: str) -> Plek:
    """A point with its area."""
    if not lies_in_gemeente(point):
        return Plek(point, label, uitleg=_("Deze plek ligt buiten de gemeente: zo'n melding nemen we niet aan."))
    return Plek(point, label, gebied_at(point))


def tell_answer(values: dict[str, Any], plek: Plek, found: Keuzes) -> dict[str, Any]:
    """Everything that would happen, as a page shows it."""
    voorstel = propose_categorieen(values["tekst"]) if values["tekst"].strip() else None
    slug = values["categorie"] or (voorstel.categorieen[0].slug if voorstel and voorstel.categorieen else "")
    soort = Categorie.objects.to_choose().filter(slug=slug).first()
    answer: dict[str, Any] = {"plek": plek, "voorstel": tell_voorstel(voorstel, values["categorie"]), "soort": soort}
    if soort is None:
        return answer
    feiten = Feiten(
        zaaktype=ZAAKTYPE,
        categorieen=found.wereld.categorieen[soort.slug],
        gebieden=(plek.gebied.code,) if plek.gebied else (),
        kanaal=values["kanaal"],
        weekdag=values["weekdag"],
        uur=values["uur"],
    )
    return {**answer, **decide(feiten, found), **tell_promise(soort, plek, values)}


def tell_voorstel(voorstel: Any, chosen: str) -> dict[str, Any]:
    """Which categories the words suggest and which words said so."""
    if voorstel is None:
        return {}
    words = {one.slug: one.woorden for one in voorstel.voorstellen}
    return {
        "duidelijk": voorstel.duidelijk,
        "eigen_keuze": bool(chosen),
        "kandidaten": [
            {"naam": one.naam, "woorden": nederlands.enumeration([f"‘{word}’" for word in words.get(one.slug, ())])}
            for one in voorstel.categorieen[:3]
        ],
    }


def decide(feiten: Feiten, found: Keuzes) -> dict[str, Any]:
    """The rule that decides, who gets it with today's presence and work, and why the others do not."""
    namen = found.namen
    rules = sorted(load_regels(), key=lambda one: (one.prioriteit, -one.specificity, one.naam))
    chosen = choose_regel(rules, feiten)
    decision = decide_toewijzing(rules, feiten, load_bezetting(chosen) if chosen else None)
    others = []
    for one in rules:
        if chosen is not None and one.naam == chosen.naam:
            continue
        missed = misses(one, feiten)
        why = say_misses(missed, one, feiten, namen) if missed else say_later(one, chosen)
        others.append({"naam": one.naam, "past": not missed, "waarom": why})
    target = namen.medewerkers.get(str(decision.medewerker)) or namen.groepen.get(str(decision.groep))
    return {
        "regel": {"naam": chosen.naam, "zin": sentence_of(as_read(chosen), namen)} if chosen else None,
        "naar": target or _("Niemand"),
        "waarom": decision.waarom,
        "anderen": sorted(others, key=lambda one: not one["past"]),
    }


def say_later(regel: Regel, chosen: Regel | None) -> str:
    """Why a rule that fits did not decide."""
    if chosen is None or chosen.prioriteit != regel.prioriteit:
        return _("past ook, maar heeft een hoger getal als prioriteit")
    if chosen.specificity != regel.specificity:
        return _("past ook, maar heeft minder voorwaarden")
    return _("past ook, maar staat later in het alfabet")


def as_read(regel: Regel) -> Gelezen:
    """A rule as a sentence reads it, its conditions in a fixed order."""
    return Gelezen(
        categorieen=sorted(regel.categorieen),
        gebieden=sorted(regel.gebieden),
        kanalen=sorted(regel.kanalen),
        weekdagen=sorted(regel.weekdagen),
        alleen_spoed=regel.alleen_spoed,
        uur_van=regel.uur_van,
        uur_tot=regel.uur_tot,
        kies_lid=regel.kies_lid,
        medewerker_id=regel.medewerker,
        groep_id=regel.groep,
    )


def tell_promise(soort: Categorie, plek: Plek, values: dict[str, Any]) -> dict[str, Any]:
    """By when it would be done, and the message that the reporter would get."""
    day = next_day(values["weekdag"])
    due = add_werkdagen(day, soort.servicenorm_werkdagen)
    example = Melding(
        categorie=soort,
        meldernummer=EXAMPLE,
        tekst=values["tekst"],
        adres=plek.label,
        lon=plek.point.lon if plek.point else 0,
        lat=plek.point.lat if plek.point else 0,
        gebied=plek.gebied,
        kanaal=values["kanaal"],
        gemeld_op=clock.now(),
        verwacht_op=due,
    )
    try:
        bericht = preview_message(example, handeling=Handeling.ONTVANGEN)
    except DomainError:
        bericht = None
    return {
        "norm": soort.servicenorm_werkdagen,
        "gemeld": nederlands.full_day(day),
        "klaar": nederlands.full_day(due),
        "waarschuwing": soort.waarschuwing,
        "bericht": bericht,
    }


def next_day(weekdag: int) -> date:
    """Today when it is that weekday, else the next one."""
    today = clock.today()
    return today + timedelta(days=(weekdag - today.weekday()) % WEEK)
