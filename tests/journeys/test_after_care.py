"""Hatice is asked something, answers, is not content, and gets it done after all."""

from __future__ import annotations

import re

import pytest
from tests.journeys.house import text_of
from tests.journeys.people import Person
from tests.journeys.reporting import PHOTO, reports
from tests.journeys.test_employees import opens, signs_in_at_once

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

WHO = "hatice.wacht@voorbeeld.example"


def link_in(house, number: int, what: str) -> str:
    """The last address of this sort in a mail to the reporter: of yes and no that is no."""
    mail = text_of(house.mailbox.next_to(WHO, number=number))
    return re.findall(rf"{house.address}/melding/{what}\S+", mail)[-1]


def takes_on(noor: Person) -> None:
    noor.follows("Neem in behandeling")
    noor.presses("Pak deze melding op")
    noor.sees("U behandelt nu melding")


def resolves(noor: Person, words: str) -> None:
    noor.follows("Handel af")
    noor.page.get_by_label("Bericht aan de melder").fill(words)
    noor.presses("Bekijk het bericht")
    noor.sees("Bent u tevreden over hoe wij dit hebben gedaan?")
    noor.presses("Handel af en verstuur")
    noor.sees("is afgehandeld")


def asks_to_look_again(on_phone: Person, link: str) -> None:
    on_phone.goes_to(link)
    on_phone.sees_screen("Jammer dat u niet tevreden bent")
    on_phone.looks_around()
    on_phone.page.get_by_label("Het is maar voor een deel gedaan").check(force=True)
    on_phone.page.get_by_label("Wilt u er iets over schrijven?").fill("De tegel ernaast ligt nog los.")
    on_phone.page.get_by_label("Ik wil dat de gemeente nog eens kijkt").check(force=True)
    on_phone.presses("Verstuur")
    on_phone.sees("U vroeg ons om nog eens te kijken")
    on_phone.looks_around()


def test_a_question_an_answer_and_a_report_that_is_opened_again(somebody, on_phone, house):
    number = reports(on_phone, email=WHO)
    noor = somebody(viewport={"width": 1280, "height": 900})
    signs_in_at_once(noor, "noor")
    opens(noor, number)
    takes_on(noor)
    noor.follows("Vraag melder")
    noor.page.get_by_label("Bericht aan de melder").fill("Indien mogelijk: bij welk huisnummer is het?")
    noor.presses("Bekijk het bericht")
    noor.sees("Schrijf liever: als.")
    noor.sees("De norm staat stil tot de melder antwoordt.")
    noor.looks_around()
    noor.presses("Verstuur de vraag")
    noor.sees("De vraag is verstuurd")

    on_phone.goes_to(link_in(house, 2, "antwoord/"))
    on_phone.sees_screen("Wij hebben een vraag aan u")
    on_phone.looks_around()
    on_phone.writes("Uw antwoord", "Bij nummer 12, onder de boom.")
    on_phone.page.locator("input[type=file]").set_input_files(files=[PHOTO])
    on_phone.presses("Verstuur antwoord")
    on_phone.sees("Uw antwoord is ontvangen")
    on_phone.looks_around()

    opens(noor, number)
    noor.sees("Reactie ontvangen")
    noor.sees("Bij nummer 12, onder de boom.")
    takes_on(noor)
    resolves(noor, "Wij hebben de tegel vastgelegd.")

    asks_to_look_again(on_phone, link_in(house, 4, "tevreden/"))

    noor.goes_to("/werkplek/meldingen/heropenen/")
    noor.sees("De tegel ernaast ligt nog los.")
    noor.looks_around()
    opens(noor, number)
    noor.sees("De melder is niet tevreden")
    noor.looks_around()
    noor.follows("Heropen op verzoek")
    noor.presses("Bekijk het bericht")
    noor.looks_around()
    noor.presses("Sta toe en verstuur")
    noor.sees("is weer open")
    takes_on(noor)
    resolves(noor, "Wij hebben ook de tegel ernaast vastgelegd.")
    assert house.mailbox.next_to(WHO, number=7)
    on_phone.goes_to(link_in(house, 7, r"(?!tevreden/|antwoord/)"))
    on_phone.sees("Wij hebben ook de tegel ernaast vastgelegd.")
