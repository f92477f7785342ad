"""Numbered pages, as the norm has them: `{count, next, previous, results}`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qsl, urlencode

import msgspec
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from stoep.foundation.rest.fields import Number
from stoep.foundation.rest.operations import Call, Paged
from stoep.foundation.rest.problems import ProblemError
from stoep.foundation.rest.wire import Wire

T = TypeVar("T")
SIZE = 100


class PageFilter(Wire, kw_only=True):
    """Filters of a list with pages; those of a resource stand above it."""

    page: Annotated[int, Number(1, help="Een pagina binnen de gepagineerde set resultaten.")] = 1


def page_of(
    rows: QuerySet[Any], number: int, show: Callable[[Sequence[Any]], Sequence[T]], *, size: int = SIZE
) -> Paged[T]:
    """One page of an ordered query: `show` turns its rows, all at once, into their wire form."""
    start = (number - 1) * size
    count = rows.count()
    if start and start >= count:
        raise no_such_page()
    return Paged(count, show(list(rows[start : start + size])) if count else [], number, size)


def no_such_page() -> ProblemError:
    """The answer to a page after the last."""
    return ProblemError(404, "not_found", _("Deze pagina is er niet."))


def page_body(call: Call, paged: Paged[Any]) -> bytes:
    """The page as JSON, with the addresses of its neighbours. Results that are bytes already are taken as they are."""
    results = msgspec.Raw(paged.results) if isinstance(paged.results, bytes) else paged.results
    number = paged.page
    return msgspec.json.encode(
        {
            "count": paged.count,
            "next": neighbour(call, number + 1) if number * paged.size < paged.count else None,
            "previous": neighbour(call, number - 1) if number > 1 else None,
            "results": results,
        }
    )


def neighbour(call: Call, number: int) -> str:
    """The address of another page of the same list."""
    kept = [(name, value) for name, value in parse_qsl(call.query_string, keep_blank_values=True) if name != "page"]
    return f"{call.address}?{urlencode([*kept, ('page', str(number))])}"
