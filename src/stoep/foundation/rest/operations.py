"""The operations of an API, declared once: from here come the routes, the checks at the door, and the OpenAPI.

@API.get("roltypen/{uuid}", scopes=READ, answers=RolType)
def read_roltype(call: Call, uuid: UUID) -> RolType: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, Literal, Protocol, TypeVar
from uuid import UUID

from django.http import HttpRequest

from stoep.foundation.ref import Ref
from stoep.foundation.rest.fields import read_uuid
from stoep.foundation.rest.wire import Wire

T = TypeVar("T")
View = Callable[..., Any]
ViewT = TypeVar("ViewT", bound=View)
Shape = Literal["one", "pages", "list", "none", "file"]

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
LARGEST_BODY = 2_500_000
LARGEST_PAGE = 500


class Caller(Protocol):
    """What this layer needs to know of who calls."""

    @property
    def ref(self) -> Ref:
        """How the logs name the caller."""


Gate = Callable[["Call"], Any]


@dataclass(slots=True)
class Call:
    """One request at the door of an API, as a view sees it."""

    http: HttpRequest
    api: Api
    operation: Operation
    query_string: str
    actor: Any = None
    claims: Any = None

    def header(self, name: str) -> str:
        """A header of the request; empty when it was not sent."""
        return str(self.http.META.get("HTTP_" + name.upper().replace("-", "_"), ""))

    @property
    def toelichting(self) -> str:
        """Why the caller does this, for the audittrail (X-Audit-Toelichting)."""
        return self.header("X-Audit-Toelichting")[:1000]

    @property
    def address(self) -> str:
        """The full address that was asked for, without its query."""
        return self.api.origin() + str(self.http.META.get("PATH_INFO", self.http.path))


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list: how many there are, and those of this page."""

    count: int
    results: Sequence[T] | bytes
    page: int = 1
    size: int = 100


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """An answer with a status or headers of its own."""

    body: T
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One method on one path. `scopes` are alternatives: one of them will do; none means that anybody may."""

    method: str
    path: str
    view: View
    scopes: tuple[str, ...]
    name: str
    answers: type[Wire] | None = None
    shape: Shape = "one"
    body: type[Wire] | None = None
    partial: bool = False
    query: type[Wire] | None = None
    status: int = 200
    reads: bool = False
    head: bool = False
    whole: bool = True
    crs: bool = False
    largest_body: int = LARGEST_BODY
    large_text: str = ""  # the field that may be larger than all that: see foundation.rest.large
    media_types: tuple[str, ...] = ("application/json",)
    deprecated: bool = False
    extra_statuses: tuple[int, ...] = ()

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names that this operation gives to the ids in its path."""
        return tuple(word.strip("{}") for word in self.path.split("/") if word.startswith("{"))

    @property
    def summary(self) -> str:
        """The first line of the view's docstring."""
        return (self.view.__doc__ or self.name).strip().split("\n", 1)[0]


class Api:
    """One API of the norm: its place, its version and its operations."""

    def __init__(
        self, name: str, *, title: str, version: str, gate: Gate, origin: Callable[[], str], component: str = ""
    ) -> None:
        self.name = name
        self.title = title
        self.version = version
        self.component = component
        self.gate = gate
        self.origin = origin
        self.root = f"/{name}/api/v1"
        self.operations: list[Operation] = []
        self.routes = Routes()

    def url(self, path: str = "") -> str:
        """The full address of a path of this API."""
        return f"{self.origin()}{self.root}/{path}"

    def operation(self, method: str, path: str, *, scopes: Iterable[str], **details: Any) -> Callable[[ViewT], ViewT]:
        """Declare an operation; the view is left as it is."""

        def declare(view: ViewT) -> ViewT:
            made = Operation(method=method, path=path, view=view, scopes=tuple(scopes), name=view.__name__, **details)
            self.operations.append(made)
            self.routes.add(made)
            return view

        return declare

    def get(
        self,
        path: str,
        *,
        scopes: Iterable[str],
        answers: type[Wire],
        shape: Shape = "one",
        query: type[Wire] | None = None,
        head: bool | None = None,
        **details: Any,
    ) -> Callable[[ViewT], ViewT]:
        """Read one, or a list: `shape` is "pages" or "list" then. One can be asked for its HEAD too."""
        return self.operation(
            "GET",
            path,
            scopes=scopes,
            answers=answers,
            shape=shape,
            query=query,
            reads=True,
            head=shape == "one" if head is None else head,
            **details,
        )

    def post(
        self, path: str, *, scopes: Iterable[str], body: type[Wire] | None, answers: type[Wire] | None, **details: Any
    ) -> Callable[[ViewT], ViewT]:
        """Make one; or an act on one, with `status=200`."""
        details.setdefault("status", 201 if answers is not None else 204)
        return self.operation("POST", path, scopes=scopes, body=body, answers=answers, **details)

    def put(
        self, path: str, *, scopes: Iterable[str], body: type[Wire], answers: type[Wire], **details: Any
    ) -> Callable[[ViewT], ViewT]:
        """Replace one."""
        return self.operation("PUT", path, scopes=scopes, body=body, answers=answers, **details)

    def patch(
        self, path: str, *, scopes: Iterable[str], body: type[Wire], answers: type[Wire], **details: Any
    ) -> Callable[[ViewT], ViewT]:
        """Change what is given of one; the rest of the body is UNSET."""
        return self.operation("PATCH", path, scopes=scopes, body=body, answers=answers, partial=True, **details)

    def delete(self, path: str, *, scopes: Iterable[str], **details: Any) -> Callable[[ViewT], ViewT]:
        """Remove one."""
        return self.operation("DELETE", path, scopes=scopes, status=204, shape="none", **details)


class Routes:
    """Paths as a tree of their words, so that finding one costs nothing."""

    __slots__ = ("methods", "parameter", "words")

    def __init__(self) -> None:
        self.words: dict[str, Routes] = {}
        self.parameter: Routes | None = None
        self.methods: dict[str, Operation] = {}

    def add(self, operation: Operation) -> None:
        """Put an operation in its place; two of them never share one."""
        here = self
        for word in operation.path.split("/"):
            if word.startswith("{"):
                here.parameter = here.parameter or Routes()
                here = here.parameter
            else:
                here = here.words.setdefault(word, Routes())
        if operation.method in here.methods:
            raise ValueError(f"{operation.method} {operation.path} is declared twice")
        here.methods[operation.method] = operation
        if operation.head:
            here.methods["HEAD"] = operation

    def find(self, path: str) -> tuple[Routes, list[UUID]] | None:
        """The place of a path, with the ids in it; None when there is none."""
        here: Routes | None = self
        ids: list[UUID] = []
        for word in path.split("/"):
            assert here is not None  # noqa: S101 for mypy: the loop ends when there is no place
            follow = here.words.get(word)
            if follow is None:
                found = read_uuid(word) if here.parameter is not None else None
                if found is None:
                    return None
                ids.append(found)
                follow = here.parameter
            here = follow
        return (here, ids) if here is not None and here.methods else None
