"""Whatever a program sends, it is read or refused with the norm's codes; nothing of it is a fault of ours."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stoep.api.zgw.apis import APIS
from stoep.foundation.rest import ProblemError, read_body
from stoep.foundation.rest import given as what_was_given
from stoep.foundation.rest.serving import operations_of
from stoep.foundation.rest.wire import entries_of, read_query

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.sampled_from(
        ["2026-02-30", "9999-12-31T23:59:60Z", "P1Y", "http://[", "http://127.0.0.1:8000/x", "\x00", "1" * 400]
    )
)
VALUES = st.recursive(
    LEAVES,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=8,
)
BODIES = sorted(
    {operation.body for _api, operation in operations_of(APIS) if operation.body}, key=lambda wire: wire.__name__
)
QUERIES = sorted(
    {operation.query for _api, operation in operations_of(APIS) if operation.query}, key=lambda wire: wire.__name__
)
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def refused_by_name(problem):
    document = msgspec.json.decode(problem.document())
    named = all(each["name"] and each["code"] and each["reason"] for each in document["invalidParams"])
    return problem.status == 400 and named


@pytest.mark.django_db
@QUICK
@given(data=st.data())
def test_every_body_is_read_or_refused_by_field(data):
    wire = data.draw(st.sampled_from(BODIES))
    fields = st.fixed_dictionaries({}, optional={entry.wire: VALUES for entry in entries_of(wire)})
    body = msgspec.json.decode(msgspec.json.encode(data.draw(fields | VALUES)))
    read = problem = None
    try:
        read = read_body(body, wire, partial=True)
    except ProblemError as error:
        problem = error

    assert problem is None or refused_by_name(problem)
    assert read is None or set(what_was_given(read)) <= {entry.attribute for entry in entries_of(wire)}


@QUICK
@given(data=st.data())
def test_every_query_is_read_or_refused_by_parameter(data):
    wire = data.draw(st.sampled_from(QUERIES))
    names = st.sampled_from([entry.wire for entry in entries_of(wire)]) | st.text(max_size=5)
    problem = None
    try:
        read_query(data.draw(st.lists(st.tuples(names, st.text(max_size=12) | LEAVES.map(str)), max_size=3)), wire)
    except ProblemError as error:
        problem = error

    assert problem is None or refused_by_name(problem)
