"""Handling a zaak: status, closing, reopening, terms and notes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from stoep.catalogi.models import Resultaattype, Statustype
from stoep.catalogi.testing import make_besluittype, make_zaaktype, resultaattype
from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.documenten.testing import make_document
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM, Grant, Vertrouwelijkheid
from stoep.toegang.testing import employee
from stoep.zaken.commands import (
    add_notitie,
    add_rol,
    add_zaakobject,
    close_zaak,
    extend_zaak,
    link_document,
    record_besluit,
    reopen_zaak,
    resume_zaak,
    set_eigenschap,
    set_status,
    suspend_zaak,
)
from stoep.zaken.errors import (
    AlreadyExtended,
    AlreadySuspended,
    BesluittypeNotAllowed,
    DeelzakenStillOpen,
    EigenschapOfOtherZaaktype,
    EindstatusNeedsResultaat,
    ExtensionNotPossible,
    ExtensionTooLate,
    GebruiksrechtUnknown,
    InformatieobjecttypeNotAllowed,
    NotSuspended,
    RedenMissing,
    ResultaatOfOtherZaaktype,
    RoltypeOfOtherZaaktype,
    StatusAlreadySet,
    StatusOfOtherZaaktype,
    StatusUnknown,
    TekstMissing,
    ZaakAlreadyClosed,
    ZaakChangedMeanwhile,
    ZaakNotClosed,
)
from stoep.zaken.events import ZaakClosed, ZaakDocumentLinked, ZaakStatusSet
from stoep.zaken.models import Notitie, Rol, Zaak, Zaakinformatieobject
from stoep.zaken.queries import history_of, list_documents
from stoep.zaken.testing import make_closed_zaak, make_zaak

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)


def sorts(zaak):
    return list(history_of(zaak).values_list("soort", flat=True))


def test_a_status_is_set_by_its_name_and_told():
    zaak = make_zaak()

    status = set_status(zaak.pk, statustype_omschrijving="in behandeling", toelichting="Ik kijk ernaar", actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.statustype.omschrijving == "In behandeling"
    assert zaak.status_gezet_op == status.datum_status_gezet
    assert sorts(zaak) == ["geopend", "status"]
    assert published_events()[-1] == ZaakStatusSet(
        zaak_id=zaak.pk, statustype_id=status.statustype_id, volgnummer=2, status_id=status.pk
    )


def test_two_statuses_in_one_instant_have_two_moments():
    with clock.at(MAANDAG):
        zaak = make_zaak()
        set_status(zaak.pk, statustype_omschrijving="In behandeling", actor=SYSTEM)
        set_status(zaak.pk, statustype_omschrijving="Ontvangen", actor=SYSTEM)

    moments = list(zaak.statussen.values_list("datum_status_gezet", flat=True))
    assert len(set(moments)) == 3


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"statustype_omschrijving": "Ontvangen"}, StatusAlreadySet),
        ({"statustype_omschrijving": "Bestaat niet"}, StatusUnknown),
        ({"statustype_omschrijving": "Afgehandeld"}, EindstatusNeedsResultaat),
        ({"statustype_omschrijving": "In behandeling", "versie": 99}, ZaakChangedMeanwhile),
    ],
)
def test_a_status_that_cannot_be_set_changes_nothing(values, refusal):
    zaak = make_zaak()
    before = published_events()

    with pytest.raises(refusal):
        set_status(zaak.pk, **values, actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.statustype.omschrijving == "Ontvangen"
    assert zaak.versie == 1
    assert zaak.statussen.count() == 1
    assert published_events() == before


def test_a_status_of_another_zaaktype_is_refused():
    zaak = make_zaak()
    other = Statustype.objects.filter(zaaktype=make_zaaktype("parkeervergunning")).first()

    with pytest.raises(StatusOfOtherZaaktype):
        set_status(zaak.pk, statustype_id=other.pk, actor=SYSTEM)


def test_closing_records_the_resultaat_and_what_the_archive_does():
    with clock.at(MAANDAG):
        zaak = make_zaak()
        result = resultaattype(zaak.zaaktype)
        close_zaak(zaak.pk, resultaattype_id=result.pk, toelichting="Tegel ligt recht", actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.einddatum == date(2026, 11, 23)
    assert zaak.statustype.is_eindstatus
    assert zaak.resultaat.resultaattype == result
    assert zaak.archiefnominatie == "vernietigen"
    assert zaak.startdatum_bewaartermijn == date(2026, 11, 23)
    assert zaak.archiefactiedatum == date(2031, 11, 23)
    assert sorts(zaak) == ["geopend", "afgesloten"]
    assert published_events()[-1] == ZaakClosed(
        zaak_id=zaak.pk, resultaattype_id=result.pk, einddatum=date(2026, 11, 23)
    )


def test_refuses_to_close_while_a_deelzaak_is_open():
    hoofdzaak = make_zaak()
    make_zaak(hoofdzaak=hoofdzaak)
    before = published_events()

    with pytest.raises(DeelzakenStillOpen):
        close_zaak(hoofdzaak.pk, resultaattype_id=resultaattype(hoofdzaak.zaaktype).pk, actor=SYSTEM)

    hoofdzaak.refresh_from_db()
    assert hoofdzaak.is_closed is False
    assert published_events() == before


def test_refuses_to_close_while_it_is_unknown_whether_a_document_has_rights_of_use():
    zaak = make_zaak()
    document = make_document()
    link_document(zaak.pk, document_id=document.pk, actor=SYSTEM)
    EnkelvoudigInformatieobject.objects.filter(pk=document.pk).update(indicatie_gebruiksrecht=None)

    with pytest.raises(GebruiksrechtUnknown):
        close_zaak(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)

    zaak.refresh_from_db()
    assert not zaak.is_closed


def test_a_deelzaak_that_counts_from_its_hoofdzaak_is_decided_when_that_closes():
    hoofdzaak = make_zaak()
    deelzaak = make_zaak(hoofdzaak=hoofdzaak)
    result = resultaattype(hoofdzaak.zaaktype)
    Resultaattype.objects.filter(pk=result.pk).update(afleidingswijze="hoofdzaak")
    with clock.at(datetime(2027, 1, 4, 9, 0, tzinfo=AMSTERDAM)):
        close_zaak(deelzaak.pk, resultaattype_id=result.pk, actor=SYSTEM)
    deelzaak.refresh_from_db()
    assert deelzaak.archiefactiedatum is None

    with clock.at(datetime(2027, 2, 1, 9, 0, tzinfo=AMSTERDAM)):
        close_zaak(hoofdzaak.pk, resultaattype_id=result.pk, actor=SYSTEM)

    deelzaak.refresh_from_db()
    assert deelzaak.archiefactiedatum == date(2032, 2, 1)


def test_a_resultaat_of_another_zaaktype_is_refused():
    zaak = make_zaak()
    other = resultaattype(make_zaaktype("parkeervergunning"))

    with pytest.raises(ResultaatOfOtherZaaktype):
        close_zaak(zaak.pk, resultaattype_id=other.pk, actor=SYSTEM)


def test_nothing_is_done_in_a_closed_zaak_except_noting():
    zaak = make_closed_zaak()
    document = make_document()

    for act in (
        lambda: close_zaak(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM),
        lambda: set_status(zaak.pk, statustype_omschrijving="In behandeling", actor=SYSTEM),
        lambda: link_document(zaak.pk, document_id=document.pk, actor=SYSTEM),
        lambda: suspend_zaak(zaak.pk, reden="x", actor=SYSTEM),
        lambda: extend_zaak(zaak.pk, reden="x", actor=SYSTEM),
        lambda: add_rol(zaak.pk, omschrijving_generiek="initiator", actor=SYSTEM),
    ):
        with pytest.raises(ZaakAlreadyClosed):
            act()
    add_notitie(zaak.pk, tekst="Bedankt door bewoner", actor=SYSTEM)


def test_a_closed_zaak_can_be_reopened_and_the_archive_decision_goes():
    zaak = make_zaak()
    set_status(zaak.pk, statustype_omschrijving="In behandeling", actor=SYSTEM)
    close_zaak(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)

    reopen_zaak(zaak.pk, reden="De tegel ligt weer los", actor=SYSTEM)

    zaak.refresh_from_db()
    assert not zaak.is_closed
    assert zaak.statustype.omschrijving == "In behandeling"
    assert zaak.archiefnominatie == ""
    assert zaak.archiefactiedatum is None
    with pytest.raises(ZaakNotClosed):
        reopen_zaak(zaak.pk, reden="nog eens", actor=SYSTEM)


def test_a_suspension_moves_both_terms_by_the_days_it_lasted():
    with clock.at(MAANDAG):
        zaak = make_zaak()
        suspend_zaak(zaak.pk, reden="Wij wachten op de aannemer", actor=SYSTEM)
        with pytest.raises(AlreadySuspended):
            suspend_zaak(zaak.pk, reden="nog eens", actor=SYSTEM)
    with clock.at(datetime(2026, 12, 3, 9, 0, tzinfo=AMSTERDAM)):
        resume_zaak(zaak.pk, actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.einddatum_gepland == date(2026, 12, 17)
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 1, 28)
    assert zaak.opschorting_eerdere
    with pytest.raises(NotSuspended):
        resume_zaak(zaak.pk, actor=SYSTEM)


def test_a_term_is_extended_once_and_in_time():
    with clock.at(MAANDAG):
        zaak, late = make_zaak(), make_zaak()
        extend_zaak(zaak.pk, reden="Het onderzoek duurt langer", actor=SYSTEM)
        with pytest.raises(AlreadyExtended):
            extend_zaak(zaak.pk, reden="nog eens", actor=SYSTEM)
        with pytest.raises(RedenMissing):
            extend_zaak(late.pk, reden=" ", actor=SYSTEM)
    with clock.at(datetime(2027, 3, 1, 9, 0, tzinfo=AMSTERDAM)), pytest.raises(ExtensionTooLate):
        extend_zaak(late.pk, reden="te laat", actor=SYSTEM)

    zaak.refresh_from_db()
    assert zaak.uiterlijke_einddatum_afdoening == date(2027, 3, 1)
    assert zaak.verlenging_duur == "P6W"


def test_a_zaaktype_may_allow_no_extension():
    make_zaaktype("spoed", verlenging="")
    zaak = make_zaak(zaaktype="spoed")

    with pytest.raises(ExtensionNotPossible):
        extend_zaak(zaak.pk, reden="x", actor=SYSTEM)


def test_a_document_is_linked_once():
    zaak, document = make_zaak(), make_document()

    first = link_document(zaak.pk, document_id=document.pk, actor=SYSTEM)
    again = link_document(zaak.pk, document_id=document.pk, actor=SYSTEM)

    assert first == again
    assert [row.informatieobject_id for row in list_documents(zaak)] == [document.pk]
    linked = [event for event in published_events() if isinstance(event, ZaakDocumentLinked)]
    assert linked == [ZaakDocumentLinked(zaak_id=zaak.pk, document_id=document.pk, relatie_id=first.pk)]


def test_a_document_of_a_sort_that_does_not_belong_is_refused():
    zaak, document = make_zaak(), make_document(soort="Raadsbesluit")

    with pytest.raises(InformatieobjecttypeNotAllowed):
        link_document(zaak.pk, document_id=document.pk, actor=SYSTEM)

    assert not Zaakinformatieobject.objects.exists()


def test_a_document_that_the_actor_may_not_see_cannot_be_linked():
    zaak, document = make_zaak(), make_document(vertrouwelijkheid="geheim")
    noor = employee("documenten.write", "zaken.read", Grant("documenten.read", up_to=Vertrouwelijkheid.INTERN))

    with pytest.raises(NotFound):
        link_document(zaak.pk, document_id=document.pk, actor=noor)

    assert not Zaakinformatieobject.objects.exists()


def test_notes_are_added_and_never_changed():
    zaak = make_zaak()
    noor = employee("zaken.note", name="Noor Bakker")
    bram = employee("zaken.note", name="Bram Janssen")

    add_notitie(zaak.pk, tekst="Gebeld", actor=noor)
    add_notitie(zaak.pk, tekst="Aannemer komt dinsdag", actor=bram)
    with pytest.raises(TekstMissing):
        add_notitie(zaak.pk, tekst=" \n", actor=bram)

    assert list(Notitie.objects.values_list("aangemaakt_door", "tekst")) == [
        ("Noor Bakker", "Gebeld"),
        ("Bram Janssen", "Aannemer komt dinsdag"),
    ]


def test_roles_objects_and_properties_belong_to_the_zaaktype():
    zaak = make_zaak()

    add_rol(zaak.pk, omschrijving_generiek="initiator", contactpersoon_naam="Youssef El Amrani", actor=SYSTEM)
    add_zaakobject(zaak.pk, object_type="adres", object_identificatie={"wplWoonplaatsNaam": "Havendam"}, actor=SYSTEM)
    set_eigenschap(zaak.pk, naam="lantaarnpaal", waarde="1234", actor=SYSTEM)
    set_eigenschap(zaak.pk, naam="lantaarnpaal", waarde="1235", actor=SYSTEM)
    with pytest.raises(RoltypeOfOtherZaaktype):
        add_rol(zaak.pk, omschrijving_generiek="beslisser", actor=SYSTEM)
    with pytest.raises(EigenschapOfOtherZaaktype):
        set_eigenschap(zaak.pk, naam="bestaat niet", waarde="x", actor=SYSTEM)

    assert Rol.objects.get(zaak=zaak).roltype.omschrijving_generiek == "initiator"
    assert zaak.zaakobjecten.get().object_type == "adres"
    assert zaak.eigenschappen.get().waarde == "1235"


def test_a_decision_is_recorded_with_its_documents():
    zaak, document = make_zaak(), make_document()

    besluit = record_besluit(
        zaak.pk,
        besluittype_id=make_besluittype().pk,
        ingangsdatum=date(2026, 12, 1),
        datum=date(2026, 11, 23),
        document_ids=[document.pk],
        actor=SYSTEM,
    )

    assert besluit.identificatie.startswith("BESLUIT-2026-")
    assert besluit.besluitinformatieobjecten.get().informatieobject == document
    with pytest.raises(BesluittypeNotAllowed):
        record_besluit(
            zaak.pk, besluittype_id=make_besluittype("Subsidie").pk, ingangsdatum=date(2026, 12, 1), actor=SYSTEM
        )


@pytest.mark.parametrize(
    ("right", "act"),
    [
        ("zaken.set_status", lambda z, a: set_status(z.pk, statustype_omschrijving="In behandeling", actor=a)),
        ("zaken.close", lambda z, a: close_zaak(z.pk, resultaattype_id=resultaattype(z.zaaktype).pk, actor=a)),
        ("zaken.suspend", lambda z, a: suspend_zaak(z.pk, reden="x", actor=a)),
        ("zaken.extend", lambda z, a: extend_zaak(z.pk, reden="x", actor=a)),
        ("zaken.note", lambda z, a: add_notitie(z.pk, tekst="x", actor=a)),
        ("zaken.open", lambda z, a: add_rol(z.pk, omschrijving_generiek="initiator", actor=a)),
    ],
)
def test_each_act_needs_its_right_for_this_zaaktype_and_confidentiality(right, act):
    zaak = make_zaak(vertrouwelijkheid="vertrouwelijk")
    before = published_events()

    for grant in (
        Grant("zaken.read"),
        Grant(right, "parkeervergunning"),
        Grant(right, up_to=Vertrouwelijkheid.ZAAKVERTROUWELIJK),
    ):
        with pytest.raises(NotAllowed):
            act(zaak, employee(grant))
    assert published_events() == before
    assert Zaak.objects.get(pk=zaak.pk).versie == 1

    act(zaak, employee(Grant(right, "melding-openbare-ruimte", Vertrouwelijkheid.VERTROUWELIJK)))

    assert Zaak.objects.get(pk=zaak.pk).versie == 2


def test_commands_take_few_queries(django_assert_max_num_queries):
    zaak = make_zaak()
    result = resultaattype(zaak.zaaktype)

    with django_assert_max_num_queries(9):
        set_status(zaak.pk, statustype_omschrijving="In behandeling", actor=SYSTEM)
    with django_assert_max_num_queries(9):
        add_notitie(zaak.pk, tekst="x", actor=SYSTEM)
    with django_assert_max_num_queries(16):
        close_zaak(zaak.pk, resultaattype_id=result.pk, actor=SYSTEM)
