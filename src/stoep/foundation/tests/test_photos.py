"""Photos from anyone become clean JPEGs."""

import io
import random
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from stoep.foundation.errors import Invalid
from stoep.foundation.photos import MAX_SIDE, PhotoNotRecognised, PhotoTooLarge, prepare_photo, thumbnail

SECRET = b"Zeestraat-12-Havendam"
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 40), (30, 40, 210), (250, 250, 250)


def quarters(width=64, height=48):
    """A picture of which every corner has its own colour."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(WHITE, (width // 2, height // 2, width, height))
    return image


def written(image, kind="JPEG", **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def decoded(photo):
    image = Image.open(io.BytesIO(photo.data))
    image.load()
    return image


def near(a, b, tolerance=24):
    return all(abs(x - y) <= tolerance for x, y in zip(a, b, strict=True))


def corners(image):
    w, h = image.size
    return [
        image.getpixel(at)
        for at in ((w // 8, h // 8), (w - w // 8, h // 8), (w // 8, h - h // 8), (w - w // 8, h - h // 8))
    ]


def looks_like(photo, *colours, tolerance=24):
    return all(near(a, b, tolerance) for a, b in zip(corners(decoded(photo)), colours, strict=True))


def png_claiming(width, height):
    """A PNG of a few bytes that says it is huge, with a stream that inflates for as long as one reads."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(10_000_000), 9))
        + chunk(b"IEND", b"")
    )


def segments(jpeg):
    """The markers of a JPEG up to the picture itself."""
    assert jpeg[:2] == b"\xff\xd8"
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_becomes_a_jpeg(kind):
    photo = prepare_photo(io.BytesIO(written(quarters(), kind)))
    assert (photo.content_type, photo.width, photo.height) == ("image/jpeg", 64, 48)
    assert decoded(photo).format == "JPEG"
    assert looks_like(photo, RED, GREEN, BLUE, WHITE)


