"""The eye that looks at photos: drawn plates, because there are no photos of people or cars in the repository."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from stoep.foundation.errors import Rejected
from stoep.koppelingen.fotokijker.kijker import OpencvKijker
from stoep.meldingen.testing import jpeg


def plate_photo(text="12-AB-CD", wide=180):
    picture = Image.new("RGB", (900, 600), "#8a8f94")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((250, 150, 700, 450), fill="#30343a")
    draw.rectangle((380, 360, 380 + wide, 360 + wide // 4), fill="#f2b705", outline="#111")
    for place in range(8):
        draw.rectangle(
            (392 + place * wide // 9, 368, 392 + place * wide // 9 + wide // 16, 355 + wide // 4), fill="#111"
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def test_a_yellow_plate_is_seen_and_an_empty_street_is_not():
    kijker = OpencvKijker()
    (seen,) = [one for one in kijker.look(plate_photo()) if one.soort == "kenteken"]
    assert seen.x == pytest.approx(380 / 900, abs=0.03)
    assert list(kijker.look(jpeg(640, 480))) == []
    with pytest.raises(Rejected):
        kijker.look(b"no photo at all")
