"""The only reader of os.environ: every setting of an installation, typed and checked at start.

`read_environment` takes the variables as a mapping and answers an `Environment`, or raises
`EnvironmentRefused` with one Dutch line per mistake. docs/configuration.md is made from the
descriptions below.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

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
    postgres_bin: Annotated[
        str, described("Folder with PostgreSQL's programs to use instead of the ones that come with Stoep.")
    ] = ""
    backup_dir: Annotated[
        str,
        described(
            "Folder for backups, best on another disk; empty: `backup` in the data folder. "
            "Setting it also turns on the schedule outside production."
        ),
    ] = ""
    backup_time: Annotated[
        str,
        described("Time of the nightly base backup, Dutch time, such as 03:30."),
        msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    ] = "03:30"
    backup_keep: Annotated[int, described("How many base backups are kept."), msgspec.Meta(ge=1, le=366)] = 7
    backup_seconds: Annotated[
        int,
        described("Changes are copied to the backup folder within this many seconds (the recovery point, RPO)."),
        msgspec.Meta(ge=1, le=3600),
    ] = 60
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
    clamd: Annotated[
        str,
        described("Virus scanner (ClamAV's clamd) that looks at files before they are kept: host:port. Empty: none."),
        msgspec.Meta(pattern=r"^$|^\S+:\d{1,5}$"),
    ] = ""
    upload_mb: Annotated[
        int,
        described(
            "Largest body, in MB, that an application may send to the Documenten API at once; base64 takes a third "
            "more than the file. Larger files come in parts."
        ),
        msgspec.Meta(ge=1, le=4096),
    ] = 4096
    s3_url: Annotated[str, described("Where files go when not on disk: s3://bucket/prefix.")] = ""
    s3_endpoint: Annotated[str, described("Address of an S3 server other than Amazon's.")] = ""
    s3_region: Annotated[str, described("Region of the bucket.")] = "eu-west-1"
    s3_access_key: Annotated[str, described("Key for the bucket.")] = ""
    s3_secret_key: Annotated[str, described("Secret for the bucket.")] = ""
    behind_proxy: Annotated[bool, described("true when a proxy of yours terminates TLS and sets X-Forwarded-*.")] = (
        False
    )
    applicatie_secret: Annotated[
        str,
        described("The secret that `stoep applicatie add` and `secret` give when none is on the command line."),
    ] = ""
    jwt_skew: Annotated[
        int,
        described("By how many seconds the clocks of applications that use the APIs may differ from ours."),
        msgspec.Meta(ge=0, le=900),
    ] = 60
    outside_allowed: Annotated[
        str,
        described(
            "Names and networks inside your own network that applications may have Stoep call (callbacks of "
            "abonnementen, addresses in ZGW bodies), separated by commas, such as zaaksysteem.intern,10.1.0.0/16. "
            "Public addresses may be called anyway, over https."
        ),
    ] = ""
    check_eigenschappen: Annotated[
        bool,
        described(
            "true when values of zaakeigenschappen that applications give must fit the specification in the zaaktype "
            "(ztc-015). Other case systems do not check, and suites rely on that."
        ),
    ] = False

    map_source: Annotated[
        str,
        described(
            "Whose map and addresses: pdok or havendam (the simulator; refused in production). Empty: pdok in production, else havendam."
        ),
        msgspec.Meta(pattern="^(pdok|havendam|)$"),
    ] = ""
    map_tiles_url: Annotated[
        str,
        described("Address of the map's tiles with {z}, {x} and {y}, when the source is pdok."),
        msgspec.Meta(pattern=r"^https://[^/\s;,]+/.*\{z\}.*\{x\}.*\{y\}"),
    ] = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png"
    selectielijst_addresses: Annotated[
        str,
        described("Addresses at which others serve the Selectielijst, separated by commas; ours is always known."),
    ] = "https://selectielijst.openzaak.nl/api/v1,https://referentielijsten-api.vng.cloud/api/v1"
    map_addresses_url: Annotated[
        str, described("Address of PDOK's Locatieserver."), msgspec.Meta(pattern="^https://")
    ] = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
    map_municipality_code: Annotated[
        str,
        described("CBS code of the municipality (4 digits), so that only its own addresses are found."),
        msgspec.Meta(pattern=r"^(\d{4}|)$"),
    ] = ""

    @property
    def data_path(self) -> Path:
        """The data folder, absolute."""
        return Path(self.data_dir).resolve()

    @property
    def backup_path(self) -> Path:
        """The folder for backups, absolute."""
        return Path(self.backup_dir).resolve() if self.backup_dir else self.data_path / "backup"

    @property
    def has_backup_schedule(self) -> bool:
        """True when backups are made by themselves: in production, or when a folder for them is given."""
        return self.is_production or bool(self.backup_dir)

    @property
    def is_production(self) -> bool:
        """True where demo logins and simulators must not exist."""
        return self.mode is Mode.PRODUCTION


REQUIRED_IN_PRODUCTION = ("secret_key", "hosts", "smtp_host", "base_url")
SECRET_KEY_LENGTH = 50
NOT_A_SETTING = ("STOEP_REFERENCE",)  # names a folder of reference files for tests


class EnvironmentRefused(Exception):
    """The settings of this installation are wrong; `complaints` says how, a line each."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(complaints))


