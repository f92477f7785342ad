"""The technique of a REST API: problem bodies, wire Structs, operations, pages, ETags and OpenAPI."""

from stoep.foundation.rest.fields import (
    Anything,
    Choice,
    Day,
    Duration,
    Email,
    Flag,
    Many,
    Moment,
    Number,
    Pattern,
    Text,
    Texts,
    Uri,
    Uuid,
    choice,
)
from stoep.foundation.rest.kinds import Errors, Kind
from stoep.foundation.rest.operations import Answer, Api, Call, Operation, Paged
from stoep.foundation.rest.pages import PageFilter, no_such_page, page_of
from stoep.foundation.rest.problems import InvalidParam, ProblemError, invalid
from stoep.foundation.rest.wire import Part, Wire, given, read_body

__all__ = [
    "Answer",
    "Anything",
    "Api",
    "Call",
    "Choice",
    "Day",
    "Duration",
    "Email",
    "Errors",
    "Flag",
    "InvalidParam",
    "Kind",
    "Many",
    "Moment",
    "Number",
    "Operation",
    "PageFilter",
    "Paged",
    "Part",
    "Pattern",
    "ProblemError",
    "Text",
    "Texts",
    "Uri",
    "Uuid",
    "Wire",
    "choice",
    "given",
    "invalid",
    "no_such_page",
    "page_of",
    "read_body",
]
