"""Fatima at the phone, Noor who handles, Ilse who counts, and Joris who tells the town."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.house import text_of
from tests.journeys.keyboard import tabs_to
from tests.journeys.people import Person
from tests.journeys.reporting import NUMBER, reports

from stoep.demo.mensen import PASSWORD
from stoep.meldingen.testing import jpeg

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

REPAIRED = {"name": "klaar.jpg", "mimeType": "image/jpeg", "buffer": jpeg(800, 600, "#446644")}
NEXT_CODE_SECONDS = 35_000


def signs_in_at_once(person: Person, username: str) -> None:
    """The one click of the demo."""
    person.goes_to("/demo/inloggen/")
    person.taps_on(person.page.locator(f"button[name=wie][value={username}]"))
    expect(person.page).to_have_url(re.compile("/werkplek/$"))


def code_of(person: Person, username: str) -> str:
    """What the app on the phone of this colleague shows now."""
    page = person.page.context.request.get("/demo/inloggen/").text()
    return re.search(rf"<strong>{username}</strong>, code <span[^>]*>(\d{{6}})", page)[1]


def opens(person: Person, number: str) -> None:
    """Find a report by its number in the search box above every page."""
    box = person.page.locator("#zoek-alles")
    box.fill(number)
    box.press("Enter")
    expect(person.page).to_have_url(re.compile("/werkplek/zaken/[0-9a-f-]+/"))


def test_fatima_signs_in_with_password_and_code_and_enters_a_report_for_a_caller(at_desk):
    at_desk.goes_to("/werkplek/melding-invoeren/")
    at_desk.sees_screen("Inloggen")
    at_desk.writes("Gebruikersnaam", "fatima")
    at_desk.page.locator("input[type=password]").fill(PASSWORD)
    at_desk.presses("Verder")
    at_desk.sees_screen("Uw code")
    code = code_of(at_desk, "fatima")
    at_desk.writes("Code", code)
    at_desk.presses("Inloggen")
    if "tweede-factor" in at_desk.page.url:  # this code was just used; the next one comes within half a minute
        at_desk.page.wait_for_function(
            "old => fetch('/demo/inloggen/').then(a => a.text()).then(t => !t.includes(old))",
            arg=code, polling=1000, timeout=NEXT_CODE_SECONDS,
        )  # fmt: skip
        at_desk.writes("Code", code_of(at_desk, "fatima"))
        at_desk.presses("Inloggen")
    at_desk.sees_screen("Melding invoeren")
    assert at_desk.page.get_by_label("Telefoon", exact=True).is_checked()
    at_desk.writes("Wat is er aan de hand?", "Mevrouw belt: een lantaarnpaal brandt niet bij haar voor de deur.")
    at_desk.page.get_by_label("Adres of plek").fill("Kade 1")
    at_desk.page.keyboard.press("Tab")
    at_desk.page.get_by_label("Naam", exact=True).fill("mevrouw De Vries")
    at_desk.sees("Hoeveel lampen zijn uit?")  # asked while she writes
    at_desk.writes("Wat is het nummer op de paal?", "12")
    at_desk.presses("Leg de melding vast")
    if at_desk.page.get_by_role("group", name="Welke plek is het?").count():
        at_desk.page.locator("input[name=keuze]").first.check(force=True)
        at_desk.presses("Leg de melding vast")
    at_desk.sees("Noem het nummer aan de melder")
    number = NUMBER.search(at_desk.page.locator(".stoep-messages").inner_text())[0]
    opens(at_desk, number)
    at_desk.sees("via telefoon")
    at_desk.sees("mevrouw De Vries")


def test_noor_handles_a_report_from_worklist_to_mail_with_photo(somebody, on_phone, house):
    number = reports(on_phone, email="wacht.op.noor@voorbeeld.example")
    receipt = house.mailbox.next_to("wacht.op.noor@voorbeeld.example")
    noor = somebody(viewport={"width": 1280, "height": 900})
    signs_in_at_once(noor, "noor")
    noor.looks_around()
    noor.goes_to("/werkplek/team/")
    noor.looks_around()
    opens(noor, number)
    noor.looks_around()
    noor.sees(number)
    noor.sees("Waarom?")
    noor.follows("Neem in behandeling")
    noor.sees_screen("Pak de melding op")
    noor.presses("Pak deze melding op")
    noor.sees("U behandelt nu melding")
    noor.looks_around()
    noor.follows("Handel af")
    noor.sees_screen("Handel de melding af")
    noor.page.get_by_label("Bericht aan de melder").fill("De tegel ligt weer vast. Dank u wel voor uw melding.")
    noor.page.locator("input[type=file]").set_input_files(files=[REPAIRED])
    noor.presses("Bekijk het bericht")
    noor.sees("Zo krijgt de melder het")
    shown = noor.page.locator(".melding-voorbeeld__tekst").inner_text()
    noor.looks_around()
    assert len(house.mailbox.to("wacht.op.noor@voorbeeld.example")) == 1, "a mail went before it was confirmed"
    noor.presses("Handel af en verstuur")
    noor.sees("is afgehandeld")
    noor.looks_around()

    mail = house.mailbox.next_to("wacht.op.noor@voorbeeld.example", number=2)
    assert shown.split() == text_of(mail).split(), "the preview is not what was sent"
    assert "Stadhuis, Kade 1" in shown, "the letterhead belongs to it"
    assert mail["Message-ID"] != receipt["Message-ID"]
    on_phone.goes_to(re.search(rf"{house.address}/melding/(?!tevreden/)\S+", text_of(mail))[0])
    on_phone.sees("De tegel ligt weer vast.")
    on_phone.looks_around()
    picture = on_phone.page.get_by_alt_text("Foto na het herstel")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def test_with_the_keyboard_only_a_report_is_taken_on(somebody, on_phone):
    number = reports(on_phone, email="toetsen@voorbeeld.example")
    noor = somebody(viewport={"width": 1280, "height": 900})
    keys = noor.page.keyboard
    noor.goes_to("/demo/inloggen/")
    tabs_to(noor, "Noor Bakker")
    keys.press("Enter")
    expect(noor.page).to_have_url(re.compile("/werkplek/$"))
    noor.goes_to("/werkplek/team/?sorteer=-gemeld")
    keys.press("j")
    keys.press("Enter")
    expect(noor.page).to_have_url(re.compile("/werkplek/zaken/[0-9a-f-]+/"))
    keys.press("/")
    keys.type(number)
    keys.press("Enter")
    noor.sees(number)
    tabs_to(noor, "Neem in behandeling", most=80)
    keys.press("Enter")
    noor.sees("Pak de melding op")
    tabs_to(noor, "Pak deze melding op", most=80)
    keys.press("Enter")
    noor.sees("U behandelt nu melding")


def test_ilse_sees_what_was_reported_counted(somebody, on_phone):
    ilse = somebody(viewport={"width": 1280, "height": 900})
    signs_in_at_once(ilse, "ilse")
    ilse.goes_to("/werkplek/sturing/")
    before = counted(ilse)
    reports(on_phone, email="")
    ilse.page.wait_for_function(
        """before => fetch('/werkplek/sturing/').then(a => a.text()).then(t => {
          const page = new DOMParser().parseFromString(t, 'text/html');
          return Number(page.querySelector('.sturing-kaart__waarde')?.textContent.replace(/\\D/g, '') ?? 0) > before;
        })""",
        arg=before, polling=500,
    )  # fmt: skip
    ilse.goes_to("/werkplek/sturing/")
    assert counted(ilse) == before + 1
    ilse.sees_screen("Meldingen openbare ruimte")


def counted(person: Person) -> int:
    """The first figure: how many reports there were."""
    figure = person.page.locator(".sturing-kaart__waarde")
    return int(re.sub(r"\D", "", figure.first.inner_text())) if figure.count() else 0


def test_what_joris_places_is_at_once_on_the_site_and_in_the_werkplek(somebody):
    joris, visitor, noor = (somebody(viewport={"width": 1280, "height": 900}) for _ in range(3))
    signs_in_at_once(noor, "noor")
    signs_in_at_once(joris, "joris")
    joris.goes_to("/werkplek/mededelingen/")
    joris.sees_screen("Mededelingen")
    joris.follows("Mededeling plaatsen")
    joris.sees_screen("Mededeling plaatsen")
    joris.writes("Titel", "De Nieuwe Brug is dicht tot morgenochtend")
    joris.writes("Tekst", "Rijd om over de Oosterdijk.")
    for channel in ("site", "werkplek"):
        joris.page.locator(f"input[name=kanalen][value={channel}]").check(force=True)
    joris.presses("Plaatsen")
    joris.sees_screen("Mededelingen")
    visitor.goes_to("/")
    visitor.sees("De Nieuwe Brug is dicht tot morgenochtend")
    visitor.looks_around()
    noor.goes_to("/werkplek/")
    noor.sees("De Nieuwe Brug is dicht tot morgenochtend")
    joris.page.get_by_role("row", name="De Nieuwe Brug").get_by_role("button", name="Intrekken").click()
    joris.sees("ingetrokken")
    visitor.goes_to("/")
    assert not visitor.page.get_by_text("De Nieuwe Brug").count()
