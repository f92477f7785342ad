"""Every template of the house obeys the content security policy and uses icons that exist."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

import stoep
from stoep.huisstijl.icons import drawing

ROOT = Path(stoep.__file__).parent
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
MAIL = re.compile(r"/(mail|brieven|berichten)/")


def name_of(path):
    return str(path).split("/templates/", 1)[1]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_can_be_read(path):
    get_template(name_of(path))


@pytest.mark.parametrize("path", [path for path in TEMPLATES if not MAIL.search(str(path))], ids=name_of)
def test_a_template_has_no_inline_style_or_script(path):
    text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"\son[a-z]+\s*=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert "javascript:" not in text
    assert not re.search(r"\shx-(on|vars)", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_names_only_icons_that_the_set_has(path):
    text = path.read_text(encoding="utf-8")
    named = re.findall(r'\{% icon "([^"]+)"', text) + re.findall(r'\bicon(?:_start)?="([^"]+)"', text)
    assert [name for name in named if drawing(name) is None] == []


@pytest.mark.parametrize("name", ["400.html", "500.html", "503.html"])
def test_a_page_for_when_nothing_works_needs_nothing(name):
    text = get_template(name).template.source
    assert "{%" not in text
    assert "14 0115" in text
