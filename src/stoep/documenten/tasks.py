"""What documenten does at set times and afterwards."""

from __future__ import annotations

from stoep.foundation import jobs


@jobs.task(name="documenten.forget_files")
def forget_files(hashes: list[str]) -> None:
    """Remove files that were named by a document that is gone, unless something else names them."""
    from stoep.documenten.commands.forgetting import forget_unnamed

    forget_unnamed(hashes)


@jobs.periodic(cron="37 * * * *", name="documenten.forget_uploads")
def forget_abandoned_uploads() -> None:
    """Every hour: clean up uploads in parts that nobody finished for a week."""
    from stoep.documenten.commands import forget_uploads

    forget_uploads()
