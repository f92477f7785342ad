"""The reporter says whether he is content."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from stoep.foundation import audit, clock, outbox
from stoep.meldingen.commands.attach_fotos import Foto
from stoep.meldingen.commands.reopen_melding import request_heropenen
from stoep.meldingen.commands.take_melding import take_for_melder
from stoep.meldingen.commands.write_concept import check_tekst
from stoep.meldingen.errors import AnswerTooLate, TevredenheidAlreadyGiven
from stoep.meldingen.events import MelderTevredenheidGiven
from stoep.meldingen.models import Tevredenheid, Tevredenheidsreden
from stoep.toegang.actors import SYSTEM, Actor
from stoep.zaken.commands import record_gebeurtenis


@transaction.atomic
def give_tevredenheid(
    melding_id: UUID,
    *,
    ronde: int,
    tevreden: bool,
    redenen: Sequence[str] = (),
    tekst: str = "",
    heropenen: bool = False,
    fotos: Sequence[Foto] = (),
    actor: Actor,
) -> Tevredenheid:
    """Keep it, once for each time that the report was closed. Unknown codes of reasons are left out.

    `heropenen`: the same words, with photos, ask to look again; both are kept or neither.

    Whoever holds the signed link may: the view checked it.
    """
    melding = take_for_melder(melding_id)
    if not melding.zaak.is_closed or ronde != melding.heropend + 1:
        raise AnswerTooLate
    check_tekst(tekst)
    if Tevredenheid.objects.filter(melding=melding, ronde=ronde).exists():
        raise TevredenheidAlreadyGiven
    known = Tevredenheidsreden.objects.filter(actief=True, tevreden=tevreden, code__in=list(redenen))
    codes = list(known.values_list("code", flat=True))
    given: Tevredenheid = Tevredenheid.objects.create(
        melding=melding, ronde=ronde, tevreden=tevreden, redenen=codes, tekst=tekst.strip(), gegeven_op=clock.now()
    )
    stoep = SYSTEM.on_behalf_of(actor)
    record_gebeurtenis(melding.zaak_id, soort="tevreden" if tevreden else "niet-tevreden", actor=stoep)
    audit.record(actor, "meldingen.give_tevredenheid", subject=melding.ref, tevreden=tevreden)
    outbox.publish(
        MelderTevredenheidGiven(
            melding_id=melding.pk, zaak_id=melding.zaak_id, ronde=ronde, tevreden=tevreden, redenen=tuple(codes)
        )
    )
    if heropenen:
        request_heropenen(melding.pk, tekst=tekst, fotos=fotos, actor=actor)
    return given
