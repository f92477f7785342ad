"""Limits and short forms of what people write."""

from __future__ import annotations

LONGEST_TEKST = 4000
LONGEST_OMSCHRIJVING = 80


def shorten(text: str, most: int = LONGEST_OMSCHRIJVING) -> str:
    """One line of at most `most` characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,.;:") + "…"


def cut(text: str, most: int = 1000) -> str:
    """The text as it was written, but not longer than a field of the norm can hold."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
