"""Change a subscription."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from stoep.foundation import audit
from stoep.foundation.errors import NotFound
from stoep.foundation.sealed import seal
from stoep.foundation.transactions import whole
from stoep.notificaties.callback import probe
from stoep.notificaties.commands.keuzes import Wens, read_wensen, refuse_unusable, store_keuzes
from stoep.notificaties.models import Abonnement, Baan, Kanaal
from stoep.notificaties.models.abonnement import AUTH, CONSUME
from stoep.toegang.actors import Actor


def change_abonnement(
    abonnement_id: UUID,
    *,
    actor: Actor,
    callback_url: str | None = None,
    auth: str | None = None,
    kanalen: Sequence[Wens] | None = None,
) -> Abonnement:
    """Change a subscription; what is not given stays. A new address or header is tested as at the beginning."""
    actor.require(CONSUME)
    abonnement: Abonnement = Abonnement.objects.visible_to(actor).one(abonnement_id)
    new_url = abonnement.callback_url if callback_url is None else callback_url
    new_auth = abonnement.auth if auth is None else auth
    refuse_unusable(new_auth)
    wanted = None if kanalen is None else read_wensen(kanalen)
    if (new_url, new_auth) != (abonnement.callback_url, abonnement.auth):
        probe(new_url, new_auth)
    return store_change(abonnement_id, new_url, new_auth, wanted, actor=actor)


@whole
def store_change(
    abonnement_id: UUID,
    callback_url: str,
    auth: str,
    wanted: Sequence[tuple[Kanaal, Wens]] | None,
    *,
    actor: Actor,
) -> Abonnement:
    """Store what changed; a lane that stood still goes on at once, because the subscriber may be mended."""
    abonnement: Abonnement = Abonnement.objects.locked(abonnement_id)
    if not Abonnement.objects.visible_to(actor).filter(pk=abonnement.pk).exists():
        raise NotFound
    abonnement.callback_url, abonnement.auth_verzegeld = callback_url, seal(AUTH, auth)
    abonnement.save()
    if wanted is not None:
        store_keuzes(abonnement, wanted)
    Baan.objects.filter(abonnement=abonnement).update(pauze_tot=None, mislukt_op_rij=0)
    audit.record(actor, "notificaties.change_abonnement", subject=abonnement.ref)
    return abonnement
