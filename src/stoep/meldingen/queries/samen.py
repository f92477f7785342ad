"""What belongs with a report: its hoofdmelding and deelmeldingen, its followers, and who looks at it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count

from stoep.foundation import clock
from stoep.meldingen.models import Bekijker, Deelsluiting, Melding, MeldingQuerySet, Volger
from stoep.meldingen.rules.intussen import SENTENCES, Intussen, tell_intussen
from stoep.meldingen.rules.ontvangers import once_each
from stoep.toegang.actors import Actor
from stoep.zaken.models import Gebeurtenis, Notitie, Zaak

LOOKING = timedelta(seconds=75)  # the page says it every half minute
MOST_CHANGES = 20
UNSEEN = ("bericht_verstuurd",)  # the mail follows from the act, which has a line of its own


def what_changed(melding: Melding, *, since: datetime) -> list[Intussen]:
    """What colleagues did with a report since this moment, and the notes they wrote, oldest first."""
    soorten = [soort for soort in SENTENCES if soort not in UNSEEN]
    events = Gebeurtenis.objects.filter(zaak=melding.zaak_id, moment__gt=since, soort__in=soorten)
    notes = Notitie.objects.filter(zaak=melding.zaak_id, aanmaakdatum__gt=since)
    changes = [
        Intussen(event.moment, event.wie_naam, tell_intussen(event.soort, event.waarden), event.tekst)
        for event in events[:MOST_CHANGES]
    ]
    changes += [
        Intussen(note.aanmaakdatum, note.aangemaakt_door, "schreef een notitie", note.tekst)
        for note in notes[:MOST_CHANGES]
    ]
    return sorted(changes, key=lambda change: change.op)


def deelmeldingen(melding: Melding) -> MeldingQuerySet:
    """The reports that are part of this one, oldest first."""
    parts: MeldingQuerySet = Melding.objects.filter(zaak__hoofdzaak=melding.zaak_id).order_by("gemeld_op", "pk")
    return parts


def hoofdmelding(melding: Melding) -> Melding | None:
    """The report of which this one is a part; None when it stands by itself."""
    if melding.zaak.hoofdzaak_id is None:
        return None
    head: Melding | None = Melding.objects.whole().filter(zaak=melding.zaak.hoofdzaak_id).first()
    return head


def followers_count(melding: Melding) -> int:
    """How many people follow this report and its parts: those who confirmed, each once."""
    followers = Volger.objects.confirmed().filter(melding__in=family_of(melding))
    return followers.values("email").distinct().count()


def family_of(melding: Melding) -> MeldingQuerySet:
    """The report with its hoofdmelding and all deelmeldingen, whichever of them is asked."""
    head_id = melding.zaak.hoofdzaak_id or melding.zaak_id
    together: MeldingQuerySet = Melding.objects.filter(zaak=head_id) | Melding.objects.filter(zaak__hoofdzaak=head_id)
    return together


def bekijkers(melding: Melding, *, actor: Actor) -> list[str]:
    """The names of colleagues who have this report open now; not one's own."""
    looking = Bekijker.objects.filter(melding=melding, gezien_op__gte=clock.now() - LOOKING)
    return list(
        looking.exclude(medewerker__account=actor.account_id)
        .order_by("medewerker__naam")
        .values_list("medewerker__naam", flat=True)
    )


def count_ending(melding: Melding) -> int | None:
    """How many parts are still to be closed while the worker ends this report; None when it does not."""
    if not Deelsluiting.objects.filter(melding=melding).exists():
        return None
    return deelmeldingen(melding).open().count()


def hearers(melding: Melding) -> list[tuple[str, Melding | Volger]]:
    """Everybody but the reporter who hears of this report, in two queries: an address may come twice."""
    parts = deelmeldingen(melding).exclude(email="").select_related("categorie", "gebied", "zaak")
    followers = (
        Volger.objects.confirmed()
        .filter(melding__in=family_of(melding))
        .select_related("melding__categorie", "melding__gebied")
        .order_by("gevraagd_op", "pk")
    )
    found: list[tuple[str, Melding | Volger]] = [(part.email, part) for part in parts]
    return found + [(follower.email, follower) for follower in followers]


@dataclass(frozen=True, slots=True)
class Hoorders:
    """How many others hear what is done with a report."""

    melders: int
    volgers: int
    deelmeldingen: int

    @property
    def totaal(self) -> int:
        """All of them."""
        return self.melders + self.volgers


def count_hearers(melding: Melding) -> Hoorders:
    """How many others will get the message of an act, each counted once, and how many open parts end with it."""
    once = once_each(hearers(melding), told=[melding.email])
    followers = sum(isinstance(who, Volger) for _email, who in once)
    return Hoorders(len(once) - followers, followers, deelmeldingen(melding).open().count())


def count_delen(zaken: Iterable[Zaak]) -> dict[UUID, int]:
    """How many deelmeldingen each of these zaken has; none for those without. One query."""
    rows = Zaak.objects.filter(hoofdzaak__in=[zaak.pk for zaak in zaken]).values_list("hoofdzaak")
    return {head: number for head, number in rows.annotate(number=Count("pk")).order_by() if head is not None}


def count_volgers(meldingen: Iterable[Melding]) -> dict[UUID, int]:
    """How many people follow each of these reports. One query."""
    rows = Volger.objects.confirmed().filter(melding__in=[melding.pk for melding in meldingen]).values_list("melding")
    return dict(rows.annotate(number=Count("pk")).order_by())
