"""What a user name looks like."""

import re

PATTERN = re.compile(r"[a-z0-9][a-z0-9._@-]{1,148}[a-z0-9]")


def is_username(name: str) -> bool:
    """Three to 150 letters, digits, dots, dashes, underscores or an at sign; in lower case."""
    return PATTERN.fullmatch(name) is not None
