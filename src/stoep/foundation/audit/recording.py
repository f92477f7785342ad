"""Writing the two logs, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import msgspec

from stoep.foundation import clock
from stoep.foundation.models import Change, SecurityLine
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import write_once


class Who(Protocol):
    """What the logs need to know of an actor: a stable reference, never a name."""

    @property
    def ref(self) -> Ref:
        """Who acts."""


def record(actor: Who, action: str, *, subject: Ref, **codes: str | int | bool) -> None:
    """Write a line in the security log: ids and codes only."""
    acting_for = getattr(actor, "acting_for", None)
    line = SecurityLine(
        at=clock.now(),
        actor_kind=actor.ref.kind,
        actor_id=actor.ref.id,
        acting_for=str(acting_for.ref) if acting_for is not None else "",
        action=action,
        subject_kind=subject.kind,
        subject_id=subject.id,
        codes=codes,
    )
    write_once(write_lines, line)


def write_lines(lines: Sequence[SecurityLine]) -> None:
    """Add lines to the security log in one statement."""
    SecurityLine.objects.bulk_create(lines)


def record_change(
    actor: Who, action: str, *, subject: Ref, old: Mapping[str, object], new: Mapping[str, object]
) -> None:
    """Write old and new values in the audittrail of `subject`; it dies with its subject."""
    Change(
        at=clock.now(),
        actor_kind=actor.ref.kind,
        actor_id=actor.ref.id,
        action=action,
        subject_kind=subject.kind,
        subject_id=subject.id,
        old=as_json(old),
        new=as_json(new),
    ).save(force_insert=True)


def destroy_trail(subject: Ref) -> int:
    """Destroy the audittrail of `subject`, together with the subject itself. Answers how many lines it had.

    The security log keeps that it was destroyed: write that with `record`.
    """
    destroyed, _ = Change.objects.filter(subject_kind=subject.kind, subject_id=subject.id).delete()
    return destroyed


def as_json(values: Mapping[str, object]) -> Any:
    """Values as JSON knows them. A type that hides itself (Bsn prints as •••) stays hidden."""
    return msgspec.to_builtins(values, enc_hook=str, str_keys=True)
