"""In a real browser: no violations of accessibility, nothing wider than a phone, and the keys do what they say."""

import json
import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import sync_playwright

from stoep.huisstijl.web.examples import EXAMPLES

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
HOST = "http://localhost"
PAGES = ["/huisstijl/", *(f"/huisstijl/voorbeelden/{name}/" for name in EXAMPLES), "/huisstijl/voorbeelden/geen/"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="install chromium to run the browser tests"),
    pytest.mark.django_db,
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
def visit(browser, client):
    """Opens a page that Django made in this test's transaction; style sheets and scripts come from the finders."""
    opened = []

    def answer(route):
        path = urlsplit(route.request.url).path
        found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if found:
            route.fulfill(path=found)
        else:
            route.fulfill(status=404, body="Niet gevonden")

    def go(path, width=1280, **options):
        response = client.get(path)
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        opened.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
        page.route("**/*", answer)
        made = {"status": response.status_code, "headers": dict(response.items()), "body": response.content}
        page.route(HOST + path, lambda route: route.fulfill(**made))
        page.goto(HOST + path)
        return page

    yield go
    for context in opened:
        context.close()


def violations_of(page):
    page.evaluate(Path(settings.NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [f"{one['id']}: {json.dumps([node['html'][:160] for node in one['nodes'][:3]])}" for one in found]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_has_no_accessibility_violations_and_fits(visit, path, width):
    page = visit(path, width)
    assert violations_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [text for text in page.said if "404" not in text] == []


def test_the_list_is_walked_with_the_keyboard(visit):
    page = visit("/huisstijl/voorbeelden/lijst/")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "Verkeersbord omgereden"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == "Losse stoeptegel"
    page.keyboard.press("x")
    assert page.locator("tbody input:checked").count() == 1
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "zoek-alles"
    page.keyboard.type("j?x")
    assert page.input_value("#zoek-alles") == "j?x"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#toetsen").is_visible()


def test_the_menu_of_a_phone_opens_without_javascript(visit):
    page = visit("/huisstijl/voorbeelden/stap/", 320, java_script_enabled=False)
    page.click("summary:has-text('Menu')")
    assert page.locator(".stoep-header__sheet").get_by_text("Bestuur").is_visible()


def test_focus_goes_to_the_errors(visit):
    page = visit("/huisstijl/")
    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    page.locator("#id_fout-omschrijving").fill("x" * 1003)
    assert page.locator("#id_fout-omschrijving-count").inner_text() == "3 tekens te veel"


def test_suggestions_are_chosen_with_the_arrow_keys(visit):
    page = visit("/huisstijl/voorbeelden/voorpagina/")
    found = {
        "suggestions": [
            {"label": "Melding openbare ruimte doen", "url": "/huisstijl/", "direct": True},
            {"label": "Losse tegel"},
        ]
    }
    page.route("**/zoeken/suggesties/**", lambda route: route.fulfill(json=found))
    page.locator("#zoeken").press_sequentially("losse te")
    page.locator(".stoep-suggestions__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.locator("#zoeken").get_attribute("aria-activedescendant") == "zoeken-suggesties-0"
    assert violations_of(page) == []
    page.keyboard.press("Escape")
    assert page.locator("#zoeken").get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.locator(".stoep-suggestions__item").first.wait_for()
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/huisstijl/")
