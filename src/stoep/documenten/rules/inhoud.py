"""How the content of a document comes in, and in which parts (Documenten 1.1 and later).

Pure functions: they count and decide, they fetch and store nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

MEGABYTE: Final = 1024 * 1024

# A part that is lost on the way is sent again: small enough to be no pity, large enough to be few.
PART: Final = 64 * MEGABYTE
# The norm speaks of files up to 4 GB; ours may be larger, but not so large that the parts become a list of their own.
PARTS_AT_MOST: Final = 1000


class Aanlevering(Enum):
    """How content comes in."""

    WHOLE = "whole"
    IN_PARTS = "in parts"
    NONE = "none"


def decide_aanlevering(*, has_inhoud: bool, bestandsomvang: int | None) -> Aanlevering:
    """Decide how content comes in: with the metadata, later in parts, or not at all.

    A size without content announces parts; neither, or a size of nought, is metadata only.
    """
    if has_inhoud:
        return Aanlevering.WHOLE
    return Aanlevering.IN_PARTS if bestandsomvang else Aanlevering.NONE


def divide(bestandsomvang: int, part: int = PART) -> list[int]:
    """The sizes of the parts of a file, in order: all full but the last, none empty."""
    full, rest = divmod(bestandsomvang, part)
    return [part] * full + ([rest] if rest else [])


def is_too_large(bestandsomvang: int, part: int = PART) -> bool:
    """Whether a file has more parts than we hand out."""
    return bestandsomvang > part * PARTS_AT_MOST
