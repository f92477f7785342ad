"""Reports that belong together: following another's, merging two, and a storm that is handled as one."""

from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.faults.reporters import TOKEN, Reporter
from tests.journeys.house import House, text_of
from tests.journeys.people import Person
from tests.journeys.test_employees import opens, signs_in_at_once

from stoep.demo.plekken import Plek, plekken
from stoep.foundation import clock

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

FIRST, SECOND = "wim.eerst@voorbeeld.example", "els.ook@voorbeeld.example"
VOLGER = "karin.volgt@voorbeeld.example"
TEGEL = "losse-stoeptegel"
DESK = {"width": 1280, "height": 900}
STORM = 12


class Neighbour(Reporter):
    """Reports by plain HTTP, from a place of choice."""

    def at(self, plek: Plek, *, categorie: str, tekst: str, email: str) -> str:
        """Answers the number."""
        token = TOKEN.search(self.post("/melden/", {"tekst": tekst, "categorie": categorie}))[1]
        self.post(f"/melden/{token}/waar/", {"lon": f"{plek.point.lon}", "lat": f"{plek.point.lat}"})
        self.post(f"/melden/{token}/versturen/", {"email": email})
        page = self.insist("GET", f"/melden/ontvangen/{token}/")[2].decode()
        return re.search(r"M-[0-9A-Z]{6}", page)[0]


def neighbour(house: House, number: int) -> Neighbour:
    return Neighbour(number, house.port, time.monotonic() + 30)


def place(number: int) -> Plek:
    """An address in a quarter where the other journeys report nothing."""
    return plekken()["Zuidhaven"][number]


def link_to(house: House, address: str, what: str, *, number: int = 1) -> str:
    mail = text_of(house.mailbox.next_to(address, number=number))
    return re.search(rf"{house.address}/{what}\S+", mail)[0]


def tries_to_report_the_same(karin: Person, plek: Plek) -> None:
    """She gets as far as the photo, and sees that we know it already."""
    karin.goes_to("/melden/")
    karin.writes("Vertel kort wat u ziet", "Er ligt een stoeptegel los, je struikelt erover.")
    karin.presses("Verder")
    expect(karin.page.get_by_role("heading", level=1, name="Waar is het?")).to_be_visible()
    where = {"lon": f"{plek.point.lon + 0.00012}", "lat": f"{plek.point.lat}"}
    karin.page.context.request.post(karin.page.url, form=where, max_redirects=0)
    karin.goes_to(karin.page.url.replace("/waar/", "/foto/"))
    offer = karin.page.get_by_role("region", name="Is het een van deze?")
    expect(offer.get_by_text("8 meter verderop")).to_be_visible()
    expect(offer.get_by_text("Gemeld", exact=True)).to_be_visible()
    karin.looks_around()


def test_who_reports_what_is_known_follows_it_and_hears_once_when_it_is_planned(on_phone, somebody, house):
    plek = place(3)
    number = neighbour(house, 41).at(plek, categorie=TEGEL, tekst="Losse tegel bij de bushalte", email=FIRST)
    tries_to_report_the_same(on_phone, plek)
    on_phone.follows("Ja, dit is hem")
    on_phone.sees_screen("Wij houden u op de hoogte")
    on_phone.writes("E-mailadres", VOLGER)
    on_phone.presses("Hou mij op de hoogte")
    on_phone.sees_screen("Kijk in uw e-mail")
    on_phone.goes_to(link_to(house, VOLGER, "volgen/"))
    on_phone.sees_screen("Wilt u deze melding volgen?")
    on_phone.presses("Ja, hou mij op de hoogte")
    on_phone.sees("U volgt deze melding.")
    on_phone.looks_around()

    noor = somebody(viewport=DESK)
    signs_in_at_once(noor, "noor")
    opens(noor, number)
    noor.taps_on(noor.page.locator("a[href*='/inplannen/']").first)
    noor.page.get_by_label("Dag").fill((clock.today() + timedelta(days=3)).isoformat())
    noor.page.get_by_label("Bericht aan de melder").fill("Wij leggen de tegel recht.")
    noor.presses("Bekijk het bericht")
    noor.presses("Plan in en verstuur")
    noor.sees("Ingepland")
    mail = text_of(house.mailbox.next_to(VOLGER, number=2))
    assert "Wij leggen de tegel recht." in mail
    assert number not in mail
    house.mailbox.next_to(FIRST, number=2)
    assert len(house.mailbox.to(VOLGER)) == 2, "one to confirm, one that tells"
    on_phone.page.reload()
    on_phone.sees("Ingepland")


