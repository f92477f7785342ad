"""Advice about texts: easy to read, and without data of persons."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.berichten.rules.ambtelijk import GEWOON
from stoep.berichten.rules.leesbaarheid import Soort, read_text
from stoep.berichten.rules.persoonsgegevens import Gegeven, find_persoonsgegevens, mask


@pytest.mark.parametrize(
    ("tekst", "soort", "woorden"),
    [
        ("Wij hebben derhalve niets gedaan.", Soort.AMBTELIJK, "derhalve"),
        ("De werkzaamheden zijn klaar.", Soort.AMBTELIJK, "werkzaamheden"),
        ("Met betrekking tot uw melding bellen wij.", Soort.AMBTELIJK, "Met betrekking tot"),
        ("De tegel wordt door ons gemaakt.", Soort.LIJDEND, "wordt door ons gemaakt"),
        ("Het werk werd vorige week uitgevoerd.", Soort.LIJDEND, "werd vorige week uitgevoerd"),
        ("Wij bellen de aansprakelijkheidsverzekering.", Soort.LANG_WOORD, "aansprakelijkheidsverzekering"),
        ("U belt ons. Uw tegel ligt los. Laat je het weten?", Soort.U_EN_JE, "je"),
        ("Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien.", Soort.LANGE_ZIN, None),
    ],
)  # fmt: skip
def test_says_what_is_hard_to_read(tekst, soort, woorden):
    found = [one for one in read_text(tekst) if one.soort is soort]
    assert found
    assert found[0].woorden == (woorden or tekst)
    assert tekst[found[0].van : found[0].tot] == found[0].woorden
    assert found[0].advies.endswith(".")


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Wij hebben de tegels rechtgelegd. De stoep is weer veilig. Dank u wel dat u het hebt gemeld.",
        "Het wordt morgen mooi weer.",
        "Bekijk https://havendam.example/melding/derhalve-aansprakelijkheidsverzekering/ of {{ link }}.",
    ],
)
def test_says_nothing_about_a_plain_text(tekst):
    assert read_text(tekst) == []


def test_the_list_of_official_words_is_long_and_its_advice_is_plain():
    assert len(GEWOON) >= 120
    assert [word for word, plain in GEWOON.items() if word == plain or word != word.lower()] == []


@pytest.mark.parametrize(
    ("tekst", "soort", "woorden"),
    [
        ("Mijn BSN is 111222333.", Gegeven.BSN, "111222333"),
        ("nummer 1112.22.333 van hem", Gegeven.BSN, "1112.22.333"),
        ("Bel 06-12345678.", Gegeven.TELEFOON, "06-12345678"),
        ("Bel +31 115 123456 even.", Gegeven.TELEFOON, "+31 115 123456"),
        ("Mail naar jan.jansen@voorbeeld.nl!", Gegeven.EMAIL, "jan.jansen@voorbeeld.nl"),
        ("Rekening NL91 ABNA 0417 1643 00", Gegeven.IBAN, "NL91 ABNA 0417 1643 00"),
        ("De auto met XX-123-X staat fout.", Gegeven.KENTEKEN, "XX-123-X"),
        ("De auto 12-XYZ-3 staat fout.".replace("XYZ", "XVZ"), Gegeven.KENTEKEN, "12-XVZ-3"),
        ("Hij woont op Kade 14.", Gegeven.ADRES, "Kade 14"),
        ("Het is 4531 AB 12.", Gegeven.ADRES, "4531 AB 12"),
        ("Ik sprak mevrouw De Vries-Jansen.", Gegeven.NAAM, "De Vries-Jansen"),
        ("de heer J. van der Berg belde", Gegeven.NAAM, "J. van der Berg"),
        ("Mijn naam is Sanne Visser.", Gegeven.NAAM, "Sanne Visser"),
        ("Bel (0115) 123456 overdag.", Gegeven.TELEFOON, "(0115) 123456"),
        ("geboren op 3 mei 1980 in Havendam", Gegeven.GEBOORTEDATUM, "3 mei 1980"),
    ],
)
def test_finds_data_of_persons(tekst, soort, woorden):
    assert [(one.soort, one.woorden) for one in find_persoonsgegevens(tekst)] == [(soort, woorden)]
    assert woorden not in mask(tekst, find_persoonsgegevens(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Melding 111222333 is klaar.",
        "123456789 is geen burgerservicenummer.",
        "Wij komen op Kade 12 kijken.",
        "Mevrouw, wij komen op 3 december.",
        "De paal heeft nummer AB-12.",
        "Gezien op 01-02-2026 14:30 en 03.12.2026 12.15 uur.",
        "Lantaarnpaal 12345 brandt niet, bij postcode 4531 AB",
        "NL00 ABNA 1417 1643 00",
        "",
    ],
)
def test_finds_nothing_where_nobody_is_named(tekst):
    assert find_persoonsgegevens(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "soorten"),
    [
        ("Bel Sanne op 06-12345678.", [Gegeven.NAAM, Gegeven.TELEFOON]),
        ("Meneer De Vries stond erbij", [Gegeven.NAAM]),
        ("Het was Youssef El Amrani", [Gegeven.NAAM]),
        ("Mail mij: jan (at) voorbeeld.nl of www.jan.example", [Gegeven.EMAIL, Gegeven.LINK]),
        ("De auto met 12-AB-CD en GX123B", [Gegeven.KENTEKEN, Gegeven.KENTEKEN]),
        ("Bij Wilgenlaan 12, 4531 AB", [Gegeven.ADRES, Gegeven.ADRES]),
        ("Voor nummer 14 ligt een tegel los", [Gegeven.ADRES]),
        ("NL91 ABNA 0417 1643 00 en 111222333", [Gegeven.IBAN, Gegeven.BSN]),
        ("Er ligt een tegel los, al 3 weken, 2 meter van de put.", []),
        ("De lamp doet het niet. Het is hier donker.", []),
    ],
)
def test_what_everybody_will_read_is_looked_at_more_widely(tekst, soorten):
    found = find_persoonsgegevens(tekst, ruim=True)
    assert [one.soort for one in found] == soorten
    masked = mask(tekst, found)
    assert (masked == tekst) == (not soorten)
    assert find_persoonsgegevens(masked, ruim=True) == []


def test_names_that_are_known_are_found_wherever_they_stand_with_a_capital():
    found = find_persoonsgegevens("Groet, Sanne. De visser van der Kade.", names=["Sanne van der Visser"])
    assert [one.woorden for one in found] == ["Sanne"]


def test_what_the_reader_knows_already_may_stand_there():
    assert find_persoonsgegevens("Beste mevrouw Visser, bel 0115-123456.", known=["Sanne Visser", "0115 123456"]) == []


@given(st.text(max_size=300))
def test_any_text_can_be_read_and_masked(tekst):
    for one in read_text(tekst):
        assert 0 <= one.van < one.tot <= len(tekst)
    found = find_persoonsgegevens(tekst)
    assert all(one.tot <= other.van for one, other in itertools.pairwise(found))
    mask(tekst, found)
    wide = find_persoonsgegevens(tekst, names=[tekst], ruim=True)
    assert all(one.tot <= other.van for one, other in itertools.pairwise(wide))
