"""After quiet: hub and centers say the same, nothing is lost, sold twice or numbered twice."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import text

from bench.reliability.partition.people import Promise
from bench.reliability.partition.town import CAPACITY, Town
from layso_queue.center.storage.engine import open_reader
from layso_queue.hub.storage import Database
from layso_queue.sync.at_center.storage import Mode

Faults = dict[str, list[str]]

Rows = dict[Any, tuple[Any, ...]]

HUB_TICKETS = "SELECT id, number, state, service, day FROM tickets"
OWN_TICKETS = HUB_TICKETS.replace("number", "json_extract(CAST(document AS TEXT), '$.number')")
HUB_BOOKINGS = "SELECT id, state, slot, number, ticket FROM bookings"
STREAMS = "SELECT way, incarnation, seq, hash FROM streams"


class Compared:
    """Collects what differs, by kind."""

    def __init__(self, database: Database) -> None:
        """Compare with this hub."""
        self.faults: Faults = {
            "oversold half hours": [],
            "lost bookings": [],
            "lost events": [],
            "numbers given twice": [],
            "differences": [],
        }
        self.compared = Counter[str]()
        self._database = database

    def town(self, town: Town, promises: list[Promise]) -> None:
        """Compare one center with the hub, and both with what its people were told."""
        found = list(self._streams(town))
        self.faults["lost events"] += [f"{town.code}: {one}" for one in found]
        here = _of_center(town, OWN_TICKETS)
        there = self._of_hub(HUB_TICKETS, town.code)
        self._same(town, "tickets", here, there)
        for rows in (here, there):
            numbers = Counter((row[4], row[1]) for row in rows.values())
            twice = [f"{town.code}: {key}" for key, n in numbers.items() if n > 1]
            self.faults["numbers given twice"] += twice
        booked = self._bookings(town)
        self._leases(town, booked)
        self.faults["lost bookings"] += _lost(town, promises, booked, here)
        taken = Counter(one.booked.slot for one in promises if one.counts)
        for slot in taken.keys() | town.local.keys():
            if taken[slot] + town.local[slot] > CAPACITY:
                about = f"{town.code}: {taken[slot]} on the web, {town.local[slot]} at the desk"
                self.faults["oversold half hours"].append(about)
        self.compared["promises"] += len(promises)

    def _streams(self, town: Town) -> Iterator[str]:
        with town.exchange.begin(town.clock.now(), "never") as side:
            up, down, acked = side.outbox.head(), side.inbox.log.head(), side.outbox.acked()
            if side.state.mode is not Mode.GOING:
                yield f"the link is {side.state.mode}"
            if side.inbox.aside():
                yield f"{len(side.inbox.aside())} set aside at the center"
        there = self._of_hub(STREAMS, town.code)
        for way, head in (("in", up), ("out", down)):
            end = there.get(way)
            if head is None or end is None:
                yield f"{way}: the center ends at {head}, the hub at {end}"
            elif (head.incarnation, head.seq, head.hash) != (end[1], end[2], bytes(end[3])):
                yield f"{way}: the center ends at {head.seq}, the hub at {end[2]}"
        if up is not None and acked != up.seq:
            yield f"{up.seq - acked} not acknowledged"
        aside = self._of_hub("SELECT id, why, event FROM aside", town.code)
        if aside:
            yield f"{len(aside)} set aside at the hub: {next(iter(aside.values()))[1:]}"
        kept = self._of_hub("SELECT seq, center FROM entries", town.code, " AND way = 'in'")
        self.compared["events"] += len(kept)
        if up is not None and len(kept) != up.seq:
            yield f"the hub keeps {len(kept)} of {up.seq} events"

    def _same(self, town: Town, what: str, here: Rows, there: Rows) -> None:
        self.compared[what] += len(here.keys() | there.keys())
        for id in here.keys() | there.keys():
            if here.get(id) != there.get(id):
                about = f"{town.code}: {what}: {here.get(id)}, at the hub {there.get(id)}"
                self.faults["differences"].append(about)

    def _bookings(self, town: Town) -> Rows:
        query = "SELECT id, state, slot, number, ticket FROM web_bookings"
        here = {id: _stands(row) for id, row in _of_center(town, query).items()}
        there = {id: _stands(row) for id, row in self._of_hub(HUB_BOOKINGS, town.code).items()}
        self._same(town, "bookings", here, there)
        return there

    def _leases(self, town: Town, booked: Rows) -> None:
        key = "'lease:' || CASE WHEN remote THEN 'remote' ELSE 'slot' END || ':' || service"
        query = f"SELECT {key} || ':' || slot, asked, version, sold, slot, remote FROM leases"
        there = self._of_hub(query, town.code)
        here = _of_center(town, "SELECT key, asked, version, counted FROM sync_leases")
        same = {key: row[:3] for key, row in here.items()}
        self._same(town, "leases", same, {key: row[:3] for key, row in there.items()})
        remote = self._of_hub("SELECT id, remote FROM bookings", town.code)
        taken = Counter(
            (row[2], bool(remote[id][1])) for id, row in booked.items() if row[1] != "cancelled"
        )
        resting = resting_places(self._database, town.code)
        for key, (_, _, _, sold, slot, is_remote) in there.items():
            counted = here[key][3] if key in here else 0
            held = taken[slot, bool(is_remote)] + resting[key]
            if sold != held or counted < sold:
                about = f"sold {sold}, booked or resting {held}, counted {counted}"
                self.faults["differences"].append(f"{town.code}: {key}: {about}")
        told = self._of_hub("SELECT id, lifted, ends FROM closures", town.code)
        for id, still in town.closures.items():
            # Of one that is over by now, nobody asks whether it was lifted.
            if id not in told or (told[id][2] > town.clock.now() and bool(told[id][1]) is still):
                about = f"closure {still}, at the hub {told.get(id)}"
                self.faults["differences"].append(f"{town.code}: {about}")

    def _of_hub(self, query: str, center: str, more: str = "") -> Rows:
        whole = text(f"{query} WHERE center = :center{more}")
        rows = self._database.read(lambda c: c.execute(whole, {"center": center}).all())
        return {row[0]: tuple(row) for row in rows}


def resting_places(database: Database, center: str) -> Counter[str]:
    """Count the places given up, by lease: until they are sold again they still count.

    One booking may have left several, moved and then given up.
    """
    query = text("SELECT key, COUNT(*) FROM freed WHERE center = :center GROUP BY key")
    rows = database.read(lambda c: c.execute(query, {"center": center}).all())
    return Counter({row[0]: row[1] for row in rows})


def _lost(town: Town, promises: list[Promise], booked: Rows, tickets: Rows) -> Iterator[str]:
    for one in promises:
        kept = booked.get(one.booked.id)
        if one.turned and one.live:
            yield f"{town.code}: turned away with a good QR: {one.turned}"
        if kept is None:
            yield f"{town.code}: {one.booked.id} is unknown"
        elif one.number:
            held = tickets.get(kept[4])
            if kept[1] != "checked_in" or held is None or held[1] != one.number:
                yield f"{town.code}: {one.number} was given, kept is {kept[1]} {held}"
        elif one.live and not one.booked.remote and kept[1] not in ("booked", "missed"):
            yield f"{town.code}: {one.booked.id} is {kept[1]}"
        elif one.live and not one.booked.remote and kept[2] != one.booked.slot:
            yield f"{town.code}: {one.booked.id} stands at another time"


def _stands(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A booking given up has no slot any more; an empty number is as none."""
    id, state, slot, number, ticket = row
    return id, state, 0 if state == "cancelled" else slot, number or "", ticket or ""


def _of_center(town: Town, query: str) -> Rows:
    engine = open_reader(town.file)
    try:
        with engine.connect() as connection:
            return {row[0]: tuple(row) for row in connection.execute(text(query))}
    finally:
        engine.dispose()