def test_a_large_photo_is_made_at_most_2048_pixels_wide_or_high():
    wide = prepare_photo(written(quarters(3000, 2000)))
    assert (wide.width, wide.height) == (2048, 1365)
    tall = prepare_photo(written(quarters(3000, 4000), "PNG"))
    assert (tall.width, tall.height) == (1536, 2048)
    assert looks_like(tall, RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("width", [2049, 2500, 3686, 3700, 4032, 6000, 8000])
def test_a_jpeg_that_is_decoded_small_keeps_nine_tenths_at_least(width):
    photo = prepare_photo(written(quarters(width, width * 3 // 4)))
    assert 0.9 * MAX_SIDE - 1 <= photo.width <= MAX_SIDE
    assert abs(photo.height - photo.width * 0.75) <= 1


def test_a_small_photo_is_not_blown_up():
    assert (prepare_photo(written(quarters(1, 1))).width, prepare_photo(written(quarters(640, 480))).width) == (1, 640)


def test_a_very_long_photo_keeps_at_least_a_pixel():
    photo = prepare_photo(written(Image.new("RGB", (9000, 1)), "PNG"))
    assert (photo.width, photo.height) == (2048, 1)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_however_the_camera_was_held_the_photo_stands_upright(kind, orientation):
    stored_as = {  # how an upright picture lies in the file for each orientation
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = quarters()
    lying = upright.transpose(stored_as[orientation]) if orientation in stored_as else upright
    photo = prepare_photo(written(lying, kind, exif=exif.tobytes()))
    assert (photo.width, photo.height) == (64, 48)
    assert looks_like(photo, RED, GREEN, BLUE, WHITE)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_ignored(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert looks_like(prepare_photo(written(quarters(), exif=exif.tobytes())), RED, GREEN, BLUE, WHITE)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_broken_exif_does_not_lose_the_photo():
    for broken in (b"Exif\x00\x00" + b"\xff" * 40, b"Exif\x00\x00II*\x00\xff\xff\xff\x7f", b"Exif\x00\x00"):
        assert looks_like(prepare_photo(written(quarters(), exif=broken)), RED, GREEN, BLUE, WHITE)


def gps_exif():
    exif = Image.Exif()
    exif[0x010F] = "Telefoon " + SECRET.decode()
    exif[0x0132] = "2026:11:22 09:14:00"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (51.0, 19.0, 48.0), "E", (3.0, 48.0, 0.0)
    gps[29] = SECRET.decode()
    return exif.tobytes()


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="51,19.8N" note="'
    + SECRET
    + b'"/></x:xmpmeta>'
)


def with_text():
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return text


@pytest.mark.parametrize(
    "sent",
    [
        written(quarters(), "JPEG", exif=gps_exif(), xmp=XMP, comment=SECRET),
        written(quarters(), "PNG", exif=gps_exif(), pnginfo=with_text()),
        written(quarters(), "WEBP", exif=gps_exif(), xmp=XMP),
    ],
    ids=["JPEG", "PNG", "WEBP"],
)
def test_nothing_about_the_maker_or_the_place_is_left(sent):
    assert SECRET in sent
    photo = prepare_photo(sent)
    for trace in (SECRET, b"Exif", b"GPS", b"xmpmeta", b"Telefoon", b"2026:11:22", b"ICC_PROFILE", b"Adobe"):
        assert trace not in photo.data
    image = decoded(photo)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    # JFIF header, tables, frame, Huffman tables: no other application segment and no comment
    assert set(segments(photo.data)) <= {0xE0, 0xDB, 0xC0, 0xC4}
    assert SECRET not in thumbnail(sent, 32).data


def test_a_profile_for_another_kind_of_picture_is_ignored():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    photo = prepare_photo(written(quarters(), icc_profile=lab.tobytes()))
    assert looks_like(photo, RED, GREEN, BLUE, WHITE)


def test_a_profile_with_swapped_colours_is_applied():
    # An sRGB profile whose red and blue primaries are exchanged: what looks red is stored as blue.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")
    photo = prepare_photo(written(quarters(), "PNG", icc_profile=bytes(profile)))
    assert looks_like(photo, BLUE, GREEN, RED, WHITE, tolerance=40)


@pytest.mark.parametrize("profile", [b"geen profiel", b"\x00" * 128, b"\xff" * 3000])
def test_a_broken_profile_does_not_lose_the_photo(profile):
    assert looks_like(prepare_photo(written(quarters(), icc_profile=profile)), RED, GREEN, BLUE, WHITE)


def test_a_print_photo_in_cmyk_keeps_its_colours():
    assert looks_like(prepare_photo(written(quarters().convert("CMYK"))), RED, GREEN, BLUE, WHITE, tolerance=40)


def test_a_grey_photo_of_16_bits_keeps_its_greys():
    image = Image.new("I;16", (64, 48), 40_000)
    assert looks_like(prepare_photo(written(image, "PNG")), *[(156, 156, 156)] * 4)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_every_mode_of_a_png_is_read(mode):
    assert prepare_photo(written(quarters().convert(mode), "PNG")).width == 64


def test_a_palette_with_transparency_comes_on_white():
    image = Image.new("P", (64, 48), 0)
    image.putpalette([0, 0, 0, *RED])
    image.paste(1, (0, 0, 32, 48))
    photo = prepare_photo(written(image, "PNG", transparency=0))
    assert looks_like(photo, RED, (255, 255, 255), RED, (255, 255, 255))


def test_transparency_comes_on_white():
    image = Image.new("RGBA", (64, 48), (*BLUE, 0))
    assert looks_like(prepare_photo(written(image, "PNG")), *[(255, 255, 255)] * 4)
    assert looks_like(prepare_photo(written(image, "WEBP", lossless=True)), *[(255, 255, 255)] * 4)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "MPO"])
def test_of_a_moving_picture_the_first_frame_is_kept(kind):
    sent = written(quarters(), kind, save_all=True, append_images=[Image.new("RGB", (64, 48), BLUE)] * 3)
    photo = prepare_photo(sent)
    assert looks_like(photo, RED, GREEN, BLUE, WHITE)
    assert getattr(decoded(photo), "n_frames", 1) == 1


def test_a_progressive_photo_is_read():
    assert looks_like(prepare_photo(written(quarters(), progressive=True)), RED, GREEN, BLUE, WHITE)


NO_PHOTOS = {
    "nothing": b"",
    "a pdf named .jpg": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF",
    "html": b"<!doctype html><script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a gif": written(quarters(), "GIF"),
    "a tiff": written(quarters(), "TIFF"),
    "a bmp": written(quarters(), "BMP"),
    "an eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n",
    "a jpeg that stops halfway": written(quarters(600, 400))[:3000],
    "a png that stops halfway": written(Image.effect_noise((300, 300), 90), "PNG")[:9000],
    "a webp that stops halfway": written(Image.effect_noise((300, 300), 90), "WEBP")[:3000],
    "only the first bytes of a jpeg": b"\xff\xd8\xff\xe0",
    "zeros": bytes(100_000),
    "a zip": b"PK\x03\x04" + bytes(100),
}


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo_is_refused_in_dutch(name):
    with pytest.raises(PhotoNotRecognised, match="JPEG, PNG of WebP"):
        prepare_photo(io.BytesIO(NO_PHOTOS[name]))


def test_a_photo_of_50_megabytes_is_refused_without_reading_it():
    class Watched(io.BytesIO):
        taken = 0

        def read(self, size=-1, /):
            data = super().read(size)
            Watched.taken += len(data)
            return data

    with pytest.raises(PhotoTooLarge, match="hoogstens 15 MB"):
        prepare_photo(Watched(written(quarters()) + bytes(50_000_000)))
    assert Watched.taken == 0


def test_a_stream_that_cannot_be_rewound_is_read_to_the_limit_only():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    sent = written(quarters())
    assert prepare_photo(Pipe(sent)).width == 64
    pipe = Pipe(sent + bytes(50_000_000))
    with pytest.raises(PhotoTooLarge):
        prepare_photo(pipe, max_bytes=1_000_000)
    assert pipe.tell() == 1_000_001


@pytest.mark.parametrize(
    ("width", "height"), [(60_000, 60_000), (30_000, 6_000), (2**31 - 1, 2**31 - 1), (5_001, 5_000)]
)
def test_a_decompression_bomb_is_refused_by_its_header(width, height):
    with pytest.raises(PhotoTooLarge, match="miljoen beeldpunten"):
        prepare_photo(png_claiming(width, height))


def test_a_bomb_in_the_text_of_a_png_is_refused():
    text = PngImagePlugin.PngInfo()
    for index in range(3):
        text.add_text(f"Comment{index}", "x" * 60_000_000, zip=True)
    with pytest.raises(Invalid):
        prepare_photo(written(quarters(), "PNG", pnginfo=text))


def test_of_a_file_that_is_two_things_only_the_picture_is_left():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("kwaad.html", "<script>alert(1)</script>")
    for sent in (
        written(quarters()) + archive.getvalue(),
        written(quarters(), comment=b"<script>alert(1)</script>"),
        written(quarters(), "PNG") + b"<?php system($_GET[0]); ?>",
    ):
        photo = prepare_photo(sent)
        assert looks_like(photo, RED, GREEN, BLUE, WHITE)
        for trace in (b"<script", b"<?php", b"PK\x03\x04", b"kwaad"):
            assert trace not in photo.data
        assert photo.data.endswith(b"\xff\xd9")


def test_a_thumbnail_is_small():
    small = thumbnail(prepare_photo(written(quarters(1600, 1200))).data, 320)
    assert (small.width, small.height, small.content_type) == (320, 240, "image/jpeg")
    assert len(small.data) < 20_000


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 2**32), st.integers(1, 40))
def test_damaged_bytes_give_a_photo_or_a_refusal(kind, seed, hits):
    dice = random.Random(seed)
    sent = bytearray(written(quarters(80, 60), kind, exif=gps_exif()))
    for _ in range(hits):
        sent[dice.randrange(len(sent))] = dice.randrange(256)
    try:
        photo = prepare_photo(bytes(sent))
    except Invalid:
        return
    assert SECRET not in photo.data
    assert decoded(photo).format == "JPEG"


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x01\x00\x00WEBPVP8 "]),
)
def test_any_bytes_give_a_photo_or_a_refusal(rest, start):
    with pytest.raises(Invalid):
        prepare_photo(start + rest)
