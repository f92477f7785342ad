"""What a handler does with a report, and what the reporter hears of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.testing import published_events
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_melding,
    answer_melding,
    ask_melder,
    plan_melding,
    reassign_melding,
    recategorise_melding,
    resolve_melding,
)
from stoep.meldingen.errors import (
    CategorieUnknown,
    MelderUnknown,
    MeldingAlreadyTaken,
    MeldingIsClosed,
    NoQuestionOpen,
    PlanInPast,
    TekstMissing,
)
from stoep.meldingen.events import MelderAsked, MeldingAnswered, MeldingPlanned, MeldingRecategorised, MeldingResolved
from stoep.meldingen.models import FotoSoort, Handeling, Melding
from stoep.meldingen.testing import make_foto, make_report
from stoep.organisatie.commands import create_groep
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.toegang.queries import actor_of
from stoep.toegang.testing import employee
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Gebeurtenis, Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]


@pytest.fixture
def melding():
    made = make_report()
    Bericht.objects.all().delete()
    return made


def status_of(melding):
    return Zaak.objects.get(pk=melding.zaak_id).statustype.omschrijving


def told(kind):
    return [event for event in published_events() if isinstance(event, kind)]


def test_who_takes_a_report_on_becomes_its_handler_and_tells_the_reporter_when_asked(melding, noor):
    accept_melding(melding.pk, bericht=True, actor=noor.actor)
    zaak = Zaak.objects.get(pk=melding.zaak_id)
    assert zaak.behandelaar_id == noor.pk
    assert status_of(melding) == "In behandeling"
    assert Bericht.objects.get().soort == "melding-in-behandeling"


def test_taking_on_twice_is_no_mistake(melding, noor):
    accept_melding(melding.pk, actor=noor.actor)
    accept_melding(melding.pk, actor=noor.actor)
    assert status_of(melding) == "In behandeling"
    assert not Bericht.objects.exists()


def test_refuses_to_take_on_what_a_colleague_is_working_on(melding, noor):
    accept_melding(melding.pk, actor=noor.actor)
    bram = make_medewerker("meldingen.*", "zaken.*", naam="Bram Janssen", username="bram")
    with pytest.raises(MeldingAlreadyTaken, match="Noor Bakker"):
        accept_melding(melding.pk, actor=actor_of(bram.account))
    assert Zaak.objects.get(pk=melding.zaak_id).behandelaar_id == noor.pk


def test_a_report_that_is_only_assigned_may_be_taken_over(melding, noor):
    bram = make_medewerker("meldingen.*", "zaken.*", naam="Bram Janssen", username="bram")
    reassign_melding(melding.pk, medewerker_id=bram.pk, reden="Jouw wijk", actor=noor.actor)
    accept_melding(melding.pk, actor=noor.actor)
    assert Zaak.objects.get(pk=melding.zaak_id).behandelaar_id == noor.pk


def test_a_report_goes_to_a_group_with_a_reason(melding, noor):
    groep = create_groep(code="groen", naam="Groen", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    reassign_melding(melding.pk, groep_id=groep.pk, reden="Het is een boomwortel", actor=noor.actor)
    assert Zaak.objects.get(pk=melding.zaak_id).groep_id == groep.pk
    assert Gebeurtenis.objects.filter(zaak=melding.zaak_id, tekst="Het is een boomwortel").exists()


def test_another_subject_brings_another_norm_and_the_rules_decide_anew(melding, noor):
    groep = create_groep(code="groen", naam="Groen", afdeling_id=noor.afdeling_id, actor=SYSTEM)
    put_toewijzingsregel(naam="Bomen", categorieen=["boom-gevaarlijk"], groep_id=groep.pk, actor=SYSTEM)
    before = melding.verwacht_op
    recategorise_melding(melding.pk, categorie="boom-gevaarlijk", actor=noor.actor)
    melding.refresh_from_db()
    assert melding.categorie.slug == "boom-gevaarlijk"
    assert melding.verwacht_op < before
    assert Zaak.objects.get(pk=melding.zaak_id).einddatum_gepland == melding.verwacht_op
    assert Zaak.objects.get(pk=melding.zaak_id).groep_id == groep.pk
    assert [(event.van, event.naar) for event in told(MeldingRecategorised)] == [
        ("losse-stoeptegel", "boom-gevaarlijk")
    ]


def test_the_same_subject_again_changes_nothing(melding, noor):
    recategorise_melding(melding.pk, categorie="losse-stoeptegel", actor=noor.actor)
    assert told(MeldingRecategorised) == []


def test_refuses_a_subject_that_is_only_a_heading(melding, noor):
    with pytest.raises(CategorieUnknown):
        recategorise_melding(melding.pk, categorie="wegen-en-straten", actor=noor.actor)
    melding.refresh_from_db()
    assert melding.categorie.slug == "losse-stoeptegel"


def test_a_question_goes_by_mail_and_its_answer_brings_the_work_back(melding, noor):
    ask_melder(melding.pk, tekst="Bij welk huisnummer?", actor=noor.actor)
    assert status_of(melding) == "Reactie gevraagd"
    bericht = Bericht.objects.get()
    assert "Bij welk huisnummer?" in bericht.tekst
    assert "/melding/" in bericht.tekst

    answer_melding(melding.pk, tekst="Bij nummer 14", fotos=[make_foto()], actor=ANONYMOUS)
    assert status_of(melding) == "Reactie ontvangen"
    assert Gebeurtenis.objects.filter(zaak=melding.zaak_id, tekst="Bij nummer 14").exists()
    assert melding.fotos.get().soort == FotoSoort.ANTWOORD
    assert len(told(MelderAsked)) == len(told(MeldingAnswered)) == 1


def test_an_answer_counts_once(melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    answer_melding(melding.pk, tekst="Hier", actor=ANONYMOUS)
    with pytest.raises(NoQuestionOpen):
        answer_melding(melding.pk, tekst="Hier", actor=ANONYMOUS)
    assert len(told(MeldingAnswered)) == 1


def test_refuses_an_empty_answer(melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    with pytest.raises(TekstMissing):
        answer_melding(melding.pk, tekst="  ", actor=ANONYMOUS)
    assert status_of(melding) == "Reactie gevraagd"


def test_a_second_question_in_a_row_is_sent_too(melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    ask_melder(melding.pk, tekst="En hoe laat?", actor=noor.actor)
    assert Bericht.objects.count() == 2


def test_refuses_to_ask_who_left_no_address(noor):
    anonymous = make_report(email="", naam="")
    with pytest.raises(MelderUnknown):
        ask_melder(anonymous.pk, tekst="Waar?", actor=noor.actor)
    assert status_of(anonymous) == "Gemeld"


def test_a_planned_day_is_told_and_expected(melding, noor):
    dag = clock.today() + timedelta(days=3)
    plan_melding(melding.pk, dag=dag, tekst="Wij komen op {{ dag }}.", actor=noor.actor)
    melding.refresh_from_db()
    assert melding.verwachte_dag == dag
    assert status_of(melding) == "Ingepland"
    assert str(dag.day) in Bericht.objects.get().tekst
    assert len(told(MeldingPlanned)) == 1


def test_planning_without_text_sends_nothing(melding, noor):
    plan_melding(melding.pk, dag=clock.today(), actor=noor.actor)
    assert not Bericht.objects.exists()


def test_refuses_a_day_that_has_gone(melding, noor):
    with pytest.raises(PlanInPast):
        plan_melding(melding.pk, dag=date(2020, 1, 1), actor=noor.actor)
    assert status_of(melding) == "Gemeld"


@pytest.mark.parametrize(
    ("uitkomst", "resultaat"),
    [
        ("opgelost", "Opgelost"),
        ("niet_gevonden", "Niet gevonden"),
        ("niet_voor_gemeente", "Niet voor de gemeente"),
        ("dubbel", "Dubbel"),
    ],
)
def test_resolving_closes_the_zaak_with_its_result_and_tells_the_reporter(melding, noor, uitkomst, resultaat):
    resolve_melding(melding.pk, tekst="Gedaan.", foto=make_foto(), uitkomst=uitkomst, actor=noor.actor)
    zaak = Zaak.objects.get(pk=melding.zaak_id)
    assert zaak.is_closed
    assert zaak.resultaat.resultaattype.omschrijving == resultaat
    assert zaak.archiefnominatie == "vernietigen"
    assert zaak.archiefactiedatum is not None
    assert melding.fotos.get().soort == FotoSoort.HERSTEL
    assert "Gedaan." in Bericht.objects.get().tekst
    assert [event.uitkomst for event in told(MeldingResolved)] == [uitkomst]


def test_nothing_is_done_any_more_with_a_report_that_was_handled(melding, noor):
    resolve_melding(melding.pk, tekst="Gedaan.", actor=noor.actor)
    for act in (
        lambda: accept_melding(melding.pk, actor=noor.actor),
        lambda: ask_melder(melding.pk, tekst="x", actor=noor.actor),
        lambda: plan_melding(melding.pk, dag=clock.today(), actor=noor.actor),
        lambda: resolve_melding(melding.pk, tekst="x", actor=noor.actor),
        lambda: recategorise_melding(melding.pk, categorie="ratten", actor=noor.actor),
    ):
        with pytest.raises(MeldingIsClosed):
            act()
    assert Bericht.objects.count() == 1


def test_refuses_to_resolve_without_saying_what_was_done(melding, noor):
    with pytest.raises(TekstMissing):
        resolve_melding(melding.pk, tekst=" ", actor=noor.actor)
    assert not Zaak.objects.get(pk=melding.zaak_id).is_closed


def test_who_may_only_read_changes_nothing(melding):
    reader = employee("meldingen.read")
    for act in (
        lambda: ask_melder(melding.pk, tekst="x", actor=reader),
        lambda: resolve_melding(melding.pk, tekst="x", actor=reader),
        lambda: plan_melding(melding.pk, dag=clock.today(), actor=reader),
        lambda: reassign_melding(melding.pk, medewerker_id=melding.pk, actor=reader),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert status_of(melding) == "Gemeld"


def test_who_may_not_see_a_report_cannot_find_it_either(melding):
    stranger = employee("zaken.set_status")
    assert not Melding.objects.visible_to(stranger).exists()
    with pytest.raises(NotFound):
        ask_melder(melding.pk, tekst="x", actor=stranger)
    with pytest.raises(NotFound):
        queries.get_melding(melding.pk, stranger)


def test_what_the_preview_shows_is_what_is_sent(melding, noor):
    voorbeeld = queries.preview_message(
        melding, handeling=Handeling.VRAAG, tekst="Waar?", onderwerp="Vraag {{ nummer }}"
    )
    ask_melder(melding.pk, tekst="Waar?", onderwerp="Vraag {{ nummer }}", actor=noor.actor)
    bericht = Bericht.objects.get()
    assert bericht.onderwerp == voorbeeld.onderwerp == f"Vraag {melding.meldernummer}"
    assert bericht.tekst.startswith(voorbeeld.tekst)


def test_a_standard_text_of_the_category_comes_first():
    lamp = make_report(categorie="lantaarnpaal-uit")
    titels = [tekst.titel for tekst in queries.standaardteksten_for(lamp, [Handeling.VRAAG])]
    assert titels[0] == "Nummer van de lantaarnpaal"
    assert "Waar precies?" in titels
