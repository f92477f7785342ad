"""A manager looks at figures, marks a change and takes a file along; a functional manager finds a gap and mends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

GAP = "Niemand krijgt meldingen over Iets anders op straat of in het groen op zaterdag en zondag."


def enters(person, username: str) -> None:
    person.goes_to("/demo/inloggen/")
    person.page.locator(f"button[name=wie][value={username}]").first.click()
    person.page.wait_for_url("**/werkplek/**")


def test_a_manager_looks_at_figures_marks_a_change_and_takes_a_file_along(somebody):
    ilse = somebody()
    enters(ilse, "ilse")
    ilse.goes_to("/werkplek/sturing/?periode=kwartaal")
    ilse.sees_screen("Meldingen openbare ruimte")

    ilse.follows("Verandering markeren")
    ilse.sees_screen("Veranderingen en streefwaarden")
    ilse.writes("Wat veranderde er?", "Route van de veegwagen")
    ilse.page.get_by_label("Sinds welke dag?").fill((date.today() - timedelta(days=3)).isoformat())
    ilse.presses("Markeren")
    ilse.sees("De verandering staat in de grafieken.")

    ilse.goes_to("/werkplek/sturing/")
    expect(ilse.page.locator(".sturing-mark").filter(has_text="Route van de veegwagen")).to_be_visible()
    expect(ilse.page.locator(".stoep-chart__mark").first).to_be_visible()
    with ilse.page.expect_download() as waiting:
        ilse.follows("Downloaden als CSV")
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "Meldingen" in text
    assert "Wat het is" in text

    ilse.goes_to("/werkplek/sturing/waar/")
    ilse.sees_screen("Waar wordt gemeld")
    ilse.goes_to("/werkplek/sturing/definities/")
    ilse.sees_screen("Zo tellen wij")


def test_a_functional_manager_finds_a_gap_sees_what_a_change_would_do_and_mends_it(somebody):
    anouk = somebody()
    enters(anouk, "anouk")
    anouk.goes_to("/werkplek/beheer/")
    anouk.sees_screen("Beheer")
    anouk.goes_to("/werkplek/beheer/toewijzingsregels/")
    anouk.sees_screen("Toewijzingsregels")
    anouk.sees(GAP)

    anouk.goes_to("/werkplek/beheer/toewijzingsregels/proef/")
    anouk.writes("Wat zou iemand melden?", "Er ligt een losse stoeptegel voor mijn deur")
    anouk.presses("Probeer")
    anouk.sees_screen("Wat gebeurt er met deze melding?")
    anouk.sees("gaan naar Wegen")

    anouk.goes_to("/werkplek/beheer/toewijzingsregels/")
    anouk.page.get_by_role("link", name="Al het andere", exact=True).click()
    anouk.sees_screen("Regel aanpassen")
    for day in ("zaterdag", "zondag"):
        anouk.page.get_by_label(day, exact=True).check()
    anouk.writes("Waarom deze wijziging?", "Anders blijft het tot maandag liggen.")
    anouk.presses("Bekijk eerst de gevolgen")
    anouk.sees("Dit is dan opgelost")
    anouk.looks_around()
    anouk.presses("Bewaren")
    anouk.sees("Elke melding komt bij iemand terecht")

    anouk.page.get_by_role("link", name="versie 3").click()
    anouk.sees_screen("Versies van de regel")
    anouk.sees("Anders blijft het tot maandag liggen.")
