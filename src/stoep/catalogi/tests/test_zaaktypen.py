"""Case types: concept, parts, publishing, versions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.catalogi.commands import (
    add_resultaattype,
    add_roltype,
    add_statustype,
    create_besluittype,
    create_catalogus,
    create_informatieobjecttype,
    create_zaaktype,
    end_zaaktype,
    publish_informatieobjecttype,
    publish_zaaktype,
)
from stoep.catalogi.errors import (
    ArchiefregelInconsistent,
    CatalogusExists,
    GeldigheidOverlaps,
    NotUnique,
    RelatedTypeNotPublished,
    TypeNotConcept,
    ZaaktypeIncomplete,
    ZaaktypeNotInForce,
)
from stoep.catalogi.events import ZaaktypePublished
from stoep.catalogi.models import Afleidingswijze, Catalogus, Zaaktype
from stoep.catalogi.queries import list_zaaktypen, resultaattypen_of, roltype_of, statustypen_of, zaaktype_in_force
from stoep.catalogi.rules.archiefregel import Brondatumprocedure, find_disagreement
from stoep.catalogi.rules.geldigheid import overlaps
from stoep.catalogi.testing import LONG_AGO, RSIN, add_parts, make_catalogus, make_informatieobjecttype, make_zaaktype
from stoep.foundation.errors import NotAllowed
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee

TODAY = date(2026, 11, 23)


def concept(**values):
    given = {
        "identificatie": "melding-openbare-ruimte",
        "omschrijving": "Melding openbare ruimte",
        "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        "doel": "x",
        "aanleiding": "x",
        "indicatie_intern_of_extern": "extern",
        "handeling_initiator": "Melden",
        "onderwerp": "x",
        "handeling_behandelaar": "Behandelen",
        "doorlooptijd": "P8W",
        "referentieproces_naam": "x",
        "verantwoordelijke": "x",
        "begin_geldigheid": LONG_AGO,
    }
    return create_zaaktype(catalogus_id=make_catalogus().pk, actor=SYSTEM, **(given | values))


@pytest.mark.django_db
def test_a_published_version_is_found_on_the_days_that_it_holds():
    zaaktype = make_zaaktype()
    end_zaaktype(zaaktype.pk, einde_geldigheid=TODAY, actor=SYSTEM)

    assert zaaktype_in_force("melding-openbare-ruimte", TODAY) == zaaktype
    for day in (date(2026, 11, 24), date(2019, 12, 31)):
        with pytest.raises(ZaaktypeNotInForce):
            zaaktype_in_force("melding-openbare-ruimte", day)


@pytest.mark.django_db
def test_a_concept_is_not_in_force():
    make_zaaktype(published=False)

    assert list_zaaktypen(TODAY) == []


@pytest.mark.django_db
def test_the_highest_volgnummer_is_the_eindstatus_in_whatever_order_they_come():
    zaaktype = concept()
    for number in (2, 3, 1):
        add_statustype(zaaktype.pk, omschrijving=f"Fase {number}", volgnummer=number, actor=SYSTEM)

    assert [(one.volgnummer, one.is_eindstatus) for one in statustypen_of(zaaktype.pk)] == [
        (1, False),
        (2, False),
        (3, True),
    ]


@pytest.mark.django_db
def test_a_published_zaaktype_no_longer_changes():
    zaaktype = make_zaaktype()
    before = len(statustypen_of(zaaktype.pk))

    with pytest.raises(TypeNotConcept):
        add_statustype(zaaktype.pk, omschrijving="Extra", volgnummer=9, actor=SYSTEM)
    with pytest.raises(TypeNotConcept):
        publish_zaaktype(zaaktype.pk, actor=SYSTEM)

    assert len(statustypen_of(zaaktype.pk)) == before


@pytest.mark.django_db
def test_a_zaaktype_that_misses_parts_is_not_published():
    zaaktype = concept()

    with pytest.raises(ZaaktypeIncomplete) as refusal:
        publish_zaaktype(zaaktype.pk, actor=SYSTEM)

    assert "minstens twee statustypen, een resultaattype, een roltype" in str(refusal.value)
    assert Zaaktype.objects.get().concept
    assert not any(isinstance(event, ZaaktypePublished) for event in published_events())


@pytest.mark.django_db
def test_versions_of_one_zaaktype_do_not_overlap():
    make_zaaktype()
    second = concept(begin_geldigheid=TODAY)
    add_parts(second)
    with pytest.raises(GeldigheidOverlaps):
        publish_zaaktype(second.pk, actor=SYSTEM)

    first = zaaktype_in_force("melding-openbare-ruimte", TODAY)
    end_zaaktype(first.pk, einde_geldigheid=date(2026, 11, 22), actor=SYSTEM)
    publish_zaaktype(second.pk, actor=SYSTEM)

    assert zaaktype_in_force("melding-openbare-ruimte", TODAY) == second
    assert zaaktype_in_force("melding-openbare-ruimte", date(2026, 11, 22)) == first


@pytest.mark.django_db
def test_types_that_it_names_are_published_first():
    create_besluittype(catalogus_id=make_catalogus().pk, omschrijving="Vergunning", actor=SYSTEM)
    zaaktype = concept(besluittypen=["Vergunning"])
    create_informatieobjecttype(
        catalogus_id=make_catalogus().pk,
        omschrijving="Foto",
        vertrouwelijkheidaanduiding="intern",
        informatieobjectcategorie="beeld",
        actor=SYSTEM,
    )
    add_parts(zaaktype)

    with pytest.raises(RelatedTypeNotPublished):
        publish_zaaktype(zaaktype.pk, actor=SYSTEM)

    assert Zaaktype.objects.get().concept


@pytest.mark.django_db
def test_names_and_numbers_are_unique_within_a_zaaktype():
    make_informatieobjecttype()
    zaaktype = concept()
    add_parts(zaaktype)

    with pytest.raises(NotUnique):
        add_statustype(zaaktype.pk, omschrijving="Anders", volgnummer=1, actor=SYSTEM)
    with pytest.raises(NotUnique):
        add_roltype(zaaktype.pk, omschrijving="Initiator", omschrijving_generiek="initiator", actor=SYSTEM)
    with pytest.raises(NotUnique):
        add_resultaattype(zaaktype.pk, omschrijving="Verholpen", archiefnominatie="vernietigen", actor=SYSTEM)

    assert len(resultaattypen_of(zaaktype.pk)) == 2
    assert roltype_of(zaaktype.pk, "initiator").omschrijving == "Initiator"


@pytest.mark.django_db
def test_there_is_one_catalogus_per_domein_and_rsin():
    make_catalogus()

    with pytest.raises(CatalogusExists):
        create_catalogus(domein="HAVEN", rsin=RSIN, naam="x", contactpersoon_beheer_naam="x", actor=SYSTEM)

    assert Catalogus.objects.count() == 1


@pytest.mark.django_db
def test_without_the_right_no_type_changes():
    noor = employee("zaken.read")
    zaaktype = concept()

    with pytest.raises(NotAllowed):
        add_statustype(zaaktype.pk, omschrijving="x", volgnummer=1, actor=noor)
    with pytest.raises(NotAllowed):
        publish_zaaktype(zaaktype.pk, actor=noor)
    with pytest.raises(NotAllowed):
        create_catalogus(domein="X", rsin=RSIN, naam="x", contactpersoon_beheer_naam="x", actor=noor)

    assert statustypen_of(zaaktype.pk) == []


@pytest.mark.django_db
def test_a_document_type_is_published_once():
    soort = create_informatieobjecttype(
        catalogus_id=make_catalogus().pk,
        omschrijving="Brief",
        vertrouwelijkheidaanduiding="intern",
        informatieobjectcategorie="brief",
        actor=SYSTEM,
    )
    publish_informatieobjecttype(soort.pk, actor=SYSTEM)

    with pytest.raises(TypeNotConcept):
        publish_informatieobjecttype(soort.pk, actor=SYSTEM)


@pytest.mark.parametrize(
    ("procedure", "field"),
    [
        (Brondatumprocedure("afgehandeld"), None),
        (Brondatumprocedure("afgehandeld", datumkenmerk="x"), "datumkenmerk"),
        (Brondatumprocedure("afgehandeld", einddatum_bekend=True), "einddatumBekend"),
        (Brondatumprocedure("eigenschap"), "datumkenmerk"),
        (Brondatumprocedure("eigenschap", datumkenmerk="einde"), None),
        (Brondatumprocedure("zaakobject", datumkenmerk="einde"), "objecttype"),
        (Brondatumprocedure("zaakobject", datumkenmerk="einde", objecttype="pand"), None),
        (Brondatumprocedure("ander_datumkenmerk", datumkenmerk="einde", objecttype="pand"), "registratie"),
        (Brondatumprocedure("termijn"), "procestermijn"),
        (Brondatumprocedure("termijn", procestermijn="P5Y"), None),
        (Brondatumprocedure("hoofdzaak", procestermijn="P5Y"), "procestermijn"),
    ],
)
def test_the_parts_of_an_archive_rule_agree(procedure, field):
    found = find_disagreement(procedure)

    assert (found[0] if found else None) == field


@pytest.mark.django_db
def test_an_archive_rule_that_disagrees_is_refused():
    zaaktype = concept()

    with pytest.raises(ArchiefregelInconsistent):
        add_resultaattype(
            zaaktype.pk,
            omschrijving="x",
            archiefnominatie="vernietigen",
            brondatum=Brondatumprocedure(Afleidingswijze.EIGENSCHAP),
            actor=SYSTEM,
        )

    assert resultaattypen_of(zaaktype.pk) == []


DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS)
def test_overlap_is_mutual_and_means_a_shared_day(begin, einde, other_begin, other_einde):
    answer = overlaps(begin, einde, other_begin, other_einde)

    assert answer == overlaps(other_begin, other_einde, begin, einde)
    if begin <= (einde or date.max) and other_begin <= (other_einde or date.max):
        shared = max(begin, other_begin)
        assert answer == (shared <= min(einde or date.max, other_einde or date.max))
