"""Sem walks his round where there is no network: nothing is lost, and everything arrives once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.people import Person
from tests.journeys.test_employees import opens, signs_in_at_once

from stoep.meldingen.testing import jpeg

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

RONDE = "/werkplek/buiten/ronde/"
WAITS = "wordt verstuurd als er weer bereik is"
# The answer of the municipality is lost on the way back, as when a telephone is killed at that moment.
LOSES_ANSWERS = """() => {
  const real = window.fetch;
  window.fetch = async (...request) => {
    const answer = await real(...request);
    if (String(request[0]).includes('/doen/')) throw new TypeError('Failed to fetch');
    return answer;
  };
}"""


def visits(sem: Person, place: int, outcome: str, note: str) -> str:
    """Do the stop with this place in the list, with a photo; answers the number of the report."""
    sem.taps_on(sem.page.locator(".straat-stop__link").nth(place))
    expect(sem.page.get_by_role("heading", level=2).first).to_be_focused()
    number = re.search(r"M-[0-9A-Z]{6}", sem.page.locator("[data-feiten]").inner_text())[0]
    sem.looks_around()
    sem.taps_on(sem.page.locator(".straat-keuze", has_text=outcome))
    expect(sem.page.get_by_role("radio", name=outcome)).to_be_checked()
    sem.page.get_by_label("Notitie voor collega's").fill(note)
    photo = {"name": "f.jpg", "mimeType": "image/jpeg", "buffer": jpeg(1800, 1200, f"#33{place}4{place}5")}
    sem.page.locator("#straat-foto").set_input_files(files=[photo])
    expect(sem.page.get_by_alt_text("Nieuwe foto 1")).to_be_visible()
    sem.presses("Bewaar")
    expect(sem.page.locator(".straat-stop").first).to_be_visible()
    return number


def test_an_inspector_without_network_does_two_stops_and_both_arrive_once(on_phone):
    sem = on_phone
    sem.expected += ["ERR_INTERNET_DISCONNECTED", "ERR_FAILED"]
    signs_in_at_once(sem, "sem")
    sem.goes_to("/werkplek/buiten/")
    sem.sees_screen("Mijn ronde")
    sem.goes_to(RONDE)
    sem.sees_screen("Mijn ronde")
    sem.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(sem.page.locator("a.straat-stop__link[href^='#stop/']").first).to_be_visible()
    left = sem.page.locator(".straat-stop:not(.straat-stop--klaar)").count()
    first = sem.page.locator(".straat-stop").count() - left

    sem.context.set_offline(True)
    one = visits(sem, first, "Gezien", "Eerste notitie zonder bereik.")
    sem.sees(WAITS)
    sem.page.close()
    sem.page = sem.context.new_page()
    sem.goes_to(RONDE)
    sem.sees(WAITS)
    two = visits(sem, first + 1, "Doorzetten nodig", "Tweede notitie zonder bereik.")
    sem.sees("2 nog te versturen")
    sem.looks_around()

    sem.page.evaluate(LOSES_ANSWERS)
    with sem.page.expect_response(lambda answer: "/doen/" in answer.url):
        sem.context.set_offline(False)
    sem.goes_to(RONDE)
    expect(sem.page.locator(".straat-stop--klaar").nth(first + 1)).to_contain_text("verstuurd ", timeout=20_000)
    expect(sem.page.get_by_text(WAITS)).to_have_count(0)
    for number, note in ((one, "Eerste notitie"), (two, "Tweede notitie")):
        sem.goes_to("/werkplek/")
        opens(sem, number)
        expect(sem.page.get_by_text(note)).to_have_count(1)
        expect(sem.page.get_by_alt_text("Foto van de inspecteur")).to_have_count(1)

    sem.page.on("dialog", lambda dialog: dialog.dismiss())
    sem.page.get_by_role("button", name="Uitloggen").click()
    sem.sees("Inloggen")
    assert "stoep-buiten" not in sem.page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name))")
    assert not sem.page.evaluate("caches.keys().then((all) => all.filter((one) => one.includes('fotos')))")
