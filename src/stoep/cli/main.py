"""The stoep command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from stoep.cli.errors import CommandRefused
from stoep.cli.postgres.errors import DatabaseRefused
from stoep.config.environment import Environment, EnvironmentRefused, configuration_document, read_environment

LEVELS = (
    "openbaar",
    "beperkt_openbaar",
    "intern",
    "zaakvertrouwelijk",
    "vertrouwelijk",
    "confidentieel",
    "geheim",
    "zeer_geheim",
)
Act = Callable[[Environment, argparse.Namespace], None]


def main(arguments: list[str] | None = None) -> None:
    """Run the stoep command; what goes wrong is one clear line, never a traceback."""
    chosen = parser().parse_args(arguments)
    sys.dont_write_bytecode = False  # a start loads three thousand modules; compiled ones take a third of the time
    os.umask(0o077)  # whatever we write may hold personal data: for our own eyes
    try:
        if getattr(chosen, "document", False):
            print(configuration_document(), end="")
            return
        act: Act = chosen.act
        act(read_environment(), chosen)
    except EnvironmentRefused as error:
        sys.exit("De instellingen kloppen niet:\n" + "\n".join(f"  {line}" for line in error.complaints))
    except (CommandRefused, DatabaseRefused) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nAfgebroken.")


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    top = argparse.ArgumentParser(prog="stoep", description="Stoep: het dienstenplatform van de gemeente.")
    top.set_defaults(act=lambda _environment, _chosen: top.print_help())
    commands = top.add_subparsers(metavar="OPDRACHT")
    add(commands, "start", "alles starten: database, website, werkplek, worker", act_start)
    add(commands, "web", "alleen de webserver", act_web)
    add(commands, "worker", "alleen de worker: gebeurtenissen afleveren en taken doen", act_worker)
    add(commands, "prepare", "database en vormgeving bijwerken naar deze versie (`start` doet dit zelf)", act_prepare)
    checks = add(commands, "check", "instellingen en gezondheid, in woorden", act_check)
    checks.add_argument("--document", action="store_true", help="docs/configuration.md afdrukken")
    add_database_commands(commands)
    add_demo_commands(commands)
    add_application_commands(commands)
    lists = group(commands, "selectielijst", "de Selectielijst gemeenten, voor bewaartermijnen")
    load = add(lists, "load", "inlezen uit een map met procestypen.json en resultaten.json", act_selectielijst_load)
    load.add_argument("map", type=Path)
    types = group(commands, "zaaktype", "zaaktypen")
    taken = add(types, "import", "overnemen uit een export (ZIP) van een andere installatie", act_zaaktype_import)
    taken.add_argument("bestand", type=Path)
    taken.add_argument("--catalogus", default="", metavar="DOMEIN", help="in welke catalogus, als er meer zijn")
    taken.add_argument("--proef", action="store_true", help="alleen vertellen wat er zou gebeuren")
    users = group(commands, "user", "medewerkers")
    user = add(users, "add", "een medewerker toevoegen; het wachtwoord wordt gevraagd", act_user_add)
    user.add_argument("gebruikersnaam")
    user.add_argument("--naam", required=True, help="voor- en achternaam")
    user.add_argument("--email", default="")
    user.add_argument("--rol", action="append", default=[], help="code van een rol; mag vaker")
    return top


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(commands: Commands, name: str, help_text: str, act: Act) -> argparse.ArgumentParser:
    """One command."""
    made = commands.add_parser(name, help=help_text, description=help_text)
    made.set_defaults(act=act)
    return made


def group(commands: Commands, name: str, help_text: str) -> Commands:
    """A command with commands of its own."""
    made = commands.add_parser(name, help=help_text, description=help_text)
    made.set_defaults(act=lambda _environment, _chosen: made.print_help())
    return made.add_subparsers(metavar="OPDRACHT")


def add_database_commands(commands: Commands) -> None:
    """`stoep db …`."""
    databases = group(commands, "db", "de meegeleverde database: back-up, terugzetten, inzien")
    add(databases, "backup", "nu een back-up maken", act_db_backup)
    restore = add(databases, "restore", "de back-up terugzetten; Stoep moet gestopt zijn", act_db_restore)
    restore.add_argument(
        "--to", metavar="TIJD", help="tot dit tijdstip, zoals '2026-12-03 14:30'; anders tot het laatst"
    )
    add(databases, "shell", "psql openen", act_db_shell)
    add(databases, "url", "het adres van de database, met wachtwoord", act_db_url)
    for name, text, act in (
        ("export", "de hele database in één bestand schrijven, leesbaar voor elke versie", act_db_export),
        ("import", "een lege database vullen uit zo'n bestand", act_db_import),
    ):
        add(databases, name, text, act).add_argument("bestand", type=Path)


def add_demo_commands(commands: Commands) -> None:
    """`stoep demo …`."""
    demo = group(commands, "demo", "de demogemeente Havendam")
    reset = add(demo, "reset", "alle gegevens van de demo wissen", act_demo_reset)
    reset.add_argument("--ja", action="store_true", help="niet vragen")
    add(demo, "history", "het verleden van Havendam opbouwen (`start` doet dit zelf)", act_demo_history)
    add(demo, "mail", "de postbus van de demo (`start` doet dit zelf)", act_demo_mail)


def add_application_commands(commands: Commands) -> None:
    """`stoep applicatie …`."""
    applications = group(commands, "applicatie", "applicaties die de API's gebruiken")
    new = add(applications, "add", "een applicatie toegang geven tot de API's", act_application_add)
    new.add_argument("client_id", metavar="CLIENT_ID")
    new.add_argument("--label", default="", help="hoe mensen de applicatie noemen")
    new.add_argument("--all-rights", action="store_true", help="alle scopes, voor alle typen")
    new.add_argument("--scope", action="append", default=[], help="een scope van de norm, voor alle typen; mag vaker")
    new.add_argument(
        "--max", default="zaakvertrouwelijk", choices=LEVELS, help="tot en met deze vertrouwelijkheid (bij --scope)"
    )
    renew = add(applications, "secret", "een client_id een nieuw geheim geven", act_application_secret)
    renew.add_argument("client_id", metavar="CLIENT_ID")
    renew.add_argument("--uren", type=int, default=0, help="zo lang werkt het vorige geheim nog")
    for command in (new, renew):
        command.add_argument("--secret", default="", help="het geheim; anders STOEP_APPLICATIE_SECRET, of een nieuw")
    add(applications, "list", "alle applicaties", act_application_list)
    add(applications, "remove", "een applicatie de toegang ontnemen", act_application_remove).add_argument(
        "client_id", metavar="CLIENT_ID"
    )


# Each act imports what it needs: a command that only prints help must not load Django.


def act_start(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Start everything."""
    from stoep.cli.starting import Installation

    Installation(environment).run()


