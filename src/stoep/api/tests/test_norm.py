"""Our OpenAPI holds all of the norm's, path by path and property by property; the lists of what differs only shrink."""

from __future__ import annotations

import json

import pytest

from stoep.api.tests.norm.comparing import Comparison, covered, matches, norm_of
from stoep.api.tests.norm.exceptions import ADDED, DIFFERENT, NOT_YET
from stoep.api.zgw.apis import APIS
from stoep.foundation.rest.openapi import document_of

OF_THE_NORM = [api for api in APIS if api.name != "selectielijst"]


@pytest.mark.parametrize("api", OF_THE_NORM, ids=lambda api: api.name)
def test_all_of_the_norm_is_there_and_nothing_that_is_not_told(api):
    comparison = Comparison(norm_of(api.name), json.loads(document_of(api)))
    lacking = {**NOT_YET.get(api.name, {}), **DIFFERENT.get(api.name, {})}
    added = ADDED.get(api.name, {})

    untold = [name for name in comparison.missing if not any(matches(name, each) for each in lacking)]
    extra = [name for name in comparison.added if not any(matches(name, each) for each in added)]
    stale = [name for name in lacking if name not in covered(comparison.missing, lacking)]
    stale += [name for name in added if name not in covered(comparison.added, added)]

    assert not untold, "missing:\n" + "\n".join(sorted(set(untold)))
    assert not extra, "added:\n" + "\n".join(sorted(set(extra)))
    assert not stale, "no longer so, remove from the list:\n" + "\n".join(stale)


def test_what_is_missing_or_different_is_noticed():
    name = {"type": "string", "maxLength": 5}
    ours = {"paths": {"/a": {"get": operation({"properties": {"naam": name}})}}, "components": {"schemas": {}}}
    for theirs, told in (
        ({"properties": {"naam": name}}, []),
        ({"properties": {"naam": {**name, "maxLength": 6}}}, ["GET /a 200 naam maxLength"]),
        ({"properties": {"naam": name, "soort": name}}, ["GET /a 200 soort"]),
        ({"properties": {"naam": name}, "required": ["naam"]}, ["GET /a 200 naam required"]),
        ({"properties": {"naam": {**name, "enum": ["x"]}}}, ["GET /a 200 naam enum"]),
    ):
        answers = {"200": {"content": {"application/json": theirs}, "headers": []}}
        norm = {"paths": {"/a": {"get": {"parameters": {}, "body": {}, "answers": answers}}}, "schemas": {"x": {}}}
        assert Comparison(norm, ours).missing == told
    assert matches("GET /a 200 naam", "GET * naam")
    assert not matches("GET /a 200 naam x", "GET * naam")


def operation(schema):
    return {"parameters": [], "responses": {"200": {"content": {"application/json": {"schema": schema}}}}}
