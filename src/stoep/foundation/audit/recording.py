"""Writing the two logs, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

import msgspec
from django.db import connection

from stoep.foundation import clock
from stoep.foundation.models import Change, SecurityLine
from stoep.foundation.ref import Ref
from stoep.foundation.transactions import write_gathered, write_once

_toelichting: ContextVar[str] = ContextVar("toelichting", default="")


class Who(Protocol):
    """What the logs need to know of an actor: a stable reference, never a name."""

    @property
    def ref(self) -> Ref:
        """Who acts."""


@contextmanager
def explained_as(toelichting: str) -> Iterator[None]:
    """Say in the audittrail why: what was sent along as explanation with the changes inside this block."""
    token = _toelichting.set(toelichting)
    try:
        yield
    finally:
        _toelichting.reset(token)


def record(actor: Who, action: str, *, subject: Ref, **codes: str | int | bool) -> None:
    """Write a line in the security log: ids and codes only."""
    acting_for = getattr(actor, "acting_for", None)
    line = SecurityLine(
        at=clock.now(),
        actor_kind=actor.ref.kind,
        actor_id=actor.ref.id,
        acting_for=str(acting_for.ref)[:120] if acting_for is not None else "",
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
    actor: Who,
    action: str,
    *,
    subject: Ref,
    old: Mapping[str, object],
    new: Mapping[str, object],
    part: Ref | None = None,
    label: str = "",
) -> None:
    """Write old and new values in the audittrail of `subject`; it dies with its subject.

    `part` is the object that was written when it is not the subject itself, `label` how people recognise it. No
    old values: it was made; no new ones: it was removed. Who acted is kept by name too: a trail is for people.
    """
    acting_for = getattr(actor, "acting_for", None)
    line = Change(
        at=clock.now(),
        actor_kind=actor.ref.kind,
        actor_id=actor.ref.id,
        actor_name=str(getattr(actor, "name", ""))[:200],
        acting_for_id=acting_for.ref.id[:255] if acting_for is not None else "",
        acting_for_name=str(acting_for.name)[:255] if acting_for is not None else "",
        action=action,
        subject_kind=subject.kind,
        subject_id=subject.id,
        part_kind=part.kind if part else "",
        part_id=part.id if part else "",
        label=label[:200],
        toelichting=_toelichting.get(),
        old=as_json(old),
        new=as_json(new),
    )
    write_once(write_changes, line)


def write_changes(lines: Sequence[Change]) -> None:
    """Add lines to audittrails in one statement."""
    Change.objects.bulk_create(lines)


def destroy_trail(subject: Ref) -> int:
    """Destroy the audittrail of `subject`, together with the subject itself. Answers how many lines it had.

    The security log keeps that it was destroyed: write that with `record`.
    """
    if connection.in_atomic_block:
        write_gathered()  # what was told in this transaction goes too
    destroyed, _ = Change.objects.filter(subject_kind=subject.kind, subject_id=subject.id).delete()
    return destroyed


def as_json(values: Mapping[str, object]) -> Any:
    """Values as JSON knows them. A type that hides itself (Bsn prints as •••) stays hidden."""
    return msgspec.to_builtins(values, enc_hook=str, str_keys=True)
