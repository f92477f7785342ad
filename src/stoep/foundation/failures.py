"""What is written down of an error: enough to mend it, without personal data.

Messages of databases and libraries quote what they stumbled on. We keep the kind of the error, where
it arose, and its message without the parts that may hold a name, an address or a number of a person.
"""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

LONGEST = 600
NINE_DIGITS = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
ADDRESS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.\w+")
QUOTED_ROW = re.compile(r"(DETAIL|CONTEXT|HINT):.*")


SIGNED_LINK = re.compile(r"[\w-]{4,}\.[\w-]{6}\.[\w-]{43}")


def without_personal_data(text: str) -> str:
    """Hide what may be a BSN, a phone number, an e-mail address or a secret link, and the row that a database quotes."""
    text = QUOTED_ROW.sub("", text)
    text = ADDRESS.sub("•••@•••", text)
    text = SIGNED_LINK.sub("•••", text)
    return NINE_DIGITS.sub("•••", text)


def describe(error: BaseException) -> str:
    """One line of what went wrong and one of where: `ValueError: … / handlers.py:41 on_zaak_opened`."""
    kind = type(error).__name__
    message = without_personal_data(str(error)).strip()[:LONGEST]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/stoep/" in frame.filename] or list(frames)
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno} {ours[-1].name}" if ours else ""
    return f"{kind}: {message}\n{where}".strip()


class CarefulFormatter(logging.Formatter):
    """Formats a line of the log, traceback included, without personal data."""

    default_format = "%(asctime)s %(levelname)s %(name)s: %(message)s"

    def __init__(self, fmt: str | None = None) -> None:
        super().__init__(fmt or self.default_format)

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return without_personal_data(super().format(record))
