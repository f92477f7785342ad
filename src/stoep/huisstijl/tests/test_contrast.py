"""Every pair of colours in use can be read: WCAG 2.2 AA, 4.5 for text and 3 for what is not text."""

import re

import pytest

from stoep.huisstijl.bundling import OWN

TOKENS = dict(re.findall(r"--stoep-([a-z0-9-]+): (#[0-9a-f]{6});", (OWN / "tokens.css").read_text(encoding="utf-8")))

TEXT = [
    *[
        ("ink", ground)
        for ground in (
            "papier",
            "zee-50",
            "zee-100",
            "zand-50",
            "zand-100",
            "warn-ground",
            "ok-ground",
            "error-ground",
            "neutral-ground",
        )
    ],
    *[("muted", ground) for ground in ("papier", "zee-50", "zand-50", "neutral-ground")],
    *[("zee-700", ground) for ground in ("papier", "zee-50", "zee-100", "zand-50", "zand-100")],
    *[("zee-900", ground) for ground in ("papier", "zee-50", "zee-100", "zee-200", "zand-50", "zand-100")],
    ("zee-800", "zee-100"),
    ("on-dark", "zee-900"),
    ("on-dark", "zee-800"),
    ("on-dark", "zee-700"),
    ("on-dark", "zee-500"),
    ("on-dark-muted", "zee-900"),
    ("zee-100", "zee-900"),
    ("on-signal", "signal"),
    ("on-signal", "signal-strong"),
    ("ok", "ok-ground"),
    ("warn-strong", "warn-ground"),
    ("error-strong", "error-ground"),
    ("ok", "papier"),
    ("warn", "warn-ground"),
    ("error", "error-ground"),
    ("error", "papier"),
    ("error", "zee-50"),
]
NOT_TEXT = [
    *[("control", ground) for ground in ("papier", "zee-50", "zand-50")],
    *[
        ("focus", ground)
        for ground in ("papier", "zee-50", "zee-100", "zand-50", "zand-300", "warn-ground", "error-ground")
    ],
    ("zee-500", "papier"),
    ("zee-500", "zee-50"),
    ("zee-500", "zee-100"),
    ("signal", "papier"),
    ("ok", "papier"),
    ("accent", "zee-900"),
    ("on-dark", "zee-900"),
]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), NOT_TEXT)
def test_lines_icons_and_the_focus_ring_are_seen_on_their_ground(mark, ground):
    assert contrast(mark, ground) >= 3


def test_no_style_sheet_but_the_tokens_names_a_colour_of_its_own():
    allowed = {"#000", "#666", "#999"}  # ink on paper, in print
    for path in [*OWN.glob("*.css"), *OWN.parent.glob("templates/**/*.css")]:
        if path.name == "tokens.css":
            continue
        text = re.sub(r'url\("data:[^"]*"\)', "", path.read_text(encoding="utf-8"))
        assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)", text)) <= allowed, path.name


def test_a_look_is_about_sixty_tokens():
    assert 50 <= len(re.findall(r"^  --stoep-", (OWN / "tokens.css").read_text(encoding="utf-8"), re.MULTILINE)) <= 72
