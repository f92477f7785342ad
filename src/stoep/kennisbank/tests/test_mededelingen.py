"""Local notices: one record, every channel, for as long as it holds."""

from datetime import UTC, datetime, timedelta

import pytest

from stoep.foundation.errors import NotAllowed
from stoep.kennisbank.commands import place_mededeling, withdraw_mededeling
from stoep.kennisbank.errors import MededelingAlreadyWithdrawn, MededelingEndsBeforeItBegins, MededelingHasNoKanaal
from stoep.kennisbank.models import Kanaal, Mededeling
from stoep.kennisbank.queries import current_mededelingen
from stoep.toegang.actors import ANONYMOUS, SYSTEM

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 12, 1, 8, tzinfo=UTC)


def place(**changes):
    fields = {
        "titel": "De Zeebrug is dicht",
        "tekst": "Omrijden kan via de N61.",
        "van": MORNING,
        "tot": MORNING + timedelta(days=3),
        "kanalen": [Kanaal.SITE, Kanaal.WERKPLEK],
        "actor": SYSTEM,
    }
    return place_mededeling(**{**fields, **changes})


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (MORNING - timedelta(seconds=1), False),
        (MORNING, True),
        (MORNING + timedelta(days=3) - timedelta(seconds=1), True),
        (MORNING + timedelta(days=3), False),
    ],
)
def test_a_notice_is_shown_from_its_beginning_until_its_end(moment, shown):
    notice = place()
    assert (notice in current_mededelingen(Kanaal.SITE, moment)) is shown


def test_a_notice_without_end_stays_until_it_is_withdrawn():
    notice = place(tot=None)
    assert current_mededelingen(Kanaal.SITE, MORNING + timedelta(days=400)) == [notice]

    withdraw_mededeling(notice.pk, actor=SYSTEM)

    assert current_mededelingen(Kanaal.SITE, MORNING + timedelta(days=400)) == []
    assert Mededeling.objects.filter(pk=notice.pk).exists()


def test_a_notice_is_shown_on_its_channels_only():
    place(kanalen=[Kanaal.WERKPLEK])
    assert current_mededelingen(Kanaal.SITE, MORNING) == []
    assert len(current_mededelingen(Kanaal.WERKPLEK, MORNING)) == 1


def test_a_notice_for_an_area_is_shown_there_and_where_no_area_is_asked():
    notice = place(gebieden=["zuidhaven"])
    assert current_mededelingen(Kanaal.SITE, MORNING, gebied="centrum") == []
    assert current_mededelingen(Kanaal.SITE, MORNING, gebied="zuidhaven") == [notice]
    assert current_mededelingen(Kanaal.SITE, MORNING) == [notice]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"tot": MORNING}, MededelingEndsBeforeItBegins),
        ({"kanalen": []}, MededelingHasNoKanaal),
        ({"actor": ANONYMOUS}, NotAllowed),
    ],
)
def test_a_wrong_notice_is_refused_and_nothing_is_stored(changes, refusal):
    with pytest.raises(refusal):
        place(**changes)
    assert Mededeling.objects.count() == 0


def test_a_notice_is_withdrawn_once():
    notice = place()
    withdraw_mededeling(notice.pk, actor=SYSTEM)
    with pytest.raises(MededelingAlreadyWithdrawn):
        withdraw_mededeling(notice.pk, actor=SYSTEM)
