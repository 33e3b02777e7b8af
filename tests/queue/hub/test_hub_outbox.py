"""The outbox of notices: noted with the fact, sent once, tried again, never in a booking's way."""

import random

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select

from hub_place import CENTER, at, place
from layso_queue.hub.notices.courier import Courier
from layso_queue.hub.notices.posts import HOOK, Posts, PostsWrong, read_posts
from layso_queue.hub.notices.written import NeverWill, TryLater
from layso_queue.hub.storage import Centers, Person, Sale
from layso_queue.hub.storage.outgoing import MOST_TRIES, claim
from layso_queue.hub.storage.tables import notices
from layso_queue.hub.times import DAY_MS
from layso_queue.sync.at_hub.storage import Closure

WHO = Person("Trần Thị Thử", "0912345678", "p-1", "thu@example.vn", "vi")
URL = "https://dat-lich.example.vn"


class Kept:
    """An adapter that keeps what it is given, or fails as it is told."""

    def __init__(self):
        self.got, self.fault = [], None

    def send(self, written):
        if self.fault is not None:
            raise self.fault
        self.got.append(written)


@pytest.fixture
def mail():
    return Kept()


@pytest.fixture
def posting(database, clock):
    """Gives a sale and a courier that tell in these ways."""

    def make(hooks=None, **adapters):
        posts = Posts(
            {**adapters, **{name: one for name, (one, _) in (hooks or {}).items()}},
            {name: ("https://x.example.vn", kinds) for name, (_, kinds) in (hooks or {}).items()},
        )
        sale = Sale(database, clock, random.Random(5).randbytes, posts.ways)
        return sale, Courier(database, Centers(database), clock, posts, URL)

    return make


def rows(database):
    query = select(notices).order_by(notices.c.id)
    return database.read(lambda c: c.execute(query).all())


def test_a_booking_is_told_at_once_and_recalled_the_day_before(posting, mail, database, clock):
    sale, courier = posting(email=mail)
    made, _ = sale.confirm(sale.hold(place("07 09:00")).id, WHO)
    assert courier.go() == 1
    (first,) = mail.got
    assert (first.to, first.kind) == ("thu@example.vn", "booked")
    assert "09:00, 07/10/2026" in first.subject
    assert f"{URL}/vi/b/{made.code}" in first.text
    assert "Thử" not in str(first.facts)
    assert courier.go() == 0
    clock.ms = at("06 09:00")
    courier.go()
    assert [one.kind for one in mail.got] == ["booked", "reminder"]
    assert {row.state for row in rows(database)} == {"sent"}


def test_nobody_is_reminded_of_what_was_moved_or_cancelled(posting, mail, database, clock):
    sale, courier = posting(email=mail)
    made, _ = sale.confirm(sale.hold(place("07 09:00")).id, WHO)
    sale.move(made.code, at("07 14:00"))
    sale.cancel(made.code)
    sale.cancel(made.code)
    clock.ms += 2 * DAY_MS
    courier.go()
    assert [one.kind for one in mail.got] == ["cancelled"]
    moot = sorted(row.kind for row in rows(database) if row.state == "moot")
    assert moot == ["booked", "changed", "reminder", "reminder"]


