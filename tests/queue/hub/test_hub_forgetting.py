"""No table of the hub grows without end: what has had its use is dropped, and nothing else."""

import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import (
    Boolean,
    Engine,
    Integer,
    LargeBinary,
    String,
    event,
    func,
    insert,
    select,
    text,
)

from hub_place import CENTER, place, sell
from layso_queue.hub.storage import Database, Live, LiveTicket
from layso_queue.hub.storage import tables as t
from layso_queue.hub.storage.forgetting import KEEP_SUMS_DAYS, forget_old
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.overview import bookings_of_day, counts_of_day
from layso_queue.hub.storage.summing import sum_up
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.sync.storage import KEEP_DAYS

OLD, YOUNG = KEEP_DAYS + 2, KEEP_DAYS - 2
TOLD = Path(__file__).parents[3] / "docs" / "hub.md"


def add(database, table, id, **values):
    """Put a row in a table; what is not said is empty."""

    def empty(column):
        if isinstance(column.type, Integer | Boolean):
            return 0 if isinstance(column.type, Integer) else False
        return bytes(32) if isinstance(column.type, LargeBinary) else ""

    row = {one.name: empty(one) for one in table.c if not one.nullable}
    row |= {"center": CENTER} if "center" in table.c else {}
    words = [one.name for one in table.primary_key if isinstance(one.type, String)]
    row |= {name: id for name in words[-1:] if name != "center"}
    database.write(lambda c: c.execute(insert(table).values({**row, **values})))


def left(database, table, column="id"):
    return set(database.read(lambda c: c.execute(select(table.c[column])).scalars()))


def ago(clock, days):
    return clock.now() - days * DAY_MS


