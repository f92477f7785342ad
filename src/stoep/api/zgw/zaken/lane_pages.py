"""Where a numbered page begins, without counting what lies before it.

The zaken lie in stretches by id, and how many there are per zaaktype and confidentiality is kept for each stretch but the
last (`Zaakblok`). So the number of a page leads to a stretch and a place in it, whatever the number of zaken; the count
of the list is the kept counts with the last stretch counted.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import msgspec

from stoep.api.zgw.zaken.lane_lines import Lines
from stoep.api.zgw.zaken.lane_rights import Limit

STRETCH = 1000
LONGEST_TAIL = 2 * STRETCH
MOST_LIMITS = 200
FEW = 20_000
FAR = 20 * STRETCH

# Goes up with each change that was committed of the division or of what was counted.
SIGNATURE = "(SELECT sum(b.versie)::text || ':' || count(*) FROM zaken_zaakblok b)"
TAIL = "(SELECT b.vanaf FROM zaken_zaakblok b ORDER BY b.vanaf DESC LIMIT 1)"
STRETCHES = b"SELECT vanaf, versie, tellingen IS NULL FROM zaken_zaakblok ORDER BY vanaf"
COUNTS = b"SELECT vanaf, versie, tellingen FROM zaken_zaakblok WHERE vanaf = ANY($1::uuid[])"
# Counted in one statement with the version that it belongs to, and kept only while that is still the version.
COUNT = b"""
SELECT b.vanaf, b.versie, (
    SELECT coalesce(jsonb_agg(jsonb_build_array(t.zaaktype_id, t.vertrouwelijkheidaanduiding, t.aantal)), '[]')
    FROM (SELECT z.zaaktype_id, z.vertrouwelijkheidaanduiding, count(*) AS aantal FROM zaken_zaak z
          WHERE z.id >= b.vanaf AND z.id < b.tot GROUP BY 1, 2) t)
FROM (SELECT vanaf, versie, lead(vanaf) OVER (ORDER BY vanaf) AS tot FROM zaken_zaakblok) b
WHERE b.vanaf = ANY($1::uuid[]) AND b.tot IS NOT NULL
"""
KEEP = b"SELECT zaken_blok_bewaar($1::uuid[], $2::bigint[], $3::jsonb[])"
DIVIDE = b"SELECT zaken_blokken_verdeel($1)"

Counts = list[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: in the stretch below `before`, after `skip` zaken that may be read."""

    before: str
    skip: int
    spans: int


@dataclass
class Sums:
    """For one limit: how many there are in each stretch, newest first, added up."""

    counted: dict[str, tuple[int, int]] = field(default_factory=dict)
    before: list[int] = field(default_factory=list)
    signature: bytes = b""

    @property
    def total(self) -> int:
        """All in the stretches that are kept."""
        return self.before[-1]


class Ladder:
    """The stretches as this process knows them."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.signature = b""
        self.bounds: list[str] = []  # newest first; the first is where the last stretch begins
        self.counts: dict[str, tuple[int, Counts]] = {}
        self.sums: dict[object, Sums] = {}

    async def catch_up(self) -> None:
        """Read what changed since; stretches of which nobody kept the count are counted now."""
        rows = [(text(row[0]), int(row[1] or 0), row[2] == b"t") for row in await self.rows(b"stretches", STRETCHES)]
        changed = [row for row in rows[:-1] if self.counts.get(row[0], (0,))[0] != row[1]]
        known = {bound: self.counts[bound] for bound, _versie, _empty in rows[:-1] if bound in self.counts}
        missing = [bound for bound, _versie, empty in changed if empty]
        for some in portions([bound for bound, _versie, empty in changed if not empty]):
            for bound, versie, counts in await self.rows(b"counts", COUNTS, array(some)):
                if counts is None:
                    missing.append(text(bound))
                else:
                    known[text(bound)] = (int(versie or 0), decode(counts))
        for some in portions(missing):
            counted = await self.rows(b"count", COUNT, array(some))
            known |= {text(bound): (int(versie or 0), decode(counts or b"[]")) for bound, versie, counts in counted}
            await self.keep(counted)
        self.counts, self.bounds = known, [bound for bound, _versie, _empty in rows[::-1]]
        self.signature = f"{sum(versie for _bound, versie, _empty in rows)}:{len(rows)}".encode()

    async def keep(self, counted: list[list[bytes | None]]) -> None:
        """Offer what was counted to everybody."""
        columns = [b"{" + b",".join(row[index] or b"" for row in counted) + b"}" for index in (0, 1)]
        texts = ",".join(msgspec.json.encode((row[2] or b"[]").decode()).decode() for row in counted)
        await self.lines.ask(b"keep counts", KEEP, [*columns, f"{{{texts}}}".encode()])

    async def rows(self, name: bytes, statement: bytes, *values: bytes) -> list[list[bytes | None]]:
        """The rows of an answer."""
        result = await self.lines.ask(name, statement, values)
        width = result.nfields
        return [[result.get_value(row, column) for column in range(width)] for row in range(result.ntuples)]

    def sums_of(self, limit: Limit) -> Sums:
        """Added up for this limit; only what changed is counted anew."""
        sums = self.sums.get(limit.key)
        if sums is None:
            if len(self.sums) > MOST_LIMITS:
                self.sums.clear()
            sums = self.sums[limit.key] = Sums()
        if sums.signature and sums.signature == self.signature:
            return sums
        old, sums.counted, sums.before = sums.counted, {}, [0]
        for bound in self.bounds[1:]:
            versie, counts = self.counts[bound]
            known = old.get(bound)
            if known is None or known[0] != versie:
                known = (versie, sum(number for zaaktype, level, number in counts if limit.allows(zaaktype, level)))
            sums.counted[bound] = known
            sums.before.append(sums.before[-1] + known[1])
        sums.signature = self.signature
        return sums

    def place(self, limit: Limit, first: int, tail: int, size: int) -> Place | None:
        """Where the zaak with this number (0 is the newest) stands; None: in the last stretch, count from the top."""
        sums = self.sums_of(limit)
        place = first - tail
        if place < 0:
            return None
        index = bisect_right(sums.before, place) - 1
        end = bisect_right(sums.before, place + size) - 1
        return Place(self.bounds[index], place - sums.before[index], (end - index + 1) * STRETCH)


def portions(bounds: list[str]) -> list[list[str]]:
    """A hundred at a time, so that no statement takes long."""
    return [bounds[start : start + 100] for start in range(0, len(bounds), 100)]


def text(raw: bytes | None) -> str:
    """A value as text."""
    return (raw or b"").decode()


def array(values: list[str]) -> bytes:
    """An array as PostgreSQL reads it."""
    return ("{" + ",".join(values) + "}").encode()


def decode(raw: bytes) -> Counts:
    """Kept counts."""
    return msgspec.json.decode(raw, type=Counts)
