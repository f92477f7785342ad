"""How a resident reports, as steps that several journeys share."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from tests.journeys.people import Person

from stoep.meldingen.testing import jpeg

TEKST = "Er ligt een stoeptegel los voor nummer 12, mijn buurvrouw is bijna gevallen."
PHOTO = {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": jpeg(1200, 900)}
NUMBER = re.compile(r"M-[0-9A-Z]{6}")


def points_at_the_map(person: Person) -> None:
    """Tap in the middle of the map and wait for what it says."""
    surface = person.page.locator(".stoep-kaart__vlak")
    expect(surface).to_have_attribute("role", "application")
    person.taps_on(surface)
    expect(person.page.locator("[data-kaart-melding]")).to_contain_text("Speld geplaatst")


def adds_photo(person: Person) -> None:
    """Tap on the field, choose a picture in the phone's own window, and confirm it there."""
    person.taps += 2
    person.page.locator("input[type=file]").set_input_files(files=[PHOTO])


def receipt_number(person: Person) -> str:
    return NUMBER.search(person.page.locator("main, body").first.inner_text())[0]


def reports(person: Person, *, email: str) -> str:
    """The short way: words, an address, no photo. Answers the number."""
    person.goes_to("/melden/")
    person.writes("Vertel kort wat u ziet", TEKST)
    person.presses("Verder")
    expect(person.page.get_by_role("heading", level=1, name="Waar is het?")).to_be_visible()
    points_at_the_map(person)
    person.presses("Verder")
    person.presses("Verder, ook zonder foto")
    if email:
        person.writes("E-mailadres", email)
    person.presses("Verstuur melding")
    expect(person.page.get_by_role("heading", level=1, name="Dank u wel")).to_be_visible()
    return receipt_number(person)
