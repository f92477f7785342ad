"""Files in a bucket of S3 or of a server that speaks like it, laid out as on disk."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, BinaryIO, cast

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from stoep.foundation.errors import Unavailable
from stoep.foundation.storage.contract import (
    CHUNK,
    Checked,
    NotStored,
    StorageFull,
    Stored,
    chunks_of,
    is_hash,
    path_of,
)
from stoep.foundation.storage.disk import saying_no

KEPT_IN_MEMORY = 1_000_000
PART = 8 * CHUNK
PARTS_AT_ONCE = 2
READ_AHEAD = 256 * 1024
RETRIES = 3
GIVE_UP_AFTER = timedelta(seconds=30)

# What servers answer when a bucket or its disks are full: MinIO, Ceph, and by quota.
FULL = ("XMinioStorageFull", "QuotaExceeded", "InsufficientStorage", "507 ")


class BucketStorage:
    """Files in a bucket. `url` is `s3://bucket/prefix`; without keys the usual AWS places are searched for them."""

    def __init__(
        self, url: str, *, endpoint: str = "", region: str = "", access_key: str = "", secret: str = ""
    ) -> None:
        config: dict[str, str | bool] = {
            "endpoint": endpoint,
            "region": region,
            "access_key_id": access_key,
            "secret_access_key": secret,
            "checksum_algorithm": "SHA256",  # the server refuses a part that arrives otherwise than it left
        }
        self.bucket = S3Store.from_url(
            url,
            config=cast("Any", {name: value for name, value in config.items() if value}),
            client_options={"allow_http": endpoint.startswith("http://")},
            retry_config={"max_retries": RETRIES, "retry_timeout": GIVE_UP_AFTER},
        )

    def store(self, data: bytes | BinaryIO) -> Stored:
        """Put aside while the hash is counted, then upload; an object appears whole or not at all."""
        digest, size = hashlib.sha256(), 0
        with tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY) as aside:
            for chunk in chunks_of(data):
                digest.update(chunk)
                size += len(chunk)
                with saying_no():
                    aside.write(chunk)
            aside.seek(0)
            stored = Stored(digest.hexdigest(), size)
            path = path_of(stored.sha256)
            with asking():
                obstore.put(self.bucket, path, aside, chunk_size=PART, max_concurrency=PARTS_AT_ONCE)
                arrived = obstore.head(self.bucket, path)["size"]
        if arrived != size:
            raise Unavailable("De opslag heeft een bestand niet heel ontvangen.")
        return stored

    def open_stored(self, sha256: str) -> BinaryIO:
        """A file that fetches what is read."""
        path = path_of(sha256)
        with asking():
            try:
                remote = obstore.open_reader(self.bucket, path, buffer_size=READ_AHEAD)
            except FileNotFoundError as error:
                raise NotStored from error
        return cast("BinaryIO", io.BufferedReader(RemoteFile(remote), READ_AHEAD))

    def exists(self, sha256: str) -> bool:
        """Ask for the head of the object."""
        if not is_hash(sha256):
            return False
        with asking():
            try:
                obstore.head(self.bucket, path_of(sha256))
            except FileNotFoundError:
                return False
        return True

    def delete(self, sha256: str) -> None:
        """Remove the object; S3 does not mind when it is gone."""
        path = path_of(sha256)
        with asking():
            obstore.delete(self.bucket, path)

    def hashes(self) -> Iterator[str]:
        """List the bucket, a thousand names at a time."""
        with asking():
            for page in obstore.list(self.bucket, chunk_size=1000):
                for found in page:
                    name = found["path"].rpartition("/")[2]
                    if is_hash(name):
                        yield name

    def check_all(self) -> Checked:
        """Fetch every object in pieces and compare."""
        files = size = 0
        damaged: list[str] = []
        for sha256 in self.hashes():
            digest = hashlib.sha256()
            with asking():
                try:
                    for piece in obstore.get(self.bucket, path_of(sha256)).stream(min_chunk_size=CHUNK):
                        digest.update(piece)
                        size += len(piece)
                except FileNotFoundError:
                    continue  # deleted meanwhile
            files += 1
            if digest.hexdigest() != sha256:
                damaged.append(sha256)
        return Checked(files, size, tuple(damaged))


class RemoteFile(io.RawIOBase):
    """Lets Python's buffered reader read an object in the bucket."""

    def __init__(self, remote: obstore.ReadableFile) -> None:
        self.remote = remote

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def seekable(self) -> bool:
        """Any place can be fetched."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fetch the next bytes."""
        with asking():
            piece = bytes(self.remote.read(len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        return self.remote.seek(offset, whence)

    def tell(self) -> int:
        """Which place."""
        return self.remote.tell()


@contextmanager
def asking() -> Iterator[None]:
    """Turn what a bucket can answer into StorageFull or Unavailable."""
    try:
        yield
    except (BaseError, OSError, ValueError) as error:
        if any(sign in str(error) for sign in FULL):
            raise StorageFull from error
        raise Unavailable("De opslag voor bestanden antwoordt niet of weigert.") from error
