"""When the archive term of a zaak begins, and that it is decided again when that changes (zrc-021)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.catalogi.models import Eigenschap, Resultaattype, Statustype
from stoep.catalogi.testing import make_zaaktype, resultaattype
from stoep.foundation import clock
from stoep.foundation.duur import Duur
from stoep.toegang.actors import SYSTEM
from stoep.zaken import commands as do
from stoep.zaken.commands import Relevant
from stoep.zaken.models import Zaak
from stoep.zaken.rules.archivering import Bewaarregel, Brondatumfeiten, day_in, decide_brondatum
from stoep.zaken.rules.eigenschapwaarde import Specificatie, find_fault

EIND, EERDER, LATER = date(2026, 2, 28), date(2027, 1, 1), date(2028, 3, 4)

# way of deriving, what is known, the day from which the term counts
CASES = [
    ("afgehandeld", {}, EIND),
    ("hoofdzaak", {}, None),
    ("hoofdzaak", {"hoofdzaak_einddatum": LATER}, LATER),
    ("termijn", {}, date(2028, 2, 28)),
    ("ingangsdatum_besluit", {}, None),
    ("ingangsdatum_besluit", {"ingangsdatums": (LATER, EERDER)}, LATER),
    ("vervaldatum_besluit", {"ingangsdatums": (LATER,)}, None),
    ("vervaldatum_besluit", {"vervaldatums": (EERDER, LATER)}, LATER),
    ("gerelateerde_zaak", {}, None),
    ("gerelateerde_zaak", {"gerelateerde_einddatums": (EERDER, LATER)}, LATER),
    ("gerelateerde_zaak", {"gerelateerde_einddatums": (EERDER, None)}, None),
    ("eigenschap", {}, None),
    ("eigenschap", {"eigenschap_waarde": "20280304"}, LATER),
    ("eigenschap", {"eigenschap_waarde": "20280304120000"}, LATER),
    ("eigenschap", {"eigenschap_waarde": "2028-03-04T12:00:00Z"}, LATER),
    ("eigenschap", {"eigenschap_waarde": "volgend jaar"}, None),
    ("eigenschap", {"eigenschap_waarde": "20281399"}, None),
    ("zaakobject", {"zaakobject_waarden": ()}, None),
    ("zaakobject", {"zaakobject_waarden": ("2027-01-01", "2028-03-04", "onbekend")}, LATER),
    ("ander_datumkenmerk", {"eigenschap_waarde": "20280304"}, None),
    ("bestaat-niet", {}, None),
]


@pytest.mark.parametrize(("way", "known", "brondatum"), CASES)
def test_each_way_of_deriving_has_its_day(way, known, brondatum):
    regel = Bewaarregel("vernietigen", way, Duur.parse("P5Y"), procestermijn=Duur.parse("P2Y"))

    assert decide_brondatum(regel, Brondatumfeiten(EIND, **known)) == brondatum


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text):
    assert day_in(text) is None or isinstance(day_in(text), date)


@pytest.mark.parametrize(
    ("formaat", "lengte", "waarde", "fits"),
    [
        ("tekst", "5", "lamp", True),
        ("tekst", "5", "lantaarn", False),
        ("getal", "3", "123", True),
        ("getal", "3", "1234", False),
        ("getal", "3,1", "12,5", True),
        ("getal", "3", "12,5", False),
        ("getal", "3", "twee", False),
        ("datum", "8", "20261122", True),
        ("datum", "8", "2026-11-22", False),
        ("datum", "8", "20261322", False),
        ("datum_tijd", "14", "20261122093000", True),
        ("datum_tijd", "14", "20261122", False),
    ],
)
def test_a_value_fits_its_specification(formaat, lengte, waarde, fits):
    assert (find_fault(waarde, Specificatie(formaat, lengte)) == "") is fits


def test_a_value_is_one_of_those_that_the_zaaktype_names():
    assert find_fault("rood", Specificatie("tekst", "10", ("groen", "rood"))) == ""
    assert find_fault("blauw", Specificatie("tekst", "10", ("groen", "rood"))) != ""


def close(zaak: Zaak, moment: datetime) -> None:
    do.register_resultaat(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)
    eind = Statustype.objects.get(zaaktype=zaak.zaaktype_id, is_eindstatus=True)
    do.register_status(zaak.pk, statustype_id=eind.pk, datum_status_gezet=moment, actor=SYSTEM)


def derive_by(way: str, **values: str) -> None:
    Resultaattype.objects.update(afleidingswijze=way, **values)


def new_zaak(**velden) -> Zaak:
    return do.register_zaak(zaaktype_id=make_zaaktype().pk, startdatum=date(2026, 1, 1), actor=SYSTEM, **velden)


def action_of(zaak: Zaak) -> date | None:
    return Zaak.objects.get(pk=zaak.pk).archiefactiedatum


@pytest.mark.django_db
def test_the_archive_is_decided_again_when_what_it_rests_on_changes():
    zaaktype = make_zaaktype()
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    with clock.at(datetime(2026, 4, 1, 12, tzinfo=UTC)):
        derive_by("eigenschap", datumkenmerk="lantaarnpaal")
        zaak = new_zaak()
        close(zaak, moment)
        assert action_of(zaak) is None
        eigenschap = Eigenschap.objects.get(zaaktype=zaaktype)
        row = do.register_zaakeigenschap(zaak.pk, eigenschap_id=eigenschap.pk, waarde="20270101", actor=SYSTEM)
        assert action_of(zaak) == date(2032, 1, 1)
        do.change_zaakeigenschap(row.pk, waarde="20280101", actor=SYSTEM)
        assert action_of(zaak) == date(2033, 1, 1)
        do.remove_zaakeigenschap(row.pk, actor=SYSTEM)
        assert action_of(zaak) is None

        derive_by("zaakobject", datumkenmerk="einddatum", objecttype="overige")
        thing = do.register_zaakobject(
            zaak.pk,
            object_type="overige",
            object_type_overige="contract",
            object_identificatie={"overigeData": {"einddatum": "2029-01-01"}},
            actor=SYSTEM,
        )
        assert action_of(zaak) == date(2034, 1, 1)
        do.remove_zaakobject(thing.pk, actor=SYSTEM)
        assert action_of(zaak) is None

        derive_by("gerelateerde_zaak")
        related = new_zaak()
        do.change_zaak(zaak.pk, relevante_andere_zaken=[Relevant(related.pk, "bijdrage")], actor=SYSTEM)
        assert action_of(zaak) is None
        close(related, moment)
        assert action_of(zaak) == date(2031, 3, 2)
        do.reopen_zaak(related.pk, reden="toch niet", actor=SYSTEM)
        assert action_of(zaak) is None

        derive_by("hoofdzaak")
        hoofdzaak = new_zaak()
        deelzaak = new_zaak(hoofdzaak_id=hoofdzaak.pk)
        close(deelzaak, moment)
        assert action_of(deelzaak) is None
        close(hoofdzaak, datetime(2026, 3, 9, 12, tzinfo=UTC))
        assert action_of(deelzaak) == date(2031, 3, 9)

        derive_by("afgehandeld")
        do.change_zaak(zaak.pk, archiefactiedatum=date(2040, 1, 1), actor=SYSTEM)
        do.change_zaak(zaak.pk, omschrijving="iets anders", actor=SYSTEM)
        assert action_of(zaak) == date(2040, 1, 1)
