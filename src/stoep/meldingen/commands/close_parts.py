"""Close the open deelmeldingen of a report, in its own way."""

from __future__ import annotations

from stoep.catalogi.models import Resultaattype
from stoep.foundation import audit, outbox
from stoep.meldingen.commands.pause_norm import NORM_FIELDS, end_question
from stoep.meldingen.events import MeldingResolved
from stoep.meldingen.models import Melding
from stoep.meldingen.queries.samen import deelmeldingen
from stoep.meldingen.rules.tekst import cut
from stoep.toegang.actors import Actor
from stoep.zaken.commands import close_zaak


def close_parts(
    melding: Melding,
    resultaattype: Resultaattype,
    *,
    tekst: str,
    uitkomst: str,
    most: int | None = None,
    actor: Actor,
) -> int:
    """Close them first: the norm ends deelzaken before their hoofdzaak. Whoever called tells the people.

    Answers how many were closed, `most` at a time.
    """
    parts = deelmeldingen(melding).open().select_related("zaak__zaaktype", "zaak__statustype", "categorie")[:most]
    for deel in parts:
        deel.oplossing, deel.uitkomst, deel.doorgezet_op = tekst, uitkomst, None
        end_question(deel, actor=actor)
        deel.save(update_fields=["oplossing", "uitkomst", "doorgezet_op", *NORM_FIELDS])
        toelichting = cut(f"Samen met {melding.meldernummer}: {tekst}")
        close_zaak(deel.zaak_id, resultaattype_id=resultaattype.pk, toelichting=toelichting, actor=actor)
        audit.record(actor, "meldingen.resolve", subject=deel.ref, uitkomst=uitkomst)
        outbox.publish(MeldingResolved(melding_id=deel.pk, zaak_id=deel.zaak_id, uitkomst=uitkomst))
    return len(parts)
