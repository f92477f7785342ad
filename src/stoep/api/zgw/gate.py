"""Who calls, and whether it may: a token, an application, and the scopes of an operation."""

from __future__ import annotations

from stoep.foundation.rest.operations import Call
from stoep.foundation.rest.problems import ProblemError
from stoep.toegang.actors import ANONYMOUS, Actor


def gate(call: Call) -> Actor:
    """Let the caller in, or refuse: 403 not_authenticated or permission_denied, as the norm has it."""
    scopes = call.operation.scopes
    if not scopes:
        return ANONYMOUS
    actor = find_actor(call)
    if not any(has_scope(actor, call.api.component, scope) for scope in scopes):
        raise ProblemError(403, "permission_denied", "Deze applicatie mist het recht: " + " of ".join(scopes) + ".")
    return actor


def find_actor(call: Call) -> Actor:
    """The application whose token this is."""
    del call
    raise ProblemError(403, "not_authenticated", "Stuur een geldig token mee in de kop Authorization.")


def has_scope(actor: Actor, component: str, scope: str) -> bool:
    """Whether an application has a scope, for something."""
    return actor.may(f"{component}:{scope}")
