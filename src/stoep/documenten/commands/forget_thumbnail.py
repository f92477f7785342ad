"""Remove the small pictures of a photo that was destroyed."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def forget_thumbnail(sha256: str) -> None:
    """Remove them from the cache of this machine; there may be none."""
    for path in (Path(settings.DATA) / "cache" / "thumbnails").glob(f"{sha256}-*"):
        path.unlink(missing_ok=True)
