"""Templates hold no inline script or style: the Content-Security-Policy would refuse them."""

from __future__ import annotations

import re

from tests.architecture.house import refuse, text_of, tracked_files

INLINE = re.compile(
    r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\b(src|type=\"application/(ld\+)?json\"))[^>]*>",
    re.IGNORECASE,
)
COMMENT = re.compile(r"\{% comment.*?endcomment %\}|\{#.*?#\}|<!--.*?-->", re.DOTALL)


def find_inline(name: str, text: str) -> list[str]:
    """Every line of a template with inline script or style."""
    bare = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    return [
        f"{name}:{number} has inline script or style"
        for number, line in enumerate(bare.splitlines(), start=1)
        if INLINE.search(line)
    ]


def test_templates_have_no_inline_script_or_style():
    names = [name for name in tracked_files() if "/templates/" in name and name.endswith(".html")]
    refuse([text for name in names for text in find_inline(name, text_of(name))])


def test_inline_script_and_style_are_caught():
    for text in ('<p style="color:red">', '<a onclick="x()">', "<script>x()</script>", "<style>p{}</style>"):
        assert find_inline("a.html", text), text
    for text in ('<script src="/x.js" defer></script>', '<p class="style">', "{# style= #}", '<option value="on">'):
        assert not find_inline("a.html", text), text
