"""Make a report part of another one that says the same, and tell everybody who waits for them once."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, outbox
from stoep.meldingen.commands.set_phase import OF_ONE_REPORTER, put_into
from stoep.meldingen.commands.take_melding import take_melding, version_now
from stoep.meldingen.commands.tell_anderen import tell_anderen
from stoep.meldingen.commands.tell_melder import tell_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import CannotMerge, MeldingChangedMeanwhile
from stoep.meldingen.events import MeldingMerged
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries.samen import deelmeldingen
from stoep.meldingen.queries.voor_melder import message_values
from stoep.meldingen.rules.samenvoegen import Besluit, Plaats, decide_samenvoegen
from stoep.meldingen.rules.statussen import Stand
from stoep.meldingen.rules.volgteksten import readdress
from stoep.toegang.actors import Actor
from stoep.zaken.commands import record_gebeurtenis, set_hoofdzaak
from stoep.zaken.models import Zaak


@transaction.atomic
def merge_melding(
    melding_id: UUID,
    *,
    hoofd_id: UUID,
    reden: str = "",
    tekst: str = "",
    onderwerp: str = "",
    versie: int | None = None,
    hoofd_versie: int | None = None,
    actor: Actor,
) -> Melding:
    """Make the report part of `hoofd_id`; answers the hoofdmelding that it came to belong to.

    `versie` or `hoofd_versie` is what the person saw of the one whose page it was: when a colleague was first,
    MeldingChangedMeanwhile. With a text all reporters and followers of the whole get one message. A report that has parts takes them along.
    """
    check_tekst(tekst)
    deel, hoofd = take_both(melding_id, hoofd_id, versie=versie, hoofd_versie=hoofd_versie, actor=actor)
    besluit = decide(deel, hoofd)
    if besluit.bezwaar:
        raise CannotMerge(waarom=besluit.bezwaar.format(hoofd=hoofd.meldernummer))
    head = Melding.objects.whole().get(zaak=besluit.hoofd)
    parts = {part.zaak_id: part for part in Melding.objects.whole().filter(zaak__in=besluit.delen)}
    for zaak_id in besluit.delen:
        join(parts[zaak_id], head, reden=reden, actor=actor)
    audit.record(actor, "meldingen.merge", subject=deel.ref, hoofd=str(head.pk))
    if tekst.strip():
        act, mine, theirs = Handeling.SAMENGEVOEGD, message_values(deel), message_values(head)
        tekst, onderwerp = readdress(tekst, mine, theirs), readdress(onderwerp, mine, theirs)
        tell_melder(head, handeling=act, tekst=tekst, onderwerp=onderwerp, actor=actor)
        tell_anderen(head, handeling=act, tekst=tekst, onderwerp=onderwerp, actor=actor)
    return head


def take_both(
    deel_id: UUID, hoofd_id: UUID, *, versie: int | None, hoofd_versie: int | None, actor: Actor
) -> tuple[Melding, Melding]:
    """Lock both, always in the same order: two colleagues who merge crosswise wait for each other, and one is refused."""
    list(Melding.objects.select_for_update(of=("self",)).filter(pk__in=[deel_id, hoofd_id]).order_by("pk"))
    deel = take_melding(deel_id, right="zaken.set_status", versie=versie, actor=actor)
    hoofd: Melding = Melding.objects.visible_to(actor).whole().locked(hoofd_id)
    if hoofd_versie is not None and hoofd_versie != version_now(hoofd):
        raise MeldingChangedMeanwhile
    return deel, hoofd


def decide(deel: Melding, hoofd: Melding) -> Besluit[UUID]:
    """Ask the rule, with how the zaken stand now that they are locked."""
    wanted = [deel.zaak_id, hoofd.zaak_id]
    zaken = {zaak.pk: zaak for zaak in Zaak.objects.select_for_update().filter(pk__in=wanted).order_by("pk")}
    parts = tuple(
        Zaak.objects.filter(hoofdzaak=deel.zaak_id, einddatum__isnull=True).order_by("pk").values_list("pk", flat=True)
    )
    stands = [Plaats(zaak.pk, zaak.hoofdzaak_id, is_dicht=zaak.is_closed) for zaak in (zaken[key] for key in wanted)]
    return decide_samenvoegen(Plaats(stands[0].id, stands[0].hoofd, parts, stands[0].is_dicht), stands[1])


def join(deel: Melding, head: Melding, *, reden: str, actor: Actor) -> None:
    """Make one report part of another: both histories say so, and the part takes over where the other is."""
    refuse_closed_parts(deel)
    set_hoofdzaak(deel.zaak_id, hoofdzaak_id=head.zaak_id, actor=actor)
    for here, other, rol in ((deel, head, "deel"), (head, deel, "hoofd")):
        record_gebeurtenis(
            here.zaak_id,
            soort="samengevoegd",
            tekst=reden,
            waarden={"rol": rol, "ander": other.meldernummer, "zaak": str(other.zaak_id)},
            actor=actor,
        )
    stand = head.stand
    if stand is not Stand.GEMELD and not deel.vraag:
        put_into(deel, Stand.IN_BEHANDELING if stand in OF_ONE_REPORTER else stand, actor=actor)
    if head.gepland_op:
        Melding.objects.filter(pk=deel.pk).update(gepland_op=head.gepland_op)
    outbox.publish(MeldingMerged(melding_id=deel.pk, zaak_id=deel.zaak_id, hoofd_id=head.pk))


def refuse_closed_parts(deel: Melding) -> None:
    """Refuse while closed parts hang on it: these keep the hoofdmelding with which they ended."""
    if deelmeldingen(deel).exists():
        raise CannotMerge(
            waarom=f"Melding {deel.meldernummer} heeft afgehandelde deelmeldingen en blijft daarom zelf hoofdmelding."
        )
