"""What a journal shows of people who go before others: bookings and privileged arrivals."""

from layso_queue.forecast.seen import Seen
from layso_queue.line import events as e
from layso_queue.line.order import MINUTE


class ComingSeen:
    """The bookings and head starts of one day, as far as its journal has been told."""

    def __init__(self, seen: Seen) -> None:
        """Write into `seen`."""
        self._seen = seen
        self._slots: dict[str, int] = {}

    def booked(self, event: e.BookingMade) -> None:
        """Note an appointment."""
        self._slots[event.code] = event.slot
        self._seen.booked += 1

    def moved(self, event: e.BookingMoved, offset: int) -> None:
        """Note an appointment's new slot; one of another day is none of this day's.

        `offset` is the center's local time in minutes.
        """
        was = self._slots.pop(event.code, None)
        self._seen.booked -= was is not None
        if _day(event.slot, offset) == _day(event.at, offset):
            self._slots[event.code] = event.slot
            self._seen.booked += 1

    def cancelled(self, event: e.BookingCancelled) -> None:
        """Forget an appointment given up beforehand."""
        if self._slots.pop(event.code, None) is not None:
            self._seen.booked -= 1

    def restored(self, event: e.BookingRestored) -> None:
        """Note that an appointment's person came; when is not said again."""
        self._seen.booked += self._slots.pop(event.code, None) is None  # lost, or of another day
        self._seen.came += 1

    def issued(self, event: e.TicketIssued, hour: int) -> None:
        """Note how late a booking came, or that somebody with a head start did."""
        self._seen.arrived[hour] = self._seen.arrived.get(hour, 0) + 1
        slot = self._slots.pop(event.booking, None) if event.booking else None
        if slot is not None:
            self._seen.came += 1
            self._seen.lateness.append((event.arrived - slot) / MINUTE)
        elif event.key < event.arrived:
            head = (event.arrived - event.key) // MINUTE
            who = (event.service, head, hour)
            self._seen.privileged[who] = self._seen.privileged.get(who, 0) + 1


def _day(at: int, offset: int) -> int:
    return (at + offset * MINUTE) // (1440 * MINUTE)
