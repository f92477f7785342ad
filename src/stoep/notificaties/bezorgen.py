"""The deliverers: they send waiting messages to subscribers, beside the outbox in every worker.

Each subscription is a lane that one deliverer serves at a time, in order. Lanes that answer quickly and lanes that do
not have deliverers of their own, so that a subscriber that is slow or dead harms no other; one that is down is tried
with pauses. Nothing of the database is held while a subscriber is being called.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import psycopg
from django.db import DatabaseError, close_old_connections, connection

from stoep.foundation import clock, outside
from stoep.foundation.errors import Unavailable
from stoep.foundation.sealed import SealBroken, unseal
from stoep.notificaties.callback import HEADERS
from stoep.notificaties.commands.lanes import Item, Lane, Miss, Stand, claim_lanes, next_items, settle
from stoep.notificaties.commands.storing import CHANNEL
from stoep.notificaties.models.abonnement import AUTH
from stoep.notificaties.rules.herhalen import is_down, is_taken, lane_pause

log = logging.getLogger(__name__)

QUICK_LANES = 8
SLOW_LANES = 8
PATIENCE = 10.0  # seconds for one message
TURN = 5.0  # seconds before a lane lets others go first
AT_ONCE = 20  # messages after which is written down what was delivered
STORE_AFTER = 1.0  # seconds after which that is done anyway
SLOW = 1.0  # seconds for one message, on average
BEHIND_A_MISS = timedelta(seconds=2)
LOOK = 1.0
LOOK_WHILE_BUSY = 0.1


@dataclass(slots=True)
class Turn:
    """One turn of a lane: what was done since it was last written down, and how it goes."""

    lane: Lane
    stand: Stand
    delivered: list[Item] = field(default_factory=list)
    missed: list[Miss] = field(default_factory=list)
    sent: int = 0
    spent: float = 0.0

    def store(self, *, let_go: bool = False) -> bool:
        """Write down how far we are. False: the lane is ours no longer."""
        self.stand.is_slow = self.spent > SLOW * self.sent if self.sent else self.stand.is_slow
        is_ours = settle(self.lane, self.delivered, self.missed, self.stand, let_go=let_go)
        self.delivered, self.missed = [], []
        give_back()
        return is_ours


def serve(lane: Lane, stop: threading.Event) -> None:
    """Send what waits in a lane until its turn is over, it must pause, or nothing is left."""
    turn = Turn(lane, Stand(lane.misses, lane.is_slow))
    ends_at = time.monotonic() + TURN
    try:
        auth = unseal(AUTH, lane.auth_verzegeld)
        with outside.Line(lane.callback_url) as line:
            while not stop.is_set() and time.monotonic() < ends_at:
                items = next_items(lane, AT_ONCE)
                give_back()
                if not items and not turn.sent:
                    turn.stand.pause = clock.now() + BEHIND_A_MISS
                if not items or not send_some(turn, line, auth, items, stop) or not turn.store():
                    break
    except (outside.AddressRefused, SealBroken) as error:
        reason = str(error) or "de Authorization-header is niet meer te lezen"
        refuse_whole(turn, reason)
    turn.store(let_go=True)


def send_some(turn: Turn, line: outside.Line, auth: str, items: list[Item], stop: threading.Event) -> bool:
    """Send some messages in order. False: the lane must stand still."""
    began = time.monotonic()
    held_up: set[UUID] = set()
    for item in items:
        if stop.is_set() or time.monotonic() - began > STORE_AFTER:
            break
        if item.onderwerp in held_up:
            continue
        miss = send(turn, line, auth, item)
        if miss is None:
            turn.delivered.append(item)
            turn.stand.misses = 0
            continue
        turn.missed.append(miss)
        held_up.add(item.onderwerp)
        turn.stand.misses += 1
        turn.stand.pause = lane_pause(turn.stand.misses, clock.now(), is_down=is_down(miss.status))
        if turn.stand.pause is not None:
            return False
    return True


def send(turn: Turn, line: outside.Line, auth: str, item: Item) -> Miss | None:
    """Send one message; None: it was taken."""
    began = time.monotonic()
    try:
        body = item.bericht.encode()
        answer = line.call("POST", body=body, headers=HEADERS | {"Authorization": auth}, seconds=PATIENCE)
    except Unavailable as error:
        return Miss(item, None, str(error))
    finally:
        turn.sent += 1
        turn.spent += time.monotonic() - began
    return None if is_taken(answer.status) else Miss(item, answer.status, f"de abonnee gaf {answer.status}")


def refuse_whole(turn: Turn, reason: str) -> None:
    """Note a lane that cannot be called at all on its next message."""
    items = next_items(turn.lane, 1)
    turn.missed += [Miss(item, None, reason) for item in items]
    turn.stand.misses += 1
    turn.stand.pause = lane_pause(turn.stand.misses, clock.now(), is_down=True)


def give_back() -> None:
    """Let go of the connection to the database while a subscriber is being called."""
    if not connection.in_atomic_block:
        connection.close()


class Deliverers:
    """The threads that serve lanes: some for lanes that answer quickly, as many for those that do not."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.pools = {
            slow: ThreadPoolExecutor(most, thread_name_prefix=f"bezorger-{'traag' if slow else 'vlot'}")
            for slow, most in ((False, QUICK_LANES), (True, SLOW_LANES))
        }
        self.room = {False: QUICK_LANES, True: SLOW_LANES}
        self.guard = threading.Lock()

    @property
    def is_busy(self) -> bool:
        """Whether a lane is being served."""
        return self.room != {False: QUICK_LANES, True: SLOW_LANES}

    def look(self) -> int:
        """Take the lanes for which there is room. Answers how many."""
        taken = 0
        for slow, pool in self.pools.items():
            room = self.room[slow]
            for lane in claim_lanes(room, slow=slow) if room else []:
                taken += 1
                with self.guard:
                    self.room[slow] -= 1
                pool.submit(self.serve, lane).add_done_callback(self.done(slow=slow))
        return taken

    def serve(self, lane: Lane) -> None:
        """Serve one lane in a thread of its own; a database that went away is noticed by the look."""
        try:
            serve(lane, self.stop)
        except Exception as error:  # noqa: BLE001 the lease ends by itself, and somebody takes the lane again
            log.warning("notificaties: a lane was left (%s)", type(error).__name__)
        finally:
            connection.close()

    def done(self, *, slow: bool) -> Callable[[Future[None]], None]:
        """What happens when a lane's turn is over."""

        def make_room(_future: Future[None]) -> None:
            with self.guard:
                self.room[slow] += 1

        return make_room

    def close(self) -> None:
        """Wait until each lane has ended its message."""
        for pool in self.pools.values():
            pool.shutdown(wait=True, cancel_futures=True)


