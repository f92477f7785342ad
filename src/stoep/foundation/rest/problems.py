"""How a REST API says no: a problem document (RFC 9457) with the codes of the norm.

Whoever finds something wrong raises `ProblemError`, or any `DomainError`; one place makes the answer.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import msgspec
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError
from django.utils.translation import gettext as _

from stoep.foundation.errors import DomainError, NotAllowed, NotFound, TooMany, Unavailable

MEDIA_TYPE = "application/problem+json"
NON_FIELD = "nonFieldErrors"
TITLES = {
    400: "Dit verzoek is niet goed.",
    401: "Dit verzoek kwam zonder geldig bewijs van wie het doet.",
    403: "Deze applicatie mag dit niet.",
    404: "Dit bestaat niet, of deze applicatie mag het niet zien.",
    405: "Dit adres kent deze methode niet.",
    406: "Deze vorm van antwoord is er niet.",
    408: "Dit verzoek kwam te langzaam binnen.",
    409: "Dit kan nu niet.",
    410: "Dit is er niet meer.",
    412: "Er ontbreekt een voorwaarde in de kop van dit verzoek.",
    413: "Dit verzoek is te groot.",
    415: "Deze vorm van inhoud wordt niet gelezen.",
    429: "Dit is te vaak geprobeerd.",
    500: "Er ging bij ons iets mis.",
    503: "Het werkt nu even niet.",
}
CODES = {
    400: "invalid",
    401: "not_authenticated",
    403: "permission_denied",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    409: "conflict",
    410: "gone",
    412: "precondition_failed",
    413: "too_large",
    415: "unsupported_media_type",
    429: "throttled",
    500: "error",
    503: "unavailable",
}
RETRY_AFTER = {429: "900", 503: "60"}


class InvalidParam(msgspec.Struct, frozen=True):
    """One thing that is wrong with what was given: where, a stable code, and what to do about it."""

    name: str
    code: str
    reason: str


class ProblemError(Exception):
    """This request is answered with a problem document."""

    def __init__(
        self,
        status: int,
        code: str = "",
        detail: str = "",
        *,
        invalid_params: list[InvalidParam] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.status = status
        self.code = code or CODES.get(status, "error")
        self.detail = detail
        self.invalid_params = invalid_params
        self.headers = headers or {}
        super().__init__(f"{status} {self.code}")

    def document(self) -> bytes:
        """The problem body of the norm."""
        kind = "ValidationError" if self.invalid_params is not None else self.code.replace("_", "-")
        body: dict[str, Any] = {
            "type": f"{settings.BASE_URL}/ref/fouten/{kind}/",
            "code": self.code,
            "title": TITLES.get(self.status, TITLES[500]),
            "status": self.status,
            "detail": self.detail,
            "instance": f"urn:uuid:{uuid4()}",
        }
        if self.invalid_params is not None:
            body["invalidParams"] = self.invalid_params
        return msgspec.json.encode(body)


def invalid(name: str, code: str, reason: str) -> ProblemError:
    """A 400 about one field."""
    return ProblemError(400, "invalid", invalid_params=[InvalidParam(name, code, reason)])


def problem_of(error: Exception) -> ProblemError | None:
    """What a refusal, or an outage, is on the wire; None when it is a fault of ours."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, DomainError):
        return refusal(error)
    if isinstance(error, Unavailable | OperationalError | InterfaceError):
        return ProblemError(503, detail=_("Probeer het over een minuut opnieuw."), headers={"Retry-After": "60"})
    if isinstance(error, IntegrityError):
        return ProblemError(409, detail=_("Een ander verzoek was net voor. Lees opnieuw en probeer het nog eens."))
    return None


def refusal(error: DomainError) -> ProblemError:
    """A rule of a domain that says no. What was given is named as it stands on the wire."""
    if isinstance(error, NotFound):
        return ProblemError(404)
    if isinstance(error, NotAllowed):
        code = "" if error.code == NotAllowed.code else error.code
        return ProblemError(403, code, detail=str(error))
    if isinstance(error, TooMany):
        return ProblemError(429, detail=str(error), headers={"Retry-After": RETRY_AFTER[429]})
    # An id inside Stoep is an address on the wire, named without it.
    name = ".".join(camel(part.removesuffix("_id")) for part in error.field.split(".")) if error.field else NON_FIELD
    return invalid(name, error.code, str(error))


def camel(name: str) -> str:
    """`rol__betrokkene_type` on the wire is `rol__betrokkeneType`."""
    return "__".join(camel_word(word) for word in name.split("__")) if "__" in name else camel_word(name)


def camel_word(name: str) -> str:
    """`begin_geldigheid` is `beginGeldigheid`; an underscore at the beginning stays."""
    first, *rest = name.lstrip("_").split("_")
    return "_" * (len(name) - len(name.lstrip("_"))) + first + "".join(word[:1].upper() + word[1:] for word in rest)
