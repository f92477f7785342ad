"""Who signs in, and who does not."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from stoep.foundation import clock
from stoep.foundation.errors import TooMany
from stoep.foundation.ratelimit import limit
from stoep.toegang.actors import SYSTEM
from stoep.toegang.commands import (
    begin_second_factor,
    confirm_second_factor,
    deactivate_account,
    forget_old_sign_ins,
    pass_second_factor,
    pass_with_recovery_code,
    present_password,
    unlock_account,
)
from stoep.toegang.commands.present_password import ATTEMPTS_PER_ADDRESS, QUARTER
from stoep.toegang.errors import CodeRefused, SecondFactorMissing, SignInLocked, SignInRefused
from stoep.toegang.models import Account, Herstelcode, Inlogpoging
from stoep.toegang.testing import PASSWORD, make_account, sign_in_client
from stoep.toegang.web.signing_in import sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "192.0.2.1"


def link_app(account: Account) -> tuple[pyotp.TOTP, list[str]]:
    totp = pyotp.TOTP(begin_second_factor(account.pk).secret)
    _passed, codes = confirm_second_factor(account.pk, code=totp.at(clock.now()))
    return totp, codes


def fail(username: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            present_password(username=username, password="verkeerd", address=ADDRESS)


def test_the_right_password_answers_the_account_however_the_name_was_typed():
    account = make_account(password=PASSWORD)

    assert present_password(username="  NOOR ", password=PASSWORD, address=ADDRESS) == account


def test_an_unknown_name_a_wrong_password_and_an_inactive_account_get_the_same_answer():
    make_account(password=PASSWORD)
    gone = make_account(username="bram", password=PASSWORD)
    deactivate_account(gone.pk, actor=SYSTEM)

    answers = set()
    for username, password in (("noor", "verkeerd"), ("niemand", "verkeerd"), ("bram", PASSWORD)):
        with pytest.raises(SignInRefused) as refused:
            present_password(username=username, password=password, address=ADDRESS)
        answers.add(str(refused.value))

    assert len(answers) == 1
    assert Inlogpoging.objects.filter(failures=1).count() == 3


def test_an_unknown_name_costs_as_many_queries_as_a_wrong_password():
    make_account(password=PASSWORD)
    counts = []
    for username in ("noor", "niemand"):
        fail(username, 1)
        with CaptureQueriesContext(connection) as captured:
            fail(username, 1)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_five_failures_lock_the_name_also_for_the_right_password():
    make_account(password=PASSWORD)
    fail("noor", 5)

    with pytest.raises(SignInLocked, match="geblokkeerd"):
        present_password(username="noor", password=PASSWORD, address=ADDRESS)


def test_a_name_that_does_not_exist_locks_just_the_same():
    fail("niemand", 5)

    with pytest.raises(SignInLocked):
        present_password(username="niemand", password="verkeerd", address=ADDRESS)


def test_the_lock_ends_by_itself():
    account = make_account(password=PASSWORD)
    fail("noor", 5)

    with clock.at(clock.now() + timedelta(minutes=16)):
        assert present_password(username="noor", password=PASSWORD, address=ADDRESS) == account


def test_a_manager_lifts_the_lock():
    account = make_account(password=PASSWORD)
    fail("noor", 5)

    unlock_account(account.pk, actor=SYSTEM)

    assert present_password(username="noor", password=PASSWORD, address=ADDRESS) == account


def test_a_code_is_accepted_once():
    account = make_account(password=PASSWORD)
    totp, _codes = link_app(account)
    later = clock.now() + timedelta(minutes=2)

    with clock.at(later):
        assert pass_second_factor(account.pk, code=totp.at(later)).account_id == account.pk
        with pytest.raises(CodeRefused):
            pass_second_factor(account.pk, code=totp.at(later))


def test_a_code_older_than_the_last_one_used_is_refused():
    account = make_account(password=PASSWORD)
    totp, _codes = link_app(account)
    later = clock.now() + timedelta(minutes=2)

    with clock.at(later):
        pass_second_factor(account.pk, code=totp.at(later))
        with pytest.raises(CodeRefused):
            pass_second_factor(account.pk, code=totp.at(later - timedelta(seconds=30)))


def test_wrong_codes_lock_as_wrong_passwords_do():
    account = make_account(password=PASSWORD)
    totp, _codes = link_app(account)
    for _ in range(5):
        with pytest.raises(CodeRefused):
            pass_second_factor(account.pk, code="abc")

    later = clock.now() + timedelta(minutes=1)
    with clock.at(later), pytest.raises(SignInLocked):
        pass_second_factor(account.pk, code=totp.at(later))


def test_a_recovery_code_works_once_and_only_its_hash_is_kept():
    account = make_account(password=PASSWORD)
    _totp, codes = link_app(account)

    assert pass_with_recovery_code(account.pk, code=codes[0].upper()).means == "herstelcode"
    with pytest.raises(CodeRefused):
        pass_with_recovery_code(account.pk, code=codes[0])

    assert not Herstelcode.objects.filter(code_hash__in=codes).exists()


def test_the_secret_of_the_second_factor_is_not_in_the_database():
    account = make_account(password=PASSWORD)
    secret = begin_second_factor(account.pk).secret

    row = Account.objects.filter(pk=account.pk).values().get()

    assert secret not in [str(value) for value in row.values()]


def test_signing_in_without_a_second_factor_is_refused_in_production(rf):
    account = make_account()
    client = Client()
    request = rf.get("/")
    request.session = client.session

    with override_settings(IS_PRODUCTION=True), pytest.raises(SecondFactorMissing):
        sign_in(request, account)

    assert "_auth_user_id" not in request.session


def test_a_session_without_second_factor_counts_as_nobody(client):
    account = make_account()
    client.force_login(account, backend="stoep.toegang.web.backend.AccountBackend")

    response = client.get("/werkplek/bestaat-niet/")

    assert response.wsgi_request.actor.account_id is None
    assert "_auth_user_id" not in client.session


def test_a_session_that_was_idle_for_eight_hours_is_over(client):
    account = make_account()
    sign_in_client(client, account)
    assert client.get("/werkplek/bestaat-niet/").wsgi_request.actor.account_id == account.pk

    with clock.at(clock.now() + timedelta(hours=8, minutes=1)):
        assert client.get("/werkplek/bestaat-niet/").wsgi_request.actor.account_id is None


def test_a_session_ends_after_twelve_hours_of_work(client):
    account = make_account()
    start = clock.now()
    sign_in_client(client, account)
    for hour in (4, 8, 11):
        with clock.at(start + timedelta(hours=hour)):
            assert client.get("/werkplek/bestaat-niet/").wsgi_request.actor.account_id == account.pk

    with clock.at(start + timedelta(hours=12, minutes=1)):
        assert client.get("/werkplek/bestaat-niet/").wsgi_request.actor.account_id is None


def test_counts_of_failures_are_forgotten_after_a_quiet_day_and_a_lock_never_before_its_time():
    fail("noor", 5)
    forget_old_sign_ins()
    assert Inlogpoging.objects.count() == 1

    with clock.at(clock.now() + timedelta(days=1, hours=1)):
        forget_old_sign_ins()

    assert not Inlogpoging.objects.exists()


def test_failures_from_one_address_are_limited_whatever_the_name():
    for _ in range(ATTEMPTS_PER_ADDRESS):
        limit(f"toegang.address:{ADDRESS}", times=ATTEMPTS_PER_ADDRESS, seconds=QUARTER)

    with pytest.raises(TooMany):
        present_password(username="iemand", password="x", address=ADDRESS)

    assert not Inlogpoging.objects.exists()
