"""A restored center's stream put together again: what is done anew, and what stays as it is."""

from typing import Any

from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Kind
from layso_queue.sync.outbox import tell
from layso_queue.sync.trial.world import BEGIN


def test_a_word_that_a_later_one_replaced_is_not_done_anew(pair: Any) -> None:
    def offer(edition: int) -> None:
        document = {"needs": 1, "edition": edition}
        at, hall = pair.post.moment(), pair.hall
        hall.store.write("catalogue", "catalogue", (edition, document))
        event = at.event(Kind.CATALOGUE_SET, "catalogue", edition, {"document": document})
        tell(hall.outbox, event, at.now)

    before = pair.hall.store.backup()
    offer(1)
    pair.settle()
    pair.post.live_again(before)
    offer(2)
    returning = pair.hall.store.backup()
    pair.settle()
    pair.post.live_again(returning)
    pair.settle()
    assert pair.hall.store.table("catalogue")["catalogue"][0] == 2
    assert pair.province.store.table("26041.catalogue")["catalogue"][0] == 2


def test_a_number_whose_ticket_came_back_stays_the_phone_s(pair: Any) -> None:
    booking = Booking(id=pair.world.new_id(), code="", service="A", slot=BEGIN, remote=True)
    before = pair.hall.store.backup()
    ticket, number = pair.hall.give_number(booking)
    pair.push()  # the ticket is told, and the line is cut before its booking is
    pair.post.live_again(before)
    pair.push()
    assert pair.hall.state.mode is Mode.GOING
    assert pair.hall.booking(booking.id) is None
    assert pair.hall.give_number(booking) == (ticket, number)
