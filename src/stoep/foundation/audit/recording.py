"""Writing the two logs, in the caller's transaction."""

from __future__ import annotations

from typing import Protocol

from stoep.foundation.ref import Ref


class Who(Protocol):
    """What the logs need to know of an actor: a stable reference, never a name."""

    @property
    def ref(self) -> Ref:
        """Who acts."""


def record(actor: Who, action: str, *, subject: Ref, **codes: str | int | bool) -> None:
    """Write a line in the security log: ids and codes only."""


def record_change(actor: Who, action: str, *, subject: Ref, old: dict[str, object], new: dict[str, object]) -> None:
    """Write old and new values in the audittrail of `subject`; it dies with its subject."""
