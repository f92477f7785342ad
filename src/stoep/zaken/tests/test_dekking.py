"""What a set of rules leaves open, never uses and contradicts."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stoep.zaken.rules.dekking import WEEK, Bemensing, Persoon, Wereld, check_dekking, check_doelen
from stoep.zaken.rules.proefdraaien import NIEMAND, Verschuiving, compare_regels, decider, doel_of, misses
from stoep.zaken.rules.toewijzing import Feiten, Regel, choose_regel, decide_toewijzing, matches

WEGEN, GROEN, NOOR, BRAM, DAAN = (UUID(int=number) for number in range(1, 6))
WERELD = Wereld(
    "melding",
    {"graffiti": ("graffiti", "overlast"), "geluid": ("geluid", "overlast"), "kuil": ("kuil", "wegen")},
    {"zuidhaven": ("zuidhaven",), "centrum": ("centrum",)},
    ("site", "telefoon"),
)
SMALL = Wereld(
    "melding",
    {"graffiti": ("graffiti", "overlast"), "kuil": ("kuil", "wegen")},
    {"zuidhaven": ("zuidhaven",), "centrum": ("centrum",)},
    ("site", "telefoon"),
)


def regel(naam, groep=WEGEN, **conditions):
    sets = {name: frozenset(value) for name, value in conditions.items() if isinstance(value, (set, list, tuple))}
    return Regel(naam, groep=groep, **{**conditions, **sets})


SOME_DAYS = [(weekdag, uur) for weekdag, uur in WEEK if weekdag in (0, 4, 5, 6)]


def feiten_of(wereld):
    spoed = (False, True)
    for slug, code, kanaal, (weekdag, uur), urgent in product(
        wereld.categorieen, wereld.gebieden, wereld.kanalen, SOME_DAYS, spoed
    ):
        yield (
            (slug, code, kanaal, (weekdag, uur), urgent),
            Feiten(wereld.zaaktype, wereld.categorieen[slug], wereld.gebieden[code], kanaal, weekdag, uur, urgent),
        )


def test_nobody_gets_graffiti_in_zuidhaven_on_sunday():
    regels = [
        regel("Wegen", categorieen={"wegen"}),
        regel("Geluid", categorieen={"geluid"}),
        regel("Graffiti elders", categorieen={"graffiti"}, gebieden={"centrum"}),
        regel("Graffiti door de week", categorieen={"graffiti"}, weekdagen=range(6)),
    ]
    regels[3] = regel("Graffiti door de week", categorieen={"graffiti"}, weekdagen=set(range(6)))
    (gat,) = check_dekking(regels, WERELD).gaten

    assert gat.categorieen == {"graffiti"}
    assert gat.gebieden == {"zuidhaven"}
    assert gat.kanalen == {"site", "telefoon"}
    assert gat.uren == {(6, uur) for uur in range(24)}


def test_a_rule_under_a_wider_one_never_decides_and_says_which_goes_before():
    wide = regel("Alles", prioriteit=10)
    (never,) = check_dekking([wide, regel("Wegen", GROEN, categorieen={"wegen"})], WERELD).nooit

    assert (never.regel.naam, never.door) == ("Wegen", (wide,))


def test_a_rule_about_what_no_longer_exists_never_decides():
    (never,) = check_dekking([regel("Alles"), regel("Vergeten", categorieen={"bestaat-niet"})], WERELD).nooit

    assert (never.regel.naam, never.door) == ("Vergeten", ())


def test_two_rules_of_one_priority_with_another_answer_contradict():
    found = check_dekking(
        [regel("A", categorieen={"overlast"}), regel("B", GROEN, gebieden={"zuidhaven"}), regel("Z", prioriteit=900)],
        WERELD,
    ).tegenspraken

    assert [(one.wint.naam, one.verliest.naam, one.op_naam) for one in found] == [("A", "B", True)]
    assert found[0].waar.categorieen == {"graffiti", "geluid"}
    assert found[0].waar.gebieden == {"zuidhaven"}


@pytest.mark.parametrize(
    "other",
    [
        regel("B", GROEN, categorieen={"graffiti"}, prioriteit=90),
        regel("B", WEGEN, gebieden={"zuidhaven"}),
        regel("B", GROEN, categorieen={"graffiti"}, gebieden={"zuidhaven"}),
        regel("B", GROEN, categorieen={"kuil"}),
    ],
    ids=["another priority", "the same answer", "an exception within the rule", "they never meet"],
)
def test_these_do_not_contradict(other):
    assert not check_dekking([regel("A", categorieen={"overlast"}), other], WERELD).tegenspraken


some = st.frozensets
CONDITIONS = st.builds(
    Regel,
    naam=st.sampled_from("ABCDEFGH"),
    groep=st.sampled_from([WEGEN, GROEN]),
    prioriteit=st.sampled_from([10, 100]),
    categorieen=some(st.sampled_from(["graffiti", "overlast", "kuil", "weg"]), max_size=2),
    gebieden=some(st.sampled_from(["zuidhaven", "centrum", "weg"]), max_size=1),
    kanalen=some(st.sampled_from(["site", "telefoon"]), max_size=1),
    weekdagen=some(st.sampled_from([0, 5, 6]), max_size=2),
    alleen_spoed=st.booleans(),
    uur_van=st.none(),
) | st.builds(
    Regel,
    naam=st.sampled_from("IJKL"),
    groep=st.sampled_from([WEGEN, GROEN]),
    uur_van=st.sampled_from([0, 8, 22]),
    uur_tot=st.sampled_from([6, 17, 24]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(CONDITIONS, max_size=6, unique_by=lambda one: one.naam))
def test_the_analysis_says_what_deciding_every_report_one_by_one_says(regels):
    found = check_dekking(regels, SMALL)
    winners, clashes = set(), set()
    for place, feiten in feiten_of(SMALL):
        chosen = choose_regel(regels, feiten)
        slug, code, kanaal, uur, urgent = place
        inside = [
            gat
            for gat in found.gaten
            if slug in gat.categorieen
            and code in gat.gebieden
            and kanaal in gat.kanalen
            and uur in gat.uren
            and urgent in gat.spoed
        ]
        assert len(inside) == (chosen is None)
        if chosen is None:
            continue
        winners.add(chosen.naam)
        clashes |= {
            (chosen.naam, other.naam)
            for other in regels
            if other.prioriteit == chosen.prioriteit and other.groep != chosen.groep and matches(other, feiten)
        }
    assert {one.regel.naam for one in found.nooit} == {one.naam for one in regels} - winners
    said = {(one.wint.naam, one.verliest.naam) for one in found.tegenspraken}
    assert said <= clashes
    by_name = {one.naam: one for one in regels}
    assert all(by_name[a].specificity > by_name[b].specificity for a, b in clashes - said)


def test_a_gap_is_what_decide_toewijzing_leaves_to_nobody():
    regels = [regel("Wegen", categorieen={"wegen"})]
    (gat,) = check_dekking(regels, WERELD).gaten
    feiten = Feiten("melding", WERELD.categorieen["geluid"], ("centrum",), "site", 2, 12)

    assert "geluid" in gat.categorieen
    assert decide_toewijzing(regels, feiten).groep is None


def test_a_rule_that_leads_to_nobody_is_found():
    people = Bemensing(
        {
            NOOR: Persoon("Noor", werkt_hier=False),
            BRAM: Persoon("Bram", is_afwezig=True),
            DAAN: Persoon("Daan", is_afwezig=True, vervanger=BRAM),
        },
        {WEGEN: (NOOR,), GROEN: (BRAM, DAAN)},
    )
    regels = [
        Regel("1", medewerker=NOOR),
        Regel("2", medewerker=BRAM),
        Regel("3", medewerker=DAAN),
        Regel("4", groep=WEGEN),
        Regel("5", groep=GROEN),
        Regel("6", medewerker=UUID(int=99)),
    ]

    found = [(one.regel.naam, one.wat, one.naam) for one in check_doelen(regels, people)]

    assert found == [
        ("1", "weg", "Noor"),
        ("2", "afwezig", "Bram"),
        ("3", "afwezig", "Daan"),
        ("4", "leeg", ""),
        ("5", "niemand-er", ""),
        ("6", "weg", ""),
    ]


def test_who_is_replaced_leads_to_somebody_and_circles_end():
    away = {"is_afwezig": True}
    covered = Bemensing({NOOR: Persoon("Noor", vervanger=BRAM, **away), BRAM: Persoon("Bram")})
    circle = Bemensing({NOOR: Persoon("Noor", vervanger=BRAM, **away), BRAM: Persoon("Bram", vervanger=NOOR, **away)})

    assert not check_doelen([Regel("1", medewerker=NOOR)], covered)
    assert [one.wat for one in check_doelen([Regel("1", medewerker=NOOR)], circle)] == ["afwezig"]


def test_a_dry_run_counts_from_whom_to_whom():
    old = [regel("Wegen", categorieen={"wegen"}), regel("Rest", GROEN, prioriteit=900)]
    new = [regel("Wegen", GROEN, categorieen={"wegen"})]
    kuil = Feiten("melding", ("kuil", "wegen"), ("centrum",), "site", 0, 9)
    geluid = Feiten("melding", ("geluid", "overlast"), ("centrum",), "site", 0, 9)

    proef = compare_regels(old, new, [(kuil, 7), (geluid, 3)])

    assert (proef.gekeken, proef.anders, proef.zonder_regel) == (10, 10, 3)
    assert proef.verschuivingen == (
        Verschuiving((None, WEGEN), (None, GROEN), 7),
        Verschuiving((None, GROEN), NIEMAND, 3),
    )


SOME_FEITEN = [feiten for _place, feiten in feiten_of(SMALL)][::37]


@settings(max_examples=50)
@given(CONDITIONS)
def test_a_rule_misses_nothing_exactly_when_it_matches(one):
    for feiten in SOME_FEITEN:
        assert (not misses(one, feiten)) == matches(one, feiten)


@settings(max_examples=30)
@given(st.lists(CONDITIONS, max_size=5, unique_by=lambda one: one.naam))
def test_deciding_very_many_answers_as_deciding_one_does(regels):
    decide = decider(regels)

    assert all(decide(feiten) == doel_of(choose_regel(regels, feiten)) for feiten in SOME_FEITEN)