def test_a_fault_is_tried_again_later_and_later_and_at_last_given_up(
    posting, mail, database, clock
):
    sale, courier = posting(email=mail)
    mail.fault = TryLater("451 busy")
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    waits = []
    for _ in range(MOST_TRIES - 1):
        assert courier.go() == 1
        assert courier.go() == 0
        (row,) = rows(database)
        waits.append((row.due_at - clock.ms) // 60_000)
        clock.ms = row.due_at
    assert waits == [1, 2, 4, 8, 16, 32, *[60] * (MOST_TRIES - 7)]
    courier.go()
    (row,) = rows(database)
    assert (row.state, row.fault) == ("failed", "451 busy")
    clock.ms += DAY_MS
    assert courier.go() == 0


def test_a_refusal_for_good_is_not_tried_again_and_a_provider_may_ask_for_time(
    posting, mail, database, clock
):
    sale, courier = posting(email=mail)
    mail.fault = TryLater("429", after_s=900)
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    courier.go()
    assert rows(database)[0].due_at - clock.ms == 900_000
    clock.ms += 900_000
    mail.fault = NeverWill("550 no such mailbox")
    courier.go()
    assert (rows(database)[0].state, rows(database)[0].fault) == ("failed", "550 no such mailbox")
    assert "thu@example.vn" not in str(rows(database))


def test_a_refused_sale_tells_nobody(posting, mail, database):
    sale, _ = posting(email=mail)
    sale.confirm(sale.hold(place("06 09:00")).id, WHO)
    with pytest.raises(Exception, match="SERVICE_TWICE"):
        sale.confirm(sale.hold(place("06 14:00")).id, WHO)
    assert len([row for row in rows(database) if row.kind == "booked"]) == 1


def test_two_senders_never_send_the_same_notice(posting, mail, database, clock):
    sale, courier = posting(email=mail)
    sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    assert claim(database, "email", clock.ms) is not None
    assert courier.go() == 0, "a claimed notice was taken by another"
    clock.pass_minutes(6)
    assert courier.go() == 1, "the notice of a sender that died was never sent"


def test_a_person_without_an_address_is_told_only_as_she_can_be(posting, mail, database):
    texts = Kept()
    sale, courier = posting(email=mail, sms=texts)
    person = Person("Lê Văn Thử", "0912345679", "p-2", None, "vi")
    sale.confirm(sale.hold(place("05 14:00")).id, person)
    courier.go()
    assert (mail.got, [one.to for one in texts.got]) == ([], ["0912345679"])
    assert len(texts.got[0].text) < 320


def test_a_system_hears_only_of_what_it_asked_for(posting, mail):
    hook = Kept()
    sale, courier = posting(email=mail, hooks={f"{HOOK}dossiers": (hook, ("cancelled",))})
    made, _ = sale.confirm(sale.hold(place("05 14:00")).id, WHO)
    sale.cancel(made.code)
    courier.go()
    ((event),) = hook.got
    assert (event.kind, event.to) == ("cancelled", "https://x.example.vn")
    assert (event.facts["code"], event.text) == (made.code, "")


def test_whose_time_is_closed_is_told_once_with_the_reason(posting, mail, database):
    sale, courier = posting(email=mail)
    sale.confirm(sale.hold(place("06 09:00")).id, WHO)
    closure = Closure(id="c", service="A", from_=at("06 08:00"), to=at("06 12:00"), reason="bão")

    def close(connection):
        side, _ = sale._sides.open(connection, CENTER)
        side.books.keep_closure(closure)

    database.write(close)
    database.write(close)
    courier.go()
    told = [one for one in mail.got if one.kind == "closed"]
    assert len(told) == 1
    assert "bão" in told[0].text


def test_a_real_mail_server_gets_the_real_mail(database, clock, tmp_path):
    kept = []

    class Mailbox:
        async def handle_DATA(self, server, session, envelope):
            kept.append(envelope)
            return "250 kept"

    class AnyPort(Controller):
        def _trigger_server(self):
            self.port = self.server.sockets[0].getsockname()[1]
            super()._trigger_server()

    controller = AnyPort(Mailbox(), hostname="127.0.0.1", port=0, ready_timeout=30)
    controller.start()
    try:
        file = tmp_path / "notices.toml"
        file.write_text(
            f"[mail]\nhost = '127.0.0.1'\nport = {controller.port}\nsender = 'hen@example.vn'\n"
            "security = 'none'\n"
        )
        posts = read_posts(file, URL, clock.now)
        sale = Sale(database, clock, random.Random(5).randbytes, posts.ways)
        sale.confirm(sale.hold(place("05 14:00")).id, WHO)
        assert Courier(database, Centers(database), clock, posts, URL).go() == 1
    finally:
        controller.stop()
    (envelope,) = kept
    assert envelope.rcpt_tos == ["thu@example.vn"]
    assert {row.state for row in rows(database)} == {"sent"}


def test_settings_that_are_wrong_are_said_with_their_place(tmp_path, clock):
    file = tmp_path / "notices.toml"
    assert read_posts(file, URL, clock.now) == Posts()
    for text, where in (
        ("mail = 1", "mail"),
        ("[mail]\nhost='x'\nsender='nobody'", "mail.sender"),
        ("[[webhooks]]\nname='a'\nurl='https://x'\nsecret='short'", "webhooks.0.secret"),
        ("hosts = 1", "hosts"),
        ("= 1", "Invalid"),
    ):
        file.write_text(text)
        with pytest.raises(PostsWrong) as wrong:
            read_posts(file, URL, clock.now)
        assert where in wrong.value.why