def test_the_list_of_what_is_kept_names_every_table():
    part = TOLD.read_text(encoding="utf-8").partition("## What is kept, how long")[2]
    rows = re.findall(r"^\| (`[^|]+) \|[^|]+\|[^|]+\|$", part.partition("\n## ")[0], re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(t.metadata.tables)


def test_what_was_seen_is_forgotten_when_its_entry_can_not_come_again(database, clock):
    for id, days in (("long", OLD + 9), ("old", OLD), ("young", YOUNG)):
        add(database, t.seen, id, at=ago(clock, days))
    kept = {"way": "in", "seq": 7, "hash": bytes(32), "event": "{}"}
    add(database, t.entries, "in", **kept, added_at=ago(clock, OLD))
    forget_old(database, clock.now())
    assert left(database, t.seen) == {"old", "young"}, "the entry may be pushed again"
    database.write(lambda c: c.execute(t.entries.delete()))
    forget_old(database, clock.now())
    assert left(database, t.seen) == {"young"}


@pytest.mark.parametrize(
    ("table", "column", "more"),
    [
        (t.aside, "at", {}),
        (t.notices, "due_at", {"state": "sent"}),
        (t.notices, "due_at", {"state": "failed"}),
        (t.closures, "ends", {"lifted": False}),
    ],
)
def test_what_is_over_for_long_is_dropped(database, clock, table, column, more):
    for id, days in (("old", OLD), ("young", YOUNG), ("to come", -1)):
        add(database, table, id, **more, **{column: ago(clock, days)})
    assert forget_old(database, clock.now()) == 1
    assert left(database, table) == {"young", "to come"}


def test_leases_go_with_their_slots_and_with_what_was_given_up_of_them(database, clock, sale):
    before = left(database, t.leases, "slot")
    for days in (OLD, YOUNG):
        slot = ago(clock, days)
        add(database, t.leases, "A", slot=slot, remote=False)
        gone = {"due_at": ago(clock, OLD + 1), "known": False, "after": days}
        add(database, t.freed, "b", key=f"lease:slot:A:{slot}", **gone)
    kept = sale.hold(place("05 09:00"))
    forget_old(database, clock.now())
    assert left(database, t.leases, "slot") == before | {ago(clock, YOUNG)}
    assert left(database, t.freed, "after") == {YOUNG}
    assert sale.held(kept.id) == kept
    clock.ms += 60 * DAY_MS
    forget_old(database, clock.now())  # the hold was never swept, and keeps its lease
    assert left(database, t.leases, "slot") == {kept.place.slot}


def test_who_was_told_of_a_closure_is_forgotten_with_it(database, clock):
    for id, days in (("old", OLD), ("young", YOUNG)):
        add(database, t.closures, id, ends=ago(clock, days), lifted=False)
        add(database, t.closures_told, "b", closure=id)
    forget_old(database, clock.now())
    assert left(database, t.closures_told, "closure") == {"young"}


def test_a_service_goes_that_nobody_offers_or_has_booked(database, clock, hub):
    sell(hub, place("05 09:00", "H"))
    database.write(lambda c: c.execute(t.leases.delete().where(t.leases.c.service != "L")))
    database.write(lambda c: c.execute(t.services.update().values(offered=False)))
    assert forget_old(database, clock.now()) == 1
    assert left(database, t.services, "code") == {"H", "L"}, "A is named by nothing"
    hub.database.close()


def test_sums_and_levels_are_kept_for_five_years(database, clock):
    old, young = (day_of(ago(clock, KEEP_SUMS_DAYS + n)) for n in (1, -1))
    sums = (t.ticket_days, t.wait_days, t.booking_days)
    for table in sums:
        for day in (old, young):
            add(database, table, "x", day=day, n=1)
    for day in (old, young):
        add(database, t.feedback, day, day=day, ticket=day, level=5)
    assert forget_old(database, clock.now()) == 4
    for table in (*sums, t.feedback):
        assert left(database, table, "day") == {young}


def test_sessions_answers_and_counts_of_persons_end(database, clock):
    add(database, t.api_keys, "ioc", per_minute=1)
    for n, days in enumerate((OLD, -1)):
        add(database, t.sessions, "x", token_hash=bytes([n]) * 32, expires_at=ago(clock, days))
        add(database, t.answers, f"a{days}", api_key="ioc", at=ago(clock, days))
        add(database, t.person_days, day_of(ago(clock, days)), person="p")
        add(database, t.followers, f"t{days}", day=day_of(ago(clock, days)))
    erase(database, clock.now())
    for table in (t.sessions, t.answers, t.person_days, t.followers):
        n = database.read(lambda c, of=table: c.execute(select(func.count()).select_from(of)))
        assert n.scalar_one() == 1, table.name


@contextmanager
def heard():
    """The statements that are run, with what stands in their places."""
    said = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        said.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_look_into_a_table_that_grows_needs_no_look_at_all_of_it(new_url, clock):
    database = Database(new_url("postgresql"), pool=1)
    waits = LiveTicket("t", CENTER, "2026-08-03", "A1", "A", "waiting", "web", 1, 5, 0, None, 0)
    database.write(lambda c: show_ticket(c, waits))
    with heard() as said:
        Live(database).line(CENTER)
        Live(database).ticket("t")
        counts_of_day(database, "2026-10-05")
        bookings_of_day(database, "2026-10-05")
        sum_up(database, clock.now())
        forget_old(database, clock.now())
    looks = [one for one in said if re.search(r"\bFROM (tickets|bookings|seen)\b", one[0])]
    assert len(looks) >= 9

    def plan(connection, asked, values):
        # Of a few rows PostgreSQL would read all; asked not to, it shows whether it has a way.
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        found = connection.exec_driver_sql(f"EXPLAIN {asked}", values)
        return "\n".join(found.scalars())

    try:
        for look in looks:
            found = database.write(lambda c, one=look: plan(c, *one))
            assert not re.search(r"Seq Scan on (tickets|bookings|seen)\b", found), found
            assert "Index" in found, found
    finally:
        database.close()
