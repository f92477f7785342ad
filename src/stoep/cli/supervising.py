"""Keeping programs alive: started, restarted with growing pauses, and stopped together.

Every program dies with the supervisor, however it ends: the kernel sees to that.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stoep.cli.postgres.processes import dies_with_parent

LONGEST_PAUSE = 30.0
STEADY_SECONDS = 30.0
STOP_SECONDS = 15.0


def stoep_program(*arguments: str) -> list[str]:
    """The command line of one of our own commands."""
    return [sys.executable, "-m", "stoep.cli.main", *arguments]


@dataclass
class Program:
    """One program to keep alive. `once` may end well; anything else is started again."""

    title: str
    command: list[str]
    variables: Mapping[str, str]
    once: bool = False
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    next_start: float = 0.0
    failures: int = field(default=0)

    def start(self) -> None:
        """Start the program. Only the main thread may: the kernel ends a child with the thread that made it."""
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("programs are started by the main thread")
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            env=dict(self.variables),
            start_new_session=True,  # Ctrl-C reaches the supervisor only; it ends the rest in order
            preexec_fn=dies_with_parent(signal.SIGTERM, os.getpid()),  # noqa: PLW1509 - it only calls prctl
        )
        self.started_at = time.monotonic()
        self.next_start = 0.0

    @property
    def is_running(self) -> bool:
        """True while it lives."""
        return self.process is not None and self.process.poll() is None

    @property
    def is_done(self) -> bool:
        """True when it was to run once and did."""
        return self.once and self.process is None and not self.next_start

    def look_after(self) -> None:
        """Start it again when it died, after a pause that grows while it keeps dying."""
        if self.process is None:
            if self.next_start and time.monotonic() >= self.next_start:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.process = None
        if self.once and code == 0:
            self.next_start = 0.0
            return
        lived = time.monotonic() - self.started_at
        self.failures = 0 if lived > STEADY_SECONDS else self.failures + 1
        pause = min(0.5 * 2**self.failures, LONGEST_PAUSE) if self.failures else 0.0
        self.next_start = time.monotonic() + pause
        how = f"signaal {-code}" if code < 0 else f"code {code}"
        print(f"! {self.title} stopte ({how}) en start opnieuw over {pause:.0f} s.", file=sys.stderr, flush=True)


class Supervisor:
    """The programs of one installation."""

    def __init__(self) -> None:
        self.programs: list[Program] = []
        self.stopping = threading.Event()

    def catch_signals(self) -> None:
        """Ctrl-C, a terminal that closes and SIGTERM end everything in order."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: self.stopping.set())

    def add(self, program: Program) -> Program:
        """Start a program and keep it alive from now on."""
        self.programs.append(program)
        program.start()
        return program

    def run(self, each_time: Callable[[], None] = lambda: None) -> None:
        """Look after all programs until we are told to stop."""
        while not self.stopping.wait(0.2):
            each_time()
            for program in self.programs:
                program.look_after()

    def wait_for(self, done: Callable[[], bool], seconds: float) -> bool:
        """Look after all programs until something is done; False when it takes too long or we must stop."""
        end = time.monotonic() + seconds
        while not done():
            if self.stopping.wait(0.05) or time.monotonic() > end:
                return False
            for program in self.programs:
                program.look_after()
        return True

    def stop(self) -> None:
        """End all programs, the last started first; with force when asking does not help."""
        running = [program for program in reversed(self.programs) if program.is_running]
        self._signal(running, signal.SIGTERM)
        end = time.monotonic() + STOP_SECONDS
        for program in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                if program.process:
                    program.process.wait(max(0.1, end - time.monotonic()))
        self._signal([program for program in running if program.is_running], signal.SIGKILL)
        for program in running:
            if program.process:
                program.process.wait()
        self.programs.clear()

    @staticmethod
    def _signal(programs: list[Program], number: signal.Signals) -> None:
        for program in programs:
            if program.process:
                with contextlib.suppress(ProcessLookupError):
                    program.process.send_signal(number)
