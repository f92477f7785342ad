"""How a domain says no: a stable code for machines and a Dutch sentence for people.

Subclasses name a `code` and a `message`; the message says what to do next and may use the
keyword arguments of the constructor. One REST handler and one form helper show them.
"""

from __future__ import annotations

from django.utils.functional import Promise


class DomainError(Exception):
    """The base of every refusal. `field` names the form field it belongs to, if any."""

    code: str = "refused"
    message: str | Promise = "Dit kan nu niet."
    field: str | None = None

    def __init__(self, *, field: str | None = None, **values: object) -> None:
        self.values = values
        self.field = field or type(self).field
        super().__init__(str(self.message).format(**values))


class Invalid(DomainError):
    """What was given cannot be right; the giver can mend it. HTTP 400."""

    code = "invalid"


class NotAllowed(DomainError):
    """The actor lacks a right. HTTP 403."""

    code = "not-allowed"
    message: str | Promise = "U mag dit niet doen. Vraag uw functioneel beheerder om het recht '{right}'."


class NotFound(DomainError):
    """It does not exist, or may not be seen: the same answer. HTTP 404."""

    code = "not-found"
    message: str | Promise = "Dit bestaat niet, of u mag het niet zien."


class Conflict(DomainError):
    """It could be done, but not in the present state. HTTP 409."""

    code = "conflict"


class TooMany(DomainError):
    """Asked too often in a short time. HTTP 429."""

    code = "too-many"
    message: str | Promise = "Dit is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw."


class Unavailable(Exception):
    """An outside system does not answer; try again later. Raised by adapters only."""


class Rejected(Exception):
    """An outside system says no; trying again will not help. Raised by adapters only."""
