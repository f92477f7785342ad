"""Reading work orders."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from stoep.foundation import storage
from stoep.meldingen.models import Melding
from stoep.opdrachten.models import Opdracht, OpdrachtFoto, OpdrachtGebeurtenis
from stoep.opdrachten.rules.opdrachtstatussen import Stand
from stoep.toegang.actors import Actor


def get_opdracht(opdracht_id: UUID | str, actor: Actor) -> Opdracht:
    """One order, whole. Raises NotFound."""
    opdracht: Opdracht = Opdracht.objects.visible_to(actor).whole().one(opdracht_id)
    return opdracht


def opdrachten_of(melding: Melding, actor: Actor) -> list[Opdracht]:
    """The orders for a report, newest first, with photos and history: three queries, however many there are."""
    if not actor.may("opdrachten.read"):
        return []
    found = Opdracht.objects.filter(melding=melding).select_related("opdrachtnemer")
    rows = list(found.prefetch_related("fotos", "gebeurtenissen").order_by("-verstuurd_op", "-id"))
    for row in rows:
        row.melding = melding
    return rows


ZINNEN = {
    "verstuurd": "Opdracht verstuurd.",
    "bekeken": "Opdracht geopend.",
    "ingepland": "Ingepland.",
    "gereed": "Gereed gemeld.",
    "teruggegeven": "Teruggegeven.",
    "vraag": "Vraag gesteld.",
    "antwoord": "Antwoord gegeven.",
    "termijn": "Andere termijn afgesproken.",
    "goedgekeurd": "Goedgekeurd.",
    "afgekeurd": "Nog niet goed.",
    "ingetrokken": "Opdracht ingetrokken.",
    "opgepakt": "Weer opgepakt.",
    "nieuwe_link": "Nieuwe link verstuurd.",
    "mail_mislukt": "Een e-mail kwam niet aan.",
    "bijna": "Herinnering verstuurd.",
    "te_laat": "Gemaand: te laat.",
    "escalatie": "Lang te laat: de behandelaar weet het.",
}


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the history of an order, as people read it."""

    moment: datetime
    zin: str
    wie: str
    tekst: str
    van_ons: bool


def history_of(opdracht: Opdracht, *, for_nemer: bool = False) -> list[Regel]:
    """What happened, newest first. A contractor sees no names of colleagues, only that it was us."""
    rows: list[OpdrachtGebeurtenis] = list(opdracht.gebeurtenissen.all())
    return [
        Regel(
            row.moment,
            ZINNEN.get(row.soort, row.soort),
            (_("de gemeente") if row.van_ons else _("u")) if for_nemer else row.wie,
            row.tekst,
            row.van_ons,
        )
        for row in reversed(rows)
        if not (for_nemer and row.soort in HIDDEN_FROM_NEMER)
    ]


HIDDEN_FROM_NEMER = frozenset({"bekeken", "opgepakt", "mail_mislukt", "escalatie"})


@dataclass(frozen=True, slots=True)
class Opdrachtstand:
    """How the newest order of a report stands, in a few words for a list of work."""

    nemer: str
    woord: str
    toon: str
    icoon: str


def standen_of(melding_ids: Collection[UUID], actor: Actor) -> dict[UUID, Opdrachtstand]:
    """How it stands with the contractor, by report; only where there is something to know. One query."""
    if not melding_ids or not actor.may("opdrachten.read"):
        return {}
    newest = (
        Opdracht.objects.filter(melding__in=list(melding_ids))
        .select_related("opdrachtnemer")
        .order_by("melding_id", "-verstuurd_op", "-id")
        .distinct("melding_id")
    )
    return {row.melding_id: said for row in newest if (said := say_stand(row)) is not None}


def say_stand(opdracht: Opdracht) -> Opdrachtstand | None:
    """The words of the mark; None when the order asks nothing of anybody any more."""
    naam = opdracht.opdrachtnemer.naam
    if opdracht.mail_mislukt and opdracht.is_open:
        return Opdrachtstand(naam, _("mail aan aannemer mislukt"), "late", "mail")
    if opdracht.stand is Stand.TERUGGEGEVEN:
        return Opdrachtstand(naam, _("aannemer gaf terug"), "late", "rotate-ccw") if opdracht.wacht_op_ons else None
    if opdracht.stand is Stand.GEREED:
        return Opdrachtstand(naam, _("aannemer is klaar: kijk"), "warn", "circle-check")
    if opdracht.vraag:
        return Opdrachtstand(naam, _("vraag van aannemer"), "warn", "message-circle-question-mark")
    if opdracht.is_bij_aannemer:
        return Opdrachtstand(naam, _("bij aannemer, {nog}").format(nog=opdracht.nog), opdracht.nog_toon, "clock")
    return None


def fotos_of(opdracht: Opdracht) -> list[OpdrachtFoto]:
    """The photos of an order, in order; those of the report are gone when their term is over."""
    return [foto for foto in opdracht.fotos.all() if storage.exists(foto.sha256)]
