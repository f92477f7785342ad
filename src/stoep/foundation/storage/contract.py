"""What every place for files promises, and how it says no."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, NotFound

CHUNK = 1024 * 1024
HASH = re.compile(r"[0-9a-f]{64}")


class StorageFull(Conflict):
    """There is no room; nothing was stored."""

    code = "storage-full"
    message = _(
        "Wij kunnen nu geen bestanden opslaan. Probeer het later nog eens, of bel ons. De beheerder moet ruimte maken."
    )


class NotStored(NotFound):
    """No file is stored under this hash."""

    code = "not-stored"
    message = _("Dit bestand is er niet. Meld dit bij de functioneel beheerder.")


class FilesDamaged(Exception):
    """The nightly check found files whose content is not what their name says; `hashes` names them."""

    def __init__(self, hashes: tuple[str, ...]) -> None:
        self.hashes = hashes
        super().__init__(f"{len(hashes)} opgeslagen bestanden zijn beschadigd: {', '.join(hashes[:20])}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored file: the SHA-256 of its content, in hexadecimal, is its name."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of all files found. `damaged` holds names whose content is something else."""

    files: int
    size: int
    damaged: tuple[str, ...]


class Storage(Protocol):
    """A place for files, each under the hash of its content. What is stored does not change.

    An outside system that does not answer, or may not be written, raises Unavailable.
    """

    def store(self, data: bytes | BinaryIO) -> Stored:
        """Keep a file, durably, before this returns. The same content twice is kept once. Raises StorageFull."""

    def open_stored(self, sha256: str) -> BinaryIO:
        """The file, to read and seek in. Raises NotStored."""

    def exists(self, sha256: str) -> bool:
        """Whether a file is stored under this hash."""

    def delete(self, sha256: str) -> None:
        """Remove a file; without complaint when it is gone already. Others may share it: the caller knows."""

    def hashes(self) -> Iterator[str]:
        """The name of each stored file, in no order."""

    def check_all(self) -> Checked:
        """Read every file and compare it with its name."""


def is_hash(text: str) -> bool:
    """Whether the text can be a name here; nothing else ever becomes part of a path."""
    return HASH.fullmatch(text) is not None


def path_of(sha256: str) -> str:
    """Where a file lies, the same on disk and in a bucket: `ab/cd/abcd…`. Raises NotStored for what is no hash."""
    if not is_hash(sha256):
        raise NotStored
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def chunks_of(data: bytes | BinaryIO) -> Iterator[bytes]:
    """The content piece by piece, never as a whole."""
    if isinstance(data, bytes):
        for start in range(0, len(data), CHUNK):
            yield data[start : start + CHUNK]
        return
    while chunk := data.read(CHUNK):
        yield chunk


def hash_of(data: BinaryIO) -> str:
    """The SHA-256 of a file from where it stands, in hexadecimal."""
    digest = hashlib.sha256()
    for chunk in chunks_of(data):
        digest.update(chunk)
    return digest.hexdigest()
