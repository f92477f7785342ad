"""Lists of work: which zaken, in which order, with the report that belongs to each.

The zaken come first, along an index of zaken, and a page of them then fetches its reports: the number of
queries is the same for one row and for a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext as _

from stoep.catalogi.models import Statustype
from stoep.foundation import clock
from stoep.foundation.remembered import remembered
from stoep.gebieden.queries import list_gebieden
from stoep.meldingen.models import Categorie, Golf, Kanaal, Melding
from stoep.meldingen.queries import list_categorieen
from stoep.meldingen.queries.golven import golven_with_work
from stoep.meldingen.queries.samen import count_delen, count_volgers
from stoep.meldingen.rules.nummers import read_nummer
from stoep.meldingen.rules.tijdlijn import TONEN
from stoep.opdrachten.queries import Opdrachtstand, standen_of
from stoep.organisatie.models import Lidmaatschap, Medewerker
from stoep.toegang.actors import Actor
from stoep.werkplek.queries.woorden import find_zaken
from stoep.werkplek.wensen import Bereik, Plek, Wens
from stoep.zaken.models import Zaak

SOON_DAYS = 7
ZAAKNUMMER = re.compile(r"^ZAAK-\d{4}-\d+$", re.IGNORECASE)
MOST_CHANGED = 99
MOST_GOLVEN = 5
MOST_COUNTED = 1000
TERM = F("einddatum_gepland").asc(nulls_last=True)
ORDERS: dict[str, tuple[str | OrderBy, ...]] = {
    "termijn": ("voorrang", TERM, "id"),
    "-termijn": (F("einddatum_gepland").desc(), "-id"),
    "nieuw": ("-startdatum", "-id"),
    "oud": ("startdatum", "id"),
    "status": ("statustype__volgnummer", TERM, "id"),
    "-status": ("-statustype__volgnummer", TERM, "id"),
    "kanaal": ("communicatiekanaal", TERM, "id"),
    "-kanaal": ("-communicatiekanaal", TERM, "id"),
}


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice of a filter."""

    waarde: str
    label: str
    kop: bool = False


@dataclass(frozen=True, slots=True)
class Keuzes:
    """Everything that the filters offer. Three queries."""

    categorie: list[Keuze]
    gebied: list[Keuze]
    status: list[Keuze]
    kanaal: list[Keuze]
    termijn: list[Keuze]


@dataclass(frozen=True, slots=True)
class Werkregel:
    """A row of a list of work."""

    zaak: Zaak
    melding: Melding | None
    opdracht: Opdrachtstand | None = None
    delen: int = 0
    volgers: int = 0

    @property
    def titel(self) -> str:
        """What it is about."""
        return self.melding.categorie.naam if self.melding else self.zaak.omschrijving or str(self.zaak)

    @property
    def plek(self) -> str:
        """Where it is, as people say it."""
        if self.melding is None:
            return ""
        return self.melding.adres or _("op de kaart aangewezen")

    @property
    def kort_adres(self) -> str:
        """Street and number, without postcode and town."""
        return self.plek.partition(",")[0]

    @property
    def gebied(self) -> str:
        """The quarter or village."""
        return self.melding.gebied.naam if self.melding and self.melding.gebied else ""

    @property
    def kanaal(self) -> str:
        """By which way it came in."""
        known: dict[str, str] = {str(value): str(label) for value, label in Kanaal.choices}
        return known.get(self.zaak.communicatiekanaal, self.zaak.communicatiekanaal)

    @property
    def status(self) -> str:
        """The phase it is in."""
        return str(self.zaak.statustype or _("Nieuw"))

    @property
    def toon(self) -> str:
        """The tone of the phase; the word stands beside it."""
        return TONEN.get(self.status, "neutral")

    @property
    def kaarttoon(self) -> str:
        """The tone of its mark on the map: how its term stands."""
        deadline = self.zaak.einddatum_gepland
        if self.zaak.is_closed or deadline is None:
            return "info"
        days = (deadline - clock.today()).days
        return "late" if days <= 0 else "warn" if days <= 2 else "ok"  # noqa: PLR2004 - as the term component


