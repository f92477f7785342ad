"""Youssef and Sanne report something in their street, follow it, and get their mail."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.house import text_of
from tests.journeys.keyboard import focused, tabs_to
from tests.journeys.reporting import TEKST, adds_photo, points_at_the_map, receipt_number, reports

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

MOST_SCREENS = 5
MOST_TAPS = 12


def test_youssef_reports_a_loose_tile_on_his_phone_in_five_screens_and_twelve_taps(on_phone, house):
    on_phone.goes_to("/melden/")
    on_phone.sees_screen("Wat is er aan de hand?")
    on_phone.sees("14 0115")
    on_phone.writes("Vertel kort wat u ziet", TEKST)
    on_phone.presses("Verder")
    on_phone.sees_screen("Waar is het?")
    on_phone.sees("14 0115")
    points_at_the_map(on_phone)
    on_phone.looks_around()
    on_phone.presses("Verder")
    on_phone.sees_screen("Hebt u een foto?")
    on_phone.sees("14 0115")
    adds_photo(on_phone)
    on_phone.presses("Verder")
    on_phone.sees_screen("Wilt u bericht van ons?")
    on_phone.sees("14 0115")
    expect(on_phone.page.get_by_alt_text("Uw foto")).to_be_visible()
    on_phone.writes("E-mailadres", "youssef@voorbeeld.example")
    on_phone.presses("Verstuur melding")
    on_phone.sees_screen("Dank u wel. Uw melding is ontvangen.")
    number = receipt_number(on_phone)
    assert on_phone.screens <= MOST_SCREENS
    assert on_phone.taps <= MOST_TAPS, on_phone.taps

    mail = house.mailbox.next_to("youssef@voorbeeld.example")
    assert number in text_of(mail)
    link = re.search(rf"{house.address}/melding/\S+", text_of(mail))[0]
    on_phone.goes_to(link)
    on_phone.sees_screen("Losse of kapotte stoeptegel")
    on_phone.sees(number)
    picture = on_phone.page.get_by_alt_text("Foto bij uw melding")
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def test_sanne_finds_her_report_back_by_number_and_address(on_phone, house):
    number = reports(on_phone, email="sanne@voorbeeld.example")
    on_phone.goes_to("/melding/")
    on_phone.sees_screen("Hoe staat het met uw melding?")
    on_phone.writes("Meldingsnummer", number.lower())
    on_phone.writes("E-mailadres", "Sanne@Voorbeeld.example")
    on_phone.presses("Bekijk uw melding")
    on_phone.sees_screen("Losse of kapotte stoeptegel")


def test_an_unknown_number_and_one_of_somebody_else_get_the_same_answer(at_desk):
    number = reports(at_desk, email="sanne.twee@voorbeeld.example")
    answers = []
    for tried, address in ((number, "iemand@voorbeeld.example"), ("M-ZZZZZZ", "sanne.twee@voorbeeld.example")):
        at_desk.goes_to("/melding/")
        at_desk.writes("Meldingsnummer", tried)
        at_desk.writes("E-mailadres", address)
        at_desk.presses("Bekijk uw melding")
        at_desk.sees_screen("Hoe staat het met uw melding?")
        page = at_desk.page.locator("main, body").first.inner_text()
        answers.append(page.replace(tried, "").replace(address, ""))
        assert at_desk.page.get_by_label("Meldingsnummer").input_value() == tried
    assert answers[0] == answers[1]


def test_without_javascript_everything_works(somebody, house):
    sanne = somebody(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    sanne.goes_to("/")
    sanne.goes_to("/melden/")
    sanne.writes("Vertel kort wat u ziet", TEKST)
    sanne.presses("Verder")
    sanne.sees("Waar is het?")
    sanne.writes("Adres of plek", "Wilgenlaan 12")
    sanne.presses("Verder")
    if sanne.page.get_by_role("radio").count():
        sanne.taps_on(sanne.page.get_by_role("radio").first, force=True)
        sanne.presses("Verder")
    sanne.sees("Hebt u een foto?")
    adds_photo(sanne)
    sanne.presses("Verder")
    sanne.sees("Wilt u bericht van ons?")
    sanne.writes("E-mailadres", "zonder.script@voorbeeld.example")
    sanne.presses("Verstuur melding")
    sanne.sees("Dank u wel. Uw melding is ontvangen.")
    number = receipt_number(sanne)
    assert number in text_of(house.mailbox.next_to("zonder.script@voorbeeld.example"))
    sanne.follows("Bekijk uw melding")
    sanne.sees(number)


def test_with_the_keyboard_only_a_report_is_made(at_desk):
    page = at_desk.page
    at_desk.goes_to("/melden/")
    page.keyboard.press("Tab")
    assert "naar de inhoud" in focused(at_desk)
    tabs_to(at_desk, "Vertel kort wat u ziet")
    page.keyboard.type(TEKST)
    tabs_to(at_desk, "Verder")
    page.keyboard.press("Enter")
    at_desk.sees_screen("Waar is het?")
    tabs_to(at_desk, "Kaart om de plek aan te wijzen")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("[data-kaart-melding]")).to_contain_text("Speld geplaatst")
    tabs_to(at_desk, "Verder")
    page.keyboard.press("Enter")
    at_desk.sees_screen("Hebt u een foto?")
    tabs_to(at_desk, "Verder, ook zonder foto")
    page.keyboard.press("Enter")
    at_desk.sees_screen("Wilt u bericht van ons?")
    tabs_to(at_desk, "Verstuur melding")
    page.keyboard.press("Enter")
    at_desk.sees_screen("Dank u wel. Uw melding is ontvangen.")


def test_with_a_dead_map_the_address_is_enough(on_phone):
    on_phone.expected = ["ERR_FAILED"]
    on_phone.page.route(re.compile(r"/kaart/tegels/|leaflet"), lambda route: route.abort())
    on_phone.goes_to("/melden/")
    on_phone.writes("Vertel kort wat u ziet", TEKST)
    on_phone.presses("Verder")
    on_phone.sees("De kaart laadt nu niet. U kunt verder met het adres.")
    on_phone.sees_screen("Waar is het?")
    on_phone.writes("Adres of plek", "Kade 1")
    on_phone.page.keyboard.press("Escape")
    on_phone.presses("Verder")
    if on_phone.page.get_by_role("radio").count():
        on_phone.taps_on(on_phone.page.get_by_role("radio").first, force=True)
        on_phone.presses("Verder")
    on_phone.sees_screen("Hebt u een foto?")


def test_long_words_and_large_letters_never_scroll_sideways(on_phone):
    long = "Meervoudigepersoonlijkheidsstoornisbehandelingsovereenkomstvoorwaarden" * 2
    on_phone.goes_to("/melden/")
    on_phone.writes("Vertel kort wat u ziet", f"{long} stoeptegel los")
    on_phone.presses("Verder")
    points_at_the_map(on_phone)
    on_phone.presses("Verder")
    on_phone.presses("Verder, ook zonder foto")
    on_phone.writes("E-mailadres", "een.heel.lang.adres.dat.niet.past@voorbeeld.example")
    on_phone.writes("Naam", long[:110])
    assert on_phone.sideways() <= 0, on_phone.widest()
    on_phone.presses("Verstuur melding")
    on_phone.follows("Bekijk uw melding")
    on_phone.sees(long[:60])
    assert on_phone.sideways() <= 0, on_phone.widest()
    on_phone.page.set_viewport_size({"width": 640, "height": 800})
    for path in ("/", "/melden/", "/melding/", "/zoeken/?q=paspoort"):
        on_phone.goes_to(path)
        on_phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert on_phone.sideways() <= 0, f"{path}: {on_phone.widest()}"