def run(stop: threading.Event) -> None:
    """Deliver until `stop` is set; survives a database that goes away and comes back."""
    pause = 0.1
    deliverers = Deliverers(stop)
    while not stop.is_set():
        try:
            with listening() as ears:
                pause = 0.1
                deliver_and_listen(deliverers, ears)
        except (DatabaseError, psycopg.Error) as error:
            log.warning("notificaties: the database does not answer (%s); trying again", type(error).__name__)
            connection.close()
            stop.wait(pause + random.uniform(0, pause))  # noqa: S311 spreads the returning workers
            pause = min(pause * 2, 5.0)
        finally:
            close_old_connections()
    deliverers.close()
    connection.close()


def deliver_and_listen(deliverers: Deliverers, ears: psycopg.Connection[tuple[object, ...]]) -> None:
    """Look for work when called, and now and then."""
    while not deliverers.stop.is_set():
        taken = deliverers.look()
        give_back()
        if not taken:
            for _ in ears.notifies(timeout=LOOK_WHILE_BUSY if deliverers.is_busy else LOOK, stop_after=1):
                pass


def listening() -> psycopg.Connection[tuple[object, ...]]:
    """A connection of its own that hears the call of who stores messages."""
    parameters = connection.get_connection_params()
    wanted = {name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters}
    ears = psycopg.connect(**wanted, autocommit=True, application_name="stoep notificaties")
    ears.execute(f"LISTEN {CHANNEL}")
    return ears
