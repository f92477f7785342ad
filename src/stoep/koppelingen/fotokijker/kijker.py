"""The adapter: a process for each photo, with limits."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from stoep.buurt.ports import Gezien
from stoep.foundation.errors import Rejected, Unavailable

SECONDS = 30
MEMORY = 2_000_000_000  # address space: libraries count for much that is never used
PROGRAM = Path(__file__).with_name("kijken.py")


class OpencvKijker:
    """Looks with OpenCV, in a process that may die without harm."""

    def look(self, data: bytes) -> Sequence[Gezien]:
        """What it sees. Raises Rejected when the process fails on this photo, Unavailable when none can start."""
        try:
            done = subprocess.run(  # noqa: S603 - our own program, and nothing of the photo stands on its command line
                [sys.executable, "-I", str(PROGRAM)],
                input=data,
                capture_output=True,
                timeout=SECONDS,
                check=False,
                preexec_fn=limit_process,
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


def limit_process() -> None:
    """Bound what looking may cost."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
