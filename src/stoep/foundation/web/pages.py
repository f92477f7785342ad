"""Lists in pages: numbered, with a count that stops counting where nobody reads on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

RowT = TypeVar("RowT")
ModelT = TypeVar("ModelT", bound=Model)

SIZE = 25
COUNTED_UP_TO = 10_000
PARAMETER = "pagina"


@dataclass(frozen=True)
class Page(Generic[RowT]):
    """One page of a list. `total` is exact up to COUNTED_UP_TO; beyond it `is_total_exact` is false."""

    rows: Sequence[RowT]
    number: int
    total: int
    size: int
    query: str = ""

    def __iter__(self) -> Iterator[RowT]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def is_total_exact(self) -> bool:
        """False when there are more rows than we counted."""
        return self.total <= COUNTED_UP_TO

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-min(self.total, COUNTED_UP_TO) // self.size))

    @property
    def first(self) -> int:
        """The place of the first row in the whole list, counting from 1; 0 when the list is empty."""
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The place of the last row in the whole list."""
        return (self.number - 1) * self.size + len(self.rows)

    def url_of(self, number: int) -> str:
        """The address of another page of this list, with the same filters."""
        return f"?{self.query}{'&' if self.query else ''}{PARAMETER}={number}"

    @property
    def previous_url(self) -> str:
        """The page before; empty on the first."""
        return self.url_of(self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        """The page after; empty on the last."""
        return self.url_of(self.number + 1) if self.number < self.pages else ""


def page_of(request: HttpRequest, rows: QuerySet[ModelT, Any], *, size: int = SIZE) -> Page[ModelT]:
    """The page that the address asks for (`?pagina=2`). A number that is none or too high gives the nearest page.

    Two queries, whatever the length: one that counts (at most COUNTED_UP_TO rows) and one that reads.
    """
    total = rows.order_by()[: COUNTED_UP_TO + 1].count()
    pages = max(1, -(-min(total, COUNTED_UP_TO) // size))
    number = min(max(asked_number(request), 1), pages)
    start = (number - 1) * size
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    return Page(list(rows[start : start + size]), number, total, size, query.urlencode())


def asked_number(request: HttpRequest) -> int:
    """The number in the address, or 1."""
    text = request.GET.get(PARAMETER, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1  # noqa: PLR2004
