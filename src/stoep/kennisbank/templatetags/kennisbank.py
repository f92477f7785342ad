"""Shows Markdown sections in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from stoep.kennisbank.rules.opmaak import render_markdown

register = template.Library()


@register.filter(name="markdown")
def markdown_filter(text: str) -> SafeString:
    """Render one section; the result is sanitised by `render_markdown`."""
    return mark_safe(render_markdown(text or ""))
