"""Remember what a correction of a category teaches, without anything about a person."""

from __future__ import annotations

from stoep.foundation import clock
from stoep.meldingen.models import Categorie, Correctie, Melding
from stoep.meldingen.rules.kenmerken import harmless_words
from stoep.meldingen.rules.voorbeelden import known_stems


def learn_correctie(melding: Melding, *, van: Categorie, naar: Categorie) -> None:
    """Keep the words of this report as an example of `naar`.

    Called inside the command that changes the category. Back to where it began: there was nothing to learn.
    """
    before = Correctie.objects.filter(melding=melding).first()
    first = before.van_id if before else van.pk
    words = harmless_words(melding.tekst, known_stems())
    if first == naar.pk or not words:
        if before is not None:
            before.delete()
        return
    Correctie.objects.update_or_create(
        melding=melding,
        defaults={"van_id": first, "naar": naar, "woorden": words, "gemaakt_op": clock.now()},
    )