def find_bereik(plek: Plek, medewerker: Medewerker | None) -> Bereik:
    """Whose work a list shows. One query for a team."""
    if plek is Plek.ALLE:
        return Bereik(plek, alles=True)
    if medewerker is None:
        return Bereik(plek)
    if plek is Plek.MIJN:
        return Bereik(plek, medewerkers=frozenset({medewerker.pk}))
    own = Lidmaatschap.objects.filter(medewerker=medewerker).values("groep_id")
    members = list(Lidmaatschap.objects.filter(groep_id__in=own).values_list("groep_id", "medewerker_id"))
    return Bereik(
        plek,
        medewerkers=frozenset({medewerker.pk, *(person for _group, person in members)}),
        groepen=frozenset(group for group, _person in members),
    )


def select_zaken(actor: Actor, wens: Wens, bereik: Bereik) -> QuerySet[Zaak]:
    """The zaken that this actor may see and asks for, in order. The caller pages them."""
    zaken: QuerySet[Zaak] = Zaak.objects.visible_to(actor)
    zaken = by_stand(zaken, wens)
    if not bereik.alles:
        zaken = zaken.filter(whose(bereik))
    if wens.wie:
        zaken = zaken.filter(behandelaar__isnull=True)
    if wens.status:
        zaken = zaken.filter(statustype__omschrijving__in=wens.status)
    if wens.kanaal:
        zaken = zaken.filter(communicatiekanaal__in=wens.kanaal)
    if wens.termijn:
        zaken = zaken.filter(within_terms(wens.termijn))
    if wens.has_melding_filters:
        zaken = zaken.filter(pk__in=Melding.objects.filter(about(wens)).values("zaak"))
    if wens.q:
        zaken = zaken.filter(named(wens.q, actor))
    is_by_term = (
        wens.sorteer == "termijn" and wens.stand != "open"
    )  # terms are indexed for open zaken; closed ones have none
    return zaken.order_by(*ORDERS["nieuw" if is_by_term else wens.sorteer])


def by_stand(zaken: QuerySet[Zaak], wens: Wens) -> QuerySet[Zaak]:
    """Open, handled or all. Of open work a wave is one row above the list, unless one searches by words."""
    if wens.stand == "dicht":
        return zaken.filter(einddatum__isnull=False)
    if wens.stand != "open":
        return zaken
    zaken = zaken.filter(einddatum__isnull=True)
    return zaken if wens.q else zaken.exclude(pk__in=Melding.objects.filter(golf__isnull=False).values("zaak"))


def whose(bereik: Bereik) -> Q:
    """The zaken of these people or groups; of nobody when there are none."""
    return Q(behandelaar_id__in=bereik.medewerkers) | Q(groep_id__in=bereik.groepen)


def within_terms(termijnen: Iterable[str]) -> Q:
    """One of several spans until the planned end."""
    today = clock.today()
    spans = {
        "te-laat": Q(einddatum_gepland__lt=today),
        "vandaag": Q(einddatum_gepland=today),
        "week": Q(einddatum_gepland__gt=today, einddatum_gepland__lte=today + timedelta(days=SOON_DAYS)),
        "later": Q(einddatum_gepland__gt=today + timedelta(days=SOON_DAYS)) | Q(einddatum_gepland__isnull=True),
    }
    wanted = Q()
    for one in termijnen:
        wanted |= spans[one]
    return wanted


def about(wens: Wens) -> Q:
    """What a report is about, and in which area."""
    wanted = Q()
    if wens.categorie:
        named_so = Q(slug__in=wens.categorie) | Q(hoofdcategorie__slug__in=wens.categorie)
        wanted &= Q(categorie__in=Categorie.objects.filter(named_so))
    if wens.gebied:
        wanted &= Q(gebied__code__in=wens.gebied)
    return wanted


def named(text: str, actor: Actor) -> Q:
    """A number of zaak or report, else words in title, text, address or name."""
    nummer = read_nummer(text)
    if nummer:
        return Q(pk__in=Melding.objects.visible_to(actor).filter(meldernummer=nummer).values("zaak"))
    if ZAAKNUMMER.match(text):
        return Q(identificatie=text.upper())
    return Q(pk__in=find_zaken(text, actor))


def with_meldingen(zaken: Iterable[Zaak], actor: Actor) -> list[Werkregel]:
    """Rows of these zaken with the reports that this actor may see, orders, parts and followers. Four queries."""
    rows = list(zaken)
    meldingen = {
        melding.zaak_id: melding
        for melding in Melding.objects.visible_to(actor)
        .filter(zaak__in=[zaak.pk for zaak in rows])
        .select_related("categorie", "gebied")
    }
    for zaak in rows:
        if zaak.pk in meldingen:
            meldingen[zaak.pk].zaak = zaak  # so that its state is known without asking again
    standen = standen_of([melding.pk for melding in meldingen.values()], actor)
    delen, volgers = count_delen(rows), count_volgers(meldingen.values())
    found = ((zaak, meldingen.get(zaak.pk)) for zaak in rows)
    return [
        Werkregel(
            zaak,
            melding,
            standen.get(melding.pk) if melding else None,
            delen.get(zaak.pk, 0),
            volgers.get(melding.pk, 0) if melding else 0,
        )
        for zaak, melding in found
    ]


