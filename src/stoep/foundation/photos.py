"""Photos from anyone, made safe: decoded, turned upright, and drawn again as a clean JPEG.

Nothing of what was sent passes through. The picture is decoded and its pixels are encoded anew, so place, time,
camera, comments, colour profiles, second frames and whatever hides behind the picture stay behind.
Memory is bounded: by what a file may measure, by decoding large JPEGs small, and by one at a time per process.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms

from stoep.foundation.errors import Invalid
from stoep.foundation.nederlands import counted, file_size

MAX_BYTES = 15_000_000
MAX_SIDE = 2048
NEAR_ENOUGH = 0.9  # a JPEG halved while decoding costs a third; for that a photo may stay a tenth under MAX_SIDE
QUALITY = 85
THUMBNAIL_QUALITY = 80
CONTENT_TYPE = "image/jpeg"

# What one photo may cost is some 200 MB (docs/adr/0002). A plain JPEG is decoded small, line by line, so a large one
# costs little; a progressive JPEG and a PNG take memory for every pixel; the decoder of WebP for four times as many.
MAX_PIXELS_PLAIN_JPEG = 110_000_000
MAX_PIXELS_WEBP = 13_000_000
MAX_PIXELS = 25_000_000
MILLION = 1_000_000

# By what the bytes are; never by the name of the file or by what the sender calls it.
FORMATS = ("JPEG", "PNG", "WEBP")
JPEGS = ("JPEG", "MPO")  # MPO: a JPEG with more pictures behind it, as many phones make
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
WIDE_GREYS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
MAX_PROFILE = 4_000_000
ONE_AT_A_TIME = threading.Lock()


class PhotoTooLarge(Invalid):
    """More bytes or more pixels than a photo needs."""

    code = "photo-too-large"
    message = _("De foto is te groot. Kies een foto van hoogstens {limit}.")


class PhotoNotRecognised(Invalid):
    """It is no JPEG, PNG or WebP, whatever it is called, or it is damaged."""

    code = "photo-not-recognised"
    message = _(
        "Dit bestand kunnen wij niet als foto lezen. Kies een foto (JPEG, PNG of WebP) of maak een nieuwe foto."
    )


@dataclass(frozen=True, slots=True)
class Photo:
    """A clean JPEG."""

    data: bytes
    content_type: str
    width: int
    height: int


def prepare_photo(data: bytes | BinaryIO, *, max_bytes: int = MAX_BYTES) -> Photo:
    """Make a clean JPEG of at most 2048 pixels a side. Raises PhotoTooLarge or PhotoNotRecognised."""
    return drawn_again(data, side=MAX_SIDE, enough=int(MAX_SIDE * NEAR_ENOUGH), quality=QUALITY, max_bytes=max_bytes)


def thumbnail(data: bytes | BinaryIO, size: int) -> Photo:
    """The same picture with no side longer than `size` pixels."""
    return drawn_again(data, side=size, enough=size, quality=THUMBNAIL_QUALITY, max_bytes=MAX_BYTES)


def drawn_again(data: bytes | BinaryIO, *, side: int, enough: int, quality: int, max_bytes: int) -> Photo:
    """Decode (a JPEG no larger than `enough` asks), turn, convert, make small and encode: the one way in."""
    stream = bounded(data, max_bytes)
    with ONE_AT_A_TIME, refusing_what_is_no_photo(), Image.open(stream, formats=FORMATS) as source:
        refuse_too_many_pixels(source)
        if source.format in JPEGS:
            source.draft("RGB", scaled(source.size, enough))
        source.load()
        picture = on_white_in_srgb(smaller(source, side), source.info.get("icc_profile"))
        turn = TURNS.get(orientation_of(source))
        picture = picture if turn is None else picture.transpose(turn)
        clean = Image.new("RGB", picture.size)  # a new image carries no comment or other text into the file
        clean.paste(picture)
        encoded = io.BytesIO()
        clean.save(encoded, "JPEG", quality=quality)
    return Photo(encoded.getvalue(), CONTENT_TYPE, *clean.size)


def bounded(data: bytes | BinaryIO, max_bytes: int) -> BinaryIO:
    """The bytes as a file from its beginning. Raises PhotoTooLarge without reading more than allowed."""
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    if not stream.seekable():
        stream = io.BytesIO(stream.read(max_bytes + 1))
    if stream.seek(0, io.SEEK_END) > max_bytes:
        raise PhotoTooLarge(limit=file_size(max_bytes))
    stream.seek(0)
    return stream


@contextmanager
def refusing_what_is_no_photo() -> Iterator[None]:
    """Turn every way in which decoding can fail into one refusal."""
    try:
        yield
    except Invalid:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoTooLarge(limit=pixels_in_words(MAX_PIXELS_PLAIN_JPEG)) from error
    except Exception as error:  # decoders raise OSError, SyntaxError, ValueError, IndexError, struct.error and more
        raise PhotoNotRecognised from error


def refuse_too_many_pixels(source: Image.Image) -> None:
    """Raise PhotoTooLarge by the size that the header names, before a pixel is decoded."""
    width, height = source.size
    limit = MAX_PIXELS_WEBP if source.format == "WEBP" else MAX_PIXELS
    if source.format in JPEGS and not source.info.get("progressive"):
        limit = MAX_PIXELS_PLAIN_JPEG
    if width * height > limit:
        raise PhotoTooLarge(limit=pixels_in_words(limit))


def pixels_in_words(pixels: int) -> str:
    """`25 miljoen beeldpunten`."""
    return counted(pixels // MILLION, "miljoen beeldpunten", "miljoen beeldpunten")


def smaller(source: Image.Image, side: int) -> Image.Image:
    """The picture with no side longer than `side`, in a mode that can be blended."""
    if source.mode in WIDE_GREYS:
        picture = source.point(lambda value: value * (1 / 257)).convert("L")
    elif source.mode in ("P", "1", "PA") or "transparency" in source.info:
        picture = source.convert("RGBA" if source.has_transparency_data else "RGB")
    else:
        picture = source
    if max(picture.size) <= side:
        return picture
    return picture.resize(scaled(picture.size, side), Image.Resampling.LANCZOS, reducing_gap=2.0)


def scaled(size: tuple[int, int], side: int) -> tuple[int, int]:
    """The size with its longest side as given, in proportion."""
    width, height = size
    longest = max(size)
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


def on_white_in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture without transparency, in the colours of a screen."""
    if picture.mode in ("RGBA", "LA", "La", "RGBa"):
        picture = picture.convert("RGBA")
        paper = Image.new("RGB", picture.size, "white")
        paper.paste(picture, mask=picture.getchannel("A"))
        picture = paper
    if profile and len(profile) <= MAX_PROFILE:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # a broken profile, or one for another kind of picture: the colours as they are
        if converted is not None:
            return converted
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def orientation_of(source: Image.Image) -> int:
    """How the camera was held, 1 to 8, or 1 when that cannot be read."""
    try:
        return int(source.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 EXIF is written by every kind of device; a picture is worth more than its orientation
        return 1
