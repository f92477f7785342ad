"""Reading what is set for all reports."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from stoep.foundation import clock
from stoep.meldingen.models import Melding, Meldinginstellingen, MeldingQuerySet, Opschoning, Tevredenheidsreden
from stoep.meldingen.rules.storm import Golfregel


def get_instellingen() -> Meldinginstellingen:
    """The settings; the defaults when nobody has set any."""
    return Meldinginstellingen.objects.first() or Meldinginstellingen()


def golfregel() -> Golfregel:
    """From when it is a wave, as set."""
    row = get_instellingen()
    return Golfregel(
        meldingen=row.golf_meldingen,
        plekken=row.golf_plekken,
        minuten=row.golf_minuten,
        keer=row.golf_keer,
        stil_uren=row.golf_stil_uren,
    )


def answer_until() -> datetime:
    """Until when a question of now can be answered: the end of the last day, in the Netherlands."""
    last = clock.today() + timedelta(days=get_instellingen().antwoord_dagen + 1)
    return datetime.combine(last, time(0), clock.AMSTERDAM)


def is_answerable(melding: Melding, vraag: int | None = None) -> bool:
    """Whether a question is open (the one with this number) and there is still time. Give the report with its zaak."""
    if not melding.vraag or melding.zaak.is_closed:
        return False
    if vraag is not None and vraag != melding.vragen_gesteld:
        return False
    return melding.vraag_tot is None or clock.now() < melding.vraag_tot


def list_redenen(*, tevreden: bool | None = None, only_active: bool = True) -> list[Tevredenheidsreden]:
    """The reasons that a reporter can choose, in order."""
    rows = Tevredenheidsreden.objects.all()
    if tevreden is not None:
        rows = rows.filter(tevreden=tevreden)
    return list(rows.filter(actief=True) if only_active else rows)


def list_opschoningen(most: int = 10) -> list[Opschoning]:
    """The latest nights of cleaning up, newest first."""
    return list(Opschoning.objects.all()[:most])


def due_for_anonymising() -> MeldingQuerySet:
    """The reports whose reporter we need not know any more: closed, and the term is over."""
    last = clock.today() - timedelta(days=get_instellingen().bewaar_contact_dagen)
    due: MeldingQuerySet = Melding.objects.filter(geanonimiseerd_op__isnull=True, zaak__einddatum__lte=last)
    return due


def due_for_fotos() -> MeldingQuerySet:
    """The reports whose photos of reporters are destroyed now."""
    last = clock.today() - timedelta(days=get_instellingen().bewaar_foto_dagen)
    due: MeldingQuerySet = Melding.objects.filter(fotos_vernietigd_op__isnull=True, zaak__einddatum__lte=last)
    return due


def count_te_wissen() -> int:
    """How many reports are due."""
    return due_for_anonymising().count()
