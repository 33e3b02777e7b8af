"""One notice that cannot be sent stops no other, and word of a turn is true when it goes out."""

import random
from dataclasses import replace

import pytest
import structlog
from sqlalchemy import select

from hub_place import CENTER, at, place
from hub_town import Kept
from layso_queue.hub.notices.courier import Courier, unnamed
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.notices.written import TryLater
from layso_queue.hub.storage import Centers, Person, Sale
from layso_queue.hub.storage.following import Follower, follow, follower_of
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.noticing import note
from layso_queue.hub.storage.outgoing import LOST, MOST_TRIES, claim
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import bookings, notices
from layso_queue.hub.storage.unsent import Unsent, unsent_by_way

WHO = Person("Trần Thị Thử", "0912345678", "p-1", "thu@example.vn", "vi")
OTHER = Person("Lê Văn Thử", "0912345679", "p-2", "van@example.vn", "vi")
LINE = LiveTicket("t-9", CENTER, "2026-10-05", "A009", "A", "called", "web", 2, 9, 0, None, 0)


@pytest.fixture
def url(new_url):
    return new_url("sqlite")


class Poisoned(Kept):
    """Falls over one address, as a library may, with the address in its words."""

    def send(self, written):
        if written.to == WHO.email:
            raise IndexError(f"no part in {written.to}")
        super().send(written)


@pytest.fixture
def post(database, clock):
    """Gives a courier of these ways, and bookings by a sale that tells in them."""

    def make(**adapters):
        posts = Posts(adapters)
        sale = Sale(database, clock, random.Random(5).randbytes, posts.ways)
        return sale, Courier(database, Centers(database), clock, posts, "https://x.vn")

    return make


def rows(database):
    return database.read(lambda c: c.execute(select(notices).order_by(notices.c.id)).all())


def test_a_notice_that_no_library_can_send_stops_no_other_and_ends_before_staff(
    post, database, clock
):
    mail = Poisoned()
    sale, courier = post(email=mail)
    sale.confirm(sale.hold(place("07 14:00")).id, WHO)
    sale.confirm(sale.hold(place("07 14:00")).id, OTHER)
    with structlog.testing.capture_logs() as said:
        assert courier.go() == 2
    assert [one.to for one in mail.got] == [OTHER.email]
    assert [(one["fault"], WHO.email in str(one)) for one in said] == [("IndexError", False)]
    assert unsent_by_way(database, clock.ms) == [Unsent("email", 0, 1, "IndexError")]
    for _ in range(MOST_TRIES - 1):
        clock.pass_minutes(60)
        assert courier.go() == 1
    assert unsent_by_way(database, clock.ms) == [Unsent("email", 1, 0, "IndexError")]


def test_a_notice_that_ends_its_sender_each_time_is_set_aside(post, database, clock):
    sale, courier = post(email=Kept())
    sale.confirm(sale.hold(place("07 14:00")).id, WHO)
    for _ in range(MOST_TRIES):
        assert claim(database, "email", clock.ms) is not None
        assert claim(database, "email", clock.ms) is None
        clock.pass_minutes(5)
    assert courier.go() == 0
    assert (rows(database)[0].state, rows(database)[0].fault) == ("failed", LOST)


def test_only_what_is_just_sent_is_claimed(post, database, clock):
    seen = []

    class Slow(Kept):
        def send(self, written):
            seen.append([row.tries for row in rows(database) if row.kind == "booked"])

    sale, courier = post(email=Slow())
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    sale.confirm(sale.hold(place("05 14:00")).id, OTHER)
    courier.go()
    assert seen == [[1, 0], [1, 1]], "a claim waited behind a slow one, and could expire"


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


def test_nobody_is_told_of_an_appointment_that_is_over(post, database, clock):
    mail = Kept(fault=TryLater("421"))
    sale, courier = post(email=mail)
    sale.confirm(sale.hold(place("05 09:00")).id, WHO)
    courier.go()
    mail.fault, clock.ms = None, at("05 09:01")
    courier.go()
    assert mail.got == []
    assert rows(database)[0].state == "failed"


def test_a_way_that_is_gone_is_not_waited_for_longer_than_a_day(post, database, clock):
    sale, _ = post(email=Kept(), sms=Kept())
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    _, courier = post(email=Kept())
    assert courier.go() == 1, "a process that starts later knows the other way too"
    clock.pass_minutes(24 * 60)
    assert courier.go() == 1
    assert {(row.way, row.state) for row in rows(database)} == {("email", "sent"), ("sms", "moot")}


def test_what_servers_say_is_kept_without_whom_they_say_it_of():
    said = "550 5.1.1 <thu@example.vn>: 0912345678 unknown in table"
    assert unnamed(said) == "550 5.1.1 … … unknown in table"
