"""Who calls, and whether it may: a token, an application, and the scopes of an operation."""

from __future__ import annotations

from stoep.foundation.rest.operations import Call
from stoep.foundation.rest.problems import ProblemError
from stoep.toegang.actors import ANONYMOUS, Actor
from stoep.toegang.queries import actor_of_token
from stoep.toegang.rules.scopes import RIGHTS


def gate(call: Call) -> Actor:
    """Let the caller in, or refuse: 403 not_authenticated or permission_denied, as the norm has it."""
    scopes = call.operation.scopes
    if not scopes:
        return ANONYMOUS
    actor = find_actor(call)
    if not any(has_scope(actor, scope) for scope in scopes):
        raise ProblemError(403, "permission_denied", "Deze applicatie mist het recht: " + " of ".join(scopes) + ".")
    return actor


def find_actor(call: Call) -> Actor:
    """The application whose token this is."""
    return actor_of_token(call.http.META.get("HTTP_AUTHORIZATION"))


def has_scope(actor: Actor, scope: str) -> bool:
    """Whether an application has all the rights that a scope gives, for something at least."""
    return all(map(actor.may, RIGHTS[scope]))
