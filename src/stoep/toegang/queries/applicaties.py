"""Reading applications: who a token belongs to, and what an application may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count, QuerySet

from stoep.foundation import clock
from stoep.foundation.remembered import remembered
from stoep.toegang.actors import Actor, ActorKind, user_of
from stoep.toegang.models import Applicatie, ClientId
from stoep.toegang.rules.autorisaties import grants_of, grants_of_all
from stoep.toegang.secrets import open_geheim
from stoep.toegang.tokens import read_token

READ = "applicaties.read"
TABLES = ("toegang_applicatie", "toegang_clientid", "toegang_geheim", "toegang_autorisatie")


@dataclass(frozen=True, slots=True)
class Client:
    """What every process remembers of a client id: who acts with it, and its secrets, each with its last moment."""

    actor: Actor
    secrets: tuple[tuple[bytes, datetime | None], ...]

    def secrets_at(self, now: datetime) -> tuple[bytes, ...]:
        """The secrets that are good at a moment: the newest, and an earlier one that was left for a while."""
        return tuple(secret for secret, until in self.secrets if until is None or now < until)


@remembered(*TABLES)
def known_clients() -> Mapping[str, Client]:
    """Every client id. A change of rights or secrets counts at the next request, in every process."""
    applicaties = {
        applicatie.pk: actor_of_applicatie(applicatie)
        for applicatie in Applicatie.objects.prefetch_related("autorisaties")
    }
    return {
        client.client_id: Client(
            applicaties[client.applicatie_id],
            tuple((open_geheim(geheim), geheim.valid_until) for geheim in client.geheimen.all()),
        )
        for client in ClientId.objects.prefetch_related("geheimen")
        if client.applicatie_id in applicaties
    }


def actor_of_applicatie(applicatie: Applicatie) -> Actor:
    """The actor of an application, with what it may."""
    if applicatie.heeft_alle_autorisaties:
        grants = grants_of_all()
    else:
        grants = grants_of(row.verlening for row in applicatie.autorisaties.all())
    return Actor(ActorKind.APPLICATION, str(applicatie.pk), applicatie.label, grants)


def actor_of_token(header: bytes | str | None) -> Actor:
    """Who sends this Authorization header: an application, for the user that its token names. Raises TokenRefused.

    What cannot be a token of ours costs no query.
    """
    return actor_in(known_clients, header, clock.now())


def actor_in(clients: Callable[[], Mapping[str, Client]], header: bytes | str | None, now: datetime) -> Actor:
    """The same among clients that somebody gives."""
    found: list[Client] = []

    def secrets_of(client_id: str) -> tuple[bytes, ...]:
        client = clients().get(client_id)
        if client is None:
            return ()
        found.append(client)
        return client.secrets_at(now)

    claims = read_token(header, now, secrets_of, skew=settings.JWT_SKEW)
    actor = found[0].actor
    if not claims.user_id and not claims.user_representation:
        return actor
    return actor.on_behalf_of(user_of(claims.user_id, claims.user_representation))


def list_applicaties(actor: Actor) -> QuerySet[Applicatie]:
    """All applications with their client ids and the number of their rights, by name."""
    actor.require(READ)
    found: QuerySet[Applicatie] = Applicatie.objects.prefetch_related("client_ids__geheimen")
    return found.annotate(rights=Count("autorisaties"))


def get_applicatie(applicatie_id: UUID | str, actor: Actor) -> Applicatie:
    """One application with its client ids and rights. Raises NotFound."""
    actor.require(READ)
    found: Applicatie = Applicatie.objects.prefetch_related("client_ids__geheimen", "autorisaties").one(applicatie_id)
    return found
