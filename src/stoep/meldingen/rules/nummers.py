"""The number on a receipt: short enough to read out over the phone, impossible to guess in order.

No vowels (so no words arise), no 0, 1, O, I, L (so nothing is read wrong).
"""

from __future__ import annotations

import re

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH = 6
PREFIX = "M-"


def write_nummer(random_number: int) -> str:
    """Write a random number as a receipt number. The caller brings the randomness."""
    signs = []
    for _ in range(LENGTH):
        random_number, place = divmod(random_number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return PREFIX + "".join(signs)


def read_nummer(typed: str) -> str:
    """Read a number as people type it: `m 7k3q9d`, `7K3Q9D`. Answers "" when it cannot be one."""
    signs = re.sub(r"[^0-9A-Z]", "", typed.upper())
    if len(signs) == LENGTH + 1 and signs.startswith("M"):
        signs = signs[1:]
    if len(signs) != LENGTH or any(sign not in ALPHABET for sign in signs):
        return ""
    return PREFIX + signs
