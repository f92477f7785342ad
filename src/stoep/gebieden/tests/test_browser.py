"""The map in a real browser: with the keyboard, without tiles, without JavaScript, and on a phone."""

from __future__ import annotations

import contextvars
import json
import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import expect, sync_playwright

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
HOST = "http://localhost"
AXE = settings.NODE_MODULES / "axe-core" / "axe.min.js"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="install chromium to run the browser tests"),
    pytest.mark.django_db,
    pytest.mark.urls("stoep.gebieden.tests.pages"),
]


@pytest.fixture(scope="module")
def browser():
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visit(browser, client, havendam):
    """Opens a page; the browser's questions are answered by Django in this test's transaction."""
    opened = []
    here = contextvars.copy_context()  # Playwright answers in a context of its own, without our database connection

    def go(path, width=1280, *, tiles=True, **options):
        def answer(route):
            parts = urlsplit(route.request.url)
            found = finders.find(parts.path.removeprefix("/static/")) if parts.path.startswith("/static/") else None
            if found:
                return route.fulfill(path=found)
            if not tiles and parts.path.startswith("/kaart/tegels/"):
                return route.abort()
            wanted = f"{parts.path}?{parts.query}" if parts.query else parts.path
            accept = route.request.headers.get("accept", "*/*")
            response = here.copy().run(client.get, wanted, headers={"Accept": accept})
            kept = {name: value for name, value in response.items() if name != "Content-Length"}
            return route.fulfill(status=response.status_code, headers=kept, body=response.content)

        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        opened.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.route("**/*", answer)
        page.goto(HOST + path)
        return page

    yield go
    for context in opened:
        context.close()


def lon_of(page):
    return float(page.locator("#id_lon").input_value())


def test_a_click_on_the_map_places_the_pin_and_fills_in_the_address(visit):
    page = visit("/proef/kies/?lon=3.797&lat=51.331")
    page.wait_for_selector(".leaflet-marker-icon")
    page.locator(".stoep-kaart__vlak").click(position={"x": 200, "y": 150})
    expect(page.locator("#id_adres")).not_to_have_value("")
    expect(page.locator("[data-kaart-melding]")).to_contain_text("Speld geplaatst. Bij ")
    assert lon_of(page) != 3.797
    assert page.said == []


def test_with_the_keyboard_the_pin_is_placed_moved_and_announced(visit):
    page = visit("/proef/kies/")
    page.wait_for_selector(".leaflet-container")
    page.locator(".leaflet-container").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_lon")).not_to_have_value("")
    before = lon_of(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert lon_of(page) > before
    expect(page.locator("[data-kaart-melding]")).to_contain_text("Speld geplaatst.")
    page.keyboard.press("+")
    assert page.locator("[data-kaart-melding]").get_attribute("role") == "status"
    assert page.said == []


def test_an_address_is_chosen_from_the_list_with_the_keyboard(visit):
    page = visit("/proef/kies/")
    page.wait_for_selector(".leaflet-container")
    page.locator("#id_adres").press_sequentially("wilgenlaan 14")
    expect(page.get_by_role("option")).to_have_text(["Wilgenlaan 14, 4531 AB Havendam"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#id_adres")).to_have_value("Wilgenlaan 14, 4531 AB Havendam")
    assert 3.78 < lon_of(page) < 3.81
    expect(page.locator("[data-kaart-melding]")).to_have_text("Speld geplaatst. Wilgenlaan 14, 4531 AB Havendam.")
    assert page.said == []


def test_typing_another_address_forgets_the_old_point(visit):
    page = visit("/proef/kies/?lon=3.797&lat=51.331")
    page.wait_for_selector(".leaflet-container")
    page.locator("#id_adres").press_sequentially("Ka")
    assert page.locator("#id_lon").input_value() == ""


def test_a_place_at_sea_is_said_to_lie_outside(visit):
    page = visit("/proef/kies/?lon=3.80&lat=51.36")
    page.wait_for_selector(".leaflet-marker-icon")
    page.locator(".stoep-kaart__vlak").click(position={"x": 100, "y": 100})
    expect(page.locator("[data-kaart-melding]")).to_contain_text("buiten de gemeente")


def test_the_own_location_fills_in_the_place(visit):
    page = visit("/proef/kies/", geolocation={"longitude": 3.7926, "latitude": 51.3296}, permissions=["geolocation"])
    page.get_by_role("button", name="Mijn locatie").click()
    expect(page.locator("#id_adres")).to_have_value("Kade 1, 4531 AA Havendam")


def test_who_does_not_share_the_location_is_told_that_it_is_fine(visit):
    page = visit("/proef/kies/")
    page.get_by_role("button", name="Mijn locatie").click()
    expect(page.locator("[data-kaart-melding]")).to_contain_text("Dat is goed: vul een adres in")


def test_without_tiles_the_place_can_still_be_chosen(visit):
    page = visit("/proef/kies/", tiles=False)
    expect(page.locator("[data-kaart-melding]")).to_have_text("De kaart laadt nu niet. U kunt verder met het adres.")
    page.locator("#id_adres").press_sequentially("kade 1")
    page.get_by_role("option").first.click()
    assert 3.78 < lon_of(page) < 3.81


def test_without_javascript_there_is_a_field_and_a_picture(visit):
    page = visit("/proef/kies/", java_script_enabled=False)
    assert page.locator("#id_adres").is_visible()
    assert page.get_by_role("button", name="Mijn locatie").is_hidden()
    assert page.locator(".stoep-plek__uitleg--vast").is_visible()
    shown = visit("/proef/toon/?lon=3.797&lat=51.331", java_script_enabled=False)
    assert shown.get_by_role("img", name="De plek van de melding").is_visible()


def test_many_places_are_grouped_and_linked_to_the_list(visit):
    page = visit("/proef/lijst/?n=80")
    page.wait_for_selector(".stoep-groep")
    assert page.locator(".stoep-stip, .stoep-groep").count() < 80
    few = visit("/proef/lijst/?n=3")
    few.wait_for_selector(".stoep-stip")
    assert few.locator(".stoep-stip").count() == 3
    few.locator("#rijen a").first.focus()
    expect(few.locator(".stoep-stip--gekozen")).to_have_count(1)
    few.locator(".stoep-stip").first.click(force=True)
    expect(few.locator(".leaflet-popup-content a")).to_have_text("Melding <0>")
    assert few.get_by_role("button", name="Sluit").is_visible()


@pytest.mark.parametrize(
    "path", ["/proef/kies/?lon=3.797&lat=51.331", "/proef/toon/?lon=3.797&lat=51.331", "/proef/lijst/?n=80"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_nobody_is_shut_out_and_nothing_sticks_out(visit, path, width):
    page = visit(path, width)
    page.wait_for_selector(".leaflet-container")
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
    assert json.dumps([violation["id"] for violation in found["violations"]]) == "[]"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []
