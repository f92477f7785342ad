"""Files under the hash of their content: on disk, or in a bucket when `STOEP_S3_URL` says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from stoep.foundation.storage.bucket import BucketStorage
from stoep.foundation.storage.contract import Checked, FilesDamaged, NotStored, Storage, StorageFull, Stored
from stoep.foundation.storage.disk import DiskStorage

__all__ = [
    "Checked",
    "FilesDamaged",
    "NotStored",
    "Storage",
    "StorageFull",
    "Stored",
    "check_all",
    "delete",
    "exists",
    "open_stored",
    "store",
    "stored_hashes",
]


@lru_cache(maxsize=8)
def disk_at(folder: Path) -> Storage:
    """The files in a folder."""
    return DiskStorage(folder)


@lru_cache(maxsize=8)
def bucket_at(url: str, endpoint: str, region: str, access_key: str, secret: str) -> Storage:
    """The files in a bucket; its connections are kept."""
    return BucketStorage(url, endpoint=endpoint, region=region, access_key=access_key, secret=secret)


def current() -> Storage:
    """The place that the settings name."""
    wanted = settings.ENVIRONMENT
    if wanted.s3_url:
        return bucket_at(
            wanted.s3_url, wanted.s3_endpoint, wanted.s3_region, wanted.s3_access_key, wanted.s3_secret_key
        )
    return disk_at(Path(settings.DATA) / "files")


def store(data: bytes | BinaryIO) -> Stored:
    """Keep a file, durably, before this returns. Raises StorageFull or Unavailable; then nothing is kept."""
    return current().store(data)


def open_stored(sha256: str) -> BinaryIO:
    """A stored file, to read and seek in. Raises NotStored."""
    return current().open_stored(sha256)


def exists(sha256: str) -> bool:
    """Whether a file is stored under this hash."""
    return current().exists(sha256)


def delete(sha256: str) -> None:
    """Remove a file. Two documents with the same content share one: ask first whether another still needs it."""
    current().delete(sha256)


def stored_hashes() -> Iterator[str]:
    """The hash of each stored file, to find those that no document names."""
    return current().hashes()


def check_all() -> Checked:
    """Read every stored file and compare it with its name."""
    return current().check_all()
