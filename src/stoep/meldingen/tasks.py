"""What meldingen does at set times."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs
from stoep.toegang.actors import SYSTEM


@jobs.periodic(cron="17 * * * *", name="meldingen.expire_concepten")
def forget_old_concepten() -> None:
    """Every hour: forget drafts that nobody sent within a day."""
    from stoep.meldingen.commands import expire_concepten

    expire_concepten()


@jobs.periodic(cron="7 * * * *", name="meldingen.expire_answers")
def go_on_without_answers() -> None:
    """Every hour: go on with reports whose reporter did not answer in time."""
    from stoep.meldingen.commands import expire_answers

    expire_answers()


@jobs.periodic(cron="7 * * * *", name="meldingen.train_herkenner")
def keep_herkenner() -> None:
    """Every hour: learn, when categories or corrections changed."""
    learn()


@jobs.task(name="meldingen.train_soon", retry=2)
def train_soon() -> None:
    """Learn because somebody asked for it."""
    learn()


def learn() -> None:
    """Train the recogniser, as Stoep itself."""
    from stoep.meldingen.commands.train_herkenner import train_herkenner

    train_herkenner(actor=SYSTEM)


@jobs.periodic(cron="20 2 * * *", name="meldingen.anonymise_meldingen")
def forget_reporters() -> None:
    """Every night: forget reporters, and destroy their photos, when their term is over."""
    from stoep.meldingen.commands import anonymise_meldingen

    anonymise_meldingen()


@jobs.periodic(cron="27 * * * *", name="meldingen.forget_volgers")
def forget_old_volgers() -> None:
    """Every hour: forget followers who never confirmed, and those of reports handled long ago."""
    from stoep.meldingen.commands import forget_volgers

    forget_volgers()


@jobs.task(name="meldingen.golfhandeling")
def go_on_with_golf(handeling_id: str) -> None:
    """Do an act to all reports of a wave."""
    from stoep.meldingen.commands.handle_golf import run_golfhandeling

    run_golfhandeling(UUID(handeling_id))


@jobs.task(name="meldingen.tell_round")
def tell_round(rondbericht_id: str) -> None:
    """Tell the many who wait for a report what was done."""
    from stoep.meldingen.commands.tell_anderen import run_rondbericht

    run_rondbericht(UUID(rondbericht_id))


@jobs.task(name="meldingen.close_round", retry=3)
def close_round(sluiting_id: str) -> None:
    """Close the many parts of a report, and then the report."""
    from stoep.meldingen.commands.end_melding import run_deelsluiting

    run_deelsluiting(UUID(sluiting_id))


@jobs.periodic(cron="*/10 * * * *", name="meldingen.close_silent_golven")
def close_silent() -> None:
    """Every ten minutes: close waves in which nothing comes in any more."""
    from stoep.meldingen.commands.golf import close_silent_golven

    close_silent_golven()


@jobs.task(name="meldingen.forget_kept_foto", retry=3)
def forget_kept_foto(sha256: str) -> None:
    """Forget a photo that was kept between two posts of a form, unless something points at it by now."""
    from stoep.meldingen.commands.expire_concepten import forget_foto

    forget_foto(sha256)
