"""The past of Havendam: the same every time, believable, and nobody in it exists."""

from collections import Counter
from datetime import date

from stoep.demo.plekken import onderwerpen
from stoep.demo.verleden import tell_day, tell_past
from stoep.foundation.kalender import add_werkdagen

TODAY = date(2026, 11, 20)


def told():
    return [loop for month in tell_past(TODAY) for loop in month]


class TestWhatIsTold:
    def test_a_day_is_told_the_same_every_time(self):
        assert tell_day(date(2025, 3, 14)) == tell_day(date(2025, 3, 14))

    def test_two_years_hold_three_thousand_reports(self):
        loops = told()
        assert len(loops) > 3100
        assert len({loop.sleutel for loop in loops}) == len(loops)
        assert {loop.categorie for loop in loops} == set(onderwerpen())
        assert len({loop.plek.wijk for loop in loops}) == 12

    def test_every_life_runs_forward_in_time(self):
        for loop in told():
            moments = [loop.moment, *(stap.moment for stap in loop.stappen)]
            assert moments == sorted(moments), loop.sleutel

    def test_about_85_of_100_are_solved_within_the_norm(self):
        in_time = Counter()
        for loop in told():
            solved = next(stap.moment for stap in loop.stappen if stap.soort == "los-op")
            in_time[solved.date() <= add_werkdagen(loop.moment.date(), onderwerpen()[loop.categorie].norm)] += 1
        assert 0.82 < in_time[True] / in_time.total() < 0.88

    def test_weeds_grow_in_summer_and_ice_lies_in_winter(self):
        months = {slug: Counter() for slug in ("onkruid", "gladheid")}
        for loop in told():
            if loop.categorie in months:
                months[loop.categorie][loop.moment.month] += 1
        assert sum(months["onkruid"][month] for month in (6, 7, 8)) > 3 * sum(
            months["onkruid"][month] for month in (12, 1, 2)
        )
        assert sum(months["gladheid"][month] for month in range(4, 11)) == 0

    def test_nobody_has_an_address_that_could_exist(self):
        assert all(loop.email.endswith(".example") for loop in told() if loop.email)
