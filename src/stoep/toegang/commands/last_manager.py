"""Guards that somebody can still hand out roles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from stoep.toegang.errors import LastManager
from stoep.toegang.models import Rol
from stoep.toegang.queries import accounts_that_may


@contextmanager
def keeping_a_manager() -> Iterator[None]:
    """Refuse what happens inside when it leaves nobody who may manage accounts.

    The roles are locked first, so that two managers cannot each remove the other at the same moment.
    """
    list(Rol.objects.select_for_update().order_by("pk").values_list("pk"))
    before = accounts_that_may("toegang.manage").exists()
    yield
    if before and not accounts_that_may("toegang.manage").exists():
        raise LastManager
