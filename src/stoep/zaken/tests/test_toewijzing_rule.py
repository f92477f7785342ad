"""The rule that decides to whom a zaak goes."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.zaken.rules.toewijzing import (
    Bezetting,
    Feiten,
    Kandidaat,
    Regel,
    choose_regel,
    decide_toewijzing,
    is_within_hours,
    matches,
    weigh,
)

NOOR, BRAM, ILSE, FATIMA = (UUID(int=number) for number in range(1, 5))
WEGEN, GROEN = UUID(int=101), UUID(int=102)

TEGEL = Feiten(
    zaaktype="melding-openbare-ruimte",
    categorieen=("losse-tegel", "wegen"),
    gebieden=("zuidhaven", "havendam"),
    kanaal="website",
    weekdag=0,
    uur=9,
)
NAMEN = {NOOR: "Noor Bakker", BRAM: "Bram Janssen", ILSE: "Ilse van Dam", FATIMA: "Fatima Yilmaz"}


def kandidaat(wie, *, werk=0.0, uren=32.0, afwezig=False, vervanger=None):
    return Kandidaat(wie, NAMEN[wie], werk=werk, uren=uren, is_afwezig=afwezig, vervanger=vervanger)


def bezetting(*people, leden=(), groep_van=None):
    return Bezetting({one.id: one for one in people}, {WEGEN: tuple(leden)}, groep_van=groep_van or {})


ALLES = Regel("Alles", groep=GROEN, prioriteit=900)
WEGENREGEL = Regel("Wegen", groep=WEGEN, categorieen=frozenset({"wegen"}))
ZUIDREGEL = Regel(
    "Tegels Zuidhaven", medewerker=NOOR, categorieen=frozenset({"losse-tegel"}), gebieden=frozenset({"zuidhaven"})
)
NACHT = Regel("Nacht", groep=GROEN, prioriteit=1, uur_van=22, uur_tot=6)
WEEKEND = Regel("Weekend", medewerker=ILSE, prioriteit=1, weekdagen=frozenset({5, 6}))


@pytest.mark.parametrize(
    ("regels", "feiten", "wanted"),
    [
        ([], TEGEL, None),
        ([ALLES], TEGEL, "Alles"),
        ([ALLES, WEGENREGEL], TEGEL, "Wegen"),
        ([ALLES, WEGENREGEL, ZUIDREGEL], TEGEL, "Tegels Zuidhaven"),
        ([ALLES, WEGENREGEL, NACHT], Feiten("x", categorieen=("wegen",), uur=23), "Nacht"),
        ([ALLES, WEGENREGEL, NACHT], Feiten("x", categorieen=("wegen",), uur=5), "Nacht"),
        ([ALLES, WEGENREGEL, NACHT], Feiten("x", categorieen=("wegen",), uur=6), "Wegen"),
        ([ALLES, WEEKEND], Feiten("x", weekdag=6), "Weekend"),
        ([ALLES, Regel("Balie", groep=WEGEN, kanalen=frozenset({"balie"}))], TEGEL, "Alles"),
    ],
)
def test_the_lowest_priority_then_the_most_conditions_decide(regels, feiten, wanted):
    chosen = choose_regel(regels, feiten)

    assert (chosen.naam if chosen else None) == wanted


@pytest.mark.parametrize(
    ("uur", "van", "tot", "answer"),
    [
        (9, 8, 17, True),
        (17, 8, 17, False),
        (23, 22, 6, True),
        (0, 22, 6, True),
        (6, 22, 6, False),
        (3, None, None, True),
    ],
)
def test_hours_run_up_to_the_last_and_past_midnight(uur, van, tot, answer):
    assert is_within_hours(uur, van, tot) is answer


def test_a_named_person_gets_it_and_the_reason_names_rule_and_facts():
    decision = decide_toewijzing([ZUIDREGEL, ALLES], TEGEL, bezetting(kandidaat(NOOR)))

    assert decision.medewerker == NOOR
    assert decision.waarom == "Regel 'Tegels Zuidhaven': categorie losse-tegel, gebied zuidhaven."


def test_the_replacement_gets_it_when_the_person_is_absent():
    people = bezetting(kandidaat(NOOR, afwezig=True, vervanger=BRAM), kandidaat(BRAM))

    decision = decide_toewijzing([ZUIDREGEL], TEGEL, people)

    assert decision.medewerker == BRAM
    assert decision.waarom.endswith("Noor Bakker is er niet; Bram Janssen vervangt.")


def test_a_replacement_who_is_absent_too_is_replaced():
    people = bezetting(
        kandidaat(NOOR, afwezig=True, vervanger=BRAM), kandidaat(BRAM, afwezig=True, vervanger=ILSE), kandidaat(ILSE)
    )

    assert decide_toewijzing([ZUIDREGEL], TEGEL, people).medewerker == ILSE


def test_people_who_replace_each_other_do_not_make_it_go_round():
    people = bezetting(
        kandidaat(NOOR, afwezig=True, vervanger=BRAM),
        kandidaat(BRAM, afwezig=True, vervanger=NOOR),
        groep_van={NOOR: WEGEN},
    )

    decision = decide_toewijzing([ZUIDREGEL], TEGEL, people)

    assert (decision.medewerker, decision.groep) == (None, WEGEN)


def test_the_member_with_the_least_work_for_the_hours_of_this_week_is_chosen():
    regel = Regel("Wegen", groep=WEGEN, kies_lid=True)
    people = bezetting(kandidaat(NOOR, werk=8, uren=32), kandidaat(BRAM, werk=3, uren=8), leden=(NOOR, BRAM))

    decision = decide_toewijzing([regel], TEGEL, people)

    assert decision.medewerker == NOOR
    assert decision.groep == WEGEN
    assert "Noor Bakker heeft nu het minste werk voor 32 uur deze week." in decision.waarom


def test_with_nobody_there_the_zaak_waits_in_the_group():
    regel = Regel("Wegen", groep=WEGEN, kies_lid=True)
    people = bezetting(kandidaat(NOOR, afwezig=True), kandidaat(BRAM, uren=0), leden=(NOOR, BRAM))

    decision = decide_toewijzing([regel], TEGEL, people)

    assert (decision.medewerker, decision.groep) == (None, WEGEN)
    assert "Niemand van de groep is er" in decision.waarom


def test_without_a_rule_nobody_is_chosen_and_people_are_told():
    decision = decide_toewijzing([], TEGEL)

    assert (decision.medewerker, decision.groep, decision.regel) == (None, None, "")
    assert "Wijs de zaak zelf toe" in decision.waarom


def test_what_is_late_weighs_most_and_what_stands_still_least():
    assert weigh(-1) > weigh(2) > weigh(3) == weigh(None) > weigh(-1, is_suspended=True)


SLUGS = st.sampled_from(["wegen", "groen", "losse-tegel", "licht", "zuidhaven", "centrum"])
SETS = st.frozensets(SLUGS, max_size=2)
REGELS = st.builds(
    Regel,
    naam=st.text(min_size=1, max_size=5),
    groep=st.just(WEGEN),
    kies_lid=st.booleans(),
    prioriteit=st.integers(0, 3),
    categorieen=SETS,
    gebieden=SETS,
    weekdagen=st.frozensets(st.integers(0, 6), max_size=3),
)
FEITEN = st.builds(
    Feiten,
    zaaktype=st.just("melding"),
    categorieen=st.lists(SLUGS, max_size=2).map(tuple),
    gebieden=st.lists(SLUGS, max_size=2).map(tuple),
    weekdag=st.integers(0, 6),
    uur=st.integers(0, 23),
)
PEOPLE = st.fixed_dictionaries(
    {
        wie: st.builds(
            Kandidaat,
            id=st.just(wie),
            naam=st.just(naam),
            werk=st.floats(0, 100),
            uren=st.sampled_from([0.0, 8.0, 32.0]),
            is_afwezig=st.booleans(),
            vervanger=st.sampled_from([None, NOOR, BRAM, ILSE, FATIMA]),
        )
        for wie, naam in NAMEN.items()
    }
).map(lambda people: Bezetting(people, {WEGEN: (NOOR, BRAM)}))


@given(st.lists(REGELS, max_size=6), FEITEN, PEOPLE, st.randoms())
def test_the_same_facts_give_the_same_person_in_whatever_order_rules_stand(regels, feiten, people, random):
    unique = list({regel.naam: regel for regel in regels}.values())
    shuffled = random.sample(unique, len(unique))

    assert decide_toewijzing(unique, feiten, people) == decide_toewijzing(shuffled, feiten, people)


@given(st.lists(REGELS, max_size=6), FEITEN, PEOPLE)
def test_who_is_absent_is_never_chosen_from_a_group(regels, feiten, people):
    decision = decide_toewijzing(regels, feiten, people)

    if decision.medewerker is not None:
        assert people.kandidaten[decision.medewerker].is_there
    if any(people.kandidaten[one].is_there for one in (NOOR, BRAM)) and decision.medewerker is not None:
        assert decision.medewerker in (NOOR, BRAM)


@given(st.lists(REGELS, max_size=6), FEITEN, PEOPLE)
def test_a_fitting_rule_always_leaves_the_zaak_with_somebody_and_says_why(regels, feiten, people):
    decision = decide_toewijzing(regels, feiten, people)

    assert decision.waarom
    assert (decision.groep is not None) == any(matches(regel, feiten) for regel in regels)
