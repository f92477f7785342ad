"""Every act goes by the table of states."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from stoep.berichten.models import Bericht
from stoep.catalogi.models import Zaaktype
from stoep.foundation import clock
from stoep.foundation.kalender import add_werkdagen
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_heropenverzoek,
    accept_melding,
    answer_melding,
    ask_melder,
    cancel_melding,
    decline_heropenverzoek,
    expire_answers,
    forward_melding,
    install_zaaktype,
    plan_melding,
    reopen_melding,
    request_heropenen,
    resolve_melding,
    return_melding,
)
from stoep.meldingen.errors import HeropenenTooLate, MeldingIsClosed, OvergangNotPossible
from stoep.meldingen.models import Meldinginstellingen
from stoep.meldingen.rules.statussen import OPEN, Stand
from stoep.meldingen.testing import make_foto, make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.zaken.models import Gebeurtenis, Notitie, Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]


@pytest.fixture
def melding():
    made = make_report()
    Bericht.objects.all().delete()
    return made


def now(melding):
    melding.refresh_from_db()
    return melding.stand


def test_a_step_that_is_not_in_the_table_is_refused_with_what_can_be_done(melding, noor):
    forward_melding(melding.pk, naar="Van Dijk Wegen", tekst="Van Dijk doet het.", actor=noor.actor)
    assert now(melding) is Stand.DOORGEZET
    sent = Bericht.objects.count()
    with pytest.raises(OvergangNotPossible, match="U kunt nu wel: terugnemen van extern, afhandelen of annuleren"):
        plan_melding(melding.pk, dag=clock.today(), tekst="x", actor=noor.actor)
    assert now(melding) is Stand.DOORGEZET
    assert Bericht.objects.count() == sent


def test_work_comes_back_from_outside_and_goes_on(melding, noor):
    forward_melding(melding.pk, naar="Van Dijk Wegen", actor=noor.actor)
    return_melding(melding.pk, reden="Niet ons werk", actor=SYSTEM)
    assert now(melding) is Stand.IN_BEHANDELING
    assert Gebeurtenis.objects.filter(zaak=melding.zaak_id, soort="teruggekomen", tekst="Niet ons werk").exists()
    assert not Bericht.objects.exists()


def test_a_cancelled_report_is_closed_with_its_own_result_and_tells_only_when_there_is_a_text(melding, noor):
    cancel_melding(melding.pk, reden="Ingetrokken aan de telefoon", actor=noor.actor)
    assert now(melding) is Stand.GEANNULEERD
    assert Zaak.objects.get(pk=melding.zaak_id).resultaat.resultaattype.omschrijving == "Geannuleerd"
    assert not Bericht.objects.exists()
    with pytest.raises(MeldingIsClosed, match="is al geannuleerd"):
        resolve_melding(melding.pk, tekst="x", actor=noor.actor)


def test_a_question_stops_the_norm_and_the_answer_adds_the_days_that_we_waited(melding, noor):
    norm = melding.verwacht_op
    asked = clock.now()
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    melding.refresh_from_db()
    assert melding.verwacht_op >= norm
    later = asked + timedelta(days=4)
    with clock.at(later):
        answer_melding(melding.pk, tekst="Hier", actor=ANONYMOUS)
    waited = sum(
        1
        for days in range(1, 5)
        if add_werkdagen((asked + timedelta(days=days - 1)).date(), 1) == (asked + timedelta(days=days)).date()
    )
    assert now(melding) is Stand.REACTIE_ONTVANGEN
    assert melding.verwacht_op == add_werkdagen(norm, waited)
    assert Zaak.objects.get(pk=melding.zaak_id).einddatum_gepland == melding.verwacht_op
    assert melding.antwoord_op is not None


def test_without_an_answer_in_time_the_work_goes_on_with_a_note_and_a_friendly_mail(melding, noor):
    ask_melder(melding.pk, tekst="Waar?", actor=noor.actor)
    assert expire_answers() == 0
    with clock.at(clock.now() + timedelta(days=7)):
        assert expire_answers() == 1
        assert expire_answers() == 0
    assert now(melding) is Stand.REACTIE_ONTVANGEN
    assert Notitie.objects.get(zaak=melding.zaak_id).tekst.startswith("De melder heeft niet op tijd geantwoord")
    assert Bericht.objects.filter(soort="melding-geen-reactie").count() == 1


def test_the_reporter_asks_to_look_again_and_a_colleague_allows_it(melding, noor):
    resolve_melding(melding.pk, tekst="Gedaan.", actor=noor.actor)
    request_heropenen(melding.pk, tekst="Nog steeds los.", fotos=[make_foto()], actor=ANONYMOUS)
    request_heropenen(melding.pk, tekst="Tweede klik.", actor=ANONYMOUS)
    assert now(melding) is Stand.VERZOEK
    assert queries.count_heropenverzoeken(noor.actor) == len(queries.list_heropenverzoeken(noor.actor)) == 1
    accept_heropenverzoek(melding.pk, tekst="Wij komen terug op {{ dag }}.", actor=noor.actor)
    assert now(melding) is Stand.HEROPEND
    assert melding.heropend == 1
    assert melding.verwacht_op == add_werkdagen(clock.today(), melding.categorie.servicenorm_werkdagen)
    assert queries.count_heropenverzoeken(noor.actor) == 0
    assert Bericht.objects.filter(soort="melding-heropend").count() == 1
    accept_melding(melding.pk, actor=noor.actor)
    assert now(melding) is Stand.IN_BEHANDELING


def test_a_colleague_declines_and_the_reporter_reads_why(melding, noor):
    resolve_melding(melding.pk, tekst="Gedaan.", actor=noor.actor)
    request_heropenen(melding.pk, tekst="Nog los.", actor=ANONYMOUS)
    decline_heropenverzoek(melding.pk, tekst="De stoep ligt goed.", actor=noor.actor)
    assert now(melding) is Stand.AFGEHANDELD
    assert "De stoep ligt goed." in Bericht.objects.get(soort="melding-heropenen-afgewezen").tekst


def test_refuses_to_ask_again_after_the_term(melding, noor):
    resolve_melding(melding.pk, tekst="Gedaan.", actor=noor.actor)
    with clock.at(clock.now() + timedelta(days=40)), pytest.raises(HeropenenTooLate):
        request_heropenen(melding.pk, tekst="Nog los.", actor=ANONYMOUS)
    assert now(melding) is Stand.AFGEHANDELD


def test_an_installation_with_the_first_zaaktype_gets_the_next_one_and_running_reports_go_on(noor):
    first = Zaaktype.objects.get(concept=False)
    first.statustypen.filter(omschrijving__in=["Reactie ontvangen", "Doorgezet naar extern", "Heropend"]).delete()
    first.resultaattypen.filter(omschrijving="Geannuleerd").delete()
    Meldinginstellingen.objects.update(zaaktype_versie=1)
    running, second = make_report(), make_report()

    call_command("install_meldingen", alleen_bijwerken=True, stdout=StringIO())
    newest = install_zaaktype(actor=SYSTEM)
    assert newest.pk != first.pk
    assert install_zaaktype(actor=SYSTEM).pk == newest.pk
    assert Zaak.objects.get(pk=make_report().zaak_id).zaaktype_id == newest.pk

    ask_melder(running.pk, tekst="Waar?", actor=noor.actor)
    answer_melding(running.pk, tekst="Hier", actor=ANONYMOUS)
    assert now(running) is Stand.REACTIE_ONTVANGEN
    forward_melding(running.pk, naar="Van Dijk", actor=noor.actor)
    assert now(running) is Stand.DOORGEZET
    return_melding(running.pk, reden="Klaar", actor=noor.actor)
    resolve_melding(running.pk, tekst="Gedaan.", actor=noor.actor)
    reopen_melding(running.pk, reden="Toch niet", actor=noor.actor)
    assert now(running) in OPEN
    cancel_melding(second.pk, reden="Dubbel gebeld", actor=noor.actor)
    assert now(second) is Stand.GEANNULEERD
    assert Zaak.objects.get(pk=second.zaak_id).zaaktype_id == first.pk
