"""What facts about the day, its services and its bookings change."""

from layso_queue.line import events as e
from layso_queue.line.day import Booking, Counter, ServiceDay
from layso_queue.line.order import Places
from layso_queue.line.states import BookingState, DayState


def opened(day: ServiceDay, event: e.DayOpened) -> None:
    """Begin the day with the services and counters of its plan."""
    day.plan = event.plan
    day.state = DayState.OPEN
    day.opened_at = event.at
    day.last_date = event.plan.date
    for service in event.plan.services:
        day.by_service[service.code] = Places()
        day.issued[service.series] = 0
    for counter in event.plan.counters:
        day.by_counter[counter.number] = Places()
        day.counters[counter.number] = Counter(
            number=counter.number, services=counter.services, since=event.at
        )


def reopened(day: ServiceDay, _: e.DayReopened) -> None:
    """Give numbers again; the series go on where they were."""
    day.state = DayState.OPEN


def closed(day: ServiceDay, _: e.DayClosed) -> None:
    """Give no more numbers."""
    day.state = DayState.CLOSED


def service_closed(day: ServiceDay, event: e.ServiceClosed) -> None:
    """Remember why the service gives no numbers."""
    day.closed_services[event.service] = event.reason


def service_reopened(day: ServiceDay, event: e.ServiceReopened) -> None:
    """Let the service give numbers again."""
    del day.closed_services[event.service]


def booking_made(day: ServiceDay, event: e.BookingMade) -> None:
    """Keep the appointment."""
    day.bookings[event.code] = Booking(
        code=event.code, service=event.service, slot=event.slot, priority=event.priority
    )


def booking_moved(day: ServiceDay, event: e.BookingMoved) -> None:
    """Let the appointment stand at its new slot."""
    booking = day.bookings[event.code]
    booking.service, booking.slot = event.service, event.slot


def booking_cancelled(day: ServiceDay, event: e.BookingCancelled) -> None:
    """Mark the appointment as given up."""
    day.bookings[event.code].state = BookingState.CANCELLED


def booking_restored(day: ServiceDay, event: e.BookingRestored) -> None:
    """Let booking and ticket know each other again, whatever became of the booking meanwhile."""
    if event.code not in day.bookings:
        day.bookings[event.code] = Booking(
            code=event.code, service=event.service, slot=event.slot, priority=event.priority
        )
    booking = day.bookings[event.code]
    booking.state = BookingState.CHECKED_IN
    booking.ticket = event.ticket
    day.tickets[event.ticket].booking = event.code


def booking_missed(day: ServiceDay, event: e.BookingMissed) -> None:
    """Mark the appointment as missed."""
    day.bookings[event.code].state = BookingState.MISSED


def rehearsal_issued(day: ServiceDay, event: e.RehearsalIssued) -> None:
    """Count practice numbers apart from all others."""
    day.rehearsed[event.service] = day.rehearsed.get(event.service, 0) + 1


def number_floor_set(day: ServiceDay, event: e.NumberFloorSet) -> None:
    """Let the series go on after this number, unless it has gone further."""
    day.floors[event.series] = event.floor