def golven_of(actor: Actor, wens: Wens, bereik: Bereik) -> list[Golf]:
    """The waves with work for these people: one row each, above an ordinary list of open work. One query."""
    if wens.stand != "open" or wens.has_filters:
        return []
    zaken = Zaak.objects.visible_to(actor).filter(einddatum__isnull=True)
    return list(golven_with_work(zaken if bereik.alles else zaken.filter(whose(bereik)))[:MOST_GOLVEN])


def whole(zaken: QuerySet[Zaak]) -> QuerySet[Zaak]:
    """With all that a row shows of the zaak itself."""
    return zaken.select_related("statustype", "behandelaar", "groep")


def count_zaken(actor: Actor, wens: Wens, bereik: Bereik) -> int:
    """How many zaken a list holds; counting stops at a thousand, where nobody reads on."""
    return select_zaken(actor, wens, bereik).order_by()[:MOST_COUNTED].count()


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What changed in a list since it was drawn, counted to a hundred each."""

    nieuw: int
    gewijzigd: int


def count_changed(zaken: QuerySet[Zaak], since: datetime) -> Nieuws:
    """How many zaken of this list are new, and how many others changed. One query.

    The key of a zaak begins with the moment at which it was made, so new is: a key from after that moment.
    """
    first = first_key_of(since)
    keys = zaken.filter(laatst_gewijzigd__gt=since).order_by().values_list("pk", flat=True)[: 2 * MOST_CHANGED]
    found = list(keys)
    fresh = sum(key >= first for key in found)
    return Nieuws(min(fresh, MOST_CHANGED), min(len(found) - fresh, MOST_CHANGED))


def first_key_of(moment: datetime) -> UUID:
    """The lowest key that a row made at this moment can have: 48 bits of milliseconds, then zeros."""
    return UUID(int=(int(moment.timestamp() * 1000) & ((1 << 48) - 1)) << 80)


def changed_rows(zaken: QuerySet[Zaak], shown: Iterable[UUID], since: datetime, actor: Actor) -> list[Werkregel]:
    """The rows that somebody looks at and that changed since, to show in their place. Two queries."""
    rows = whole(zaken).filter(pk__in=list(shown), laatst_gewijzigd__gt=since)[:MOST_CHANGED]
    return with_meldingen(rows, actor)


def read_keuzes() -> Keuzes:
    """Read what the filters offer."""
    categorieen: list[Keuze] = []
    for groep in list_categorieen():
        categorieen.append(Keuze(groep.hoofd.slug, groep.hoofd.naam, kop=True))
        categorieen += [Keuze(sub.slug, sub.naam) for sub in groep.subcategorieen]
    return Keuzes(
        categorie=categorieen,
        gebied=[Keuze(code, naam) for code, naam in known_gebieden()],
        status=[Keuze(name, name) for name in known_statussen()],
        kanaal=[Keuze(str(value), str(label)) for value, label in Kanaal.choices],
        termijn=[
            Keuze("te-laat", _("Te laat")),
            Keuze("vandaag", _("Vandaag")),
            Keuze("week", _("Deze week")),
            Keuze("later", _("Later")),
        ],
    )


@remembered("gebieden_gebied")
def known_gebieden() -> tuple[tuple[str, str], ...]:
    """Code and name of the areas within the municipality."""
    return tuple((one.code, one.naam) for one in list_gebieden() if one.soort != "gemeente")


@remembered("catalogi_statustype", "catalogi_zaaktype")
def known_statussen() -> tuple[str, ...]:
    """The names of the phases of published types, in order."""
    names = Statustype.objects.filter(zaaktype__concept=False).order_by("volgnummer")
    return tuple(dict.fromkeys(names.values_list("omschrijving", flat=True)))


def find_ids(texts: Iterable[str], most: int) -> list[UUID]:
    """The ids in these texts, each once; what is none is left out."""
    found: dict[UUID, None] = {}
    for text in texts:
        try:
            found[UUID(text)] = None
        except ValueError:
            continue
    return list(found)[:most]
