"""Keep a photo between two posts of a form, and forget it when nothing came of it."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.db import transaction

from stoep.foundation import clock, jobs, storage
from stoep.meldingen.tasks import forget_kept_foto

KEPT = timedelta(hours=25)


def keep_foto(data: bytes) -> str:
    """Store a prepared photo and answer its hash. After a day it goes, unless a report or draft points at it.

    First the job, then the bytes: whenever we are killed, no file stays behind unseen.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        jobs.defer_at(forget_kept_foto, clock.now() + KEPT, sha256=sha256)
    storage.store(data)
    return sha256
