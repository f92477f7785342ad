"""Files on disk: written beside, synced, verified and then renamed, so that there is never half a file."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from stoep.foundation.errors import Unavailable
from stoep.foundation.storage.contract import (
    Checked,
    NotStored,
    StorageFull,
    Stored,
    chunks_of,
    hash_of,
    is_hash,
    path_of,
)

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
OWNER_ONLY = 0o700
ABANDONED_AFTER = 24 * 60 * 60  # seconds


class DiskStorage:
    """Files in a folder, in two levels of 256 folders each, readable by this user only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.incoming = folder / "incoming"

    def store(self, data: bytes | BinaryIO) -> Stored:
        """Write, sync, verify by reading back, rename."""
        with saying_no():
            make_folders(self.incoming)
            handle, name = tempfile.mkstemp(dir=self.incoming)
        arriving = Path(name)
        try:
            stored = write(handle, data)
            with saying_no():
                self.verify(arriving, stored)
                target = self.folder / path_of(stored.sha256)
                make_folders(target.parent)
                arriving.replace(target)
                sync_folder(target.parent)
        finally:
            arriving.unlink(missing_ok=True)
        return stored

    def verify(self, arriving: Path, stored: Stored) -> None:
        """Raise Unavailable when the disk gives back something else than was written."""
        with arriving.open("rb") as file:
            if hash_of(file) != stored.sha256:
                raise Unavailable("De schijf geeft iets anders terug dan er geschreven is.")

    def open_stored(self, sha256: str) -> BinaryIO:
        """Open for reading."""
        try:
            with saying_no():
                return (self.folder / path_of(sha256)).open("rb")
        except FileNotFoundError as error:
            raise NotStored from error

    def exists(self, sha256: str) -> bool:
        """Whether the file is there."""
        return is_hash(sha256) and (self.folder / path_of(sha256)).is_file()

    def delete(self, sha256: str) -> None:
        """Unlink and sync, so that it stays gone after a power cut."""
        target = self.folder / path_of(sha256)
        with suppress(FileNotFoundError), saying_no():
            target.unlink()
            sync_folder(target.parent)

    def hashes(self) -> Iterator[str]:
        """Walk the folders."""
        for file in self.folder.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            if is_hash(file.name):
                yield file.name

    def check_all(self) -> Checked:
        """Read every file; remove what writers that were killed left behind."""
        files = size = 0
        damaged: list[str] = []
        for sha256 in self.hashes():
            try:
                with self.open_stored(sha256) as file:
                    is_whole = hash_of(file) == sha256
                    size += file.tell()
            except NotStored:
                continue  # deleted meanwhile
            except (OSError, Unavailable):
                is_whole = False  # the disk cannot read it any more
            files += 1
            if not is_whole:
                damaged.append(sha256)
        self.remove_abandoned()
        return Checked(files, size, tuple(damaged))

    def remove_abandoned(self) -> None:
        """Remove files that never got their name; a day is longer than any upload."""
        too_old = time.time() - ABANDONED_AFTER
        for file in self.incoming.glob("*"):
            with suppress(FileNotFoundError):
                if file.stat().st_mtime < too_old:
                    file.unlink()


def write(handle: int, data: bytes | BinaryIO) -> Stored:
    """Write everything to an open file, sync it, and say what it is."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(handle, "wb", buffering=0) as file:
        for chunk in chunks_of(data):  # reading is the caller's: its errors pass as they are
            digest.update(chunk)
            size += len(chunk)
            rest = memoryview(chunk)
            with saying_no():
                while rest:
                    rest = rest[file.write(rest) :]
        with saying_no():
            os.fsync(file.fileno())
    return Stored(digest.hexdigest(), size)


@contextmanager
def saying_no() -> Iterator[None]:
    """Turn what a disk can answer into StorageFull or Unavailable; a file that is not there stays as it is."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StorageFull from error
        raise Unavailable(f"De map voor bestanden werkt niet: {error.strerror}.") from error


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, and sync each new name."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=OWNER_ONLY, exist_ok=True)
        sync_folder(each.parent)


def sync_folder(folder: Path) -> None:
    """Make a new or removed name in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
