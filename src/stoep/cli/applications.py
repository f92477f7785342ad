"""`stoep applicatie …`: which applications may use the APIs, for installing without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stoep.cli.access import django
from stoep.cli.errors import CommandRefused
from stoep.config.environment import Environment

if TYPE_CHECKING:
    from stoep.toegang.models import Applicatie
    from stoep.toegang.rules.autorisaties import Verlening

SHORT = 32
MOST_HOURS = 24 * 366


def add_application(
    environment: Environment,
    *,
    client_id: str,
    secret: str,
    label: str,
    all_rights: bool,
    scopes: list[str],
    level: str,
) -> None:
    """Add an application with one client id; a secret that we made ourselves is printed once."""
    with django(environment):
        from stoep.foundation.errors import DomainError
        from stoep.foundation.transactions import Whole
        from stoep.toegang.actors import SYSTEM
        from stoep.toegang.commands import create_applicatie, renew_geheim

        given = secret or environment.applicatie_secret or None
        if not all_rights and not scopes:
            raise CommandRefused(
                "Zeg wat de applicatie mag: --all-rights, of --scope zaken.lezen (mag vaker). Er is niets toegevoegd."
            )
        try:
            with Whole():
                applicatie = create_applicatie(
                    label=label or client_id,
                    client_ids=[client_id],
                    heeft_alle_autorisaties=all_rights,
                    autorisaties=[] if all_rights else granted(scopes, level),
                    actor=SYSTEM,
                )
                text = renew_geheim(applicatie.pk, client_id=client_id, geheim=given, actor=SYSTEM)
        except DomainError as error:
            raise CommandRefused(str(error)) from error
    print(f"{label or client_id} kan nu de API's gebruiken als {client_id}.")
    tell_secret(text, is_ours=given is None)


def granted(scopes: list[str], level: str) -> list[Verlening]:
    """These scopes for all types, each in the components that know it."""
    from stoep.toegang.actors import Vertrouwelijkheid
    from stoep.toegang.rules.autorisaties import ANY_TYPE, TYPED, Verlening
    from stoep.toegang.rules.scopes import RIGHTS, SCOPES

    unknown = [scope for scope in scopes if scope not in RIGHTS]
    if unknown:
        raise CommandRefused(f"De norm kent de scope '{unknown[0]}' niet. Kies uit: {', '.join(sorted(RIGHTS))}.")
    return [
        Verlening(
            component,
            tuple(scope for scope in scopes if scope in known),
            ANY_TYPE if component in TYPED else "",
            max_vertrouwelijkheid=Vertrouwelijkheid(level) if component in TYPED else None,
        )
        for component, known in SCOPES.items()
        if any(scope in known for scope in scopes)
    ]


def tell_secret(text: str, *, is_ours: bool) -> None:
    """Print a secret that nobody knows yet; warn about one that can be guessed."""
    if is_ours:
        print(f"Het geheim, dat hierna niemand meer kan zien:\n\n  {text}\n")
    elif len(text) < SHORT:
        print(f"Let op: dit geheim is korter dan {SHORT} tekens en dus te raden. Gebruik het alleen om te proberen.")


def renew_secret(environment: Environment, *, client_id: str, secret: str, hours: int) -> None:
    """Give a client id another secret; the present one may go on for some hours."""
    with django(environment):
        from datetime import timedelta

        from stoep.foundation.errors import DomainError
        from stoep.toegang.actors import SYSTEM
        from stoep.toegang.commands import renew_geheim

        given = secret or environment.applicatie_secret or None
        try:
            text = renew_geheim(
                application_of(client_id).pk,
                client_id=client_id,
                geheim=given,
                overlap=timedelta(hours=min(max(hours, 0), MOST_HOURS)),
                actor=SYSTEM,
            )
        except DomainError as error:
            raise CommandRefused(str(error)) from error
    print(f"{client_id} heeft een nieuw geheim." + (f" Het vorige werkt nog {hours} uur." if hours else ""))
    tell_secret(text, is_ours=given is None)


def list_applications(environment: Environment) -> None:
    """Print a line for each client id."""
    with django(environment):
        from stoep.foundation import clock
        from stoep.toegang.actors import SYSTEM
        from stoep.toegang.queries import list_applicaties

        lines = [
            (client.client_id, applicatie.label, words_of_rights(applicatie), since)
            for applicatie in list_applicaties(SYSTEM)
            for client in applicatie.client_ids.all()
            for since in [
                next(
                    (
                        f"geheim van {geheim.made_at.astimezone(clock.AMSTERDAM):%d-%m-%Y}"
                        for geheim in client.geheimen.all()
                    ),
                    "nog geen geheim",
                )
            ]
        ]
    if not lines:
        print("Er zijn nog geen applicaties. Voeg er een toe met `stoep applicatie add`.")
        return
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    for line in lines:
        print("  ".join([*(text.ljust(width) for text, width in zip(line, widths, strict=False)), line[3]]))


def words_of_rights(applicatie: Applicatie) -> str:
    """What it may, in a word."""
    if applicatie.heeft_alle_autorisaties:
        return "mag alles"
    count = applicatie.autorisaties.count()
    return f"{count} autorisatie" + ("s" if count != 1 else "")


def remove_application(environment: Environment, *, client_id: str) -> None:
    """Shut an application out, with all its client ids."""
    with django(environment):
        from stoep.toegang.actors import SYSTEM
        from stoep.toegang.commands import remove_applicatie

        applicatie = application_of(client_id)
        names = ", ".join(client.client_id for client in applicatie.client_ids.all())
        remove_applicatie(applicatie.pk, actor=SYSTEM)
    print(f"{applicatie.label} ({names}) kan de API's niet meer gebruiken.")


def application_of(client_id: str) -> Applicatie:
    """The application with this client id."""
    from stoep.toegang.models import ClientId

    found = ClientId.objects.filter(client_id=client_id).select_related("applicatie").first()
    if found is None:
        raise CommandRefused(f"Er is geen applicatie met de client_id {client_id}. Zie `stoep applicatie list`.")
    return found.applicatie
