"""Who buys: at most two bookings a day, each service once, forgotten in time."""

import threading

from hub_buyers import SLOT, count, refused, sell, unbalanced
from hub_place import place, someone
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.sweeping import erase
from layso_queue.hub.storage.tables import bookings


def test_one_person_books_twice_a_day_and_each_service_once(sale, database):
    sell(sale, 1, SLOT, "A")
    again = sale.hold(place("06 09:30", "A"))
    refused(Refusal.SERVICE_TWICE, sale.confirm, again.id, someone(1))
    assert sale.held(again.id) is not None
    sell(sale, 1, SLOT, "H")
    third = sale.hold(place(SLOT, "L"))
    refused(Refusal.DAY_LIMIT, sale.confirm, third.id, someone(1))
    sell(sale, 1, "07 09:00", "A")
    sell(sale, 2, SLOT, "L")
    assert count(database, bookings) == 4
    assert unbalanced(database) == 0


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
    assert count(database, bookings) == 2


def test_who_cancelled_may_book_that_day_again(sale):
    sale.cancel(sell(sale, 1).code)
    assert sell(sale, 1).state == "booked"


def test_people_are_forgotten_thirty_days_after_their_visit(sale, database, clock):
    made = sell(sale, 1)
    clock.pass_minutes(29 * 24 * 60)
    assert erase(database, clock.now()) == 0
    clock.pass_minutes(3 * 24 * 60)
    assert erase(database, clock.now()) == 1
    left = sale.booking(made.code)
    assert (left.name, left.phone, left.email) == (None, None, None)
    assert left.person != made.person
    assert erase(database, clock.now()) == 0
