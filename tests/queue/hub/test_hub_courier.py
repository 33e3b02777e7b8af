"""One notice that cannot be sent stops no other; what is sent is sent by one, and in time."""

import pytest
import structlog

from hub_place import at, place
from hub_posts import OTHER, WHO, rows
from hub_town import Kept
from layso_queue.hub.notices.courier import unnamed
from layso_queue.hub.notices.written import TryLater
from layso_queue.hub.storage.outgoing import LOST, MOST_TRIES, Claim, claim
from layso_queue.hub.storage.unsent import Unsent, unsent_by_way


@pytest.fixture
def url(new_url):
    return new_url("sqlite")


class Poisoned(Kept):
    """Falls over one address, as a library may, with the address in its words."""

    def send(self, written):
        if written.to == WHO.email:
            raise IndexError(f"no part in {written.to}")
        super().send(written)


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


def test_what_a_slow_server_is_still_taking_is_sent_by_no_other(post, database, clock):
    others = []

    class Slow(Kept):
        def send(self, written):
            for _ in range(3):
                clock.pass_minutes(1.5)
                courier.renew()
                others.append(claim(database, "email", clock.ms))

    sale, courier = post(email=Slow())
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    assert courier.go() == 1
    assert others == [None, None, None]
    assert (rows(database)[0].state, rows(database)[0].tries) == ("sent", 1)
    courier.renew()


def test_a_notice_that_waits_long_is_not_hurried_by_renewing(post, database, clock):
    sale, courier = post(email=Kept(fault=TryLater("429", after_s=900)))
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    courier.go()
    courier._sending["email"] = Claim(rows(database)[0].id, "email", 1, "")
    courier.renew()
    assert rows(database)[0].due_at == clock.ms + 900_000


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
