"""E-mail to a real SMTP server on loopback."""

import email
import email.policy
import socket
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from aiosmtpd.controller import Controller

from stoep.foundation import clock
from stoep.foundation.errors import DomainError, Rejected, Unavailable
from stoep.foundation.mail import MailNotSendable, send_mail
from stoep.foundation.numbers import EmailadresNotValid

MESSAGE = {
    "to": "youssef@voorbeeld.example",
    "subject": "Uw melding M-7K3Q9D: één losse stoeptegel",
    "text": "Beste heer El Amrani,\n\nWij hebben uw melding ontvangen – dank u wel.\n.\nEen punt alleen op een regel.\n",
    "message_id": "0190-bericht@havendam.example",
}


class Mailbox:
    """Keeps what arrives, and answers as told."""

    def __init__(self):
        self.envelopes = []
        self.answers = {}

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802 aiosmtpd looks for this name
        if "MAIL" in self.answers:
            return self.answers["MAIL"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 aiosmtpd looks for this name
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 aiosmtpd looks for this name
        if "DATA" in self.answers:
            return self.answers["DATA"]
        self.envelopes.append(envelope)
        return "250 OK"

    def message(self):
        (envelope,) = self.envelopes
        return email.message_from_bytes(envelope.content, policy=email.policy.default)


@pytest.fixture
def mailbox(settings):
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    use(settings, controller.port)
    yield box
    controller.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def use(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 0.5
    settings.DEFAULT_FROM_EMAIL = "Gemeente Havendam <gemeente@havendam.example>"


def test_a_message_arrives_as_it_was_written(mailbox):
    send_mail(**MESSAGE, html="<p>Wij hebben uw melding ontvangen – dank u wel.</p>", reply_to="balie@havendam.example")
    (envelope,) = mailbox.envelopes
    assert envelope.rcpt_tos == ["youssef@voorbeeld.example"]
    assert envelope.mail_from == "gemeente@havendam.example"
    message = mailbox.message()
    assert message["To"] == "youssef@voorbeeld.example"
    assert message["From"] == "Gemeente Havendam <gemeente@havendam.example>"
    assert message["Reply-To"] == "balie@havendam.example"
    assert message["Subject"] == "Uw melding M-7K3Q9D: één losse stoeptegel"
    assert message["Message-ID"] == "<0190-bericht@havendam.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert abs(parsedate_to_datetime(message["Date"]) - datetime.now(UTC)) < timedelta(minutes=1)
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == MESSAGE["text"]
    assert plain.get_content_charset() == "utf-8"
    assert "dank u wel" in html.get_content()


def test_a_message_bears_the_moment_it_is_sent(mailbox):
    with clock.at(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)):
        send_mail(**MESSAGE)
    assert mailbox.message()["Date"] == "Wed, 01 Jul 2026 14:00:00 +0200"


def test_a_message_without_html_is_plain_text(mailbox):
    send_mail(**MESSAGE)
    assert mailbox.message().get_content_type() == "text/plain"
    assert mailbox.message()["Reply-To"] is None


def test_a_second_try_carries_the_same_message_id(mailbox):
    mailbox.answers = {"DATA": "451 later"}
    with pytest.raises(Unavailable):
        send_mail(**MESSAGE)
    mailbox.answers = {}
    send_mail(**MESSAGE | {"message_id": "<0190-bericht@havendam.example>"})
    assert mailbox.message()["Message-ID"] == "<0190-bericht@havendam.example>"


@pytest.mark.parametrize("moment", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("421 we stoppen even", Unavailable),
        ("450 postbus bezet", Unavailable),
        ("452 te vol", Unavailable),
        ("550 onbekend youssef@voorbeeld.example", Rejected),
        ("552 postbus vol", Rejected),
        ("554 geweigerd", Rejected),
    ],
)
def test_4xx_is_later_and_5xx_is_never(mailbox, moment, answer, error):
    mailbox.answers = {moment: answer}
    with pytest.raises(error) as refused:
        send_mail(**MESSAGE)
    assert answer[:3] in str(refused.value)
    assert "youssef" not in str(refused.value)
    assert mailbox.envelopes == []


