"""A report that is asked a little more and that has haste; and Anouk, who arranges what can be reported."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from tests.journeys.reporting import points_at_the_map, receipt_number
from tests.journeys.test_employees import signs_in_at_once

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("huis")]

LIST = [
    {
        "name": "Overlast",
        "slug": "overlast",
        "sub_categories": [
            {
                "name": "Drones",
                "slug": "drones",
                "handling_message": "Wij kijken of de drone daar mag vliegen.",
                "sla": {"n_days": 4, "use_calendar_days": False},
                "departments": [{"code": "toezicht-en-handhaving", "is_responsible": True}],
                "is_active": True,
            }
        ],
    }
]


def test_sanne_hears_whom_to_call_and_is_asked_more_only_when_it_matters(on_phone):
    on_phone.goes_to("/melden/")
    on_phone.writes("Vertel kort wat u ziet", "Gevaar! Zes lantaarnpalen zijn uit, de lamp brandt niet")
    on_phone.presses("Verder")
    on_phone.sees("Bel 14 0115")
    on_phone.looks_around()
    on_phone.presses("Ga toch verder")
    if on_phone.page.get_by_text("Bedoelt u dit?").is_visible():
        on_phone.taps_on(on_phone.page.get_by_label("Lantaarnpaal brandt niet").first)
        on_phone.presses("Verder")
    expect(on_phone.page.get_by_role("heading", level=1, name="Waar is het?")).to_be_visible()
    points_at_the_map(on_phone)
    on_phone.presses("Verder")
    on_phone.sees_screen("Nog een paar vragen")
    on_phone.writes("Hoeveel lampen zijn uit?", "6")
    on_phone.sees("Is de hele straat donker?")  # comes while she answers
    on_phone.looks_around()
    on_phone.taps_on(on_phone.page.get_by_label("Ja", exact=True).first)
    on_phone.presses("Verder")
    on_phone.presses("Verder, ook zonder foto")
    on_phone.presses("Verstuur melding")
    on_phone.sees_screen("Dank u wel. Uw melding is ontvangen.")
    on_phone.sees("Uw melding heeft voorrang")
    on_phone.sees("Hoeveel lampen zijn uit?")
    assert receipt_number(on_phone)


def test_anouk_takes_a_list_over_after_seeing_what_it_changes_and_adds_a_question(at_desk):
    signs_in_at_once(at_desk, "anouk")
    at_desk.goes_to("/werkplek/beheer/categorieen/")
    at_desk.sees_screen("Categorieën van meldingen")
    at_desk.follows("Lijst overnemen")
    at_desk.sees_screen("Lijst overnemen")
    at_desk.writes("Of plak de lijst hier", json.dumps(LIST))
    at_desk.presses("Bekijk wat er verandert")
    expect(at_desk.page.get_by_role("row", name="nieuw Drones")).to_be_visible()
    at_desk.looks_around()
    at_desk.presses("Neem de lijst over")
    at_desk.follows("Drones")
    at_desk.sees_screen("Drones")
    at_desk.follows("Vraag toevoegen")
    at_desk.sees_screen("Vraag toevoegen")
    at_desk.writes("De vraag", "Hoe laat vliegt de drone?")
    at_desk.presses("Bewaren")
    at_desk.sees("Hoe laat vliegt de drone?")
    for path, title in (("gevaar/", "Gevaarwoorden"), ("herkenning/", "Herkenning")):
        at_desk.goes_to(f"/werkplek/beheer/categorieen/{path}")
        at_desk.sees_screen(title)
