"""The adapter: a process for each photo. It limits itself.

Nothing of ours may run between fork and exec (`preexec_fn`): forking the worker properly makes numpy end its threads,
and waits for ever when the recogniser is just learning with them.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from stoep.buurt.ports import Gezien
from stoep.foundation.errors import Rejected, Unavailable

SECONDS = 30
PROGRAM = Path(__file__).with_name("kijken.py")


class OpencvKijker:
    """Looks with OpenCV, in a process that may die without harm."""

    def look(self, data: bytes) -> Sequence[Gezien]:
        """What it sees. Raises Rejected when the process fails on this photo, Unavailable when none can start."""
        try:
            done = subprocess.run(  # noqa: S603 - our own program, and nothing of the photo stands on its command line
                [sys.executable, "-I", str(PROGRAM), str(SECONDS)],
                input=data,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise Rejected("de foto bekijken duurde te lang") from error
        except OSError as error:
            raise Unavailable("het bekijken van foto's start niet") from error
        if done.returncode != 0:
            raise Rejected(f"de foto is niet te bekijken ({done.returncode})")
        try:
            return msgspec.json.decode(done.stdout, type=list[Gezien])
        except msgspec.DecodeError as error:
            raise Rejected("het antwoord is niet te lezen") from error
