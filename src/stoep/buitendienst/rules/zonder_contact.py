"""The words of a report without the ways to reach its writer: what goes along on a telephone. Pure."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;.]+")
TELEFOON = re.compile(r"(?<![\w-])(?:\+31|0031|0)[\s-]?(?:\(0\))?(?:[\s-]?\d){8,9}(?!\d)")


def without_contact(tekst: str) -> str:
    """The text with e-mail addresses and telephone numbers taken out."""
    return TELEFOON.sub("[telefoonnummer]", EMAIL.sub("[e-mailadres]", tekst))
