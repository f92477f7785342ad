"""The only reader of os.environ: every setting of an installation, typed and checked at start.

`read_environment` takes the variables as a mapping and answers an `Environment`, or raises
`EnvironmentRefused` with one Dutch line per mistake. docs/configuration.md is made from the
descriptions below.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

PREFIX = "STOEP_"
WITHOUT_PREFIX = ("DATABASE_URL", "PORT")


class Mode(StrEnum):
    """In what company this installation runs."""

    DEMO = "demo"
    TEST = "test"
    PRODUCTION = "production"


def described(text: str) -> msgspec.Meta:
    """Attach the sentence that docs/configuration.md prints for a setting."""
    return msgspec.Meta(description=text)


class Environment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All settings. A field `secret_key` is the variable `STOEP_SECRET_KEY`."""

    mode: Annotated[
        Mode, described("demo (gemeente Havendam, with demo logins and simulators), test or production.")
    ] = Mode.DEMO
    secret_key: Annotated[
        str, described("Signs sessions and links. At least 50 random characters. Required in production.")
    ] = ""
    hosts: Annotated[
        str, described("Host names under which the site is reached, separated by commas. Required in production.")
    ] = ""
    data_dir: Annotated[str, described("Folder for the embedded database, files and backups.")] = "var"
    database_url: Annotated[
        str, described("DATABASE_URL, without prefix: an external PostgreSQL 15+; replaces the embedded one.")
    ] = ""
    port: Annotated[
        int, described("PORT, without prefix: where the web server listens."), msgspec.Meta(ge=1, le=65535)
    ] = 8000
    bind: Annotated[str, described("Address on which the web server listens.")] = "127.0.0.1"
    web_processes: Annotated[int, described("Number of web processes."), msgspec.Meta(ge=1, le=64)] = 2
    web_threads: Annotated[int, described("Threads per web process that run requests."), msgspec.Meta(ge=1, le=64)] = 4
    smtp_host: Annotated[str, described("Mail server. Required in production.")] = ""
    smtp_port: Annotated[int, described("Port of the mail server."), msgspec.Meta(ge=1, le=65535)] = 25
    smtp_user: Annotated[str, described("User name at the mail server.")] = ""
    smtp_password: Annotated[str, described("Password at the mail server.")] = ""
    smtp_security: Annotated[
        str, described("none, starttls or tls."), msgspec.Meta(pattern="^(none|starttls|tls)$")
    ] = "none"
    mail_from: Annotated[str, described("Sender of mail to residents.")] = "gemeente@havendam.example"
    base_url: Annotated[
        str, described("Address of the site as residents see it, for links in mail. Required in production.")
    ] = ""
    s3_url: Annotated[str, described("Where files go when not on disk: s3://bucket/prefix.")] = ""
    s3_endpoint: Annotated[str, described("Address of an S3 server other than Amazon's.")] = ""
    s3_region: Annotated[str, described("Region of the bucket.")] = "eu-west-1"
    s3_access_key: Annotated[str, described("Key for the bucket.")] = ""
    s3_secret_key: Annotated[str, described("Secret for the bucket.")] = ""
    behind_proxy: Annotated[bool, described("true when a proxy of yours terminates TLS and sets X-Forwarded-*.")] = (
        False
    )

    @property
    def data_path(self) -> Path:
        """The data folder, absolute."""
        return Path(self.data_dir).resolve()

    @property
    def is_production(self) -> bool:
        """True where demo logins and simulators must not exist."""
        return self.mode is Mode.PRODUCTION


REQUIRED_IN_PRODUCTION = ("secret_key", "hosts", "smtp_host", "base_url")
SECRET_KEY_LENGTH = 50


class EnvironmentRefused(Exception):
    """The settings of this installation are wrong; `complaints` says how, a line each."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(complaints))


def variable_name(field: str) -> str:
    """The environment variable of a field: `smtp_host` gives `STOEP_SMTP_HOST`."""
    return field.upper() if field.upper() in WITHOUT_PREFIX else PREFIX + field.upper()


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check all settings. Raises EnvironmentRefused with every complaint at once."""
    by_variable = {variable_name(field): field for field in Environment.__struct_fields__}
    ours = {name: value for name, value in variables.items() if name.startswith(PREFIX) or name in WITHOUT_PREFIX}
    ours.pop("STOEP_REFERENCE", None)  # names a folder of reference files for tests; not a setting
    complaints = [
        f"{name} is geen instelling van Stoep. Zie docs/configuration.md." for name in ours if name not in by_variable
    ]
    known: dict[str, object] = {}
    for name, value in ours.items():
        if name not in by_variable:
            continue
        field = by_variable[name]
        try:
            checked = msgspec.convert({field: value}, Environment, strict=False)
        except msgspec.ValidationError as error:
            complaints.append(f"{name} is niet goed: {error}.")
        else:
            known[field] = getattr(checked, field)
    environment = Environment(**known)  # type: ignore[arg-type]
    if environment.is_production:
        complaints += complaints_about_production(environment)
    if complaints:
        raise EnvironmentRefused(complaints)
    return environment


def complaints_about_production(environment: Environment) -> list[str]:
    """What a production installation misses."""
    missing = [
        f"{variable_name(field)} ontbreekt. In productie is deze instelling verplicht."
        for field in REQUIRED_IN_PRODUCTION
        if not getattr(environment, field)
    ]
    if environment.secret_key and len(environment.secret_key) < SECRET_KEY_LENGTH:
        missing.append(f"STOEP_SECRET_KEY is te kort: minstens {SECRET_KEY_LENGTH} tekens.")
    return missing
