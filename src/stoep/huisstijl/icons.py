"""Icons: one set from a package, put into the page as SVG, so that they take the colour of the text."""

from __future__ import annotations

import re
from functools import cache

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

NAME = re.compile(r"[a-z0-9-]+")
OUTER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
FALLBACK = "circle"


@cache
def drawing(name: str) -> str | None:
    """The shapes of an icon without the surrounding svg element; None when the set has no such icon."""
    if not NAME.fullmatch(name):
        return None
    path = settings.NODE_MODULES / "lucide-static" / "icons" / f"{name}.svg"
    if not path.is_file():
        return None
    found = OUTER.search(path.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", found[1]).strip() if found else None


@cache
def icon_svg(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon as SVG: decorative, unless a label says what it means to somebody who cannot see it."""
    shapes = drawing(name) or drawing(FALLBACK) or ""
    meaning = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    classes = f"stoep-icon stoep-icon--{size}" if size else "stoep-icon"
    return format_html(
        '<svg class="{}" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" focusable="false" {}>{}</svg>',
        classes,
        mark_safe(meaning),
        mark_safe(shapes),
    )
