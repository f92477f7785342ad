"""The neighbourhood looks and follows; a lamp post is pointed at; words and photo of a reporter are public after a look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.house import text_of
from tests.journeys.people import Person
from tests.journeys.reporting import PHOTO, adds_photo, receipt_number
from tests.journeys.test_employees import signs_in_at_once

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

FOLLOWER = "mien.buurt@voorbeeld.example"
WORDS = "De lantaarnpaal brandt niet, het is donker voor nummer 12."
MOST_LOOKS = 30


def reports_a_lamp_post(person: Person) -> tuple[str, str]:
    """Report with a photo by choosing the lamp post from the list; answers the number of the report and of the lamp post."""
    person.goes_to("/melden/")
    person.writes("Vertel kort wat u ziet", WORDS)
    person.presses("Verder")
    person.sees("Waar is het?")
    person.writes("Adres of plek", "Spoorstraat 4")
    person.presses("Verder")
    person.sees("Welke lantaarnpaal is het?")
    chosen = person.page.locator(".melden-object").first
    lamp = chosen.locator("strong").inner_text()
    person.taps_on(chosen)
    person.presses("Verder")
    person.sees("Nog een paar vragen")
    person.presses("Verder")
    person.sees("Hebt u een foto?")
    adds_photo(person)
    person.presses("Verder")
    person.presses("Verstuur melding")
    person.sees("Dank u wel. Uw melding is ontvangen.")
    return receipt_number(person), lamp


def test_a_lamp_post_from_the_list_is_public_on_the_map_and_its_words_and_photo_after_a_release(somebody, at_desk):
    sanne = somebody(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    number, lamp = reports_a_lamp_post(sanne)
    assert re.fullmatch(r"L-\d{4}", lamp)

    noor = at_desk
    signs_in_at_once(noor, "noor")
    row = noor.page.locator(".vrij-rij:not(.vrij-rij--foto)", has_text=number)
    photo = noor.page.locator(".vrij-rij--foto", has_text=number)
    for _ in range(MOST_LOOKS):
        noor.goes_to("/werkplek/vrijgeven/")
        if row.count() and photo.count():
            break
    noor.looks_around()
    expect(row).to_contain_text("adres")
    noor.taps_on(row.get_by_role("link", name="Bewerken"))
    noor.sees_screen("Tekst vrijgeven")
    expect(noor.page.get_by_label("Wat iedereen leest")).to_have_value(WORDS.replace("nummer 12", "[adres]"))
    noor.page.get_by_label("Wat iedereen leest").fill("De lantaarnpaal brandt niet, het is hier donker.")
    noor.presses("Vrijgeven")
    noor.sees_screen("Vrijgeven")
    expect(row).to_have_count(0)

    noor.taps_on(photo.get_by_role("link", name="Bewerken"))
    noor.sees_screen("Foto vrijgeven")
    noor.presses("Vrijgeven")
    noor.sees_screen("Vrijgeven")
    expect(photo).to_have_count(0)

    sanne.follows("Bekijk op de kaart")
    sanne.sees("in dit deel van de kaart")
    sanne.goes_to("/buurt/?categorie=straatverlichting")
    sanne.sees("Spoorstraat, Havendam")
    sanne.taps_on(sanne.page.get_by_role("listitem").filter(has_text="Spoorstraat, Havendam").get_by_role("link").first)
    sanne.sees("De lantaarnpaal brandt niet, het is hier donker.")
    assert "nummer 12" not in sanne.page.content()
    seen = sanne.page.get_by_role("img", name="Foto van de melder")
    expect(seen).to_be_visible()
    answer = sanne.page.request.get(seen.get_attribute("src"))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    assert answer.body() != PHOTO["buffer"], "a copy without what the camera wrote in it"
    noor.goes_to(sanne.page.url)
    noor.looks_around()


def test_a_neighbour_filters_follows_an_area_and_a_report_and_stops(on_phone, house):
    mien = on_phone
    mien.goes_to("/buurt/?stand=alles&categorie=straatverlichting")
    mien.sees_screen("Meldingen in de buurt")
    mien.taps_on(mien.page.locator(".buurt-rij__titel a").first)
    expect(mien.page.locator(".buurt-verloop")).to_be_visible()
    mien.looks_around()
    mien.goes_to("/open-data/")
    mien.sees_screen("Open data: meldingen")

    mien.goes_to("/buurt/volgen/?gebied=zuidhaven")
    mien.sees_screen("Volg uw buurt")
    mien.writes("E-mailadres", FOLLOWER)
    mien.presses("Volg deze buurt")
    mien.sees_screen("Kijk in uw mail")
    link = re.search(rf"{house.address}/buurt/volgen/\S+", text_of(house.mailbox.next_to(FOLLOWER)))[0]
    mien.goes_to(link)
    mien.sees_screen("Meldingen volgen in Zuidhaven")
    mien.presses("Ja, ik wil deze mail")
    mien.sees_screen("U volgt Zuidhaven")

    mien.goes_to("/buurt/")
    mien.taps_on(mien.page.locator(".buurt-rij__titel a").first)
    mien.follows("Volg deze melding")
    mien.sees_screen("Volg deze melding")
    mien.writes("E-mailadres", FOLLOWER)
    mien.presses("Volg deze melding")
    mien.sees_screen("Kijk in uw mail")
    assert "bericht krijgen over deze melding" in text_of(house.mailbox.next_to(FOLLOWER, number=2))

    mien.goes_to(link)
    mien.presses("Stop met deze mail")
    mien.sees_screen("U krijgt geen mail meer")
