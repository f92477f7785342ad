"""Have the recogniser trained by the worker, soon."""

from __future__ import annotations

from django.db import transaction

from stoep.foundation import audit, jobs
from stoep.foundation.ref import Ref
from stoep.meldingen.tasks import train_soon
from stoep.toegang.actors import Actor


@transaction.atomic
def ask_training(*, actor: Actor) -> None:
    """Put the work away for the worker."""
    actor.require("meldingen.manage")
    jobs.defer(train_soon)
    audit.record(actor, "meldingen.ask_training", subject=Ref("herkenner", "volgende"))