def test_a_server_that_is_down_is_unavailable(settings):
    use(settings, free_port())
    with pytest.raises(Unavailable, match="antwoordt niet"):
        send_mail(**MESSAGE)


def test_a_server_that_does_not_exist_is_unavailable(settings):
    use(settings, 25)
    settings.EMAIL_HOST = "mail.bestaatniet.invalid"
    with pytest.raises(Unavailable):
        send_mail(**MESSAGE)


@pytest.fixture
def raw_server(settings):
    """A server that says what it is told, line by line, and then nothing."""
    listening = socket.create_server(("127.0.0.1", 0))
    says = []
    kept = []

    def serve():
        try:
            while True:
                connection, _ = listening.accept()
                kept.append(connection)
                for line in says:
                    connection.sendall(line)
        except OSError:
            return

    thread = threading.Thread(target=serve)
    thread.start()
    use(settings, listening.getsockname()[1])
    yield says, kept
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()
    for connection in kept:
        connection.close()


@pytest.mark.parametrize(
    "lines",
    [[], [b"220 hallo\r\n"], [b"220 hallo\r\n", b"250 OK\r\n", b"250 OK\r\n", b"250 OK\r\n", b"354 ga door\r\n"]],
    ids=["at once", "after hello", "after data"],
)
def test_a_server_that_hangs_is_given_up_in_time(raw_server, lines):
    says, _ = raw_server
    says.extend(lines)
    started = time.monotonic()
    with pytest.raises(Unavailable):
        send_mail(**MESSAGE)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("line", [b"421 even niet\r\n", b"554 ga weg\r\n", b"\x00\xff\r\n"])
def test_a_server_that_does_not_let_us_in_says_nothing_about_the_message(raw_server, line):
    says, _ = raw_server
    says.append(line)
    with pytest.raises(Unavailable):
        send_mail(**MESSAGE)


def test_without_the_encryption_that_was_asked_nothing_is_sent(mailbox, settings):
    settings.EMAIL_USE_TLS = True
    with pytest.raises(Unavailable):
        send_mail(**MESSAGE)
    assert mailbox.envelopes == []


def test_a_wrong_password_is_ours_to_mend(raw_server, settings):
    says, _ = raw_server
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "stoep", "fout"
    says.extend([b"220 hallo\r\n", b"250-hallo\r\n250 AUTH PLAIN\r\n", b"535 fout wachtwoord\r\n", b"535 fout\r\n"])
    with pytest.raises(Unavailable, match="wachtwoord"):
        send_mail(**MESSAGE)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"subject": "Hallo\nBcc: ander@voorbeeld.example"}, MailNotSendable),
        ({"subject": "Hallo\rBcc: ander@voorbeeld.example"}, MailNotSendable),
        ({"subject": "Hallo\x00"}, MailNotSendable),
        ({"subject": "Hallo\N{LINE SEPARATOR}"}, MailNotSendable),
        ({"subject": ""}, MailNotSendable),
        ({"subject": "x" * 251}, MailNotSendable),
        ({"message_id": "x@y>\r\nBcc: a@b.nl"}, MailNotSendable),
        ({"message_id": "geen at"}, MailNotSendable),
        ({"to": "a@voorbeeld.example\nBcc: b@voorbeeld.example"}, EmailadresNotValid),
        ({"to": "a@voorbeeld.example, b@voorbeeld.example"}, EmailadresNotValid),
        ({"to": ""}, EmailadresNotValid),
        ({"reply_to": "a@voorbeeld.example\r\nX: y"}, EmailadresNotValid),
    ],
)
def test_nothing_can_be_slipped_into_the_head_of_a_message(mailbox, wrong, error):
    with pytest.raises(error) as refused:
        send_mail(**MESSAGE | wrong)
    assert isinstance(refused.value, DomainError)
    assert mailbox.envelopes == []


def test_emoji_and_long_lines_arrive(mailbox):
    text = "Lang " + "x" * 5000 + " 🙂\r\nEinde"
    send_mail(**MESSAGE | {"text": text, "subject": "Gelukt 🙂 " + "lang " * 30})
    assert mailbox.message().get_content().rstrip().splitlines() == text.splitlines()
    assert mailbox.message()["Subject"].strip().startswith("Gelukt 🙂 lang")
