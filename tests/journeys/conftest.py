"""One house and one browser for all journeys of a test process."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.journeys.house import House
from tests.journeys.people import Person

from stoep.cli.postgres.for_tests import TestDatabase, scratch_place

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
]


def find_browser() -> str | None:
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@pytest.fixture(scope="package")
def house(test_database: TestDatabase):
    """Havendam with its people, a web server, a worker and a mailbox; all journeys share it."""
    name = f"test_{test_database.original}_run_huis_{os.getpid()}"
    mine, folder = test_database.name, Path(tempfile.mkdtemp(prefix="stoep-huis-", dir=scratch_place()))
    with test_database._server() as server:
        test_database._drop(server, name)
        test_database._create(server, name, template=test_database.template)
    made = House(test_database.url.replace(mine, name), folder)
    try:
        made.fill("tests.journeys.havendam")
        made.start()
        yield made
    finally:
        made.stop()
        with test_database._server() as server:
            test_database._drop(server, name)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="package")
def browser(house: House):
    """One browser. It ends with the last journey: while it runs, Django takes this thread for asynchronous."""
    found = find_browser()
    if found is None:
        pytest.skip("LET OP: er is geen browser; de reizen zijn overgeslagen (sudo apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def somebody(browser, house: House):
    """Make people, each with a browser window of their own. Whatever their browser complained of fails the test."""
    made: list[Person] = []

    def make(**window) -> Person:
        made.append(Person(browser, house, **window))
        return made[-1]

    yield make
    complaints = [complaint for person in made for complaint in person.complaints]
    for person in made:
        person.leave()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def on_phone(somebody):
    """A resident with a telephone of 320 pixels wide."""
    return somebody(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True, device_scale_factor=2)


@pytest.fixture
def at_desk(somebody):
    """Somebody with an ordinary screen."""
    return somebody(viewport={"width": 1280, "height": 900})
