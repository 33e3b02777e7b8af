"""Places are held, sold, moved and given back, and never sold twice; on both databases."""

import threading

import orjson
import pytest
from sqlalchemy import func, select, text

from hub_place import at, lease, place, someone
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import CHALLENGE_TRIES, HOLD_MS, RELEASE_WITHIN_MS
from layso_queue.hub.storage import StoreFailed
from layso_queue.hub.storage.sweeping import bring_back, erase
from layso_queue.hub.storage.tables import bookings, entries, freed, holds, leases
from layso_queue.sync.at_hub.feeding import feed
from layso_queue.sync.messages import Pull, Sender

SLOT = "06 09:00"


def _told(way, column=entries.c.event):
    return select(column).where(entries.c.way == way).order_by(entries.c.seq)


def _center_has_all(database, sides):
    """The center pulls: it has every event that the hub told."""

    def work(connection):
        side, at_now = sides.open(connection, "26041")
        head = side.outbox.head()
        feed(side, Pull(sender=Sender(center="26041", incarnation="c-1"), after=head), at_now)

    database.write(work)


def _count(database, table):
    return database.read(lambda c: c.execute(select(func.count()).select_from(table)).scalar_one())


def _unbalanced(database):
    """Slots where the places taken are not those held, sold or on their way back."""
    same = "x.center=l.center AND x.service=l.service AND x.remote=l.remote AND x.slot=l.slot"
    key = "'lease:slot:' || l.service || ':' || l.slot"
    query = f"""SELECT count(*) FROM leases l WHERE l.sold <>
        (SELECT count(*) FROM holds x WHERE {same})
      + (SELECT count(*) FROM bookings x WHERE x.state <> 'cancelled' AND {same})
      + (SELECT count(*) FROM freed x WHERE x.center = l.center AND x.key = {key})"""
    return database.read(lambda c: c.execute(text(query)).scalar_one())


def _left(sale, service="A", slot=SLOT):
    found = sale.free("26041", service, at("08 00:00"))
    return {one.slot: one.free for one in found}.get(at(slot), 0)


def _sell(sale, number=1, slot=SLOT, service="A"):
    return sale.confirm(sale.hold(place(slot, service)).id, someone(number))[0]


def _refused(why, work, *words):
    with pytest.raises(Refused) as refused:
        work(*words)
    assert refused.value.why is why


def test_a_held_place_is_sold_once_and_a_repeat_is_answered_alike(sale, database):
    hold = sale.hold(place(SLOT))
    assert _left(sale) == 1
    made, new = sale.confirm(hold.id, someone())
    again, new_again = sale.confirm(hold.id, someone())
    assert (new, new_again) == (True, False)
    assert made == again == sale.booking(made.code)
    assert (made.state, made.day, made.name) == ("booked", "2026-10-06", "Nguyễn Văn Mẫu 1")
    assert len(made.code) == 17
    assert _count(database, holds) == 0
    assert _left(sale) == 1
    assert _unbalanced(database) == 0


