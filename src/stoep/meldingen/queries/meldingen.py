"""Reading reports."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from stoep.foundation import clock
from stoep.foundation.errors import NotFound
from stoep.meldingen.errors import MeldingNotFound
from stoep.meldingen.models import Melding, MeldingQuerySet
from stoep.meldingen.rules.nummers import read_nummer
from stoep.toegang.actors import Actor

SORTS = {
    "termijn": ("verwacht_op", "pk"),
    "nieuwste": ("-gemeld_op", "-pk"),
    "oudste": ("gemeld_op", "pk"),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What a worklist shows; every empty field shows all."""

    tekst: str = ""
    categorie: str = ""
    hoofdcategorie: str = ""
    gebied: str = ""
    kanaal: str = ""
    stand: str = "open"
    behandelaar: UUID | None = None
    groep: UUID | None = None
    zonder_behandelaar: bool = False
    te_laat: bool = False
    van: date | None = None
    tot: date | None = None
    sorteer: str = "termijn"


def worklist(actor: Actor, filters: Filters | None = None) -> MeldingQuerySet:
    """The reports that this actor may see, filtered and in order, whole; the caller pages them."""
    filters = filters or Filters()
    found = Melding.objects.visible_to(actor).whole()
    if filters.stand == "open":
        found = found.open()
    elif filters.stand == "dicht":
        found = found.filter(zaak__einddatum__isnull=False)
    for lookup, value in (
        ("categorie__slug", filters.categorie),
        ("categorie__hoofdcategorie__slug", filters.hoofdcategorie),
        ("gebied__code", filters.gebied),
        ("kanaal", filters.kanaal),
        ("zaak__behandelaar", filters.behandelaar),
        ("zaak__groep", filters.groep),
    ):
        if value:
            found = found.filter(**{lookup: value})
    if filters.zonder_behandelaar:
        found = found.filter(zaak__behandelaar__isnull=True)
    if filters.te_laat:
        found = found.filter(verwacht_op__lt=clock.today(), zaak__einddatum__isnull=True)
    if filters.van:
        found = found.filter(gemeld_op__gte=start_of(filters.van))
    if filters.tot:
        found = found.filter(gemeld_op__lt=start_of(filters.tot + timedelta(days=1)))
    if filters.tekst.strip():
        found = found.filter(words_match(filters.tekst.strip()))
    return found.order_by(*SORTS.get(filters.sorteer, SORTS["termijn"]))


def words_match(text: str) -> Q:
    """A number of report or zaak, or words in text and address."""
    nummer = read_nummer(text)
    if nummer:
        return Q(meldernummer=nummer)
    return Q(tekst__icontains=text) | Q(adres__icontains=text) | Q(zaak__identificatie__iexact=text)


def start_of(day: date) -> datetime:
    """Midnight in the Netherlands."""
    return datetime(day.year, day.month, day.day, tzinfo=clock.AMSTERDAM)


def count_open(actor: Actor) -> int:
    """How many reports still ask for work."""
    return Melding.objects.visible_to(actor).open().count()


def get_melding(melding_id: UUID | str, actor: Actor) -> Melding:
    """One report, whole. Raises NotFound: unknown and not to be seen are the same."""
    return Melding.objects.visible_to(actor).whole().one(melding_id)


def melding_of_zaak(zaak_id: UUID, actor: Actor) -> Melding | None:
    """The report of a zaak, for the page of the zaak; None when it is another sort of zaak."""
    return Melding.objects.visible_to(actor).whole().filter(zaak=zaak_id).first()


def find_for_melder(nummer: str, email: str) -> Melding:
    """The report with this number, for who left this e-mail address.

    Raises MeldingNotFound. Unknown and not yours take the same query and the same comparison, so that
    neither the answer nor its time tells whether a number exists.
    """
    wanted = read_nummer(nummer) or "M-000000"
    found = Melding.objects.whole().filter(meldernummer=wanted).first()
    left = found.email if found is not None else ""
    is_same = hmac.compare_digest(fold_email(left), fold_email(email))
    if found is None or not left or not is_same:
        raise MeldingNotFound
    return found


def fold_email(email: str) -> bytes:
    """An address as it is compared, at one length whatever was typed."""
    return hmac.digest(b"stoep.meldingen.email", email.strip().lower().encode("utf-8", "replace"), "sha256")


def get_for_link(melding_id: str) -> Melding:
    """The report of a signed link, whole. Raises NotFound."""
    try:
        return Melding.objects.whole().get(pk=UUID(melding_id))
    except (ValueError, Melding.DoesNotExist) as error:
        raise NotFound from error
