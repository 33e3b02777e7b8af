"""Word of a turn is true when it goes out: by the ticket, and for a few minutes only."""

import random
from dataclasses import replace

import pytest

from hub_place import CENTER, at, place
from hub_posts import OTHER, WHO, rows
from hub_town import Kept
from layso_queue.hub.notices.written import TryLater
from layso_queue.hub.storage.following import Follower, follow, follower_of
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.noticing import note
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import bookings

LINE = LiveTicket("t-9", CENTER, "2026-10-05", "A009", "A", "called", "web", 2, 9, 0, None, 0)


@pytest.fixture
def url(new_url):
    return new_url("sqlite")


def in_line(database, sale, ticket=LINE, kinds=("five_before", "now")):
    """Somebody with a booking has checked in; word of her turn is noted."""
    made, _ = sale.confirm(sale.hold(place("05 09:00")).id, WHO)

    def work(connection):
        here = {"state": "checked_in", "ticket": ticket.id, "number": ticket.number}
        connection.execute(bookings.update().where(bookings.c.id == made.id).values(here))
        show_ticket(connection, ticket)
        booking = replace(made, **here)
        for kind in kinds:
            moment = at("05 08:00")
            note(connection, booking, kind, ("sms",), moment, random.Random(kind).randbytes, "4")

    database.write(work)
    return made


def move(database, **changed):
    database.write(lambda c: show_ticket(c, replace(LINE, **changed)))


def turns(kept):
    return [one.kind for one in kept.got if one.kind in ("five_before", "now")]


@pytest.mark.parametrize(
    ("state", "told"),
    [("waiting", ["five_before"]), ("called", ["now"]), ("serving", []), ("served", [])],
)
def test_who_booked_hears_of_her_turn_only_while_it_is_so(post, database, state, told):
    texts = Kept()
    sale, courier = post(sms=texts)
    in_line(database, sale, replace(LINE, state=state))
    courier.go()
    assert turns(texts) == told


def test_texts_that_failed_for_two_hours_do_not_call_who_was_served(post, database, clock):
    texts = Kept(fault=TryLater("503"))
    sale, courier = post(sms=texts)
    in_line(database, sale)
    courier.go()
    move(database, state="served")
    texts.fault = None
    clock.pass_minutes(120)
    courier.go()
    assert turns(texts) == []


def test_a_call_that_is_old_is_not_told_even_if_the_hub_knows_of_no_other(post, database, clock):
    texts = Kept(fault=TryLater("503"))
    sale, courier = post(sms=texts)
    in_line(database, sale, kinds=("now",))
    courier.go()
    texts.fault = None
    clock.pass_minutes(11)
    courier.go()
    assert turns(texts) == []
    (late,) = [row for row in rows(database) if row.kind == "now"]
    assert (late.state, late.fault) == ("failed", "503"), "staff never learn why"


def test_word_of_a_turn_goes_before_all_else_and_counts_people_as_they_are_now(post, database):
    texts = Kept()
    sale, courier = post(sms=texts)
    in_line(database, sale, replace(LINE, state="waiting"), ("five_before",))
    before = replace(LINE, id="t-8", number="A008", state="waiting", key=8)
    database.write(lambda c: show_ticket(c, before))
    sale.confirm(sale.hold(place("05 14:00")).id, OTHER)
    courier.go()
    assert [one.kind for one in texts.got] == ["five_before", "booked"]
    assert "Còn 1 người" in texts.got[0].text


def test_a_walk_ins_call_is_not_told_late_either(post, database, clock):
    texts = Kept()
    _, courier = post(sms=texts)

    def work(connection):
        show_ticket(connection, LINE)
        follow(connection, CENTER, Follower(LINE.id, "0912345670", "vi"), clock.ms)

    database.write(work)
    for name in ("in time", "late"):

        def tell(connection, name=name):
            who = follower_of(connection, CENTER, LINE)
            note(connection, who, "now", ("sms",), clock.ms, random.Random(name).randbytes, "2")

        database.write(tell)
        clock.pass_minutes(11 if name == "late" else 0)
        courier.go()
    assert len(texts.got) == 1
