"""Filling a text with values: `Beste {{ naam }}` becomes `Beste Youssef`. Pure.

A placeholder is a name between double braces and nothing more: no conditions, no filters, no code. An
editor can therefore break nothing but a sentence, and we tell which name is wrong when the text is saved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
NAME = re.compile(r"^[a-z][a-z0-9_]*$")
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}")
BLANK_LINES = re.compile(r"\n{3,}")


def find_placeholders(text: str) -> list[str]:
    """The names that a text uses, in order, each once."""
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def find_mistakes(text: str, known: Collection[str]) -> list[str]:
    """What is wrong with a text, as pieces of it: unknown names, and braces that do not match."""
    unknown = [name for name in find_placeholders(text) if name not in known or not NAME.match(name)]
    rest = PLACEHOLDER.sub("", text)
    return [f"{{{{ {name} }}}}" for name in unknown] + LEFTOVER.findall(rest)


def fill_in(text: str, values: Mapping[str, object]) -> str:
    """Replace each placeholder by its value. A value is never read as a text with placeholders itself.

    A name without value leaves nothing: a resident never sees braces.
    """
    return PLACEHOLDER.sub(lambda found: str(values.get(found.group(1), "")), text)


def fill(template_text: str, values: Mapping[str, object]) -> tuple[str, str]:
    """Subject and text of a message: the first line of the template is the subject."""
    subject, _, text = template_text.strip().partition("\n")
    onderwerp = " ".join(fill_in(subject, values).split())
    tekst = BLANK_LINES.sub("\n\n", fill_in(text, values)).strip()
    return onderwerp, tekst