def test_two_reports_of_the_same_are_merged_and_both_reporters_hear_once(somebody, house):
    plek = place(40)
    head = neighbour(house, 42).at(plek, categorie=TEGEL, tekst="Tegel los voor de deur", email="een@samen.example")
    deel = neighbour(house, 43).at(plek, categorie=TEGEL, tekst="Stoeptegel wiebelt", email="twee@samen.example")
    noor = somebody(viewport=DESK)
    signs_in_at_once(noor, "noor")
    opens(noor, deel)
    noor.follows("Voeg samen …")
    noor.sees_screen("Voeg samen met een andere melding")
    noor.page.get_by_label("Of vul een meldingsnummer in").fill(head)
    noor.page.get_by_label("Waarom horen ze bij elkaar?").fill("Zelfde tegel")
    noor.page.get_by_label("Bericht aan alle melders en volgers").fill("Wij behandelen deze meldingen samen.")
    noor.presses("Bekijk wat er gebeurt")
    noor.sees("Dit gaat er gebeuren")
    noor.sees("Hoogstens 2 mensen krijgen bericht")
    noor.looks_around()
    noor.page.get_by_role("button", name="Voeg samen", exact=True).click()
    noor.sees(f"Hoofdmelding is {head}")
    noor.looks_around()

    opens(noor, head)
    noor.follows("Neem in behandeling")
    noor.presses("Pak deze melding op")
    noor.follows("Handel af")
    noor.page.get_by_label("Bericht aan de melder").fill("De tegel ligt weer vast.")
    noor.presses("Bekijk het bericht")
    noor.sees("1 deelmelding")
    noor.presses("Handel af en verstuur")
    noor.sees("is afgehandeld")
    for address, own in (("een@samen.example", head), ("twee@samen.example", deel)):
        mails = [text_of(house.mailbox.next_to(address, number=number)) for number in (1, 2, 3)]
        assert "samen" in mails[1]
        assert "De tegel ligt weer vast." in mails[2]
        assert own in mails[2]
        assert len(house.mailbox.to(address)) == 3


def test_a_storm_is_one_wave_that_is_handled_by_one_act(somebody, house):
    for number in range(STORM):
        neighbour(house, 50 + number).at(
            place(60 + 97 * number),
            categorie="water-op-straat",
            tekst=f"De straat staat blank, tot aan de stoep. Dit is bericht {number}.",
            email=f"storm{number}@samen.example",
        )
    last = text_of(house.mailbox.next_to(f"storm{STORM - 1}@samen.example"))
    assert "meldingen" in last, "who reports late hears that we know"

    noor = somebody(viewport=DESK)
    signs_in_at_once(noor, "noor")
    noor.goes_to("/werkplek/zaken/")
    noor.sees("Water op straat in Zuidhaven")
    noor.looks_around()
    noor.goes_to("/werkplek/golven/")
    noor.sees_screen("Golven van meldingen")
    noor.page.locator(".melding-golf-rij a").first.click()
    noor.sees("Waarom is dit een golf?")
    noor.looks_around()
    noor.follows("Behandel alles in één keer")
    noor.sees_screen("Behandel alles in één keer")
    noor.page.get_by_label("Opgelost").check(force=True)
    noor.page.get_by_label("Bericht aan alle melders").fill("Het water is weg. De putten zijn weer schoon.")
    noor.presses("Bekijk wat er gebeurt")
    noor.sees(f"{STORM} melders krijgen dit bericht")
    noor.looks_around()
    noor.presses("Doe dit voor alle meldingen")
    noor.sees("Stoep behandelt de meldingen nu")
    for number in range(STORM):
        mail = house.mailbox.next_to(f"storm{number}@samen.example", number=2)
        assert "Het water is weg." in text_of(mail)
    for _ in range(10):  # the last batch has told everybody a moment before the act is done
        noor.page.reload()
        if noor.page.get_by_text(f"{STORM} gedaan, 0 overgeslagen").count():
            break
    noor.sees(f"{STORM} gedaan, 0 overgeslagen")
    noor.looks_around()
    assert all(len(house.mailbox.to(f"storm{number}@samen.example")) == 2 for number in range(STORM))
