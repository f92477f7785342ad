"""Terms, archive and statuses, as rules."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.foundation.duur import Duur, DuurNotRecognised
from stoep.foundation.kalender import is_werkdag
from stoep.zaken.rules.archivering import Bewaarregel, Brondatumfeiten, decide_archivering
from stoep.zaken.rules.statusovergangen import Bezwaar, Fase, find_objection
from stoep.zaken.rules.termijnen import Termijnen, decide_termijnen, end_of, extend, resume

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
DUREN = st.builds(Duur, weken=st.integers(0, 30), dagen=st.integers(0, 60)).filter(lambda duur: duur != Duur())


def test_a_woo_request_on_saturday_ends_after_four_weeks_on_monday():
    assert end_of(date(2026, 11, 21), Duur.parse("P4W")) == date(2026, 12, 21)


def test_a_promise_in_working_days_skips_the_weekend():
    termijnen = decide_termijnen(date(2026, 11, 26), doorlooptijd=Duur.parse("P8W"), servicenorm_werkdagen=3)

    assert termijnen.gepland == date(2026, 12, 1)


def test_a_promise_is_cut_off_at_what_the_law_allows():
    termijnen = decide_termijnen(date(2026, 11, 26), doorlooptijd=Duur.parse("P1W"), servicenorm_werkdagen=40)

    assert termijnen.gepland == termijnen.uiterlijk


@given(DAYS, DUREN, st.integers(0, 60))
def test_terms_end_on_a_working_day_and_the_promise_is_never_after_the_law(start, doorlooptijd, werkdagen):
    termijnen = decide_termijnen(start, doorlooptijd=doorlooptijd, servicenorm_werkdagen=werkdagen)

    assert start <= termijnen.gepland <= termijnen.uiterlijk


@given(DAYS, DUREN, DUREN)
def test_an_extension_moves_the_end_later(start, doorlooptijd, duur):
    before = decide_termijnen(start, doorlooptijd=doorlooptijd)
    after = extend(before, duur)

    assert after.uiterlijk > before.uiterlijk
    assert is_werkdag(after.uiterlijk)


@given(DAYS, st.integers(0, 300))
def test_a_suspension_never_shortens_a_term(start, days):
    before = Termijnen(start, start + timedelta(days=10))
    after = resume(before, opgeschort_op=start, hervat_op=start + timedelta(days=days))

    assert after.gepland >= before.gepland + timedelta(days=days)
    assert after.uiterlijk >= before.uiterlijk + timedelta(days=days)


@pytest.mark.parametrize(
    ("afleidingswijze", "feiten", "actiedatum"),
    [
        ("afgehandeld", Brondatumfeiten(date(2026, 2, 28)), date(2031, 2, 28)),
        ("hoofdzaak", Brondatumfeiten(date(2026, 2, 28), hoofdzaak_einddatum=date(2027, 1, 1)), date(2032, 1, 1)),
        ("hoofdzaak", Brondatumfeiten(date(2026, 2, 28)), None),
        ("ander_datumkenmerk", Brondatumfeiten(date(2026, 2, 28)), None),
        (
            "vervaldatum_besluit",
            Brondatumfeiten(date(2026, 2, 28), vervaldatums=(date(2027, 1, 1), date(2028, 1, 1))),
            date(2033, 1, 1),
        ),
    ],
)
def test_the_archive_counts_from_the_brondatum(afleidingswijze, feiten, actiedatum):
    regel = Bewaarregel("vernietigen", afleidingswijze, Duur.parse("P5Y"))

    assert decide_archivering(regel, feiten).actiedatum == actiedatum


def test_a_term_of_the_process_comes_before_the_term_of_the_archive():
    regel = Bewaarregel("vernietigen", "termijn", Duur.parse("P1Y"), procestermijn=Duur.parse("P10Y"))

    assert decide_archivering(regel, Brondatumfeiten(date(2024, 2, 29))).actiedatum == date(2035, 2, 28)


def test_what_the_zaak_itself_says_goes_before_its_resultaattype():
    regel = Bewaarregel("vernietigen", "afgehandeld", None)

    assert decide_archivering(regel, Brondatumfeiten(date(2026, 1, 1)), nominatie="blijvend_bewaren").nominatie == (
        "blijvend_bewaren"
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("P1M", date(2026, 1, 31), date(2026, 2, 28)),
        ("P8W", date(2026, 1, 1), date(2026, 2, 26)),
        ("P1Y6M", date(2024, 8, 31), date(2026, 2, 28)),
        ("P28D", date(2026, 1, 1), date(2026, 1, 29)),
        ("P9999Y", date(2026, 1, 1), date(9999, 1, 1)),
    ],
)
def test_a_duur_counts_in_calendar_units(text, start, end):
    assert Duur.parse(text).after(start) == end


@given(
    st.builds(
        Duur, jaren=st.integers(0, 99), maanden=st.integers(0, 11), weken=st.integers(0, 52), dagen=st.integers(0, 99)
    )
)
def test_a_duur_reads_back_what_it_wrote(duur):
    assert Duur.parse(str(duur)) == duur


@pytest.mark.parametrize("text", ["", "P", "8W", "P8", "PT1H", "P-1D", "P1Y\n", "P1D1Y", "p1d"])
def test_what_is_no_duur_is_refused(text):
    with pytest.raises(DuurNotRecognised):
        Duur.parse(text)


A, B, EIND, TYPE = (UUID(int=number) for number in range(1, 5))


@pytest.mark.parametrize(
    ("new", "values", "wanted"),
    [
        (Fase(B, TYPE, is_eindstatus=False), {}, None),
        (Fase(A, TYPE, is_eindstatus=False), {}, Bezwaar.SAME),
        (Fase(B, B, is_eindstatus=False), {}, Bezwaar.OTHER_ZAAKTYPE),
        (Fase(B, TYPE, is_eindstatus=False), {"is_closed": True}, Bezwaar.CLOSED),
        (Fase(EIND, TYPE, is_eindstatus=True), {}, Bezwaar.NEEDS_RESULTAAT),
        (Fase(EIND, TYPE, is_eindstatus=True), {"has_resultaat": True}, None),
    ],
)
def test_which_status_may_follow(new, values, wanted):
    facts = {"zaaktype_id": TYPE, "current_id": A, "is_closed": False, "has_resultaat": False} | values

    assert find_objection(new, **facts) == wanted
