"""A part of a file over HTTP (RFC 9110, Range): one simple range; whatever else is asked gets the whole file."""

from __future__ import annotations

import io
import re
from typing import BinaryIO, Final, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

SIMPLE_RANGE: Final = re.compile(r"^bytes=(\d{0,18})-(\d{0,18})$")


def send_range(request: HttpRequest, file: BinaryIO, size: int, *, content_type: str, tag: str) -> HttpResponseBase:
    """Stream a file, whole or the one part that was asked for; a thread reads it piece by piece while it is sent."""
    part = find_part(request.headers.get("Range", ""), size)
    if part is None or request.headers.get("If-Range", tag) != tag:
        whole = FileResponse(file, content_type=content_type)
        whole.headers["Content-Length"] = str(size)
        whole.headers["Accept-Ranges"] = "bytes"
        return whole
    first, last = part
    if first > last or first >= size:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    partial = FileResponse(Part.of(file, first, last), status=206, content_type=content_type)
    partial.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    partial.headers["Content-Length"] = str(last - first + 1)
    return partial


def find_part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a simple range. None: no range, or one that may be ignored."""
    found = SIMPLE_RANGE.match(header.strip())
    if found is None or not any(found.groups()):
        return None
    start, end = found.groups()
    if not start:
        return max(size - int(end), 0), size - 1
    return int(start), min(int(end), size - 1) if end else size - 1


class Part(io.RawIOBase):
    """The bytes of a part of a file; closing it closes the file."""

    def __init__(self, file: BinaryIO, first: int, last: int) -> None:
        self.file = file
        self.left = last - first + 1
        file.seek(first)

    @classmethod
    def of(cls, file: BinaryIO, first: int, last: int) -> BinaryIO:
        """The part as those want it who read it."""
        return cast("BinaryIO", cls(file, first, last))

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes of the part."""
        wanted = self.left if size < 0 else min(size, self.left)
        block = self.file.read(wanted) if wanted else b""
        self.left = self.left - len(block) if block else 0
        return block

    def close(self) -> None:
        """Close the file too."""
        self.file.close()
        super().close()
