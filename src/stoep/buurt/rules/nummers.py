"""The number under which everybody knows a report: not the reporter's number, and nothing can be read from it."""

from __future__ import annotations

ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 12


def write_nummer(digest: bytes) -> str:
    """A number from a keyed hash: the same report always has the same one, also after a rebuild."""
    value = int.from_bytes(digest, "big")
    signs = []
    for _place in range(LENGTH):
        value, rest = divmod(value, len(ALPHABET))
        signs.append(ALPHABET[rest])
    return "".join(signs)


def is_nummer(text: str) -> bool:
    """Whether it can be one."""
    return len(text) == LENGTH and all(sign in ALPHABET for sign in text)
