"""Template tags of the house style, available in every template without loading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from stoep.foundation import clock, nederlands
from stoep.huisstijl.drawing import render_component
from stoep.huisstijl.fields import field_context, first_id
from stoep.huisstijl.icons import icon_svg

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon of the one set, decorative unless it has a label."""
    return icon_svg(str(name or ""), str(label), size)


@register.simple_tag(takes_context=True)
def component(context: Context, component_name: str, **values: Any) -> SafeString:
    """A component by name; it sees only the values given here, and the token that forms need."""
    values.setdefault("csrf_token", context.get("csrf_token", ""))
    return render_component(component_name, values)


@register.simple_block_tag(takes_context=True)
def wrap(context: Context, content: str, component_name: str, **values: Any) -> SafeString:
    """A component around a piece of template: {% wrap "card" title="…" %}…{% endwrap %}."""
    values.setdefault("csrf_token", context.get("csrf_token", ""))
    return render_component(component_name, {**values, "content": content})


@register.simple_tag
def form_field(field: BoundField, **options: Any) -> SafeString:
    """A form field whole: label, hint, error and widget, tied together for who cannot see them."""
    return render_component("field", field_context(field, **options))


@register.simple_tag
def form_errors(form: forms.BaseForm | str | None) -> SafeString:
    """The errors of a form in one box on top, each with a link to its field."""
    if not isinstance(form, forms.BaseForm) or not form.errors:
        return mark_safe("")
    entries = [{"text": text, "href": ""} for text in form.non_field_errors()]
    for name in form.errors:
        if name in form.fields:
            field = form[name]
            entries += [
                {"text": text, "href": "" if field.is_hidden else f"#{first_id(field)}"} for text in field.errors
            ]
    return render_component("error_summary", {"entries": entries})


@register.filter
def day(value: date | datetime | None) -> str:
    """'do 3 dec', with the year when it is another year than now."""
    return nederlands.day(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """'do 3 dec 9.14', in Dutch time."""
    return nederlands.moment(value) if value else ""


@register.simple_tag
def current_day() -> date:
    """The calendar day in the Netherlands."""
    return clock.today()


@register.filter
def at(values: Sequence[Any] | None, index: int) -> Any:
    """The value at a place in a list, or nothing when there is none."""
    return values[index] if values and 0 <= index < len(values) else ""


@register.filter
def full_day(value: date | datetime | None) -> str:
    """'donderdag 3 december 2026', where there is room."""
    return nederlands.full_day(value) if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    """'9.14', in Dutch time."""
    return nederlands.clock_time(value) if value else ""
