"""A report goes to a contractor and comes back: made, or returned with a reason."""

from __future__ import annotations

import re

import pytest
from tests.journeys.house import text_of
from tests.journeys.reporting import reports
from tests.journeys.test_employees import opens, signs_in_at_once

from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen.testing import jpeg

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

CONTRACTOR = "opdrachten@vanderweelewegen.example"
REPAIRED = {"name": "klaar.jpg", "mimeType": "image/jpeg", "buffer": jpeg(900, 700, "#557755")}


def forwards(noor, number: str) -> str:
    """Forward a report to the contractor that is proposed; answers the mail as it was shown."""
    opens(noor, number)
    noor.page.locator("summary", has_text="Zet door").click()
    noor.follows("Zet door naar aannemer")
    noor.sees_screen("Doorzetten naar aannemer")
    noor.presses("Bekijk wat er wordt verstuurd")
    noor.sees("Zo krijgt de aannemer het")
    shown = noor.page.locator(".melding-voorbeeld__tekst").first.inner_text()
    noor.looks_around()
    noor.presses("Verstuur naar de aannemer")
    noor.sees("De opdracht is verstuurd naar Van der Weele Wegenbouw")
    return shown


def link_in(house, number: str, shown: str) -> str:
    """The link in the mail to the contractor about this report, which is the mail that was shown."""
    order = f"O{number[1:]}-1"
    assert house.mailbox.wait_until(lambda: any(order in mail["Subject"] for mail in house.mailbox.to(CONTRACTOR)))
    mail = next(mail for mail in house.mailbox.to(CONTRACTOR) if order in mail["Subject"])
    assert text_of(mail).split() == shown.split(), "the preview is not what was sent"
    return re.search(rf"{house.address}/opdracht/\S+", text_of(mail))[0]


def test_a_contractor_plans_reports_ready_with_a_photo_and_the_reporter_hears(somebody, on_phone, house):
    reporter = "wacht.op.aannemer@voorbeeld.example"
    number = reports(on_phone, email=reporter)
    noor = somebody(viewport={"width": 1280, "height": 900})
    signs_in_at_once(noor, "noor")
    link = link_in(house, number, forwards(noor, number))
    noor.looks_around()

    contractor = somebody(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    contractor.goes_to(link)
    contractor.sees(f"Opdracht O{number[1:]}-1")
    contractor.looks_around()
    contractor.follows("Geef een dag door")
    contractor.sees_screen("Geef een dag door")
    contractor.page.get_by_label("Wanneer komt u?").fill(add_werkdagen(clock.today(), 1).isoformat())
    contractor.presses("Geef deze dag door")
    contractor.sees("De dag staat genoteerd")
    contractor.follows("Het werk is klaar")
    contractor.sees_screen("Het werk is klaar")
    contractor.writes("Wat hebt u gedaan?", "Tegel rechtgelegd en aangetrild.")
    contractor.page.locator("input[type=file]").set_input_files(files=[REPAIRED])
    contractor.presses("Meld gereed")
    contractor.sees("De gemeente bekijkt uw werk")
    contractor.looks_around()

    noor.goes_to("/werkplek/opdrachten/?stand=wacht")
    noor.sees_screen("Opdrachten aan aannemers")
    opens(noor, number)
    noor.sees("Tegel rechtgelegd en aangetrild.")
    noor.follows("Bekijk het werk")
    noor.looks_around()
    noor.follows("Het werk is goed")
    noor.sees_screen("Het werk is goed: handel de melding af")
    noor.page.get_by_label("Bericht aan de melder").fill("De tegel ligt weer recht.")
    noor.presses("Bekijk wat er wordt verstuurd")
    noor.sees("Zo krijgt de melder het")
    noor.looks_around()
    noor.presses("Handel af en verstuur")
    noor.sees("is afgehandeld")
    assert house.mailbox.wait_until(
        lambda: any("De tegel ligt weer recht." in text_of(mail) for mail in house.mailbox.to(reporter))
    )
    mail = next(mail for mail in house.mailbox.to(reporter) if "De tegel ligt weer recht." in text_of(mail))
    on_phone.goes_to(re.search(rf"{house.address}/melding/[^/\s]+/(?=\s)", text_of(mail) + " ")[0])
    picture = on_phone.page.get_by_alt_text("Foto na het herstel")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 0


def test_a_contractor_gives_an_order_back_with_a_reason_and_it_is_in_the_worklist_again(somebody, on_phone, house):
    number = reports(on_phone, email="")
    noor = somebody(viewport={"width": 1280, "height": 900})
    signs_in_at_once(noor, "noor")
    link = link_in(house, number, forwards(noor, number))
    contractor = somebody(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    contractor.goes_to(link)
    contractor.follows("Geef de opdracht terug")
    contractor.sees_screen("Geef de opdracht terug")
    contractor.page.locator("input[name=reden][value=niet_ons_werk]").check(force=True)
    contractor.writes("Toelichting", "Dit is een putdeksel van het waterbedrijf.")
    contractor.presses("Geef terug")
    contractor.sees("U hebt de opdracht teruggegeven")
    contractor.expected.append("404")
    contractor.goes_to(f"{link[:-3]}xx/")
    contractor.sees_screen("Deze link werkt niet (meer)")
    contractor.follows("Vraag een nieuwe link")
    contractor.sees_screen("Vraag een nieuwe link")
    opens(noor, number)
    noor.sees("Dit is niet ons werk")
    noor.goes_to("/werkplek/team/?status=In+behandeling")
    noor.sees("aannemer gaf terug")
