"""Small pictures of photos, made once and kept on this machine under the hash of the photo.

They are a cache: whoever destroys a photo may empty the folder, and it fills again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.conf import settings

from stoep.foundation import photos, storage

PHOTO_TYPES = ("image/jpeg", "image/png", "image/webp")
LONGEST_SIDE = 480


def thumbnail_of(sha256: str) -> bytes:
    """The small picture of a stored photo. Written under another name first, so that nobody reads half of one."""
    path = folder() / f"{sha256}-{LONGEST_SIDE}.jpg"
    if path.exists():
        return path.read_bytes()
    with storage.open_stored(sha256) as file:
        small = photos.thumbnail(file, LONGEST_SIDE).data
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as partial:
        partial.write(small)
    Path(partial.name).replace(path)
    return small


def folder() -> Path:
    """Where they are kept."""
    return Path(settings.DATA) / "cache" / "thumbnails"
