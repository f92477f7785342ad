"""What the werkplek does in the worker: bulk acts, in the background and at their moment."""

from __future__ import annotations

from stoep.foundation import jobs


@jobs.task(name="werkplek.do_bulk")
def do_bulk(actie_id: str) -> None:
    """Do a bulk act, until nothing waits."""
    from stoep.werkplek.commands import run_bulk

    run_bulk(actie_id)


@jobs.periodic(cron="41 3 * * *", name="werkplek.forget_bulk")
def forget_previews() -> None:
    """Every night: forget previews that nobody confirmed."""
    from stoep.werkplek.commands import forget_bulk

    forget_bulk()
