"""Settings are checked at start, and documented from their source."""

from pathlib import Path

import pytest

from stoep.cli.main import main
from stoep.config.environment import EnvironmentRefused, Mode, configuration_document, read_environment

PRODUCTION = {
    "STOEP_MODE": "production",
    "STOEP_SECRET_KEY": "s" * 60,
    "STOEP_HOSTS": "www.havendam.example",
    "STOEP_SMTP_HOST": "mail.havendam.example",
    "STOEP_BASE_URL": "https://www.havendam.example",
}
DOCUMENT = Path(__file__).parents[4] / "docs" / "configuration.md"


def complaints(variables):
    with pytest.raises(EnvironmentRefused) as refusal:
        read_environment(variables)
    return refusal.value.complaints


def test_without_any_setting_it_is_the_demo_on_this_machine_only():
    environment = read_environment({"HOME": "/home/noor"})
    assert environment.mode is Mode.DEMO
    assert environment.bind == "127.0.0.1"


def test_whole_production_settings_are_accepted():
    environment = read_environment(PRODUCTION)
    assert environment.is_production
    assert environment.has_backup_schedule


@pytest.mark.parametrize("missing", ["STOEP_SECRET_KEY", "STOEP_HOSTS", "STOEP_SMTP_HOST", "STOEP_BASE_URL"])
def test_production_without_a_needed_setting_does_not_start(missing):
    variables = {name: value for name, value in PRODUCTION.items() if name != missing}
    assert complaints(variables) == [f"{missing} ontbreekt. In productie is deze instelling verplicht."]


def test_an_empty_setting_counts_as_missing():
    assert complaints(PRODUCTION | {"STOEP_HOSTS": " "})[0].startswith("STOEP_HOSTS ontbreekt")


def test_a_name_that_does_not_exist_is_refused_with_the_one_that_was_meant():
    assert complaints({"STOEP_SMPT_HOST": "x"}) == [
        "STOEP_SMPT_HOST is geen instelling van Stoep. Bedoelt u STOEP_SMTP_HOST?"
    ]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PORT", "abc", "een getal van 1 tot en met 65535"),
        ("PORT", "70000", "een getal van 1 tot en met 65535"),
        ("STOEP_MODE", "productie", "demo, test, production"),
        ("STOEP_BACKUP_TIME", "25:00", "een tijd zoals 03:30"),
        ("STOEP_BEHIND_PROXY", "ja", "true of false"),
        ("STOEP_SMTP_SECURITY", "ssl", "none of starttls of tls"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("STOEP_BASE_URL", "havendam.nl", "https://"),
    ],
)
def test_a_wrong_value_is_refused_with_what_was_expected(name, value, words):
    (complaint,) = complaints({name: value})
    assert complaint.startswith(name)
    assert words in complaint


def test_all_mistakes_are_told_at_once():
    assert len(complaints({"STOEP_MODE": "production", "PORT": "x", "STOEP_ONZIN": "1"})) == 6


def test_a_secret_is_never_repeated_in_a_complaint():
    told = " ".join(
        complaints(PRODUCTION | {"STOEP_SECRET_KEY": "kort-geheim", "DATABASE_URL": "mysql://u:geheim@h/d"})
    )
    assert "geheim" not in told


def test_the_command_stops_with_one_clear_line(monkeypatch):
    monkeypatch.setenv("STOEP_ONZIN", "1")
    with pytest.raises(SystemExit) as end:
        main(["worker"])
    assert "STOEP_ONZIN is geen instelling van Stoep" in end.value.code


def test_the_document_of_all_settings_is_up_to_date():
    assert DOCUMENT.read_text() == configuration_document(), (
        "docs/configuration.md is old; make it anew: .venv/bin/stoep check --document > docs/configuration.md"
    )
