"""Bookings are given up and moved; their places come back in time, never too early."""

from hub_buyers import SLOT, center_has_all, count, left, refused, sell, unbalanced
from hub_place import at, lease, place
from layso_queue.hub.refusals import Refusal
from layso_queue.hub.rules import RELEASE_WITHIN_MS
from layso_queue.hub.storage.sweeping import bring_back
from layso_queue.hub.storage.tables import bookings, freed


def test_a_cancelled_place_comes_back_at_a_random_time_within_half_an_hour(
    sale, database, sides, clock
):
    lease(database, place(SLOT), 12, version=2)
    made = [sell(sale, n) for n in range(12)]
    for one in made:
        assert sale.cancel(one.code).state == "cancelled"
        assert sale.cancel(one.code).state == "cancelled"
    clock.ms += RELEASE_WITHIN_MS
    bring_back(database, sides, clock.now())
    assert left(sale) == 0, "sold again before the center knew"
    clock.ms -= RELEASE_WITHIN_MS
    center_has_all(database, sides)
    back = []
    for _ in range(6):
        clock.ms += RELEASE_WITHIN_MS // 6
        bring_back(database, sides, clock.now())
        back.append(left(sale))
    assert back[-1] == 12
    assert len(set(back)) >= 3, "they came back all at once"
    assert count(database, freed) == 0
    assert unbalanced(database) == 0


def test_a_moved_booking_keeps_its_code_and_frees_its_slot_later(sale, database, sides, clock):
    made = sell(sale, 1)
    moved = sale.move(made.code, at("07 09:30"))
    assert (moved.code, moved.version, moved.day) == (made.code, 2, "2026-10-07")
    assert (moved.name, moved.person) == (made.name, made.person)
    assert (left(sale), left(sale, slot="07 09:30")) == (1, 1)
    assert sale.move(made.code, at("07 09:30")) == moved
    clock.ms += RELEASE_WITHIN_MS
    center_has_all(database, sides)
    assert left(sale) == 2
    assert unbalanced(database) == 0


def test_a_move_that_cannot_be_keeps_the_old_slot(sale, database):
    made = sell(sale, 1)
    other = sell(sale, 1, "07 09:00")
    refused(Refusal.SERVICE_TWICE, sale.move, made.code, at("07 09:30"))
    lease(database, place("06 09:30"), 0, version=2)
    refused(Refusal.SLOT_FULL, sale.move, made.code, at("06 09:30"))
    refused(Refusal.SLOT_UNKNOWN, sale.move, made.code, at("06 10:45"))
    refused(Refusal.SLOT_OVER, sale.move, made.code, at("05 07:30"))
    sale.cancel(other.code)
    refused(Refusal.CANCELLED_ALREADY, sale.move, other.code, at("06 14:00"))
    assert sale.booking(made.code) == made
    assert unbalanced(database) == 0


def test_a_check_in_beats_cancelling_and_moving(sale, database):
    made = sell(sale, 1)
    used = bookings.update().values(state="checked_in")
    database.write(lambda c: c.execute(used))
    refused(Refusal.USED_ALREADY, sale.cancel, made.code)
    refused(Refusal.USED_ALREADY, sale.move, made.code, at("07 09:30"))
