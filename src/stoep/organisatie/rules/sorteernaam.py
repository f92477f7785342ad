"""On what a name is sorted: the last name without 'van der', lower case and without accents."""

from __future__ import annotations

import unicodedata

TUSSENVOEGSELS = frozenset(
    {"van", "de", "der", "den", "het", "ten", "ter", "te", "'t", "in", "op", "aan", "von", "du", "la", "le"}
)


def sort_name(naam: str) -> str:
    """The stored sort key: `Anouk de Wit` gives `wit anouk de`, `Youssef El Amrani` gives `el amrani youssef`.

    The last name begins at the first word after the first that is a prefix, or else at the second word.
    """
    plain = unicodedata.normalize("NFKD", naam.lower())
    words = "".join(character for character in plain if not unicodedata.combining(character)).split()
    first, rest = words[:1], words[1:]
    prefix = []
    while len(rest) > 1 and rest[0] in TUSSENVOEGSELS:
        prefix.append(rest.pop(0))
    return " ".join([*rest, *first, *prefix])
