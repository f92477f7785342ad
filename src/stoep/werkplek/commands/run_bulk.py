"""Do the waiting zaken of a bulk act, each on its own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from stoep.buitendienst.commands import add_stops
from stoep.foundation import clock
from stoep.foundation.errors import DomainError, NotFound
from stoep.meldingen.commands import plan_melding, recategorise_melding, resolve_melding
from stoep.meldingen.models import Melding
from stoep.meldingen.queries import filled_in
from stoep.toegang.actors import Actor
from stoep.toegang.queries import actor_of
from stoep.werkplek.models import Bulkactie, Bulkregel, Bulksoort, Bulkstand
from stoep.zaken.commands import assign_zaak

AT_ONCE = 50


def run_bulk(actie_id: UUID | str, *, most: int | None = None) -> int:
    """Do at most so many of what waits; answers how many still wait. Safe to repeat after a crash.

    Each zaak is a transaction of its own, done with the rights that the owner has at that moment.
    """
    actie: Bulkactie = Bulkactie.objects.select_related("eigenaar__account").one(actie_id)
    if actie.begint_op is None or actie.begint_op > clock.now() or actie.ongedaan_op is not None:
        return 0
    actor = actor_of(actie.eigenaar.account)
    done = 0
    while (most is None or done < most) and do_next(actie, actor):
        done += 1
    left = actie.regels.filter(stand=Bulkstand.WACHT).count()
    if not left and actie.klaar_op is None:
        Bulkactie.objects.filter(pk=actie.pk, klaar_op__isnull=True).update(klaar_op=clock.now())
    return left


@transaction.atomic
def do_next(actie: Bulkactie, actor: Actor) -> bool:
    """Do one zaak that nobody else has in hand; False when there is none left, or the act was undone meanwhile."""
    if not Bulkactie.objects.select_for_update(of=("self",)).filter(pk=actie.pk, ongedaan_op__isnull=True).exists():
        return False
    regel = actie.regels.select_for_update(of=("self",), skip_locked=True).filter(stand=Bulkstand.WACHT).first()
    if regel is None:
        return False
    try:
        with transaction.atomic():
            do_one(actie, regel, actor)
        regel.stand = Bulkstand.GEDAAN
    except DomainError as error:
        regel.stand, regel.reden, regel.bericht = Bulkstand.MISLUKT, str(error)[:300], False
    regel.save(update_fields=["stand", "reden", "bericht"])
    return True


def do_one(actie: Bulkactie, regel: Bulkregel, actor: Actor) -> None:
    """The act itself, as if done by hand. Raises what the domain refuses."""
    waarden = actie.waarden
    if actie.soort == Bulksoort.TOEWIJZEN:
        assign_zaak(
            regel.zaak_id,
            medewerker_id=uuid_of(waarden.get("medewerker")),
            groep_id=uuid_of(waarden.get("groep")),
            reden=waarden.get("reden", ""),
            actor=actor,
        )
        return
    melding = Melding.objects.visible_to(actor).whole().filter(zaak=regel.zaak_id).first()
    if melding is None:
        raise NotFound
    if actie.soort == Bulksoort.ONDERWERP:
        recategorise_melding(melding.pk, categorie=waarden["categorie"], actor=actor)
    elif actie.soort == Bulksoort.RONDE:
        add_stops(
            [melding.pk], medewerker_id=UUID(waarden["medewerker"]), dag=date.fromisoformat(waarden["dag"]), actor=actor
        )
    else:
        tekst, onderwerp = (filled_in(melding, waarden.get(name, "")) for name in ("tekst", "onderwerp"))
        if actie.soort == Bulksoort.INPLANNEN:
            day = date.fromisoformat(waarden["dag"])
            plan_melding(melding.pk, dag=day, tekst=tekst, onderwerp=onderwerp, actor=actor)
        else:
            resolve_melding(melding.pk, tekst=tekst, onderwerp=onderwerp, uitkomst=waarden["uitkomst"], actor=actor)


def uuid_of(text: str | None) -> UUID | None:
    """An id out of kept values; None when there is none."""
    return UUID(text) if text else None
