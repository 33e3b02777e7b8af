"""The hub's database loses its primary while people book: what was confirmed must be there.

`python -m bench.reliability.failover`: two PostgreSQL instances, the second a synchronous standby;
buyers confirm places through the hub's own sale; the primary is killed, the standby promoted, and
every confirmation that a buyer was shown is looked up.
"""

import argparse
import json
import random
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "doubles"))

from hub_place import MONDAY_AT_EIGHT, SetClock, fill, lease, place, someone
from layso_queue.hub.refusals import Refused
from layso_queue.hub.storage import Database, Sale, StoreFailed, bring_up_to_date
from postgres_pair import Pair, postgres_pair

SLOTS = tuple(f"{day} {hour}" for day in ("06", "07") for hour in ("09:00", "09:30", "14:00"))
PLACES = 400
"""Leased in each slot: more than the buyers can take."""


@dataclass(frozen=True)
class Drill:
    """What came of one failover."""

    synchronous: bool
    confirmed: int
    lost: int
    answered_otherwise: int
    confirmed_after: int
    back_after_s: float

    @property
    def passed(self) -> bool:
        """Nothing that was confirmed is gone or changed, and booking went on."""
        return self.lost == self.answered_otherwise == 0 and self.confirmed_after > 0


class _Buyers:
    """People who hold and confirm; a confirmation without an answer is asked for again."""

    def __init__(self, database: Database, n: int) -> None:
        self._sale = Sale(database, SetClock(MONDAY_AT_EIGHT), random.Random(7).randbytes)
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self.confirmed: dict[str, str] = {}
        self.otherwise = 0
        self._count = 0
        self._threads = [threading.Thread(target=self._buy, args=(i,)) for i in range(n)]
        for thread in self._threads:
            thread.start()

    def wait_for(self, more: int, patience_s: float = 60) -> None:
        """Return when so many more have been confirmed."""
        wanted = len(self.confirmed) + more
        until = time.monotonic() + patience_s
        while len(self.confirmed) < wanted:
            if time.monotonic() > until:
                raise TimeoutError(f"{len(self.confirmed)} of {wanted} confirmed")
            time.sleep(0.01)

    def stop(self) -> None:
        """Let everybody go home."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _buy(self, which: int) -> None:
        turn = 0
        while not self._stop.is_set():
            turn += 1
            slot = SLOTS[(which + turn) % len(SLOTS)]
            hold = self._again(lambda slot=slot: self._sale.hold(place(slot)).id)
            with self._lock:
                self._count += 1
                person = someone(self._count)
            sold = hold and self._again(
                lambda hold=hold, person=person: self._sale.confirm(hold, person)
            )
            if sold is None:
                continue
            with self._lock:
                self.confirmed[hold] = sold[0].code

    def _again(self, work: Any) -> Any:
        while not self._stop.is_set():
            try:
                return work()
            except StoreFailed:
                time.sleep(0.02)
            except Refused:
                return None
        return None


def drill(pair: Pair, *, buyers: int, before: int, after: int, synchronous: bool) -> Drill:
    """Sell, kill the primary amid it, promote the standby, sell on, and look everything up."""
    database = Database(pair.url, pool=buyers + 4)
    bring_up_to_date(database)
    fill(database)
    for slot in SLOTS:
        lease(database, place(slot), PLACES, version=2)
    people = _Buyers(database, buyers)
    try:
        people.wait_for(before)
        if synchronous:
            pair.primary.kill()
        else:
            # What an asynchronous standby risks: it is away for a while, and the sale goes on.
            pair.standby.stop()
            people.wait_for(before)
            pair.primary.kill()
            pair.standby.start()
        killed, known = time.monotonic(), len(people.confirmed)
        pair.standby.promote()
        people.wait_for(after)
        back = time.monotonic() - killed
    finally:
        people.stop()
    sale = Sale(database, SetClock(MONDAY_AT_EIGHT), random.Random(8).randbytes)
    codes = people.confirmed
    found = {hold: sale.sold(hold) for hold in codes}
    there = {hold: one.code for hold, one in found.items() if one is not None}
    database.close()
    return Drill(
        synchronous=synchronous,
        confirmed=len(codes),
        lost=len(codes) - len(there),
        answered_otherwise=sum(codes[hold] != code for hold, code in there.items()),
        confirmed_after=len(codes) - known,
        back_after_s=round(back, 2),
    )


def main() -> int:
    """Run the drill several times; exit code 1 if a confirmed booking was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--buyers", type=int, default=8)
    asked = parser.parse_args()
    results = []
    for _ in range(asked.times):
        with postgres_pair(durable=True) as pair:
            made = drill(pair, buyers=asked.buyers, before=150, after=100, synchronous=True)
            results.append(made)
            print(json.dumps(asdict(made)))
    confirmed = sum(one.confirmed for one in results)
    lost = sum(one.lost for one in results)
    print(f"{asked.times} failovers: {confirmed} bookings confirmed, {lost} lost")
    return 0 if all(one.passed for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