def variable_name(field: str) -> str:
    """The environment variable of a field: `smtp_host` gives `STOEP_SMTP_HOST`."""
    return field.upper() if field.upper() in WITHOUT_PREFIX else PREFIX + field.upper()


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check all settings. Raises EnvironmentRefused with every complaint at once.

    An empty variable counts as one that is not given, as in the files of systemd and Docker.
    """
    by_variable = {variable_name(field): field for field in Environment.__struct_fields__}
    ours = {name: value for name, value in variables.items() if name.startswith(PREFIX) or name in WITHOUT_PREFIX}
    complaints = []
    known: dict[str, Any] = {}
    for name, value in ours.items():
        if name in NOT_A_SETTING or (name in by_variable and not value.strip()):
            continue
        if name not in by_variable:
            complaints.append(complaint_about_unknown(name, list(by_variable)))
            continue
        field = by_variable[name]
        try:
            known[field] = getattr(msgspec.convert({field: value.strip()}, Environment, strict=False), field)
        except msgspec.ValidationError:
            shown = "deze waarde" if "SECRET" in name or "PASSWORD" in name else f"'{value}'"
            complaints.append(f"{name}: {shown} kan niet. Verwacht: {expected(field)}.")
    environment = Environment(**known)
    complaints += complaints_about(environment)
    if complaints:
        raise EnvironmentRefused(complaints)
    return environment


def complaint_about_unknown(name: str, names: list[str]) -> str:
    """The sentence about a name that does not exist, with the name that was probably meant."""
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.8)
    hint = f"Bedoelt u {near[0]}?" if near else "Zie docs/configuration.md."
    return f"{name} is geen instelling van Stoep. {hint}"


def complaints_about(environment: Environment) -> list[str]:
    """What is wrong with the settings together."""
    complaints = []
    if environment.database_url and not environment.database_url.startswith(("postgresql://", "postgres://")):
        complaints.append("DATABASE_URL: het adres begint niet met postgresql://.")
    if environment.base_url and not environment.base_url.startswith(("http://", "https://")):
        complaints.append("STOEP_BASE_URL: het adres begint niet met https:// (of http://).")
    if environment.is_production:
        complaints += complaints_about_production(environment)
    return complaints


def complaints_about_production(environment: Environment) -> list[str]:
    """What a production installation misses."""
    missing = [
        f"{variable_name(field)} ontbreekt. In productie is deze instelling verplicht."
        for field in REQUIRED_IN_PRODUCTION
        if not getattr(environment, field)
    ]
    if environment.map_source == "havendam":
        missing.append("STOEP_MAP_SOURCE is havendam: een verzonnen kaart. Kies in productie pdok, of laat deze weg.")
    if environment.secret_key and len(environment.secret_key) < SECRET_KEY_LENGTH:
        missing.append(f"STOEP_SECRET_KEY is te kort: minstens {SECRET_KEY_LENGTH} tekens.")
    return missing


def variables_for_programs(**changes: str) -> dict[str, str]:
    """The environment for a program that we start: ours, with some settings filled in by field name."""
    return dict(os.environ) | {variable_name(field): value for field, value in changes.items()}


def fill_in(**changes: str) -> None:
    """Fill in settings that were worked out, such as the address of the embedded database, for this process."""
    os.environ.update({variable_name(field): value for field, value in changes.items()})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stoep.config.settings")


def pieces_of(field: str) -> tuple[type, list[msgspec.Meta]]:
    """The type of a setting and what was said about it."""
    hint = get_type_hints(Environment, include_extras=True)[field]
    if get_origin(hint) is Annotated:
        kind, *metas = get_args(hint)
        return kind, metas
    return hint, []


def expected(field: str) -> str:
    """In Dutch, what values a setting takes."""
    kind, metas = pieces_of(field)
    if kind is bool:
        return "true of false"
    if issubclass(kind, StrEnum):
        return ", ".join(kind)
    bounds = [(meta.ge, meta.le) for meta in metas if meta.ge is not None]
    if kind is int:
        return f"een getal van {bounds[0][0]} tot en met {bounds[0][1]}" if bounds else "een getal"
    pattern = next((meta.pattern for meta in metas if meta.pattern), None)
    if pattern and "|" in pattern and "[" not in pattern:
        return " of ".join(pattern.strip("^$()").split("|"))
    return "een tijd zoals 03:30" if pattern else "tekst"


def configuration_document() -> str:
    """docs/configuration.md: every setting, made from the descriptions above."""
    lines = [
        "# Configuration",
        "",
        "Every setting of an installation is an environment variable. All of them are checked at start: an unknown",
        "`STOEP_*` name, a wrong value or a missing one stops the start with a clear line.",
        "",
        "This page is made from `src/stoep/config/environment.py` (`stoep check --document`); a test keeps it up to date.",
        "",
        "| variable | meaning | values | default | production |",
        "|---|---|---|---|---|",
    ]
    defaults = Environment()
    for field in Environment.__struct_fields__:
        kind, metas = pieces_of(field)
        text = " ".join(meta.description for meta in metas if meta.description).replace("|", "\\|")
        default = getattr(defaults, field)
        shown = f"`{str(default).lower() if kind is bool else default}`" if default != "" else ""
        needed = "required" if field in REQUIRED_IN_PRODUCTION else ""
        lines.append(f"| `{variable_name(field)}` | {text} | {values_in_english(field)} | {shown} | {needed} |")
    return "\n".join(lines) + "\n"


def values_in_english(field: str) -> str:
    """What values a setting takes, for the document."""
    kind, metas = pieces_of(field)
    if kind is bool:
        return "true, false"
    if issubclass(kind, StrEnum):
        return ", ".join(kind)
    bounds = [f"{meta.ge}-{meta.le}" for meta in metas if meta.ge is not None]
    if kind is int:
        return f"number {bounds[0]}" if bounds else "number"
    pattern = next((meta.pattern for meta in metas if meta.pattern), None)
    if pattern and "|" in pattern and "[" not in pattern:
        return ", ".join(pattern.strip("^$()").split("|"))
    return "time" if pattern else "text"
