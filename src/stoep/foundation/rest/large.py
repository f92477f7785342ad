"""A body with one very large text in it: the text stays where the body was put, the rest is read as always.

So a file of any size in base64 costs a little memory: it is decoded piece by piece while it is stored.
"""

from __future__ import annotations

import binascii
import io
import re
import tempfile
from dataclasses import dataclass
from typing import IO, Any, BinaryIO, Final, cast

import msgspec
from django.http import HttpRequest
from django.utils.translation import gettext as _

from stoep.foundation.rest.problems import ProblemError, invalid

PIECE: Final = 256 * 1024
DEEPEST: Final = 100
LONGEST_ESCAPE: Final = 6
STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
SPACES: Final = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class LargeText:
    """A text in a body that was not read into memory: where it stands."""

    source: IO[bytes]
    start: int
    end: int

    def as_base64(self, name: str) -> BinaryIO:
        """What it says in base64, decoded while it is read. Raises ProblemError about this field when it is not."""
        return cast("BinaryIO", Base64File(self, name))


class Base64File(io.RawIOBase):
    """Bytes that stand in base64 in a body. Can be read again from the begin."""

    def __init__(self, text: LargeText, name: str) -> None:
        self.text, self.name = text, name
        self.seek(0)

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
        self.place = self.text.start
        self.escaped = self.quads = self.decoded = b""
        self.ended = False
        return 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        pieces, left = [], size
        while left:
            if not self.decoded and not self.decode_more():
                break
            piece = self.decoded if left < 0 else self.decoded[:left]
            self.decoded = self.decoded[len(piece) :]
            pieces.append(piece)
            left -= len(piece) if left > 0 else 0
        return b"".join(pieces)

    def decode_more(self) -> bool:
        """Decode the next piece; False at the end."""
        while not self.decoded:
            left = self.text.end - self.place
            if left <= 0:
                if self.escaped or self.quads:
                    raise self.refusal()
                return False
            self.text.source.seek(self.place)
            raw = self.text.source.read(min(PIECE, left))
            if not raw:
                raise self.refusal()
            self.place += len(raw)
            self.decode(self.unescaped(raw, is_last=self.place >= self.text.end))
        return True

    def unescaped(self, raw: bytes, *, is_last: bool) -> bytes:
        r"""The text itself: some writers put `\/` for every slash, or `\u002B` for a plus."""
        raw = self.escaped + raw
        self.escaped = b""
        if b"\\" in raw:
            cut = raw.rfind(b"\\", -LONGEST_ESCAPE)
            if cut >= 0 and not is_last:
                cut -= 1 if raw[cut - 1 : cut] == b"\\" else 0
                raw, self.escaped = raw[:cut], raw[cut:]
            try:
                raw = msgspec.json.decode(b'"' + raw + b'"', type=str).encode("ascii")
            except (msgspec.DecodeError, UnicodeError):
                raise self.refusal() from None
        return raw.translate(None, SPACES)

    def decode(self, text: bytes) -> None:
        """Decode whole groups of four characters; the rest waits for the next piece."""
        text = self.quads + text
        whole = len(text) - len(text) % 4
        self.quads = text[whole:]
        if whole and self.ended:
            raise self.refusal()
        try:
            self.decoded = binascii.a2b_base64(text[:whole], strict_mode=True)
        except binascii.Error:
            raise self.refusal() from None
        self.ended = text[whole - 1 : whole] == b"="

    def refusal(self) -> ProblemError:
        """The answer to what is no base64."""
        return not_base64(self.name)


def not_base64(name: str) -> ProblemError:
    """The refusal of content that cannot be decoded."""
    return invalid(name, "invalid", _("Geef de inhoud in base64."))


