"""What happens to a report, done at its own moment by whoever would do it.

A `Levensloop` is a plan: the report and the steps that follow. Each step is a command inside `clock.at`, in a
transaction of its own, and gives the zaak one more status. So the number of statuses tells how far a life is, and
after a crash it goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count

from stoep.berichten.commands import deliver_bericht
from stoep.berichten.models import Bericht, Verzendstatus
from stoep.demo.antwoorden import answer_as_people_do
from stoep.demo.plekken import Plek, onderwerpen
from stoep.demo.tekeningen import VARIANTS, drawing
from stoep.foundation import clock
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_heropenverzoek,
    accept_melding,
    answer_melding,
    ask_melder,
    give_tevredenheid,
    make_melding,
    plan_melding,
    register_melding,
    reopen_melding,
    request_heropenen,
    resolve_melding,
)
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.models import Handeling, Kanaal, Melding
from stoep.meldingen.queries import is_answerable
from stoep.organisatie.models import Lidmaatschap
from stoep.toegang.actors import ANONYMOUS, Actor
from stoep.toegang.models import Account
from stoep.toegang.queries import actor_of

RECEIVED = ("fatima", "esther")  # who takes reports at phone and desk
REOPENS = "ilse"
FALLS_BACK = "noor"
ANSWERS = 0.45
CONTENT = {"opgelost": 0.86, "niet_gevonden": 0.35, "niet_voor_gemeente": 0.3, "dubbel": 0.7}
STILL_WRONG = (
    "Er is wel iets gedaan, maar het is nog niet goed.",
    "Ik zie nog steeds hetzelfde als eerst.",
    "Na twee dagen was het weer zoals het was.",
)
LOOKS_AGAIN = "Dank u wel dat u het ons liet weten. Wij komen terug en verwachten klaar te zijn op {{ dag }}."
NOBODY_MAILS = "django.core.mail.backends.dummy.EmailBackend"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: when, what, and the words or the day that go with it."""

    moment: datetime
    soort: str
    tekst: str = ""
    uitkomst: str = Handeling.OPGELOST.value
    dagen: int = 0


@dataclass(frozen=True, slots=True)
class Levensloop:
    """A report with what happens to it."""

    sleutel: str
    categorie: str
    tekst: str
    plek: Plek
    moment: datetime
    kanaal: str = Kanaal.SITE.value
    naam: str = ""
    email: str = ""
    telefoon: str = ""
    tekening: str = ""
    variant: int = 0
    stappen: tuple[Stap, ...] = field(default=())


def done_steps(begin: str) -> dict[str, int]:
    """How many steps were done of the reports whose key begins so, by key."""
    rows = Melding.objects.filter(sleutel__startswith=begin).annotate(number=Count("zaak__statussen"))
    return {sleutel: number - 1 for sleutel, number in rows.values_list("sleutel", "number") if sleutel}


@cache
def colleague(username: str) -> Actor:
    """The colleague with this user name, with the rights of now."""
    return actor_of(Account.objects.get(username=username))


@cache
def colleague_of(account_id: UUID) -> Actor:
    """The colleague with this account."""
    return actor_of(Account.objects.get(pk=account_id))


def forget_people() -> None:
    """Read people anew: at the begin of building, because another database may hold others."""
    colleague.cache_clear()
    colleague_of.cache_clear()


def begin_life(loop: Levensloop, *, mail: bool = False) -> Melding:
    """Make the report at its moment. With `mail` the worker really sends what goes out."""
    with clock.at(loop.moment), transaction.atomic():
        entered = loop.kanaal != Kanaal.SITE
        make = register_melding if entered else make_melding
        melding = make(
            categorie=loop.categorie,
            tekst=loop.tekst,
            point=loop.plek.point,
            adres=loop.plek.adres,
            kanaal=loop.kanaal,
            naam=loop.naam,
            email=loop.email,
            telefoon=loop.telefoon,
            fotos=[drawing(loop.tekening, loop.variant % VARIANTS)] if loop.tekening else [],
            antwoorden=answer_as_people_do(loop.categorie, loop.variant),
            sleutel=loop.sleutel,
            actor=colleague(RECEIVED[loop.variant % len(RECEIVED)]) if entered else ANONYMOUS,
        )
        if not mail:
            write_down_as_sent(melding)
    return melding


def take_step(loop: Levensloop, stap: Stap, *, mail: bool = False) -> None:
    """Do one step at its moment, as the colleague who has the report."""
    with clock.at(stap.moment), transaction.atomic():
        melding = Melding.objects.select_related("zaak__behandelaar", "categorie").get(sleutel=loop.sleutel)
        STEPS[stap.soort](melding, stap, loop)
        if not mail:
            write_down_as_sent(melding)


