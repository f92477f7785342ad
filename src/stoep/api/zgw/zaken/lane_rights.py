"""What the lane remembers of who may read which zaken. Each of its questions also asks whether that still holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import close_old_connections, connection

from stoep.catalogi.models import Zaaktype
from stoep.foundation.remembered import one_moment
from stoep.toegang.actors import Actor, Guard, Vertrouwelijkheid
from stoep.toegang.queries.applicaties import TABLES, Client, known_clients
from stoep.toegang.rules.scopes import SCOPES, Component

RIGHT = "zaken.read"
LEVELS = [level.value for level in Vertrouwelijkheid]
RANK = {level.value: level.rank for level in Vertrouwelijkheid}
HIGHEST = len(LEVELS) - 1
WATCHED = sorted((*TABLES, "catalogi_zaaktype"))

# One text that differs as soon as one of these tables changed.
NAMES = ", ".join(f"'{name}'" for name in WATCHED)
VERSIONS = (
    f"(SELECT string_agg(t.version::text, '' ORDER BY t.name) FROM foundation_tableversion t WHERE t.name IN ({NAMES}))"  # noqa: S608 names of our own tables
)


@dataclass(frozen=True)
class Limit:
    """Which zaken somebody may read, as highest rank per zaaktype; what is not named may not be read."""

    ranks: Mapping[str, int]
    sql: str
    values: tuple[bytes, ...]
    types: tuple[str, ...]

    @property
    def key(self) -> tuple[str, tuple[bytes, ...]]:
        """Equal limits have equal keys."""
        return self.sql, self.values

    def allows(self, zaaktype: str, level: str) -> bool:
        """Whether this zaak is within it."""
        return RANK[level] <= self.ranks.get(zaaktype, -1)


@dataclass
class Snapshot:
    """Clients and zaaktypen as they were at one version of their tables."""

    versions: bytes
    clients: Mapping[str, Client]
    zaaktypen: Mapping[str, tuple[str, str]]
    limits: dict[tuple[str, str, int], Limit] = field(default_factory=dict)

    def known(self) -> Mapping[str, Client]:
        """The clients."""
        return self.clients

    def limit_of(self, actor: Actor, zaaktype: str = "", highest: int = HIGHEST) -> Limit:
        """What this actor may read, of one zaaktype and up to a level when that is asked for."""
        key = (actor.id, zaaktype, highest)
        found = self.limits.get(key)
        if found is None:
            if len(self.limits) > MOST_LIMITS:
                self.limits.clear()
            found = self.limits[key] = limit_of(self.ranks_of(actor, zaaktype, highest), set(self.zaaktypen))
        return found

    def ranks_of(self, actor: Actor, zaaktype: str, highest: int) -> dict[str, int]:
        """The highest rank per zaaktype."""
        found: dict[str, int] = {}
        if not all(actor.may(right) for right in SCOPES[Component.ZRC]["zaken.lezen"]):
            return found
        grants = actor.grants_for(RIGHT)
        for row_id, (name, catalogus) in self.zaaktypen.items():
            if zaaktype and row_id != zaaktype:
                continue
            guard = Guard(name, catalogus=catalogus)
            rank = max((grant.up_to.rank for grant in grants if grant.is_about(guard)), default=-1)
            if rank >= 0:
                found[row_id] = min(rank, highest)
        return found


MOST_LIMITS = 500


def limit_of(ranks: dict[str, int], every: set[str]) -> Limit:
    """The condition in SQL: few groups of zaaktypen with the same highest level. `$1` is for the caller's own value."""
    groups: dict[int, list[str]] = {}
    for zaaktype, rank in ranks.items():
        groups.setdefault(rank, []).append(zaaktype)
    conditions, values = [], []
    for rank, types in sorted(groups.items()):
        parts = []
        if len(types) < len(every):
            values.append(("{" + ",".join(sorted(types)) + "}").encode())
            parts.append(f"z.zaaktype_id = ANY(${len(values) + FIRST}::uuid[])")
        if rank < HIGHEST:
            values.append(("{" + ",".join(LEVELS[: rank + 1]) + "}").encode())
            parts.append(f"z.vertrouwelijkheidaanduiding = ANY(${len(values) + FIRST}::text[])")
        conditions.append(" AND ".join(parts) or "true")
    sql = "(" + " OR ".join(conditions) + ")" if conditions else "false"
    return Limit(ranks, sql, tuple(values), tuple(sorted(ranks)) if len(ranks) < len(every) else ())


FIRST = 2  # $1 and $2 are the question's own


def load() -> Snapshot:
    """Read it all: a few queries, in a thread; needed when one of the tables changed."""
    try:
        with one_moment(), connection.cursor() as cursor:
            cursor.execute(f"SELECT {VERSIONS}")
            versions = cursor.fetchone()[0]
            clients = known_clients()
            rows = Zaaktype.objects.values_list("id", "identificatie", "catalogus_id")
            zaaktypen = {str(row_id): (name, str(catalogus)) for row_id, name, catalogus in rows}
        return Snapshot(versions.encode(), clients, zaaktypen)
    finally:
        close_old_connections()


__all__ = ["Limit", "Snapshot", "load"]