def read_large(source: IO[bytes], name: str, *, largest_rest: int) -> Any:
    """The JSON in a file, with the text under `name` at the top left where it is, as a LargeText.

    All but that text is of bounded size and depth. Raises ProblemError.
    """
    reader = Reader(name.encode(), largest_rest)
    source.seek(0)
    while piece := source.read(PIECE):
        reader.feed(piece)
    try:
        body = msgspec.json.decode(bytes(reader.rest))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise ProblemError(400, "parse_error", _("De inhoud is geen JSON die we kunnen lezen.")) from None
    if reader.found is not None and isinstance(body, dict):
        body[name] = LargeText(source, *reader.found)
    return body


def as_seekable(request: HttpRequest) -> IO[bytes]:
    """A body that can be read twice: where the edge put it, or put aside first."""
    body = request.META.get("wsgi.input")
    if getattr(body, "seekable", lambda: False)():
        return cast("IO[bytes]", body)
    aside = tempfile.SpooledTemporaryFile(max_size=PIECE)  # noqa: SIM115 goes with the request
    while piece := request.read(PIECE):
        aside.write(piece)
    return cast("IO[bytes]", aside)


class Reader:
    """Goes through JSON piece by piece and keeps everything but one text."""

    def __init__(self, name: bytes, largest_rest: int) -> None:
        self.name = name
        self.largest_rest = largest_rest
        self.rest = bytearray()
        self.place = 0  # in the file, of the piece that is being read
        self.depth = 0
        self.in_string = False
        self.started = -1  # where the text that is left out begins, while we are in it
        self.string_at = 0  # where in the rest the last string begins
        self.carry = b""
        self.key = b""
        self.found: tuple[int, int] | None = None

    def feed(self, piece: bytes) -> None:
        """Read the next piece."""
        piece = self.carry + piece
        begin = self.place - len(self.carry)
        self.carry = b""
        at = 0
        while at < len(piece):
            at = self.read_string(piece, at, begin) if self.in_string else self.read_between(piece, at, begin)
            if len(self.rest) > self.largest_rest:
                raise ProblemError(
                    413, detail=_("Stuur hoogstens {n} bytes buiten de inhoud.").format(n=self.largest_rest)
                )
        self.place = begin + len(piece)

    def read_between(self, piece: bytes, at: int, begin: int) -> int:
        """Read up to the next text; answers where it begins."""
        quote = piece.find(b'"', at)
        end = len(piece) if quote < 0 else quote
        between = piece[at:end]
        self.depth += between.count(b"{") + between.count(b"[") - between.count(b"}") - between.count(b"]")
        if self.depth > DEEPEST or len(self.rest) + len(between) > self.largest_rest + PIECE:
            raise ProblemError(400, "parse_error", _("De inhoud is te diep genest."))
        self.rest += between
        if quote < 0:
            return end
        is_value = self.depth == 1 and self.rest.rstrip(SPACES).endswith(b":")
        self.rest += b'"'
        self.string_at = len(self.rest)
        self.in_string = True
        self.started = begin + quote + 1 if is_value and self.key == self.name else -1
        return quote + 1

    def read_string(self, piece: bytes, at: int, begin: int) -> int:
        """Read up to the end of a text; answers where that is."""
        end = piece.find(b'"', at)
        end = len(piece) if end < 0 else end
        if piece.find(b"\\", at, end) >= 0:
            found = STRING.match(piece, at)
            end = found.end() if found else at
        if self.started < 0:
            self.rest += piece[at:end]
        if end == len(piece):
            return end
        if piece[end : end + 1] == b"\\":  # half an escape: it is read with the next piece
            self.carry = piece[end:]
            return len(piece)
        if self.started >= 0:
            self.found = (self.started, begin + end)
        self.rest += b'"'
        self.key = bytes(self.rest[self.string_at : -1]) if self.depth == 1 else b""
        self.in_string, self.started = False, -1
        return end + 1


def decode_small(text: str) -> bytes | None:
    """Base64 that was read into memory; None when it is none."""
    try:
        return binascii.a2b_base64(text.encode("ascii").translate(None, SPACES), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
