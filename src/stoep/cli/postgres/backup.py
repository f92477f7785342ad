"""Backups: base copies, the stream of changes between them, the files, and the way back.

    <backup>/base/<moment>/   pg_basebackup (base.tar.gz, pg_wal.tar.gz), the passwords, about.json
    <backup>/wal/<system>/    every finished piece of the change log, compressed (archive_command); a database
                              that was made anew is another system and gets a folder of its own
    <backup>/files/           the stored files; they never change, so each is copied once

A restore lays the newest base copy from before the wanted moment and plays the changes after it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from stoep.cli.postgres.cluster import ADMINISTRATOR, APPLICATION, Cluster
from stoep.cli.postgres.errors import DatabaseRefused, explain
from stoep.cli.postgres.places import refused_to_write
from stoep.config.environment import Environment

MOMENT = "%Y%m%dT%H%M%SZ"
# PostgreSQL fills in %p (path) and %f (name). Repeating a copy that was cut short is safe.
ARCHIVE = (
    'd=\'{wal}/{system}\'; mkdir -p "$d"; f="$d/%f.gz"; if test -f "$f"; then gzip -dc "$f" | cmp -s - \'%p\'; '
    'else gzip -1 -c \'%p\' > "$f.part" && sync "$f.part" && mv "$f.part" "$f"; fi'
)
PIECE_SIZE = 16 * 1024 * 1024
TIMELINE_NAME, PIECE_NAME = 8, 24
A_DAY = 86_400.0
KEPT_FOLDERS = ("files", "media")  # stored files, and what editors upload
FETCH = "gzip -dc '{wal}/{system}/%f.gz' > '%p'"


@dataclass(frozen=True)
class BackupFolder:
    """The folder that holds everything that is needed to come back."""

    root: Path

    @property
    def base(self) -> Path:
        """The base copies."""
        return self.root / "base"

    @property
    def wal(self) -> Path:
        """The changes since."""
        return self.root / "wal"

    @property
    def files(self) -> Path:
        """The stored files."""
        return self.root / "files"

    def copies(self) -> list[Path]:
        """Every finished base copy, the oldest first."""
        return sorted(path for path in self.base.glob("*Z") if (path / "about.json").exists())

    def copy_before(self, moment: datetime | None) -> Path:
        """The newest base copy that was finished before a moment."""
        fitting = [
            path
            for path in self.copies()
            if moment is None or datetime.fromisoformat(about(path)["finished"]) <= moment
        ]
        if not fitting:
            when = "" if moment is None else f" van vóór {moment.astimezone():%d-%m-%Y %H.%M}"
            raise DatabaseRefused(f"In {self.root} staat geen back-up{when}. Kijk of STOEP_BACKUP_DIR goed staat.")
        return fitting[-1]


def about(copy: Path) -> dict[str, str]:
    """What is known of a base copy."""
    told: dict[str, str] = json.loads((copy / "about.json").read_text())
    return told


def backup_folder(environment: Environment) -> BackupFolder:
    """The backup folder of an installation."""
    return BackupFolder(environment.backup_path)


def archive_settings(environment: Environment) -> dict[str, str]:
    """What the server must know to hand over its changes; off where no schedule is asked for."""
    if not environment.has_backup_schedule:
        return {"archive_mode": "off"}
    return {
        "archive_mode": "on",
        "archive_command": ARCHIVE.replace("{wal}", str(backup_folder(environment).wal)),
        "archive_timeout": str(environment.backup_seconds),
    }


def prepare_folder(folder: BackupFolder, cluster: Cluster) -> None:
    """Make the backup folder; the server's user must be able to write the changes in it."""
    try:
        folder.root.mkdir(parents=True, exist_ok=True)
        for part, mode in ((folder.root, 0o711), (folder.base, 0o700), (folder.files, 0o700), (folder.wal, 0o700)):
            part.mkdir(exist_ok=True)
            part.chmod(mode)
        cluster.places.account.own(folder.wal)
    except OSError as error:
        raise refused_to_write(error, folder.root) from error
    if not cluster.places.account.may_write(folder.wal):
        raise DatabaseRefused(
            f"De gebruiker van de database kan niet in {folder.wal} schrijven. "
            "Kies met STOEP_BACKUP_DIR een map waar die gebruiker bij kan, bijvoorbeeld /var/backups/stoep."
        )


@contextlib.contextmanager
def alone(folder: BackupFolder) -> Iterator[None]:
    """One base copy at a time."""
    lock = folder.root / "busy"
    with lock.open("w") as opened:
        import fcntl

        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise DatabaseRefused("Er wordt al een back-up gemaakt. Wacht tot die klaar is.") from error
        yield


