"""A center at work with a hub: what was booked on the web is let in, and the hub hears of it."""

import pytest
from pydantic import ValidationError

from layso_queue.center.settings.model import HubPart
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking, Kind
from layso_queue.sync.moment import Moment

WEB = "01999999-0000-7000-8000-000000000001"


def _facts(center, at):
    told = 1
    while told:
        told = center.exchange.tell_journal(at)
    with center.exchange.begin(at.now, "a") as side:
        return [entry.event for entry in side.outbox.after(0, 500)], side.booking(WEB)


@pytest.mark.anyio
async def test_a_web_booking_is_checked_in_and_told_with_its_number(working):
    center, clock = working.center, working.clock
    at = Moment(clock.now(), working.new_id)
    center.exchange.tell_journal(at)
    booking = Booking(id=WEB, code="7K2P9QXMWD3RTV4H", service="A", slot=clock.now())
    with center.exchange.begin(clock.now(), "a") as side:
        side.keep_booking(booking)
    await center.arrivals.bring()
    body = {"id": working.new_id(), "code": booking.code}
    answer = await working.ask("POST", "/v1/check-ins", body)
    assert answer.status_code == 201, answer.text
    walk_in = {"id": working.new_id(), "service": "A"}
    assert (await working.ask("POST", "/v1/tickets", walk_in)).status_code == 201
    told, kept = _facts(center, at)
    kinds = [one.kind for one in told]
    assert kinds == [Kind.TICKET_ISSUED, Kind.BOOKING_CHECKED_IN, Kind.TICKET_ISSUED]
    assert told[1].payload["number"] == answer.json()["number"]
    assert told[2].id == walk_in["id"]
    assert (kept.state, kept.number) == (BookingState.CHECKED_IN, answer.json()["number"])
    assert _facts(center, at)[0] == told


def _midnight(clock):
    return clock.now() - 9 * 3_600_000


@pytest.mark.anyio
async def test_a_number_taken_from_home_is_given_once_and_told(working):
    center, clock = working.center, working.clock
    at = Moment(clock.now(), working.new_id)
    center.exchange.tell_journal(at)
    booking = Booking(id=WEB, code="c", service="A", slot=_midnight(clock), remote=True)
    with center.exchange.begin(clock.now(), "a") as side:
        side.keep_booking(booking)
    await center.arrivals.bring()
    await center.arrivals.bring()
    told, kept = _facts(center, at)
    await center.arrivals.bring()
    assert [one.kind for one in told] == [Kind.TICKET_ISSUED, Kind.REMOTE_GIVEN]
    assert (kept.state, kept.number) == (BookingState.CHECKED_IN, "A001")
    shown = (await working.ask("GET", f"/v1/tickets/{WEB}")).json()
    assert (shown["number"], shown["channel"], shown["state"]) == ("A001", "web", "waiting")


@pytest.mark.anyio
@pytest.mark.parametrize(("service", "days"), [("NONE", 0), ("A", 1)])
async def test_a_number_that_cannot_be_given_is_refused_and_told(working, service, days):
    center, clock = working.center, working.clock
    at = Moment(clock.now(), working.new_id)
    center.exchange.tell_journal(at)
    slot = _midnight(clock) - days * 86_400_000
    booking = Booking(id=WEB, code="c", service=service, slot=slot, remote=True)
    with center.exchange.begin(clock.now(), "a") as side:
        side.keep_booking(booking)
    await center.arrivals.bring()
    told, kept = _facts(center, at)
    assert [one.kind for one in told] == [Kind.REMOTE_REFUSED]
    assert kept.state is BookingState.CANCELLED
    assert center.exchange.remote_waiting() == []


@pytest.mark.anyio
async def test_a_ticket_s_moves_are_told_and_names_are_not(working):
    center = working.center
    at = Moment(working.clock.now(), working.new_id)
    center.exchange.tell_journal(at)
    ticket = {"id": working.new_id(), "service": "A"}
    await working.ask("POST", "/v1/tickets", ticket)
    cancel = {"id": working.new_id(), "reason": "Bà Nguyễn Thị Ánh về trước"}
    path = f"/v1/tickets/{ticket['id']}/cancel"
    answer = await working.ask("POST", path, cancel)
    assert answer.status_code == 200, answer.text
    told, _ = _facts(center, at)
    assert [one.kind for one in told] == [Kind.TICKET_ISSUED, Kind.TICKET_MOVED]
    assert told[1].payload["state"] == "cancelled"
    assert "Ánh" not in str(told)


@pytest.mark.parametrize(
    "part",
    [
        {"url": "http://hub.example.vn", "key": "k"},
        {"url": "http://127.0.0.1.example.vn", "key": "k"},
        {"url": "ftp://hub", "key": "k"},
        {"url": "https://hub.example.vn"},
        {"key": "k"},
    ],
)
def test_a_hub_s_address_must_be_safe_and_whole(part):
    with pytest.raises(ValidationError):
        HubPart.model_validate(part)


@pytest.mark.parametrize("url", ["https://hub.example.vn", "http://127.0.0.1:8030", ""])
def test_a_hub_s_address_may_be_plain_only_on_this_machine(url):
    assert HubPart(url=url, key="k" if url else "").url == url
