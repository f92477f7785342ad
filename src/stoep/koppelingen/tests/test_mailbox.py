"""The demo's mailbox keeps what Stoep sends and shows it."""

import smtplib
import socket
import threading
from email.message import EmailMessage

import pytest

from stoep.koppelingen.mailvanger.mails import get_mail, list_mails
from stoep.koppelingen.mailvanger.server import KEPT, Keeper, run


@pytest.fixture
def folder(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path / "mail"


@pytest.fixture
def port(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = probe.getsockname()[1]
    stop = threading.Event()
    thread = threading.Thread(target=run, args=("127.0.0.1", number, stop), kwargs={"folder": folder})
    thread.start()
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", number), 1).close()
            break
        except OSError:
            thread.join(0.01)
    yield number
    stop.set()
    thread.join()


def message(subject="Uw melding is ontvangen", text="Volg uw melding: http://127.0.0.1:8000/melding/abc/", **headers):
    made = EmailMessage()
    made["From"] = "gemeente@havendam.example"
    made["To"] = "youssef@havendam.example"
    made["Subject"] = subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def send(port, mail):
    with smtplib.SMTP("127.0.0.1", port) as server:
        server.send_message(mail)


def test_a_mail_that_is_accepted_is_kept_and_shown_with_a_link_that_works(port, folder, client, db):
    send(port, message())
    page = client.get("/demo/mailbox/").content.decode()
    assert "Uw melding is ontvangen" in page
    assert "youssef@havendam.example" in page
    (mail,), _ = list_mails(folder)
    shown = client.get(f"/demo/mailbox/{mail.name}/").content.decode()
    assert 'href="http://127.0.0.1:8000/melding/abc/"' in shown


def test_the_page_says_that_it_is_a_simulator_and_what_to_do_when_it_is_empty(folder, client, db):
    page = client.get("/demo/mailbox/").content.decode()
    assert "simulator" in page
    assert "Er is nog geen mail verstuurd" in page


def test_a_mail_brings_no_markup_of_its_own(port, folder, client, db):
    send(port, message(subject="<script>alert(1)</script>", text="<img src=x onerror=alert(1)> é 😀"))
    (mail,), _ = list_mails(folder)
    for address in ("/demo/mailbox/", f"/demo/mailbox/{mail.name}/"):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("name", ["../../etc/passwd", "bestaat-niet", "00000000000000000000-1-1"])
def test_a_mail_that_is_not_there_is_a_plain_404(folder, client, db, name):
    assert client.get(f"/demo/mailbox/{name}/").status_code == 404
    assert get_mail(folder, name) is None


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "٣", ""])
def test_a_strange_page_number_is_no_error(folder, client, db, page):
    assert client.get("/demo/mailbox/", {"pagina": page}).status_code == 200


@pytest.mark.parametrize("count", [1, 10, 100])
def test_the_list_is_paged_and_asks_the_database_the_same_at_any_length(
    folder, client, db, django_assert_max_num_queries, count
):
    keeper = Keeper(folder)
    for number in range(count):
        keeper.keep(message(subject=f"Bericht {number}").as_bytes())
    client.get("/demo/mailbox/")
    with django_assert_max_num_queries(12):
        page = client.get("/demo/mailbox/").content.decode()
    assert page.count("stoep-mailbox__item") == min(count, 25)
    assert f"Bericht {count - 1}" in page


def test_only_the_newest_mails_are_kept(folder, monkeypatch):
    monkeypatch.setattr("stoep.koppelingen.mailvanger.server.KEPT", 50)
    keeper = Keeper(folder)
    for number in range(200):
        keeper.keep(message(subject=str(number)).as_bytes())
    mails, total = list_mails(folder)
    assert total == 50
    assert mails[0].subject == "199"
    assert KEPT == 2000


def test_a_mail_in_an_unknown_character_set_is_still_readable(folder):
    keeper = Keeper(folder)
    kept = keeper.keep(b"From: a@b.nl\r\nContent-Type: text/plain; charset=onzin\r\n\r\nGoedendag")
    assert "Goedendag" in get_mail(folder, kept.stem).text


def test_what_cannot_be_kept_is_not_accepted(port, folder):
    folder.write_text("hier staat al een bestand")
    with pytest.raises(smtplib.SMTPDataError) as refusal:
        send(port, message())
    assert refusal.value.smtp_code == 451
