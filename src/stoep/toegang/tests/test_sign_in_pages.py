"""The pages of signing in, as an employee walks through them."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from django.test import Client

from stoep.foundation import clock
from stoep.foundation.models import SecurityLine
from stoep.toegang.actors import SYSTEM
from stoep.toegang.commands import deactivate_account, install_standaardrollen, set_password, sign_out_everywhere
from stoep.toegang.models import Account, Rol
from stoep.toegang.testing import PASSWORD, make_account, sign_in_client

pytestmark = pytest.mark.django_db
SIGN_IN = "/werkplek/inloggen/"


def give_password(client, username="noor", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"gebruikersnaam": username, "wachtwoord": password, **more})


def code_on(page) -> pyotp.TOTP:
    secret = re.search(r"toegang-code\">([A-Z2-7 ]+)<", page.content.decode())[1].replace(" ", "")
    return pyotp.TOTP(secret)


def link_app(client) -> tuple[pyotp.TOTP, list[str]]:
    totp = code_on(client.get("/werkplek/tweede-factor/instellen/"))
    page = client.post("/werkplek/tweede-factor/instellen/", {"code": totp.at(clock.now())})
    return totp, re.findall(r"toegang-code\">([a-z2-9-]+)<", page.content.decode())


def signed_in(client) -> bool:
    return client.get("/werkplek/bestaat-niet/").wsgi_request.actor.account_id is not None


def test_the_first_sign_in_asks_for_an_app_and_shows_the_recovery_codes_once(client):
    make_account(password=PASSWORD)

    assert give_password(client).url == "/werkplek/tweede-factor/instellen/"
    assert not signed_in(client)
    _totp, codes = link_app(client)

    assert len(codes) == 10
    assert signed_in(client)


def test_a_second_sign_in_asks_for_the_code_and_goes_where_one_was_going(client):
    make_account(password=PASSWORD)
    give_password(client)
    totp, _codes = link_app(client)
    client.post("/werkplek/uitloggen/")
    assert not signed_in(client)

    with clock.at(clock.now() + timedelta(minutes=2)):
        assert give_password(client, next="/werkplek/beheer/rollen/").url == "/werkplek/tweede-factor/"
        answer = client.post("/werkplek/tweede-factor/", {"code": totp.at(clock.now())})

        assert answer.url == "/werkplek/beheer/rollen/"
        assert signed_in(client)


def test_the_session_gets_a_new_key_at_each_step(client):
    make_account(password=PASSWORD)
    keys = []
    give_password(client)
    keys.append(client.session.session_key)
    link_app(client)
    keys.append(client.session.session_key)

    assert len(set(keys)) == 2


def test_after_signing_in_nobody_is_sent_to_another_site(client):
    make_account(password=PASSWORD)
    give_password(client, next="https://kwaad.example/")
    totp = code_on(client.get("/werkplek/tweede-factor/instellen/"))

    page = client.post("/werkplek/tweede-factor/instellen/", {"code": totp.at(clock.now())})

    assert "kwaad.example" not in page.content.decode()


def test_a_wrong_code_is_said_at_its_field_and_lets_nobody_in(client):
    make_account(password=PASSWORD)
    give_password(client)
    client.get("/werkplek/tweede-factor/instellen/")

    page = client.post("/werkplek/tweede-factor/instellen/", {"code": "000000"})

    assert "Deze code klopt niet" in page.content.decode()
    assert not signed_in(client)


def test_the_second_step_without_the_first_begins_again(client):
    page = client.get("/werkplek/tweede-factor/")

    assert page.status_code == 409
    assert "Begin opnieuw" in page.content.decode()


def test_the_second_step_after_a_quarter_of_an_hour_begins_again(client):
    make_account(password=PASSWORD)
    give_password(client)

    with clock.at(clock.now() + timedelta(minutes=16)):
        assert client.get("/werkplek/tweede-factor/instellen/").status_code == 409


def test_a_password_changed_in_between_ends_a_sign_in_under_way(client):
    account = make_account(password=PASSWORD)
    give_password(client)
    set_password(account.pk, password="een ander lang wachtwoord", actor=SYSTEM)

    assert client.get("/werkplek/tweede-factor/instellen/").status_code == 409


def test_a_temporary_password_must_be_replaced_before_one_is_in(client):
    account = make_account(password=PASSWORD)
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    give_password(client)
    link_app(client)
    assert not signed_in(client)

    page = client.post("/werkplek/nieuw-wachtwoord/", {"wachtwoord": PASSWORD, "herhaling": PASSWORD})
    assert "ander wachtwoord dan het tijdelijke" in page.content.decode()
    fresh = "zeven blauwe fietsen"
    client.post("/werkplek/nieuw-wachtwoord/", {"wachtwoord": fresh, "herhaling": fresh})

    assert signed_in(client)
    account.refresh_from_db()
    assert account.must_change_password is False


def test_a_new_password_cannot_be_chosen_before_the_second_factor(client):
    account = make_account(password=PASSWORD)
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    give_password(client)

    answer = client.post("/werkplek/nieuw-wachtwoord/", {"wachtwoord": "x" * 20, "herhaling": "x" * 20})

    assert answer.status_code == 409
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


@pytest.mark.parametrize("typed", ["", "x" * 5000, "<script>", "\x00", "naam\u202e", "🙂"])
def test_bad_input_gets_a_page_and_not_an_error(client, typed):
    page = client.post(SIGN_IN, {"gebruikersnaam": typed, "wachtwoord": typed or "x"})

    assert page.status_code == 200
    assert not signed_in(client)


def test_a_deactivated_employee_is_out_at_the_next_click(client):
    account = make_account()
    sign_in_client(client, account)
    assert signed_in(client)

    deactivate_account(account.pk, actor=SYSTEM)

    assert not signed_in(client)


def test_signing_out_everywhere_ends_every_session():
    account = make_account()
    phone, desk = Client(), Client()
    sign_in_client(phone, account)
    sign_in_client(desk, account)

    sign_out_everywhere(account.pk, actor=SYSTEM)

    assert not signed_in(phone)
    assert not signed_in(desk)


def test_changing_the_password_keeps_this_session_and_ends_the_others():
    account = make_account(password=PASSWORD)
    phone, desk = Client(), Client()
    sign_in_client(phone, account)
    sign_in_client(desk, account)
    fresh = "zeven blauwe fietsen"

    answer = desk.post(
        "/werkplek/mijn-account/wachtwoord/",
        {"huidig_wachtwoord": PASSWORD, "wachtwoord": fresh, "herhaling": fresh},
    )

    assert answer.status_code == 302
    assert signed_in(desk)
    assert not signed_in(phone)


def test_signing_out_by_a_link_asks_first(client):
    sign_in_client(client, make_account())

    assert client.get("/werkplek/uitloggen/").status_code == 200
    assert signed_in(client)


def test_the_cms_sends_to_our_sign_in(client):
    assert client.get("/cms/login/?next=/cms/pages/").url == "/werkplek/inloggen/?next=%2Fcms%2Fpages%2F"
    assert client.get("/cms/").url.startswith("/werkplek/inloggen/")


def test_an_editor_enters_the_cms_and_a_handler_does_not():
    install_standaardrollen(actor=SYSTEM)
    assert Rol.objects.count() == 6
    editor, handler = Client(), Client()
    sign_in_client(editor, make_account("cms.edit", username="joris", name="Joris Smit"))
    sign_in_client(handler, make_account("zaken.read"))

    assert editor.get("/cms/").status_code == 200
    assert handler.get("/cms/").status_code == 302


def test_every_step_is_in_the_security_log_without_names(client):
    make_account(password=PASSWORD)
    give_password(client, password="verkeerd")
    give_password(client)
    link_app(client)
    client.post("/werkplek/uitloggen/")

    lines = list(SecurityLine.objects.order_by("at").values_list("action", flat=True))
    assert [line for line in lines if line != "toegang.account_create"] == [
        "toegang.sign_in_failed",
        "toegang.password_right",
        "toegang.second_factor_set",
        "toegang.sign_in",
        "toegang.sign_out",
    ]
    assert "noor" not in str(list(SecurityLine.objects.values()))
