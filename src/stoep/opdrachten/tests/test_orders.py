"""From forwarding to the end of an order, and everything that can come in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.rows import new_id
from stoep.foundation.testing import deliver_outbox, published_events, run_jobs
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import FotoSoort as MeldingFotoSoort
from stoep.meldingen.models import MeldingFoto
from stoep.meldingen.testing import make_foto, make_report
from stoep.opdrachten import queries
from stoep.opdrachten.commands import (
    accept_opdracht,
    answer_opdrachtnemer,
    ask_gemeente,
    plan_opdracht,
    put_opdrachtnemer,
    reject_opdracht,
    remind_opdrachtnemers,
    renew_link,
    report_ready,
    retire_opdrachtnemer,
    return_opdracht,
    settle_returned,
    withdraw_opdracht,
)
from stoep.opdrachten.errors import (
    AlreadyForwarded,
    DayInPast,
    FotoUnknown,
    NotGivenBack,
    OpdrachtMovedOn,
    OpdrachtnemerChanged,
    OpdrachtnemerExists,
    OpdrachtnemerUnknown,
    OpdrachtNotFound,
    PeriodReversed,
    TekstMissing,
    TermijnInPast,
)
from stoep.opdrachten.models import Opdracht
from stoep.opdrachten.queries.links import order_token
from stoep.opdrachten.testing import make_opdracht, make_opdrachtnemer
from stoep.organisatie.testing import make_medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.queries import actor_of


def mails_to(address: str) -> list[Bericht]:
    return list(Bericht.objects.filter(ontvanger=address).order_by("aangemaakt_op", "id"))


def token_of(opdracht: Opdracht) -> str:
    return order_token(opdracht.pk, opdracht.link_versie)


def again(opdracht: Opdracht) -> Opdracht:
    return Opdracht.objects.whole().get(pk=opdracht.pk)


def test_an_order_goes_by_mail_with_photo_place_and_link_and_without_the_reporter(nemer, noor):
    melding = make_report(fotos=2)
    foto = melding.fotos.first()
    opdracht = make_opdracht(nemer, melding=melding, foto_ids=[foto.pk], actor=noor.actor)
    mail = mails_to(nemer.email)[0]
    assert opdracht.nummer == f"O{melding.meldernummer[1:]}-1"
    for piece in ("Leg de losse tegel recht.", "Kade 1", "51.33000, 3.80000", token_of(opdracht), "Noor Bakker"):
        assert piece in mail.tekst
    for private in (melding.naam, melding.email, melding.tekst):
        assert private not in mail.tekst
    assert [one["sha256"] for one in mail.bijlagen] == [foto.sha256]
    assert published_events()[-1].name() == "OpdrachtSent"
    assert str(melding.zaak.ref) != mail.betreft, "it is no mail to the reporter"


def test_the_photo_really_goes_along(nemer, noor, mailoutbox, django_capture_on_commit_callbacks):
    melding = make_report(fotos=1)
    make_opdracht(nemer, melding=melding, foto_ids=[melding.fotos.first().pk], actor=noor.actor)
    run_jobs()
    sent = next(mail for mail in mailoutbox if mail.to == [nemer.email])
    name, data, kind = sent.attachments[0]
    assert (name.endswith(".jpg"), kind, data[:2]) == (True, "image/jpeg", b"\xff\xd8")


def test_a_second_click_finds_the_order_of_the_first(opdracht, nemer, noor):
    same = make_opdracht(nemer, melding=opdracht.melding, opdracht_id=opdracht.pk, actor=noor.actor)
    assert same.pk == opdracht.pk
    assert len(mails_to(nemer.email)) == 1


def test_a_report_that_is_with_a_contractor_cannot_be_forwarded_again(opdracht, noor):
    other = make_opdrachtnemer("Ander BV", email="ander@ander.example")
    with pytest.raises(AlreadyForwarded, match=opdracht.nummer):
        make_opdracht(other, melding=opdracht.melding, actor=noor.actor)
    assert Opdracht.objects.count() == 1
    assert not mails_to(other.email)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"wat": "  "}, "wat-missing"),
        ({"wat": "x" * 4001}, "tekst-too-long"),
        ({"foto_ids": [new_id()]}, "foto-unknown"),
    ],
)
def test_an_order_without_words_or_with_a_strange_photo_is_not_sent(nemer, noor, change, refusal):
    with pytest.raises(Exception) as refused:  # noqa: PT011 - the code says which
        make_opdracht(nemer, actor=noor.actor, **change)
    assert refused.value.code == refusal
    assert not Opdracht.objects.exists()
    assert not mails_to(nemer.email)


def test_a_term_in_the_past_and_a_retired_contractor_are_refused(nemer, noor):
    with pytest.raises(TermijnInPast):
        make_opdracht(nemer, termijn=clock.now() - timedelta(minutes=1), actor=noor.actor)
    retire_opdrachtnemer(nemer.pk, actor=SYSTEM)
    with pytest.raises(OpdrachtnemerUnknown):
        make_opdracht(nemer, actor=noor.actor)
    assert not Opdracht.objects.exists()


def test_who_may_not_send_forwards_nothing(nemer, havendam):
    fatima = make_medewerker("meldingen.*", "zaken.*", naam="Fatima", username="fatima")
    with pytest.raises(NotAllowed):
        make_opdracht(nemer, actor=actor_of(fatima.account))
    assert not Opdracht.objects.exists()


def test_a_planned_day_comes_to_the_report_and_its_reporter_hears_once(opdracht):
    day = clock.today() + timedelta(days=2)
    plan_opdracht(opdracht.pk, dag=day)
    plan_opdracht(opdracht.pk, dag=day)
    row = again(opdracht)
    assert (row.status, row.gepland_op, row.melding.gepland_op) == ("ingepland", day, day)
    assert Bericht.objects.filter(soort="melding-ingepland").count() == 1
    assert not row.wacht_op_ons


def test_a_period_gives_the_report_its_last_day(opdracht):
    first, last = clock.today() + timedelta(days=1), clock.today() + timedelta(days=4)
    plan_opdracht(opdracht.pk, dag=first, tot=last)
    assert again(opdracht).melding.gepland_op == last
    with pytest.raises(PeriodReversed):
        plan_opdracht(opdracht.pk, dag=last, tot=first)
    with pytest.raises(DayInPast):
        plan_opdracht(opdracht.pk, dag=clock.today() - timedelta(days=1))
    assert again(opdracht).gepland_op == first


def test_ready_work_waits_for_us_and_its_photos_are_in_the_dossier_but_not_with_the_reporter(opdracht):
    report_ready(opdracht.pk, tekst="Drie tegels gelegd.", fotos=[make_foto("#446644")])
    row = again(opdracht)
    assert (row.status, row.wacht_op_ons, row.is_in_term) == ("gereed", True, True)
    assert row.fotos.get().soort == "gereed"
    assert not MeldingFoto.objects.filter(melding=row.melding).exists()
    assert not row.melding.zaak.is_closed


def test_good_work_closes_the_report_with_the_photo_of_the_contractor_and_a_message(opdracht, noor):
    report_ready(opdracht.pk, tekst="Drie tegels gelegd.", fotos=[make_foto("#446644"), make_foto("#224422")])
    foto = opdracht.fotos.first()
    accept_opdracht(opdracht.pk, tekst="De stoep is weer recht.", foto_ids=[foto.pk], actor=noor.actor)
    row = again(opdracht)
    assert (row.status, row.wacht_op_ons, row.melding.zaak.is_closed) == ("afgerond", False, True)
    shown = MeldingFoto.objects.get(melding=row.melding)
    assert (shown.soort, shown.document_id) == (MeldingFotoSoort.HERSTEL, foto.document_id)
    assert foto.document_id is not None
    assert "De stoep is weer recht." in mails_to(row.melding.email)[-1].tekst
    deliver_outbox()
    assert again(opdracht).status == "afgerond"
    assert not Bericht.objects.filter(soort="opdracht-ingetrokken").exists()


def test_a_photo_of_another_order_is_not_shown(opdracht, nemer, noor):
    other = make_opdracht(nemer, actor=noor.actor)
    report_ready(other.pk, tekst="Klaar", fotos=[make_foto()])
    report_ready(opdracht.pk, tekst="Klaar")
    with pytest.raises(FotoUnknown):
        accept_opdracht(opdracht.pk, tekst="Klaar.", foto_ids=[other.fotos.first().pk], actor=noor.actor)
    assert again(opdracht).status == "gereed"


def test_work_that_is_not_good_yet_goes_back_with_the_reason_and_can_be_ready_again(opdracht, nemer, noor):
    report_ready(opdracht.pk, tekst="Klaar")
    reject_opdracht(opdracht.pk, reden="De tegel wiebelt nog.", actor=noor.actor)
    row = again(opdracht)
    assert (row.status, row.gereed_op, row.afgekeurd_keer) == ("afgekeurd", None, 1)
    assert "De tegel wiebelt nog." in mails_to(nemer.email)[-1].tekst
    report_ready(opdracht.pk, tekst="Nu echt klaar")
    assert again(opdracht).status == "gereed"


def test_given_back_is_back_in_the_worklist_with_a_mark_until_somebody_takes_it_up(opdracht, noor):
    return_opdracht(opdracht.pk, reden="niet_ons_werk", tekst="Dit is een putdeksel.")
    row = again(opdracht)
    stand = queries.standen_of([row.melding_id], noor.actor)[row.melding_id]
    assert (stand.woord, stand.toon) == ("aannemer gaf terug", "late")
    assert row.melding.zaak.statustype.omschrijving == "In behandeling"
    settle_returned(opdracht.pk, actor=noor.actor)
    assert not queries.standen_of([row.melding_id], noor.actor)
    with pytest.raises(NotGivenBack):
        settle_returned(opdracht.pk, actor=noor.actor)


def test_what_was_given_back_can_be_forwarded_to_another(opdracht, noor):
    return_opdracht(opdracht.pk, reden="niet_op_tijd")
    other = make_opdrachtnemer("Ander BV", email="ander@ander.example")
    second = make_opdracht(other, melding=opdracht.melding, actor=noor.actor)
    assert second.nummer.endswith("-2")
    assert not again(opdracht).wacht_op_ons


def test_a_question_waits_for_us_and_its_answer_may_move_the_term(opdracht, nemer, noor):
    ask_gemeente(opdracht.pk, tekst="Mag de stoep dicht?")
    ask_gemeente(opdracht.pk, tekst="Mag de stoep dicht?")
    assert opdracht.gebeurtenissen.filter(soort="vraag").count() == 1
    later = opdracht.termijn + timedelta(days=7)
    answer_opdrachtnemer(opdracht.pk, tekst="Ja, met een bord.", termijn=later, actor=noor.actor)
    row = again(opdracht)
    assert (row.vraag, row.wacht_op_ons, row.termijn) == ("", False, later)
    mail = mails_to(nemer.email)[-1].tekst
    assert "Mag de stoep dicht?" in mail
    assert "Ja, met een bord." in mail


def test_of_two_answers_at_once_the_first_one_holds_and_the_second_is_told(opdracht):
    return_opdracht(opdracht.pk, reden="niet_te_vinden")
    with pytest.raises(OpdrachtMovedOn, match="Teruggegeven"):
        report_ready(opdracht.pk, tekst="Klaar", fotos=[make_foto()])
    row = again(opdracht)
    assert (row.status, row.gereed_tekst, row.fotos.count()) == ("teruggegeven", "", 0)


def test_an_order_without_words_is_not_ready(opdracht):
    with pytest.raises(TekstMissing):
        report_ready(opdracht.pk, tekst=" ")
    assert again(opdracht).status == "verstuurd"


def test_a_withdrawn_order_mails_the_contractor_and_takes_no_answer(opdracht, nemer, noor):
    withdraw_opdracht(opdracht.pk, reden="Wij doen het zelf.", actor=noor.actor)
    mail = mails_to(nemer.email)[-1]
    assert mail.onderwerp.startswith("Ingetrokken")
    assert "Wij doen het zelf." in mail.tekst
    with pytest.raises(OpdrachtMovedOn):
        plan_opdracht(opdracht.pk, dag=clock.today())


def test_a_report_that_is_closed_withdraws_its_order_once(opdracht, nemer, noor):
    resolve_melding(opdracht.melding_id, tekst="Al gedaan.", actor=noor.actor)
    deliver_outbox()
    deliver_outbox()
    assert again(opdracht).status == "ingetrokken"
    assert [mail.soort for mail in mails_to(nemer.email)] == ["opdracht-verstuurd", "opdracht-ingetrokken"]


def test_a_report_closed_after_the_work_was_ready_closes_its_order_without_a_mail(opdracht, nemer, noor):
    report_ready(opdracht.pk, tekst="Klaar")
    resolve_melding(opdracht.melding_id, tekst="Gezien: goed.", actor=noor.actor)
    deliver_outbox()
    assert (again(opdracht).status, again(opdracht).wacht_op_ons) == ("afgerond", False)
    assert len(mails_to(nemer.email)) == 1


def test_links_that_were_changed_have_expired_or_were_renewed_say_the_same(opdracht, noor):
    token = token_of(opdracht)
    assert queries.get_for_link(token).pk == opdracht.pk
    renew_link(opdracht.pk, actor=noor.actor)
    expired = again(opdracht)
    refused = [token, token[:-1] + ("a" if token[-1] != "a" else "b"), "", "x.y.z", order_token(new_id(), 1)]
    with clock.at(expired.link_tot + timedelta(seconds=1)), pytest.raises(OpdrachtNotFound):
        queries.get_for_link(token_of(expired))
    assert queries.get_for_link(token_of(expired)).pk == opdracht.pk
    for one in refused:
        with pytest.raises(OpdrachtNotFound):
            queries.get_for_link(one)


def test_each_reminder_goes_once_however_often_the_job_runs(opdracht, nemer, noor):
    def run_on(days: int) -> list[str]:
        moment = clock.now().replace(hour=10) + timedelta(days=days)
        with clock.at(moment):
            remind_opdrachtnemers()
            remind_opdrachtnemers()
        return [mail.soort for mail in mails_to(nemer.email)][1:]

    seen = [run_on(days) for days in range(20)]
    assert seen[-1] == ["opdracht-bijna", "opdracht-te-laat", "opdracht-te-laat"]
    row = again(opdracht)
    assert row.herinnerd_op < row.termijn < row.gemaand_op < row.geescaleerd_op
    assert row.wacht_op_ons


def test_a_mail_that_does_not_go_out_waits_for_us(opdracht, noor):
    from stoep.berichten.commands.deliver_bericht import give_up

    give_up(mails_to(opdracht.opdrachtnemer.email)[0].pk, ValueError("geweigerd"))
    deliver_outbox()
    row = again(opdracht)
    assert (row.mail_mislukt, row.wacht_op_ons) == (True, True)
    assert queries.standen_of([row.melding_id], noor.actor)[row.melding_id].toon == "late"


def test_two_editors_of_one_contractor_do_not_overwrite_each_other(nemer):
    put_opdrachtnemer(naam="Nieuw BV", email=nemer.email, opdrachtnemer_id=nemer.pk, versie=nemer.versie, actor=SYSTEM)
    with pytest.raises(OpdrachtnemerChanged):
        put_opdrachtnemer(
            naam="Oud BV", email=nemer.email, opdrachtnemer_id=nemer.pk, versie=nemer.versie, actor=SYSTEM
        )
    with pytest.raises(OpdrachtnemerExists):
        make_opdrachtnemer("nieuw bv")
    nemer.refresh_from_db()
    assert nemer.naam == "Nieuw BV"


def test_who_may_not_see_the_report_does_not_find_the_order(opdracht):
    joris = make_medewerker("opdrachten.*", naam="Joris", username="joris")
    actor = actor_of(joris.account)
    assert not Opdracht.objects.visible_to(actor).exists()
    with pytest.raises(NotFound):
        withdraw_opdracht(opdracht.pk, actor=actor)
    assert again(opdracht).status == "verstuurd"


def test_how_contractors_do_is_counted_over_what_was_sent(opdracht, nemer, noor):
    late = make_opdracht(nemer, actor=noor.actor)
    back = make_opdracht(nemer, actor=noor.actor)
    report_ready(opdracht.pk, tekst="Klaar")
    return_opdracht(back.pk, reden="meer_nodig")
    with clock.at(clock.now() + timedelta(days=30)):
        report_ready(late.pk, tekst="Klaar, te laat")
    [prestatie] = queries.measure_prestaties(
        noor.actor, clock.now() - timedelta(days=1), clock.now() + timedelta(days=1)
    )
    assert (prestatie.verstuurd, prestatie.gereed, prestatie.op_tijd, prestatie.teruggegeven) == (3, 2, 1, 1)
    assert prestatie.aandeel_op_tijd == 50