def act_selectielijst_load(environment: Environment, chosen: argparse.Namespace) -> None:
    """Load the Selectielijst."""
    from stoep.cli.selectielijst import load

    load(environment, chosen.map)


def act_zaaktype_import(environment: Environment, chosen: argparse.Namespace) -> None:
    """Take over case types."""
    from stoep.cli.casetypes import import_case_types

    import_case_types(environment, chosen.bestand, domein=chosen.catalogus, rehearse=chosen.proef)


def act_web(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Serve."""
    from stoep.cli.access import database
    from stoep.cli.web import run_web

    with database(environment) as url:
        run_web(environment, url)


def act_worker(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Work."""
    from stoep.cli.access import database
    from stoep.cli.worker import run_worker

    with database(environment) as url:
        run_worker(url)


def act_prepare(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Bring everything to this version."""
    from stoep.cli.access import database
    from stoep.cli.preparing import prepare

    with database(environment) as url:
        prepare(environment, url)


def act_check(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Tell how it is."""
    from stoep.cli.checking import check

    check(environment)


def act_db_backup(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Back up."""
    from stoep.cli.databases import back_up

    back_up(environment)


def act_db_restore(environment: Environment, chosen: argparse.Namespace) -> None:
    """Restore."""
    from stoep.cli.databases import restore

    restore(environment, chosen.to)


def act_db_shell(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Open psql."""
    from stoep.cli.databases import shell

    shell(environment)


def act_db_url(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Print the address."""
    from stoep.cli.databases import show_url

    show_url(environment)


def act_db_export(environment: Environment, chosen: argparse.Namespace) -> None:
    """Dump."""
    from stoep.cli.databases import export

    export(environment, chosen.bestand)


def act_db_import(environment: Environment, chosen: argparse.Namespace) -> None:
    """Load."""
    from stoep.cli.databases import import_

    import_(environment, chosen.bestand)


def act_demo_reset(environment: Environment, chosen: argparse.Namespace) -> None:
    """Empty the demo."""
    from stoep.cli.demonstration import reset

    reset(environment, sure=chosen.ja)


def act_demo_history(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Build the past."""
    from stoep.cli.access import database
    from stoep.cli.demonstration import fill_history, refuse_outside_demo

    refuse_outside_demo(environment)
    with database(environment) as url:
        fill_history(environment, url)


def act_demo_mail(environment: Environment, _chosen: argparse.Namespace) -> None:
    """Catch mail."""
    from stoep.cli.demonstration import catch_mail

    catch_mail(environment)


def act_user_add(environment: Environment, chosen: argparse.Namespace) -> None:
    """Add an employee."""
    from stoep.cli.people import add_user

    add_user(environment, username=chosen.gebruikersnaam, name=chosen.naam, email=chosen.email, rollen=chosen.rol)


def act_application_add(environment: Environment, chosen: argparse.Namespace) -> None:
    """Let an application in."""
    from stoep.cli.applications import add_application

    add_application(
        environment,
        client_id=chosen.client_id,
        secret=chosen.secret,
        label=chosen.label,
        all_rights=chosen.all_rights,
        scopes=chosen.scope,
        level=chosen.max,
    )


def act_application_secret(environment: Environment, chosen: argparse.Namespace) -> None:
    """Renew a secret."""
    from stoep.cli.applications import renew_secret

    renew_secret(environment, client_id=chosen.client_id, secret=chosen.secret, hours=chosen.uren)


def act_application_list(environment: Environment, _chosen: argparse.Namespace) -> None:
    """List."""
    from stoep.cli.applications import list_applications

    list_applications(environment)


def act_application_remove(environment: Environment, chosen: argparse.Namespace) -> None:
    """Shut an application out."""
    from stoep.cli.applications import remove_application

    remove_application(environment, client_id=chosen.client_id)


if __name__ == "__main__":
    main()
