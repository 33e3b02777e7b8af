"""Thirty days after a visit the hub holds no name of it, not even in what it tells centers."""

from sqlalchemy import select

from hub_place import at, lease, place, someone
from layso_queue.hub.storage import tables as t
from layso_queue.hub.storage.sweeping import erase
from layso_queue.sync import Kind
from layso_queue.sync import messages as m

NAME, CARD = "Nguyễn Văn Mẫu 1", "c4" * 32
MONTH = 30 * 24 * 60


def kept(database):
    """All that any table holds, as text."""
    rows = database.read(
        lambda c: [tuple(row) for one in t.metadata.sorted_tables for row in c.execute(select(one))]
    )
    return str(rows)


def test_no_name_is_left_though_its_center_never_asked_for_it(client, hub, clock, database, far):
    hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone(card=CARD))
    told = {"code": "", "service": "A", "slot": at("05 09:00"), "remote": False, "name": NAME}
    rest = {"priority": "none", "language": "vi", "card": CARD, "state": "booked"}
    echo = far.event(Kind.BOOKING_ECHOED, "b-9", told | rest | {"ticket": "", "number": ""})
    far.push(echo, far.event(Kind.BOOKING_ECHOED, "b-8", {"name": NAME, "card": CARD}))
    assert NAME in kept(database)
    clock.ms = at("06 09:00")
    clock.pass_minutes(MONTH)
    erase(database, clock.now())
    assert NAME in kept(database), "thirty days are not over"
    clock.pass_minutes(1)
    erase(database, clock.now())
    assert NAME not in kept(database)
    assert CARD not in kept(database)


def test_the_stream_goes_on_from_a_nameless_entry_and_who_needs_it_gets_all(
    client, hub, clock, database, far
):
    assert isinstance(far.pull(), m.Snapshot)
    begin = far.after
    hub.sale.confirm(hub.sale.hold(place("06 09:00")).id, someone())
    far.pull()
    clock.pass_minutes(MONTH + 1)
    erase(database, clock.now())
    assert isinstance(far.pull(), m.Feed)
    where = place("06 09:00")._replace(slot=clock.now() + 60_000)
    lease(database, where, 1)
    hub.sale.confirm(hub.sale.hold(where).id, someone(2))
    feed = far.pull()
    assert [one.payload.get("name") for one in feed.events if "name" in one.payload] == [
        "Nguyễn Văn Mẫu 2"
    ]
    assert isinstance(far.pull(), m.Feed), "the hashes of both sides differ"
    far.after = begin
    again = far.pull()
    assert isinstance(again, m.Snapshot)
    assert [one.name for one in again.bookings] == ["Nguyễn Văn Mẫu 2"]
