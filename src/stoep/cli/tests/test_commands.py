"""The commands that a person types."""

import os
import subprocess
import sys

import pytest

from stoep.cli.preparing import login_table
from stoep.foundation import clock
from stoep.toegang.models import Account, Autorisatie, ClientId
from stoep.toegang.queries import actor_of_token
from stoep.toegang.tokens import sign_token

WACHTWOORD = "vier paarden in de haven 2026"


@pytest.fixture
def stoep(database_url, tmp_path):
    """Run a command on this test's database."""

    def run(*arguments, said="", **variables):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STOEP_")}
        own = {"DATABASE_URL": database_url, "STOEP_MODE": "test", "STOEP_DATA_DIR": str(tmp_path), "PORT": "1"}
        command = [sys.executable, "-m", "stoep.cli.main", *arguments]
        return subprocess.run(
            command, env=kept | own | variables, input=said, capture_output=True, text=True, check=False
        )

    return run


def test_a_first_employee_is_added_with_a_role(stoep):
    done = stoep("user", "add", "anouk", "--naam", "Anouk de Wit", "--rol", "functioneel-beheerder", said=WACHTWOORD)
    assert done.returncode == 0, done.stderr
    account = Account.objects.get(username="anouk")
    assert account.check_password(WACHTWOORD)
    assert WACHTWOORD not in done.stdout + done.stderr


def test_a_name_that_is_taken_is_refused_in_one_line_and_nothing_changes(stoep):
    stoep("user", "add", "anouk", "--naam", "Anouk de Wit", said=WACHTWOORD)
    done = stoep("user", "add", "anouk", "--naam", "Iemand Anders", said=WACHTWOORD)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert Account.objects.get(username="anouk").first_name == "Anouk"


def test_a_role_that_does_not_exist_leaves_no_half_account(stoep):
    done = stoep("user", "add", "anouk", "--naam", "Anouk de Wit", "--rol", "keizer", said=WACHTWOORD)
    assert done.returncode == 1
    assert "keizer" in done.stderr
    assert not Account.objects.filter(username="anouk").exists()


def test_an_application_comes_in_with_the_secret_that_was_given_or_printed_once(stoep):
    added = stoep("applicatie", "add", "zac", "--secret", "een geheim van meer dan 32 tekens!!", "--all-rights")
    assert added.returncode == 0, added.stderr
    assert "een geheim" not in added.stdout
    scopes = ("--scope", "zaken.lezen", "--scope", "audittrails.lezen")
    lezer = stoep("applicatie", "add", "lezer", "--label", "Lezer", *scopes, STOEP_APPLICATIE_SECRET="kort")
    assert "te raden" in lezer.stdout
    rows = Autorisatie.objects.filter(applicatie__label="Lezer").values_list("component", "scopes", "type_naam")
    assert set(map(str, rows)) == {
        "('zrc', ['zaken.lezen', 'audittrails.lezen'], '*')",
        "('drc', ['audittrails.lezen'], '*')",
        "('brc', ['audittrails.lezen'], '*')",
    }
    renewed = stoep("applicatie", "secret", "zac", "--uren", "24")
    printed = next(line.strip() for line in renewed.stdout.splitlines() if line.startswith("  "))
    for secret in (printed, "een geheim van meer dan 32 tekens!!"):
        assert actor_of_token("Bearer " + sign_token("zac", secret.encode(), clock.now())).name == "zac"

    for refused in (
        ("add", "zac", "--all-rights"),
        ("add", "nieuw"),
        ("add", "nieuw", "--scope", "zaken.vliegen"),
        ("remove", "onbekend"),
    ):
        done = stoep("applicatie", *refused)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert ["mag alles" in line for line in stoep("applicatie", "list").stdout.splitlines()] == [False, True]
    assert stoep("applicatie", "remove", "zac").returncode == 0
    assert list(ClientId.objects.values_list("client_id", flat=True)) == ["lezer"]


def test_check_tells_in_words_how_it_is(stoep):
    done = stoep("check")
    assert done.returncode == 0, done.stdout
    for part in ("Instellingen", "Schijf", "Database", "Website", "Mail", "Back-up"):
        assert part in done.stdout
    assert "de worker is bij" in done.stdout


def test_check_fails_when_the_mail_server_does_not_answer(stoep):
    done = stoep("check", STOEP_SMTP_HOST="127.0.0.1", STOEP_SMTP_PORT="1")
    assert done.returncode == 1
    assert "antwoordt niet" in done.stdout


def test_prepare_can_be_done_again(stoep):
    assert stoep("prepare").returncode == 0


def test_the_url_is_that_of_the_settings(stoep, database_url):
    assert stoep("db", "url").stdout.strip() == database_url


def test_a_backup_of_somebody_elses_database_is_refused(stoep):
    done = stoep("db", "backup")
    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr


def test_help_needs_no_database_and_no_django():
    code = (
        "import sys; sys.argv = ['stoep']; from stoep.cli.main import main; main(); assert 'django' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "alles starten" in done.stdout


def test_the_table_of_logins_lines_up():
    assert login_table([["Naam", "Wachtwoord"], ["Fatima Yilmaz", "x"]]) == (
        "  Naam           Wachtwoord\n  Fatima Yilmaz  x"
    )
