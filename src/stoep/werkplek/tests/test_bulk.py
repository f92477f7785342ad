"""One thing done with many zaken: previewed, done, and taken back while that can be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht
from stoep.buitendienst.models import Rondestop
from stoep.foundation import clock, jobs
from stoep.foundation.errors import NotFound
from stoep.meldingen.models import Melding, Standaardtekst
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import SYSTEM
from stoep.werkplek.commands import forget_bulk, prepare_bulk, run_bulk, start_bulk, undo_bulk
from stoep.werkplek.errors import BulkEmpty, BulkTooLate
from stoep.werkplek.models import Bulkactie, Bulkregel, Bulksoort
from stoep.zaken.commands import assign_zaak, close_zaak
from stoep.zaken.models import Gebeurtenis, Zaak


@pytest.fixture
def reports(noor):
    made = [make_report(email="sanne@voorbeeld.example"), make_report(email="")]
    Bericht.objects.all().delete()
    Zaak.objects.update(behandelaar=None, groep=None)
    assign_zaak(made[0].zaak_id, medewerker_id=noor.pk, actor=SYSTEM)
    return made


def prepare(noor, reports, soort, **waarden):
    return prepare_bulk(
        soort=soort,
        waarden=waarden,
        omschrijving="Proef",
        zaak_ids=[one.zaak_id for one in reports],
        terug="/werkplek/zaken/",
        actor=noor.actor,
    )


def standen(actie):
    return sorted(actie.regels.values_list("stand", flat=True))


def owners():
    return [zaak.behandelaar.naam if zaak.behandelaar else "" for zaak in Zaak.objects.order_by("identificatie")]


def test_from_the_list_to_the_preview_and_back_again(as_noor, noor, bram, reports):
    ids = [str(one.zaak_id) for one in reports]
    asked = as_noor.get("/werkplek/bulk/nieuw/", {"zaak": [*ids, "onzin"], "soort": "toewijzen", "terug": "//kwaad"})
    assert "Naar wie?" in asked.content.decode()
    form = {
        "zaak": ids,
        "soort": "toewijzen",
        "naar": f"medewerker:{bram.pk}",
        "stap": "voorbeeld",
        "reden": "Vakantie",
    }
    preview = as_noor.post("/werkplek/bulk/nieuw/", form)
    page = as_noor.get(preview.url).content.decode()
    assert "2 zaken doen mee" in page
    assert "Melders krijgen geen bericht" in page
    assert owners() == ["Noor Bakker", ""]
    as_noor.post(preview.url + "doen/")
    assert owners() == ["Bram Janssen", "Bram Janssen"]
    page = as_noor.get(preview.url).content.decode()
    assert "2 zaken gedaan" in page
    assert "Maak ongedaan" in page
    as_noor.post(preview.url + "ongedaan/")
    assert owners() == ["Noor Bakker", ""]
    assert Gebeurtenis.objects.filter(soort="vrijgegeven").exists()
    assert "ongedaan gemaakt" in as_noor.get("/werkplek/bulk/").content.decode()


def test_all_of_a_filtered_list_can_take_part(as_noor, bram, reports):
    form = {"alles": "1", "plek": "zaken", "vraag": "kanaal=site", "soort": "toewijzen", "stap": "voorbeeld"}
    done = as_noor.post("/werkplek/bulk/nieuw/", {**form, "naar": f"medewerker:{bram.pk}"})
    assert Bulkactie.objects.get(pk=done.url.split("/")[-2]).regels.count() == 2
    nothing = as_noor.post("/werkplek/bulk/nieuw/", {**form, "vraag": "kanaal=balie", "naar": f"medewerker:{bram.pk}"})
    assert "geen zaken gekozen" in nothing.content.decode()


def test_the_preview_says_which_cannot_and_why(noor, bram, reports):
    assign_zaak(reports[1].zaak_id, medewerker_id=bram.pk, actor=SYSTEM)
    actie = prepare(noor, reports, "toewijzen", medewerker=str(bram.pk), naam="Bram Janssen")
    assert list(actie.regels.exclude(reden="").values_list("reden", flat=True)) == ["is al van Bram Janssen"]
    zaak = Zaak.objects.get(pk=reports[0].zaak_id)
    close_zaak(zaak.pk, resultaattype_id=zaak.zaaktype.resultaattypen.first().pk, actor=SYSTEM)
    closed = prepare(noor, reports[:1], "ronde", medewerker=str(noor.pk), dag=clock.today().isoformat())
    assert closed.regels.get().reden == "is al afgehandeld"
    with pytest.raises(BulkEmpty):
        prepare(noor, [], "toewijzen", medewerker=str(bram.pk))


def test_what_sends_messages_waits_ten_minutes_and_can_be_taken_back_until_then(noor, reports):
    text = Standaardtekst.objects.filter(categorie__isnull=True, handeling="opgelost").first()
    values = {"uitkomst": "opgelost", "tekst": text.tekst, "onderwerp": text.onderwerp}
    actie = start_bulk(prepare(noor, reports, "afhandelen", **values).pk, actor=noor.actor)
    assert actie.regels.filter(bericht=True).count() == 1
    jobs.run_waiting()
    assert run_bulk(actie.pk) == 0
    assert not Bericht.objects.exists()
    assert Zaak.objects.filter(einddatum__isnull=True).count() == 2
    undo_bulk(actie.pk, actor=noor.actor)
    with clock.at(clock.now() + timedelta(minutes=11)):
        run_bulk(actie.pk)
        assert Zaak.objects.filter(einddatum__isnull=True).count() == 2
        assert not Bericht.objects.exists()
        with pytest.raises(BulkTooLate):
            undo_bulk(
                start_bulk(prepare(noor, reports, "afhandelen", **values).pk, actor=noor.actor).pk, actor=late(noor)
            )


def late(noor):
    """The same person; the moment is what makes it late."""
    Bulkactie.objects.filter(ongedaan_op__isnull=True).update(begint_op=clock.now() - timedelta(seconds=1))
    return noor.actor


def test_when_the_undo_time_is_over_it_is_done_and_the_messages_go(as_noor, noor, reports):
    text = Standaardtekst.objects.filter(categorie__isnull=True, handeling="opgelost").first()
    values = {"uitkomst": "opgelost", "tekst": text.tekst, "onderwerp": text.onderwerp}
    actie = prepare(noor, reports, "afhandelen", **values)
    shown = as_noor.get(f"/werkplek/bulk/{actie.pk}/").content.decode()
    assert "Zo krijgt de eerste melder het" in shown
    assert reports[0].meldernummer in shown
    assert "{{" not in shown
    start_bulk(actie.pk, actor=noor.actor)
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert run_bulk(actie.pk) == 0
        run_bulk(actie.pk)
    assert standen(actie) == ["gedaan", "gedaan"]
    assert Bericht.objects.count() == 1
    assert not Zaak.objects.filter(einddatum__isnull=True).exists()


def test_category_and_round_go_back_unless_a_colleague_changed_it_since(noor, bram, reports):
    actie = prepare(noor, reports, "onderwerp", categorie="kuil-in-de-weg")
    start_bulk(actie.pk, actor=noor.actor)
    run_bulk(actie.pk)
    assert set(Melding.objects.values_list("categorie__slug", flat=True)) == {"kuil-in-de-weg"}
    Melding.objects.filter(pk=reports[1].pk).update(categorie=reports[1].categorie)
    undo_bulk(actie.pk, actor=noor.actor)
    assert standen(actie) == ["gedaan", "ongedaan"]
    assert set(Melding.objects.values_list("categorie__slug", flat=True)) == {"losse-stoeptegel"}
    ronde = prepare(noor, reports, "ronde", medewerker=str(noor.pk), dag=clock.today().isoformat())
    start_bulk(ronde.pk, actor=noor.actor)
    run_bulk(ronde.pk)
    assert Rondestop.objects.count() == 2
    assert set(
        prepare(noor, reports, "ronde", medewerker=str(noor.pk), dag=clock.today().isoformat()).regels.values_list(
            "stand", flat=True
        )
    ) == {"kan-niet"}
    undo_bulk(ronde.pk, actor=noor.actor)
    assert not Rondestop.objects.exists()


def test_what_fails_on_the_way_is_told_and_the_rest_is_done(noor, bram, reports):
    actie = prepare(noor, reports, "toewijzen", medewerker=str(bram.pk), naam="Bram")
    assign_zaak(reports[0].zaak_id, medewerker_id=bram.pk, actor=SYSTEM)
    start_bulk(actie.pk, actor=noor.actor)
    assert run_bulk(actie.pk, most=1) == 1
    assert run_bulk(actie.pk) == 0
    assert standen(actie) == ["gedaan", "mislukt"]


def test_a_bulk_act_of_a_colleague_is_not_there(as_noor, noor, bram, reports):
    actie = prepare(noor, reports, "toewijzen", medewerker=str(bram.pk))
    for act in (start_bulk, undo_bulk):
        with pytest.raises(NotFound):
            act(actie.pk, actor=bram.actor)
    Bulkactie.objects.update(eigenaar=bram)
    assert as_noor.get(f"/werkplek/bulk/{actie.pk}/").status_code == 404
    assert as_noor.post(f"/werkplek/bulk/{actie.pk}/doen/").status_code == 404
    assert owners() == ["Noor Bakker", ""]


def test_a_preview_that_nobody_confirmed_is_forgotten_after_a_day(noor, bram, reports):
    kept = prepare(noor, reports, "toewijzen", medewerker=str(bram.pk))
    start_bulk(kept.pk, actor=noor.actor)
    prepare(noor, reports, "toewijzen", medewerker=str(bram.pk))
    with clock.at(clock.now() + timedelta(days=2)):
        forget_bulk()
    assert list(Bulkactie.objects.all()) == [kept]


def test_a_preview_costs_the_same_number_of_queries_for_two_and_for_twenty(noor, bram, reports):
    more = reports + [make_report(email="") for _ in range(12)]
    for soort in Bulksoort:
        waarden = {"medewerker": str(bram.pk), "categorie": "kuil-in-de-weg", "dag": clock.today().isoformat()}
        costs = set()
        for chosen in (reports, more):
            with CaptureQueriesContext(connection) as captured:
                prepare(noor, chosen, soort, **waarden)
            costs.add(len(captured))
        assert len(costs) == 1, (soort, costs)
    assert Bulkregel.objects.exists()
