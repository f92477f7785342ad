"""Content on its way in: looked at, measured and stored, before anything says that it is there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO, cast

from stoep.documenten.errors import FileSizeDiffers, VirusCheckRefused, VirusCheckUnavailable, VirusFound
from stoep.documenten.ports import virusscanner
from stoep.foundation import storage
from stoep.foundation.errors import Rejected, Unavailable
from stoep.foundation.storage import Stored

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Inhoud = bytes | BinaryIO


def keep(inhoud: Inhoud, *, omvang: int | None = None) -> Stored:
    """Store content after the virus scanner saw it. Raises FileSizeDiffers when it is not as large as announced."""
    look_at(inhoud)
    return storage.store(inhoud if omvang is None else as_file(Measured(inhoud, omvang)))


def look_at(inhoud: Inhoud) -> None:
    """Refuse content in which the scanner finds a virus, or that it could not look at."""
    scanner = virusscanner()
    if scanner is None:
        return
    file = io.BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud
    begin = file.tell()
    try:
        virus = scanner.find_virus(file)
    except Unavailable as error:
        raise VirusCheckUnavailable from error
    except Rejected as error:
        raise VirusCheckRefused(reden=error) from error
    if virus:
        raise VirusFound(virus=virus)
    file.seek(begin)


def as_file(raw: io.RawIOBase) -> BinaryIO:
    """A raw file as those want it who read it."""
    return cast("BinaryIO", raw)


class Measured(io.RawIOBase):
    """Content that must be exactly as large as was announced; reading on tells."""

    def __init__(self, inhoud: Inhoud, omvang: int) -> None:
        self.file: BinaryIO = io.BytesIO(inhoud) if isinstance(inhoud, bytes) else inhoud
        self.left = omvang

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes. Raises FileSizeDiffers for one too many, or when it ends too early."""
        chunk = self.file.read(size)
        self.left -= len(chunk)
        if self.left < 0 or (not chunk and size and self.left):
            raise FileSizeDiffers
        return chunk


class Joined(io.RawIOBase):
    """Stored parts, read one after another as one file."""

    def __init__(self, hashes: Sequence[str]) -> None:
        self.hashes = hashes
        self.place = 0
        self.current: BinaryIO | None = None

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def tell(self) -> int:
        """Where a reader begins; between reads nobody asks."""
        return 0

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Back to the begin, for who reads it again."""
        if (offset, whence) != (0, io.SEEK_SET):
            raise io.UnsupportedOperation("only back to the begin")
        self.close_part()
        self.place = 0
        return 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, of at most one part."""
        while self.place < len(self.hashes):
            if self.current is None:
                self.current = storage.open_stored(self.hashes[self.place])
            if chunk := self.current.read(size):
                return chunk
            self.close_part()
            self.place += 1
        return b""

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """The next bytes into a buffer."""
        view = memoryview(buffer).cast("B")
        chunk = self.read(len(view))
        view[: len(chunk)] = chunk
        return len(chunk)

    def close_part(self) -> None:
        """Close the part that is being read."""
        if self.current is not None:
            self.current.close()
            self.current = None

    def close(self) -> None:
        """Close whatever is open."""
        self.close_part()
        super().close()


def join(hashes: Sequence[str], *, omvang: int) -> Stored:
    """Store parts as one file, after the scanner saw it whole."""
    with closing(Joined(hashes)) as whole:
        if len(hashes) == 1 and virusscanner() is None:
            return Stored(hashes[0], omvang)
        return keep(as_file(whole), omvang=omvang)
