"""The layouts draw with nothing in the context, and style sheets hold what is used."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string

from stoep.huisstijl.css import keep_used, selectors, shrink


@pytest.mark.parametrize("layout", ["site", "step", "werkplek", "bare"])
def test_a_layout_draws_without_any_context(layout):
    page = render_to_string(f"huisstijl/{layout}.html", {})
    assert '<html lang="nl"' in page
    assert 'href="#inhoud"' in page
    assert 'id="inhoud"' in page


@pytest.mark.parametrize("name", ["site", "werkplek"])
def test_a_bundle_holds_our_tokens_and_the_packages_rules(name):
    text = Path(finders.find(f"huisstijl/{name}.css")).read_text(encoding="utf-8")
    assert "--stoep-signal:#c2410c" in text
    assert ".utrecht-button--primary-action" in text
    assert ".nl-heading--level-1" in text
    assert "utrecht-button--danger" not in text


def test_rules_for_classes_that_occur_nowhere_are_dropped():
    text = ".nl-a,.nl-b:not(.nl-c){color:red}@media print{.nl-c{color:blue}}.nl-c .nl-b{top:0}"
    assert keep_used(text, frozenset({"nl-b"})) == ".nl-b:not(.nl-c){color:red}"


def test_a_comma_within_brackets_does_not_split_a_selector():
    assert selectors("a:is(b, c), d") == ["a:is(b, c)", "d"]


def test_a_style_sheet_shrinks_without_changing_what_it_says():
    assert shrink("/* c */ a  {\n color: red ;\n margin: 0 1px; }\n") == "a{color:red;margin:0 1px}\n"


def test_a_component_sees_only_the_values_that_it_is_given():
    drawn = Template('{% component "badge" label=n %}').render(Context({"n": 3, "tone": "signal"}))
    assert ">3<" in drawn
    assert "stoep-badge--signal" not in drawn


def test_what_people_typed_is_escaped_in_a_component():
    drawn = Template('{% component "button" label=n %}').render(Context({"n": "<script>alert(1)</script>"}))
    assert "<script>" not in drawn


@pytest.mark.parametrize("name", ["site", "werkplek"])
def test_a_bundle_stays_small(name):
    content = Path(finders.find(f"huisstijl/{name}.css")).read_bytes()
    assert len(gzip.compress(content)) < 20_000
