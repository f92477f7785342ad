"""How a section of Markdown becomes safe HTML: headings, lists, links, emphasis and tables, nothing else."""

from __future__ import annotations

import re

import markdown
import nh3

TAGS = {
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "strong",
    "em",
    "h3",
    "h4",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
}
HEADING = re.compile(r"<(/?)h[12]>")


def render_markdown(text: str) -> str:
    """Turn one section into HTML. Raw HTML is dropped; headings start at h3, below the section's own."""
    html = markdown.markdown(text, extensions=["tables", "sane_lists"], output_format="html")
    lowered = HEADING.sub(r"<\1h3>", html)
    return nh3.clean(
        lowered, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto", "tel"}, link_rel=None
    )


def plain_text(text: str) -> str:
    """The words of a section without markup, for search and for the phone."""
    return re.sub(r"\s+", " ", nh3.clean(render_markdown(text), tags=set())).strip()
