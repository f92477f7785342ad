"""The 24 months behind the demo, drawn with a fixed seed per day and done by the same commands as everything else.

A day is always drawn the same, whenever one looks back at it: so it can be built in pieces, stopped at any moment,
and added to when the demo stands for weeks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from stoep.demo.gebeuren import Levensloop, Stap
from stoep.demo.plekken import Onderwerp, onderwerpen, some_plek
from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen, is_werkdag

KEY = "toen-"
DAYS = 730
PER_DAY = 5.2
WEEKEND = 0.55
STORMS = 0.04  # of the days from October to March
ON_TIME = 0.85

# How much more, or less, of it in each month from January.
SEASONS = {
    "heel": (1.0,) * 12,
    "winter": (1.8, 1.7, 1.4, 0.9, 0.6, 0.5, 0.5, 0.6, 0.8, 1.3, 1.7, 1.8),
    "vorst": (3.0, 2.6, 0.8, 0, 0, 0, 0, 0, 0, 0, 0.8, 2.4),
    "storm": (1.6, 1.6, 1.2, 0.8, 0.6, 0.5, 0.6, 0.7, 0.9, 1.5, 1.7, 1.6),
    "groei": (0.1, 0.2, 0.6, 1.2, 1.8, 2.0, 1.8, 1.6, 1.2, 0.6, 0.2, 0.1),
    "zomer": (0.2, 0.2, 0.5, 1.0, 1.5, 2.0, 2.4, 2.2, 1.2, 0.5, 0.2, 0.2),
    "herfst": (0.7, 0.6, 0.7, 0.7, 0.8, 0.9, 1.0, 1.2, 1.6, 1.8, 1.4, 0.9),
    "jaarwisseling": (2.5, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.4, 1.0, 4.0),
}
CHANNELS = {"site": 62, "telefoon": 21, "balie": 6, "e-mail": 6, "social": 4, "brief": 1}
OUTCOMES = {"opgelost": 87, "niet_gevonden": 6, "niet_voor_gemeente": 4, "dubbel": 3}
ENDINGS = {
    "niet_gevonden": "Wij zijn gaan kijken, maar hebben het probleem niet gevonden. Ziet u het nog? Meld het dan opnieuw.",
    "niet_voor_gemeente": "Deze plek is niet van de gemeente. Wij hebben uw melding doorgegeven aan de eigenaar.",
    "dubbel": "Iemand anders heeft dit ook gemeld. Wij zijn er al mee bezig.",
}
FIRST = [
    "Anna",
    "Bas",
    "Carla",
    "Dirk",
    "Els",
    "Farid",
    "Greet",
    "Hans",
    "Irene",
    "Jan",
    "Kim",
    "Leo",
    "Marja",
    "Nick",
    "Olga",
    "Paul",
    "Ria",
    "Sven",
    "Tineke",
    "Wouter",
]
LAST = [
    "Jansen",
    "Bakx",
    "Koster",
    "Dekker",
    "Verhage",
    "Wisse",
    "Kole",
    "Minderhoud",
    "Boone",
    "Haak",
    "Ocak",
    "Tran",
    "Peters",
    "Maas",
]
PLANNED = "Wij hebben het werk ingepland op {{ dag }}. U hoeft niet thuis te blijven."
ASKED = "Wij konden de plek niet vinden. Kunt u beschrijven waar het precies is?"
ANSWERED = "Het is aan de overkant, naast de brievenbus."
REOPENED = "De melder belde: het is nog niet in orde."
AGAIN = "Wij zijn teruggegaan en hebben het nu goed gemaakt."


def tell_past(today: date, *, days: int = DAYS) -> Iterator[list[Levensloop]]:
    """The past before today, month by month, the newest month first; in a month from its first day on."""
    first = today - timedelta(days=days)
    months: dict[tuple[int, int], list[date]] = {}
    for number in range(days):
        day = first + timedelta(days=number)
        months.setdefault((day.year, day.month), []).append(day)
    for month in sorted(months, reverse=True):
        yield [loop for day in months[month] for loop in tell_day(day)]


def in_order(loops: Iterable[Levensloop]) -> list[tuple[datetime, Levensloop, Stap | None]]:
    """Everything that happens in these lives, in the order in which it happened; without a step it is the report."""
    happened: list[tuple[datetime, Levensloop, Stap | None]] = []
    for loop in loops:
        happened.append((loop.moment, loop, None))
        happened += [(stap.moment, loop, stap) for stap in loop.stappen]
    return sorted(happened, key=lambda one: (one[0], one[1].sleutel))


def tell_day(day: date) -> list[Levensloop]:
    """The reports of a day; the same whenever it is asked."""
    chance = Random(f"havendam-{day.isoformat()}")  # noqa: S311 - the same past every time
    is_storm = day.month in (10, 11, 12, 1, 2, 3) and chance.random() < STORMS
    busy = PER_DAY * (1.0 if is_werkdag(day) else WEEKEND) * (2.2 if is_storm else 1.0)
    number = int(busy) + (chance.random() < busy % 1) + chance.choice((-2, -1, 0, 0, 1, 2))
    return [tell_report(day, place, is_storm=is_storm) for place in range(max(number, 0))]


def tell_report(day: date, place: int, *, is_storm: bool) -> Levensloop:
    """One report with all that follows."""
    key = f"{KEY}{day.isoformat()}-{place:02d}"
    chance = Random(key)  # noqa: S311
    about = choose_onderwerp(chance, day.month, is_storm=is_storm)
    plek = some_plek(chance)
    moment = datetime.combine(day, time(chance.choices(range(6, 23), HOURS)[0], chance.randrange(60)), clock.AMSTERDAM)
    kanaal = chance.choices(list(CHANNELS), list(CHANNELS.values()))[0]
    if kanaal != "site":
        moment = at_work(moment, chance)
    known = kanaal != "site" or chance.random() < 0.55  # noqa: PLR2004
    naam = f"{chance.choice(FIRST)} {chance.choice(LAST)}" if known else ""
    has_mail = known and kanaal in ("site", "e-mail") and chance.random() < 0.3  # noqa: PLR2004
    loop = Levensloop(
        sleutel=key,
        categorie=about.slug,
        tekst=chance.choice(about.teksten).format(straat=plek.straat, nummer=plek.nummer),
        plek=plek,
        moment=moment,
        kanaal=kanaal,
        naam=naam,
        email=f"{naam.lower().replace(' ', '.')}@zeepost.example" if has_mail else "",
        tekening=about.tekening if kanaal == "site" and chance.random() < 0.25 else "",  # noqa: PLR2004
        variant=chance.randrange(60),
    )
    return replace(loop, stappen=tuple(tell_steps(loop, about, chance)))


# When people report, from six in the morning.
HOURS = (1, 3, 7, 9, 9, 8, 7, 6, 6, 7, 7, 6, 6, 7, 6, 4, 2)


def choose_onderwerp(chance: Random, month: int, *, is_storm: bool) -> Onderwerp:
    """What it is about; in a storm trees, signs and lamps."""
    all_of_them = list(onderwerpen().values())
    weights = [
        one.gewicht * SEASONS[one.seizoen][month - 1] * (6 if is_storm and one.seizoen == "storm" else 1)
        for one in all_of_them
    ]
    return chance.choices(all_of_them, weights)[0]


def tell_steps(loop: Levensloop, about: Onderwerp, chance: Random) -> Iterator[Stap]:
    """How it went on: mostly taken up, sometimes asked or planned, solved, and now and then reopened."""
    norm = about.norm
    solved_after = norm * (chance.uniform(0.2, 0.9) if chance.random() < ON_TIME else chance.uniform(1.15, 2.0))
    last = max(round(solved_after), 1 if solved_after > norm else 0)
    if solved_after > norm and last <= norm:
        last = norm + 1
    start = loop.moment
    taken = at_work(start + timedelta(hours=chance.uniform(0.3, 2) if norm == 1 else chance.uniform(1, 20)), chance)
    end = max(day_after(start, last, chance), taken + timedelta(hours=1, minutes=chance.randrange(90)))
    between = end - taken
    if norm > 3 or chance.random() < 0.5:  # noqa: PLR2004 - small jobs are done and written down at once
        yield Stap(taken, "neem")
    if loop.email and norm > 2 and chance.random() < 0.12:  # noqa: PLR2004
        yield Stap(taken + between * 0.1, "vraag", ASKED)
        yield Stap(taken + min(between * 0.3, between * 0.1 + timedelta(days=3)), "antwoord", ANSWERED)
    if norm >= 5 and chance.random() < 0.5:  # noqa: PLR2004
        planned = taken + between * 0.5
        yield Stap(planned, "plan", PLANNED, dagen=max((end.date() - planned.date()).days, 0))
    outcome = chance.choices(list(OUTCOMES), list(OUTCOMES.values()))[0]
    yield Stap(end, "los-op", ENDINGS.get(outcome) or chance.choice(about.oplossingen), uitkomst=outcome)
    if outcome == "opgelost" and chance.random() < 0.03:  # noqa: PLR2004
        back = at_work(end + timedelta(days=chance.randrange(2, 6)), chance)
        yield Stap(back, "heropen", REOPENED)
        yield Stap(day_after(back, 2, chance), "los-op", AGAIN)


def day_after(moment: datetime, working_days: int, chance: Random) -> datetime:
    """An hour of work, so many working days later; the same day when there are none."""
    if not working_days:
        return at_work(moment + timedelta(hours=chance.uniform(1, 4)), chance)
    day = add_werkdagen(moment.date(), working_days)
    return datetime.combine(day, time(8 + chance.randrange(8), chance.randrange(60)), clock.AMSTERDAM)


def at_work(moment: datetime, chance: Random) -> datetime:
    """This moment, or the next morning on which people work."""
    day = moment.date()
    if is_werkdag(day) and 8 <= moment.hour < 17:  # noqa: PLR2004
        return moment
    if moment.hour >= 17 or not is_werkdag(day):  # noqa: PLR2004
        day = add_werkdagen(day, 1)
    return datetime.combine(day, time(8 + chance.randrange(2), chance.randrange(60)), clock.AMSTERDAM)
