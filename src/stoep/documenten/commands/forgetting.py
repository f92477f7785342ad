"""Files that no row names any more."""

from __future__ import annotations

from collections.abc import Iterable

from stoep.documenten.commands.forget_thumbnail import forget_thumbnail
from stoep.documenten.models import Bestandsdeel, Versie
from stoep.documenten.ports import bestandshouders
from stoep.foundation import jobs, storage


def forget_later(hashes: Iterable[str]) -> None:
    """After the commit, remove those of these files that nothing names by then."""
    from stoep.documenten.tasks import forget_files

    wanted = sorted({sha256 for sha256 in hashes if sha256})
    if wanted:
        jobs.defer(forget_files, hashes=wanted)


def forget_unnamed(hashes: Iterable[str]) -> list[str]:
    """Remove the files that no version, no part and no table above names; answers which."""
    loose = set(hashes)
    for table in (Versie, Bestandsdeel):
        loose -= set(table.objects.filter(sha256__in=loose).values_list("sha256", flat=True))
    for houder in bestandshouders():
        loose -= houder.held(loose)
    for sha256 in sorted(loose):
        storage.delete(sha256)
        forget_thumbnail(sha256)
    return sorted(loose)
