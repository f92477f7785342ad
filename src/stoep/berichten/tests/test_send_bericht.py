"""Sending messages to people outside."""

from unittest.mock import patch

import pytest
from django.core import mail as outbox_of_django
from django.db import transaction

from stoep.berichten.commands import deliver_bericht, retry_bericht, send_bericht
from stoep.berichten.errors import BerichtAlreadySent, BerichtEmpty
from stoep.berichten.events import BerichtFailed, BerichtSent
from stoep.berichten.models import Bericht, Verzendstatus
from stoep.berichten.queries import berichten_of, list_failed
from stoep.foundation.errors import NotAllowed, Rejected, Unavailable
from stoep.foundation.numbers import EmailadresNotValid
from stoep.foundation.ref import Ref
from stoep.foundation.testing import published_events, run_jobs
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.toegang.testing import employee

pytestmark = pytest.mark.django_db

ZAAK = Ref("zaak", "0190aaaa-0000-7000-8000-000000000001")
SEND = "stoep.berichten.commands.deliver_bericht.mail.send_mail"


@pytest.fixture(autouse=True)
def postbus(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    outbox_of_django.outbox = []
    return outbox_of_django.outbox


def make_bericht(actor=SYSTEM, **values):
    given = {
        "soort": "ontvangst",
        "ontvanger": "youssef@voorbeeld.nl",
        "onderwerp": "Wij hebben uw melding",
        "tekst": "Dank u wel.\n\nVolg uw melding op https://havendam.example/melding/abc/",
        "subject": ZAAK,
    }
    return send_bericht(**(given | values), actor=actor)


def test_a_message_goes_out_once_and_the_proof_is_kept(postbus):
    bericht = make_bericht()
    assert bericht.status == Verzendstatus.TE_VERZENDEN
    assert postbus == []

    run_jobs()
    deliver_bericht(bericht.pk)

    bericht.refresh_from_db()
    assert bericht.is_verzonden
    assert bericht.verzonden_op is not None
    assert bericht.pogingen == 1
    [mail] = postbus
    assert mail.to == ["youssef@voorbeeld.nl"]
    assert mail.extra_headers["Message-ID"] == bericht.message_id
    assert published_events()[-1] == BerichtSent(bericht_id=bericht.pk, soort="ontvangst", betreft=str(ZAAK))


def test_the_mail_has_a_text_and_the_same_words_in_house_style(postbus):
    make_bericht(onderwerp="Losse tegel <b>", tekst="Regel 1\n\nhttps://havendam.example/m/1/")
    run_jobs()

    [mail] = postbus
    html = mail.alternatives[0][0]
    assert "Gemeente Havendam" in mail.body
    assert '<html lang="nl">' in html
    assert "Gemeente Havendam" in html
    assert "Losse tegel &lt;b&gt;" in html
    assert '<a href="https://havendam.example/m/1/"' in html


def test_nothing_goes_out_when_the_transaction_is_rolled_back(postbus):
    with transaction.atomic():
        make_bericht()
        transaction.set_rollback(True)
    run_jobs()

    assert postbus == []
    assert not Bericht.objects.exists()


def test_a_mail_server_that_is_down_is_tried_again_under_the_same_message_id(postbus):
    bericht = make_bericht()
    with patch(SEND, side_effect=Unavailable("weg")), pytest.raises(Unavailable):
        deliver_bericht(bericht.pk)
    bericht.refresh_from_db()
    assert bericht.status == Verzendstatus.TE_VERZENDEN
    assert bericht.pogingen == 1

    deliver_bericht(bericht.pk)

    assert postbus[0].extra_headers["Message-ID"] == bericht.message_id


def test_a_rejected_message_is_not_tried_again_and_shows_why():
    bericht = make_bericht()
    with patch(SEND, side_effect=Rejected("adres youssef@voorbeeld.nl bestaat niet")):
        deliver_bericht(bericht.pk)

    bericht.refresh_from_db()
    assert bericht.is_mislukt
    assert "youssef" not in bericht.fout
    assert list(list_failed(SYSTEM)) == [bericht]
    assert isinstance(published_events()[-1], BerichtFailed)


def test_after_the_last_try_it_has_failed():
    bericht = make_bericht()
    Bericht.objects.filter(pk=bericht.pk).update(pogingen=7)
    with patch(SEND, side_effect=Unavailable("weg")):
        deliver_bericht(bericht.pk)

    bericht.refresh_from_db()
    assert bericht.is_mislukt


def test_a_failed_message_can_be_sent_again(postbus):
    bericht = make_bericht()
    with patch(SEND, side_effect=Rejected("nee")):
        run_jobs()

    retry_bericht(bericht.pk, actor=employee("berichten.send"))
    run_jobs()

    assert len(postbus) == 1
    with pytest.raises(BerichtAlreadySent):
        retry_bericht(bericht.pk, actor=employee("berichten.send"))


@pytest.mark.parametrize("actor", [ANONYMOUS, employee("zaken.read")])
def test_without_the_right_nothing_is_sent(actor, postbus):
    with pytest.raises(NotAllowed):
        make_bericht(actor=actor)
    run_jobs()

    assert postbus == []
    assert not Bericht.objects.exists()


@pytest.mark.parametrize("address", ["", "geen adres", "a@b.nl\nBcc: c@d.nl", "a@b.nl,c@d.nl"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(EmailadresNotValid):
        make_bericht(ontvanger=address)

    assert not Bericht.objects.exists()


def test_a_message_without_words_is_refused():
    with pytest.raises(BerichtEmpty):
        make_bericht(tekst="  \n ")


def test_messages_are_found_by_what_they_are_about():
    first, second = make_bericht(), make_bericht()
    make_bericht(subject=Ref("zaak", "0190aaaa-0000-7000-8000-000000000002"))

    assert list(berichten_of(ZAAK)) == [second, first]
