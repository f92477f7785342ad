"""Starting programs that die with us, and finding what an earlier run left behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psutil

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def dies_with_parent(with_signal: signal.Signals, parent: int) -> Callable[[], None]:
    """What a child runs before its program starts: the kernel signals it when its parent is gone.

    Must be set after a change of user, which clears it; subprocess does that first.
    """

    def arrange() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return arrange


def living_in(folder: Path) -> list[psutil.Process]:
    """The processes whose working folder is this one: a server and its workers live in their data folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and process.cwd() == str(folder):
                found.append(process)
    return found


def wait_until(done: Callable[[], bool], seconds: float) -> bool:
    """Look often until it is done or the time is over; answers whether it is done."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def end_processes(processes: list[psutil.Process]) -> None:
    """End processes of an earlier run: politely, then with force."""
    for with_signal, seconds in ((signal.SIGINT, 10), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.send_signal(with_signal)
        if wait_until(lambda: not any(_lives(process) for process in processes), seconds):
            return


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