def handler_of(melding: Melding) -> Actor:
    """Who has the report; in a group that shares its work one of its members, else the colleague of all the rest."""
    zaak = melding.zaak
    if zaak.behandelaar is not None:
        return colleague_of(zaak.behandelaar.account_id)
    groep_id = zaak.groep_id
    if groep_id is None:
        return colleague(FALLS_BACK)
    members = Lidmaatschap.objects.filter(groep_id=groep_id).order_by("medewerker__naam")
    account_id = members.values_list("medewerker__account_id", flat=True).first()
    return colleague_of(account_id) if account_id else colleague(FALLS_BACK)


def accept(melding: Melding, _stap: Stap, _loop: Levensloop) -> None:
    """Take it up, and tell the reporter who asked for it."""
    accept_melding(melding.pk, bericht=melding.wil_bericht, actor=handler_of(melding))


def ask(melding: Melding, stap: Stap, _loop: Levensloop) -> None:
    """Ask the reporter."""
    ask_melder(melding.pk, tekst=stap.tekst, actor=handler_of(melding))


def answer(melding: Melding, stap: Stap, _loop: Levensloop) -> None:
    """The reporter answers, unless the time for it ran out meanwhile: then the work went on without."""
    if not is_answerable(melding):
        return
    answer_melding(melding.pk, tekst=stap.tekst, actor=ANONYMOUS)


def plan(melding: Melding, stap: Stap, _loop: Levensloop) -> None:
    """Give the work a day."""
    day = clock.today() + timedelta(days=stap.dagen)
    plan_melding(melding.pk, dag=day, tekst=stap.tekst, actor=handler_of(melding))


def resolve(melding: Melding, stap: Stap, loop: Levensloop) -> None:
    """Say what was done, with a drawing of the place after the repair."""
    foto: Foto | None = None
    if loop.tekening and loop.variant % 2 and stap.uitkomst == Handeling.OPGELOST:
        foto = drawing(loop.tekening, loop.variant % VARIANTS, mended=True)
    resolve_melding(
        melding.pk,
        tekst=stap.tekst or onderwerpen()[loop.categorie].oplossingen[0],
        foto=foto,
        uitkomst=stap.uitkomst,
        actor=handler_of(melding),
    )
    give_opinion(melding, stap, loop)


def reopen(melding: Melding, stap: Stap, loop: Levensloop) -> None:
    """It was not solved after all: the reporter asks to look again with the link in the mail, or calls."""
    asked = stap.moment - timedelta(hours=4)
    if melding.wil_bericht and melding.zaak.einddatum and asked.date() >= melding.zaak.einddatum:
        with clock.at(asked):
            request_heropenen(melding.pk, tekst=STILL_WRONG[loop.variant % len(STILL_WRONG)], actor=ANONYMOUS)
        accept_heropenverzoek(melding.pk, tekst=LOOKS_AGAIN, actor=handler_of(melding))
    else:
        reopen_melding(melding.pk, reden=stap.tekst, actor=colleague(REOPENS))


def give_opinion(melding: Melding, stap: Stap, loop: Levensloop) -> None:
    """Some reporters say whether they are content, hours later: most are, and not who will ask to look again."""
    chance = Random(f"{loop.sleutel}-{stap.moment.isoformat()}")  # noqa: S311 - the same past every time
    later = stap.moment + timedelta(hours=chance.uniform(1, 40))
    if not melding.wil_bericht or chance.random() > ANSWERS or later >= datetime.now(UTC):
        return
    asks_again = any(other.soort == "heropen" and other.moment > stap.moment for other in loop.stappen)
    is_content = not asks_again and chance.random() < CONTENT.get(stap.uitkomst, 0.4)
    reasons = queries.list_redenen(tevreden=is_content)
    with clock.at(later):
        give_tevredenheid(
            melding.pk,
            ronde=Melding.objects.values_list("heropend", flat=True).get(pk=melding.pk) + 1,
            tevreden=is_content,
            redenen=[chance.choice(reasons).code] if reasons else [],
            tekst="" if is_content or chance.random() < 0.5 else chance.choice(STILL_WRONG),  # noqa: PLR2004
            actor=ANONYMOUS,
        )


STEPS = {"neem": accept, "vraag": ask, "antwoord": answer, "plan": plan, "los-op": resolve, "heropen": reopen}


def write_down_as_sent(melding: Melding) -> None:
    """Let the messages of this moment be sent messages, without a mail to anybody."""
    if not melding.wil_bericht:
        return
    waiting = Bericht.objects.filter(betreft=str(melding.zaak.ref), status=Verzendstatus.TE_VERZENDEN)
    for bericht_id in list(waiting.values_list("pk", flat=True)):
        with nobody_mails():
            deliver_bericht(bericht_id)


@contextmanager
def nobody_mails() -> Iterator[None]:
    """Hand mail to nobody inside the block: what lies in the past was sent in the past."""
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = NOBODY_MAILS
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = before