def make_backup(environment: Environment, cluster: Cluster) -> Path:
    """Make a base copy of the running server, copy the files, and clear away what is too old."""
    folder = backup_folder(environment)
    prepare_folder(folder, cluster)
    with alone(folder):
        for unfinished in folder.base.glob("*.part"):
            shutil.rmtree(unfinished)
        started = datetime.now(UTC)
        copy = folder.base / started.strftime(MOMENT)
        part = copy.with_suffix(".part")
        done = subprocess.run(
            [cluster.binaries.program("pg_basebackup"), "-D", str(part), "--format=tar", "--gzip", "--compress=1",
             "--wal-method=stream", "--checkpoint=fast", "--no-password"],
            env=cluster.password_variables(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            shutil.rmtree(part, ignore_errors=True)
            raise explain(done.stderr, folder.root)
        # Files after the rows that speak of them: a row in the copy always finds its file.
        copy_files(environment, folder)
        for role in (ADMINISTRATOR, APPLICATION):
            shutil.copy2(cluster.places.home / f"password-{role}", part)
        told = {
            "started": started.isoformat(),
            "finished": datetime.now(UTC).isoformat(),
            "version": cluster.binaries.version,
            "system": cluster.system,
        }
        (part / "about.json").write_text(json.dumps(told, indent=1))
        part.rename(copy)
        clear_away(environment, folder)
    return copy


def is_due(folder: BackupFolder, at: str, now: datetime) -> bool:
    """True when there is no base copy since the last time (of day) that one was to be made."""
    hour, minute = (int(part) for part in at.split(":"))
    last = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if last > now:
        last -= timedelta(days=1)
    copies = folder.copies()
    return not copies or datetime.fromisoformat(about(copies[-1])["started"]) < last


def clear_away(environment: Environment, folder: BackupFolder) -> None:
    """Remove the base copies above the number that is kept, and the changes from before the oldest."""
    for old in folder.copies()[: -environment.backup_keep]:
        shutil.rmtree(old)
    needed: dict[str, str] = {}
    for copy in reversed(folder.copies()):
        needed[about(copy)["system"]] = first_piece(copy)
    for system in folder.wal.iterdir():
        if system.name not in needed:
            shutil.rmtree(system)  # of a database that no copy is left of
            continue
        for piece in system.glob("*.gz"):
            name = piece.name[:PIECE_NAME]
            if len(piece.name) > PIECE_NAME and name[TIMELINE_NAME:] < needed[system.name]:
                piece.unlink()


def first_piece(copy: Path) -> str:
    """The first piece of the change log that a base copy needs, without its timeline."""
    ranges = json.loads((copy / "backup_manifest").read_text())["WAL-Ranges"]
    high, low = (int(part, 16) for part in ranges[0]["Start-LSN"].split("/"))
    number = ((high << 32) + low) // PIECE_SIZE
    return f"{number >> 8:08X}{number & 0xFF:08X}"


def copy_files(environment: Environment, folder: BackupFolder, since: float = 0.0) -> int:
    """Copy stored files that the backup does not have; answers how many. `since` skips untouched folders."""
    return sum(copy_missing(environment.data_path / name, folder.files / name, since) for name in KEPT_FOLDERS)


def copy_missing(source: Path, target: Path, since: float = 0.0) -> int:
    """Copy each file that the target lacks or has in another size, whole or not at all."""
    count = 0
    for place, _, names in os.walk(source):
        if Path(place).stat().st_mtime < since:
            continue
        beside = target / Path(place).relative_to(source)
        for name in names:
            with contextlib.suppress(FileNotFoundError):  # removed in the meantime, by right
                size = (Path(place) / name).stat().st_size
                here = beside / name
                if name.endswith((".part", ".tmp")) or (here.exists() and here.stat().st_size == size):
                    continue
                beside.mkdir(parents=True, exist_ok=True)
                shutil.copy2(Path(place) / name, beside / f"{name}.part")
                (beside / f"{name}.part").rename(here)
                count += 1
    return count


def restore(environment: Environment, cluster: Cluster, moment: datetime | None) -> tuple[Path, float]:
    """Lay the fitting base copy and play the changes after it, up to a moment or to the end.

    What stands in the data folder now is set aside, never thrown away. Answers the copy and the seconds.
    """
    began = time.monotonic()
    folder = backup_folder(environment)
    copy = folder.copy_before(moment)
    cluster.take_lock()
    try:
        cluster.bury_earlier_run()
        cluster.places.prepare_socket()
        lay_copy(copy, cluster)
        cluster.check_version()
        play_changes(folder, cluster, moment)
        bring_files_back(environment, folder)
    except OSError as error:
        raise refused_to_write(error, cluster.places.home) from error
    finally:
        cluster.stop()
    return copy, time.monotonic() - began


def lay_copy(copy: Path, cluster: Cluster) -> None:
    """Unpack a base copy in the place of the data folder."""
    places = cluster.places
    if places.data.exists():
        places.data.rename(places.home / f"data.before-{datetime.now(UTC).strftime(MOMENT)}")
    fresh = places.home / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    for archive, target in (("base.tar.gz", fresh), ("pg_wal.tar.gz", fresh / "pg_wal")):
        done = subprocess.run(
            ["tar", "--extract", "--gzip", "--file", str(copy / archive), "--directory", str(target)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise explain(done.stderr, places.home)
    for place, _, names in os.walk(fresh):
        places.account.own(Path(place))
        for name in names:
            places.account.own(Path(place) / name)
    for role in (ADMINISTRATOR, APPLICATION):
        shutil.copy2(copy / f"password-{role}", places.home)
    fresh.rename(places.data)


def play_changes(folder: BackupFolder, cluster: Cluster, moment: datetime | None) -> None:
    """Start the server in recovery and let it play what was archived; it then stands on its own."""
    signal_file = cluster.places.data / "recovery.signal"
    signal_file.touch(mode=0o600)
    cluster.places.account.own(signal_file)
    # Without hot standby the server is "ready" only when all is played and it stands on its own.
    target = {"recovery_target_timeline": "latest", "hot_standby": "off"}
    if moment is not None:
        target |= {"recovery_target_time": moment.isoformat(sep=" "), "recovery_target_action": "promote"}
    cluster.launch(restore_command=FETCH.replace("{wal}", str(folder.wal)), seconds=A_DAY, archive_mode="off", **target)


def bring_files_back(environment: Environment, folder: BackupFolder) -> None:
    """Copy the stored files that are missing from the backup."""
    for name in KEPT_FOLDERS:
        copy_missing(folder.files / name, environment.data_path / name)
