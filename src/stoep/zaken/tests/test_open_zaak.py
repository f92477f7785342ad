"""Opening a zaak."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from stoep.catalogi.errors import ZaaktypeNotInForce
from stoep.catalogi.testing import RSIN, make_zaaktype
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed
from stoep.foundation.geo import Point
from stoep.foundation.testing import published_events
from stoep.toegang.actors import ANONYMOUS, Grant
from stoep.toegang.testing import employee
from stoep.zaken.commands import open_zaak
from stoep.zaken.errors import DeelzaakAsHoofdzaak, OmschrijvingMissing
from stoep.zaken.events import ZaakOpened
from stoep.zaken.models import Gebeurtenis, Status, Zaak
from stoep.zaken.testing import make_zaak

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)


def test_a_resident_may_always_ask():
    with clock.at(MAANDAG):
        zaak = make_zaak(actor=ANONYMOUS)

    zaak.refresh_from_db()
    assert zaak.identificatie.startswith("ZAAK-2026-")
    assert len(zaak.identificatie) == len("ZAAK-2026-000123")
    assert zaak.bronorganisatie == RSIN
    assert zaak.statustype.omschrijving == "Ontvangen"
    assert zaak.einddatum is None
    assert [event for event in published_events() if isinstance(event, ZaakOpened)] == [
        ZaakOpened(zaak_id=zaak.pk, zaaktype="melding-openbare-ruimte", kanaal="website")
    ]


def test_terms_follow_the_servicenorm_and_the_law():
    with clock.at(MAANDAG):
        zaak = make_zaak()

    assert zaak.einddatum_gepland == date(2026, 12, 7)
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 1, 18)


def test_a_promised_day_is_never_later_than_the_law_allows():
    make_zaaktype()
    with clock.at(MAANDAG):
        zaak = open_zaak(
            zaaktype_identificatie="melding-openbare-ruimte",
            omschrijving="Losse tegel",
            kanaal="website",
            geplande_einddatum=date(2028, 1, 1),
            actor=ANONYMOUS,
        )

    assert zaak.einddatum_gepland == zaak.uiterlijke_einddatum_afdoening


def test_an_employee_needs_the_right_for_this_zaaktype():
    make_zaaktype()
    noor = employee(Grant("zaken.open", "parkeervergunning"))
    before = published_events()

    with pytest.raises(NotAllowed):
        make_zaak(actor=noor)

    assert not Zaak.objects.exists()
    assert published_events() == before


def test_numbers_go_up_and_start_again_each_year():
    with clock.at(MAANDAG):
        first, second = make_zaak(), make_zaak()
    with clock.at(datetime(2031, 1, 2, 9, 0, tzinfo=AMSTERDAM)):
        next_year = make_zaak()

    assert int(second.identificatie[-6:]) == int(first.identificatie[-6:]) + 1
    assert next_year.identificatie == "ZAAK-2031-000001"


def test_the_place_is_kept_as_geojson_and_as_columns():
    make_zaaktype()
    zaak = open_zaak(
        zaaktype_identificatie="melding-openbare-ruimte",
        omschrijving="Losse tegel",
        kanaal="website",
        point=Point(3.8, 51.33),
        actor=ANONYMOUS,
    )

    zaak.refresh_from_db()
    assert zaak.zaakgeometrie == {"type": "Point", "coordinates": [3.8, 51.33]}
    assert (zaak.lon, zaak.lat) == (3.8, 51.33)


def test_a_long_text_is_shortened_to_what_the_norm_allows():
    zaak = make_zaak("x" * 200)

    assert len(zaak.omschrijving) == 80
    assert zaak.omschrijving.endswith("…")


def test_a_zaak_without_omschrijving_is_refused():
    with pytest.raises(OmschrijvingMissing):
        make_zaak("   ")

    assert not Zaak.objects.exists()


def test_an_unknown_zaaktype_is_refused():
    with pytest.raises(ZaaktypeNotInForce):
        open_zaak(zaaktype_identificatie="bestaat-niet", omschrijving="x", kanaal="website", actor=ANONYMOUS)


def test_a_deelzaak_cannot_have_deelzaken():
    hoofdzaak = make_zaak()
    deelzaak = make_zaak(hoofdzaak=hoofdzaak)

    with pytest.raises(DeelzaakAsHoofdzaak):
        make_zaak(hoofdzaak=deelzaak)

    assert Zaak.objects.count() == 2


def test_the_history_and_the_first_status_are_written():
    zaak = make_zaak()

    assert list(Gebeurtenis.objects.filter(zaak=zaak).values_list("soort", "wie")) == [("geopend", "inwoner:")]
    status = Status.objects.get(zaak=zaak)
    zaak.refresh_from_db()
    assert status.statustype.volgnummer == 1
    assert status.datum_status_gezet == zaak.status_gezet_op


def test_opening_takes_a_fixed_and_small_number_of_queries(django_assert_max_num_queries):
    make_zaak()

    with django_assert_max_num_queries(10):
        open_zaak(
            zaaktype_identificatie="melding-openbare-ruimte",
            omschrijving="Losse tegel",
            kanaal="website",
            actor=ANONYMOUS,
        )
