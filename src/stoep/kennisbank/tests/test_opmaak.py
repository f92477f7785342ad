"""Markdown of editors becomes safe HTML."""

import pytest

from stoep.kennisbank.rules.opmaak import plain_text, render_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Gewone *tekst*.", "<p>Gewone <em>tekst</em>.</p>"),
        ("# Kop", "<h3>Kop</h3>"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("[bel](tel:140115)", '<p><a href="tel:140115">bel</a></p>'),
        ("<script>alert(1)</script>", ""),
        ("[x](javascript:alert(1))", "<p><a>x</a></p>"),
        ('<p onclick="x()">hoi</p>', "<p>hoi</p>"),
    ],
)
def test_a_section_becomes_html_without_anything_dangerous(text, html):
    assert render_markdown(text).strip() == html


def test_plain_text_keeps_the_words_only():
    assert plain_text("# Kop\n\n- een **twee**") == "Kop een twee"