def test_many_buyers_at_once_never_get_more_than_there_is(sale, database):
    lease(database, place(SLOT), 7, version=2)
    buyers, gate, outcomes = 40, threading.Barrier(40), []

    def buy(number):
        gate.wait(30)
        try:
            outcomes.append(_sell(sale, number))
        except Refused as refused:
            outcomes.append(refused.why)

    threads = [threading.Thread(target=buy, args=(n,)) for n in range(buyers)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(outcomes) == buyers
    assert outcomes.count(Refusal.SLOT_FULL) == buyers - 7
    assert _count(database, bookings) == 7
    assert _left(sale) == 0
    assert _unbalanced(database) == 0
    numbers = database.read(
        lambda c: [
            one["entity"]
            for one in map(orjson.loads, c.execute(_told("out")).scalars())
            if one["kind"] == "booking.booked"
        ]
    )
    assert len(numbers) == len(set(numbers)) == 7
    seqs = database.read(lambda c: [*c.execute(_told("out", entries.c.seq)).scalars()])
    assert seqs == list(range(1, len(seqs) + 1))


def test_the_database_itself_refuses_to_give_a_place_back_twice(database):
    with pytest.raises(StoreFailed, match="no_place_is_given_back_twice"):
        database.write(lambda c: c.execute(leases.update().values(sold=-1)))


def test_a_hold_ends_after_ten_minutes_and_its_place_returns(sale, database, sides, clock):
    hold = sale.hold(place(SLOT))
    clock.ms += HOLD_MS
    assert sale.held(hold.id) is None
    _refused(Refusal.HOLD_GONE, sale.confirm, hold.id, someone())
    assert _left(sale) == 1
    assert bring_back(database, sides, clock.now()) == 1
    assert bring_back(database, sides, clock.now()) == 0
    assert _left(sale) == 2


def test_a_new_hold_gives_the_former_one_back(sale, database):
    first = sale.hold(place(SLOT))
    second = sale.hold(place("06 09:30"), first.id)
    assert (_left(sale), _left(sale, slot="06 09:30")) == (2, 1)
    lease(database, place("07 09:00"), 0, version=2)
    _refused(Refusal.SLOT_FULL, sale.hold, place("07 09:00"), second.id)
    assert sale.held(second.id) is not None


def test_wrong_answers_give_the_place_back(sale):
    hold = sale.hold(place(SLOT))
    left = [sale.count_try(hold.id) for _ in range(CHALLENGE_TRIES)]
    assert left == [4, 3, 2, 1, 0]
    assert sale.held(hold.id) is None
    assert _left(sale) == 2


def test_one_person_books_twice_a_day_and_each_service_once(sale, database):
    _sell(sale, 1, SLOT, "A")
    again = sale.hold(place("06 09:30", "A"))
    _refused(Refusal.SERVICE_TWICE, sale.confirm, again.id, someone(1))
    assert sale.held(again.id) is not None
    _sell(sale, 1, SLOT, "H")
    third = sale.hold(place(SLOT, "L"))
    _refused(Refusal.DAY_LIMIT, sale.confirm, third.id, someone(1))
    _sell(sale, 1, "07 09:00", "A")
    _sell(sale, 2, SLOT, "L")
    assert _count(database, bookings) == 4
    assert _unbalanced(database) == 0


def test_two_who_confirm_at_once_as_one_person_keep_to_the_limit(sale, database):
    kept = [sale.hold(place(f"06 {hour}", "A")).id for hour in ("08:30", "09:00", "09:30")]
    kept += [sale.hold(place("06 09:00", service)).id for service in "HL"]
    gate, outcomes = threading.Barrier(len(kept)), []

    def confirm(hold):
        gate.wait(30)
        try:
            outcomes.append(sale.confirm(hold, someone(5))[0].service)
        except Refused as refused:
            outcomes.append(refused.why)

    threads = [threading.Thread(target=confirm, args=(one,)) for one in kept]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    sold = [one for one in outcomes if one in ("A", "H", "L")]
    assert len(sold) == len(set(sold)) == 2, outcomes
    assert _count(database, bookings) == 2


def test_a_cancelled_place_comes_back_at_a_random_time_within_half_an_hour(
    sale, database, sides, clock
):
    lease(database, place(SLOT), 12, version=2)
    made = [_sell(sale, n) for n in range(12)]
    for one in made:
        assert sale.cancel(one.code).state == "cancelled"
        assert sale.cancel(one.code).state == "cancelled"
    clock.ms += RELEASE_WITHIN_MS
    bring_back(database, sides, clock.now())
    assert _left(sale) == 0, "sold again before the center knew"
    clock.ms -= RELEASE_WITHIN_MS
    _center_has_all(database, sides)
    back = []
    for _ in range(6):
        clock.ms += RELEASE_WITHIN_MS // 6
        bring_back(database, sides, clock.now())
        back.append(_left(sale))
    assert back[-1] == 12
    assert len(set(back)) >= 3, "they came back all at once"
    assert _count(database, freed) == 0
    assert _unbalanced(database) == 0


def test_who_cancelled_may_book_that_day_again(sale):
    sale.cancel(_sell(sale, 1).code)
    assert _sell(sale, 1).state == "booked"


def test_a_moved_booking_keeps_its_code_and_frees_its_slot_later(sale, database, sides, clock):
    made = _sell(sale, 1)
    moved = sale.move(made.code, at("07 09:30"))
    assert (moved.code, moved.version, moved.day) == (made.code, 2, "2026-10-07")
    assert (moved.name, moved.person) == (made.name, made.person)
    assert (_left(sale), _left(sale, slot="07 09:30")) == (1, 1)
    assert sale.move(made.code, at("07 09:30")) == moved
    clock.ms += RELEASE_WITHIN_MS
    _center_has_all(database, sides)
    assert _left(sale) == 2
    assert _unbalanced(database) == 0


def test_a_move_that_cannot_be_keeps_the_old_slot(sale, database):
    made = _sell(sale, 1)
    other = _sell(sale, 1, "07 09:00")
    _refused(Refusal.SERVICE_TWICE, sale.move, made.code, at("07 09:30"))
    lease(database, place("06 09:30"), 0, version=2)
    _refused(Refusal.SLOT_FULL, sale.move, made.code, at("06 09:30"))
    _refused(Refusal.SLOT_FULL, sale.move, made.code, at("06 10:45"))
    _refused(Refusal.SLOT_OVER, sale.move, made.code, at("05 07:30"))
    sale.cancel(other.code)
    _refused(Refusal.CANCELLED_ALREADY, sale.move, other.code, at("06 14:00"))
    assert sale.booking(made.code) == made
    assert _unbalanced(database) == 0


def test_a_check_in_beats_cancelling_and_moving(sale, database):
    made = _sell(sale, 1)
    used = bookings.update().values(state="checked_in")
    database.write(lambda c: c.execute(used))
    _refused(Refusal.USED_ALREADY, sale.cancel, made.code)
    _refused(Refusal.USED_ALREADY, sale.move, made.code, at("07 09:30"))


def test_nothing_is_sold_of_the_past_or_of_a_frozen_center(sale, database, clock):
    clock.pass_minutes(31)
    _refused(Refusal.SLOT_OVER, sale.hold, place("05 08:30"))
    assert sale.hold(place("05 00:00", remote=True)).place.remote
    _refused(Refusal.SLOT_OVER, sale.hold, place("06 00:00", remote=True))
    clock.pass_minutes(16 * 60)
    _refused(Refusal.SLOT_OVER, sale.hold, place("05 00:00", remote=True))
    database.write(lambda c: c.execute(text("UPDATE centers SET frozen = true")))
    _refused(Refusal.SALES_FROZEN, sale.hold, place(SLOT))
    _refused(Refusal.NOT_FOUND, sale.hold, place(SLOT)._replace(center="00004"))


def test_a_smaller_lease_never_undersells_what_is_sold(sale, database):
    _sell(sale, 1)
    sale.hold(place(SLOT))
    assert lease(database, place(SLOT), 1, version=2) == 2
    assert lease(database, place(SLOT), 9, version=1) == 2
    assert _left(sale) == 0
    assert lease(database, place(SLOT), 3, version=3) == 3
    assert _left(sale) == 1


def test_people_are_forgotten_thirty_days_after_their_visit(sale, database, clock):
    made = _sell(sale, 1)
    clock.pass_minutes(29 * 24 * 60)
    assert erase(database, clock.now()) == 0
    clock.pass_minutes(3 * 24 * 60)
    assert erase(database, clock.now()) == 1
    left = sale.booking(made.code)
    assert (left.name, left.phone, left.email) == (None, None, None)
    assert left.person != made.person
    assert erase(database, clock.now()) == 0
