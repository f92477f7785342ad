"""Drawing components: each is compiled once, and the small ones that look the same are drawn once.

A component sees only its values, so the same values give the same HTML. A status, a badge or an icon button stands on
a page dozens of times and on every page again; what has only short, plain values is remembered.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.base import Template
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from stoep.huisstijl.prepared import PREPARE

TOKEN = "csrf_token"  # noqa: S105 a name
PLAIN = frozenset({str, SafeString, int, float, bool, type(None), date})
LONGEST = 120
MOST_DRAWN = 4000
OF_TODAY = frozenset({"term"})

Plain = tuple[tuple[str, type, Any], ...]


def render_component(name: str, values: dict[str, Any]) -> SafeString:
    """The HTML of a component, made from these values and nothing else."""
    plain = None if wants_token(name) or (name in OF_TODAY and "today" not in values) else plain_values(values)
    if plain is None:
        return draw(name, values)
    return draw_once(name, get_language() or "", plain)


def plain_values(values: dict[str, Any]) -> Plain | None:
    """The values as a key, with their types; None when one of them is not short and plain."""
    plain = []
    for key, given in values.items():
        if key == TOKEN:
            continue
        value = str(given) if isinstance(given, Promise) else given
        sort = type(value)
        if sort not in PLAIN or (sort in (str, SafeString) and len(value) > LONGEST):
            return None
        plain.append((key, sort, value))
    return tuple(plain)


@lru_cache(MOST_DRAWN)
def draw_once(name: str, _language: str, plain: Plain) -> SafeString:
    """The HTML of a component whose values say all there is to it."""
    return draw(name, {key: value for key, _, value in plain})


def draw(name: str, values: dict[str, Any]) -> SafeString:
    """The HTML of a component."""
    prepare = PREPARE.get(name)
    if prepare is not None:
        values = {**values, **prepare(values)}
    return mark_safe(str(template_of(name).render(Context(values))))


def template_of(name: str) -> Template:
    """The template of a component; while one builds Stoep it is looked up each time, so that changes show."""
    return look_up(name) if settings.DEBUG else kept(name)


def look_up(name: str) -> Template:
    """Find and compile the template of a component."""
    found: Template = get_template(f"huisstijl/components/{name}/{name}.html").template  # type: ignore[attr-defined]
    return found


kept = cache(look_up)


@cache
def wants_token(name: str) -> bool:
    """Tell whether a component makes a form, so that each visitor gets another."""
    return TOKEN in look_up(name).source
