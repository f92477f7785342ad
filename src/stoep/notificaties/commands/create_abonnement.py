"""Subscribe."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.foundation import audit, clock
from stoep.foundation.sealed import seal
from stoep.foundation.transactions import whole
from stoep.notificaties.callback import probe
from stoep.notificaties.commands.keuzes import Wens, hear_as_needed, read_wensen, refuse_unusable, store_keuzes
from stoep.notificaties.models import Abonnement, Baan, Kanaal
from stoep.notificaties.models.abonnement import AUTH, CONSUME
from stoep.toegang.actors import Actor, ActorKind


def create_abonnement(*, callback_url: str, auth: str, kanalen: Sequence[Wens], actor: Actor) -> Abonnement:
    """Subscribe an address to channels, after a test message has shown that it listens and wants the header.

    The test goes over the network before the transaction begins: none is ever open while somebody else answers.
    """
    actor.require(CONSUME)
    refuse_unusable(auth)
    wanted = read_wensen(kanalen)
    probe(callback_url, auth)
    return store_abonnement(callback_url, auth, wanted, actor=actor)


@whole
def store_abonnement(
    callback_url: str, auth: str, wanted: Sequence[tuple[Kanaal, Wens]], *, actor: Actor
) -> Abonnement:
    """Store a subscription whose address was tested."""
    abonnement = Abonnement(
        callback_url=callback_url,
        auth_verzegeld=seal(AUTH, auth),
        eigenaar=actor.id if actor.kind is ActorKind.APPLICATION else "",
        aangemaakt_op=clock.now(),
    )
    abonnement.save(force_insert=True)
    Baan(abonnement=abonnement).save(force_insert=True)
    store_keuzes(abonnement, wanted)
    hear_as_needed()
    audit.record(actor, "notificaties.create_abonnement", subject=abonnement.ref)
    return abonnement
