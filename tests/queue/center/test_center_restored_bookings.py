"""Let in, told to the hub, then lost with the disk: the ticket and its booking find each other."""

from types import SimpleNamespace

import pytest

from center_mended import copy, mended, say_again, spoil
from hub_beside import Wire, hub_beside
from hub_place import place as slot_of
from hub_place import someone
from layso_queue.center.keeping.link_life import LinkLife
from layso_queue.center.sync.link import Standing
from layso_queue.hub.passes import pass_of, public_keys
from layso_queue.line.states import BookingState
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.outbox import tell

pytestmark = pytest.mark.anyio

HALF_PAST = "05 09:30"


@pytest.fixture
def hub(hub_model, tmp_path, clock):
    with hub_beside(hub_model, tmp_path, clock) as found:
        yield found


def book(hub, when=HALF_PAST):
    return hub.sale.confirm(hub.sale.hold(slot_of(when)).id, someone())[0]


def joined(hub, place):
    """A line between the hub and the center that is at work now."""
    wire = Wire(hub, place)
    wire.center.exchange.tell_journal(wire.at())
    wire.center.keyring.take(public_keys(hub.keys))
    return wire


async def come(place, id=None, **shown):
    answer = await place.post("/v1/check-ins", shown | ({"id": id} if id else {}))
    return answer.status_code, answer.json()


class Looking:
    """What a center does by itself every two seconds, as long as it runs."""

    def __init__(self, wire):
        self.wire, center, place = wire, wire.center, wire.place
        self.link = SimpleNamespace(standing=None)
        self.life = LinkLife(center.exchange, self.link, center.writer, place.clock, place.new_id)

    async def look(self):
        self.link.standing = Standing(mode=Mode.GOING, aside=len(self.aside()))
        await self.life.bring_back()

    def aside(self):
        with self.wire.center.exchange.begin(self.wire.place.clock.now(), "x") as side:
            return list(side.inbox.aside())


async def stands(wire, booked):
    """The booking and its ticket in the center's line; the booking in its book; the hub's."""
    day = await wire.center.writer.look(lambda desk: desk.day)
    with wire.center.exchange.begin(wire.place.clock.now(), "x") as side:
        kept = side.booking(booked.id)
    line = day.bookings[booked.code]
    return line, day.tickets[line.ticket], kept, wire.hub.sale.booking(booked.code)


async def used_everywhere(wire, booked, given):
    line, ticket, kept, there = await stands(wire, booked)
    assert (line.state, line.slot) == (BookingState.CHECKED_IN, booked.slot)
    assert (ticket.id, ticket.number, ticket.booking) == (given["id"], given["number"], line.code)
    for one in (kept, there):
        assert (one.state, one.ticket, one.number) == ("checked_in", given["id"], given["number"])
    assert kept.code == booked.code
    for shown in ({"code": booked.code}, {"token": pass_of(booked, wire.hub.keys)}):
        status, said = await come(wire.place, **shown)
        assert (status, said["code"]) == (409, "BOOKING_USED")
    status, said = await come(wire.place, given["id"], code=booked.code)
    assert (status, said["number"]) == (200, given["number"]), "asked again, it is the same"
    assert said["appointment"] == given["appointment"]


async def let_in_and_lost(place, stick, hub, copied, shown="code"):
    """Book, come, be told to the hub, and lose the disk; return the booking and the ticket."""
    async with place.opened():
        wire = joined(hub, place)
        if copied == "before it was booked":
            copy(place, stick)
        booked = book(hub)
        await wire.down()
        if copied == "before she came":
            copy(place, stick)
        by = {"code": booked.code, "token": pass_of(booked, hub.keys)}[shown]
        status, given = await come(place, **{shown: by})
        assert status == 201, given
        await wire.up()
    spoil(place)
    place.clock.pass_minutes(3)
    return booked, given


COPIED = pytest.mark.parametrize("copied", ["before it was booked", "before she came"])


@COPIED
@pytest.mark.parametrize("shown", ["code", "token"])
async def test_who_was_let_in_before_the_disk_died_stays_let_in(place, stick, hub, copied, shown):
    booked, given = await let_in_and_lost(place, stick, hub, copied, shown)
    async with mended(place):
        wire = joined(hub, place)
        center = Looking(wire)
        await wire.up()  # the hub gives back what it was told, and the center takes it up
        await center.look()
        await used_everywhere(wire, booked, given)
        for _ in range(2):
            await wire.down()
            await wire.up()
            await center.look()
        await used_everywhere(wire, booked, given)
        assert center.aside() == [], "nothing is left for staff"


@COPIED
async def test_the_kiosk_may_say_her_number_before_the_hub_says_whose_it_is(
    place, stick, hub, copied
):
    booked, given = await let_in_and_lost(place, stick, hub, copied)
    async with mended(place):
        wire = joined(hub, place)
        center = Looking(wire)
        assert (await say_again(place, [given]))["restored"] == [given["id"]]
        await center.look()
        await wire.up()
        await center.look()
        await used_everywhere(wire, booked, given)
        await wire.down()
        await center.look()
        await used_everywhere(wire, booked, given)


async def test_she_is_not_let_in_again_between_the_hubs_word_and_the_lines(place, stick, hub):
    booked, given = await let_in_and_lost(place, stick, hub, "before she came")
    async with mended(place):
        wire = joined(hub, place)
        await wire.up()
        status, said = await come(place, code=booked.code)
        assert (status, said["code"]) == (409, "BOOKING_USED")
        await Looking(wire).look()
        await used_everywhere(wire, booked, given)


async def test_what_an_older_program_told_without_a_code_is_joined_when_the_code_comes(
    place, stick, hub, monkeypatch
):
    def without(side, kind, booking, at):
        payload = {"service": booking.service, "slot": booking.slot, "remote": booking.remote}
        payload |= {"ticket": booking.ticket, "number": booking.number}
        tell(side.outbox, at.event(kind, booking.id, booking.version, payload), at.now)

    with monkeypatch.context() as patch:
        patch.setattr(telling, "tell_booking", without)
        booked, given = await let_in_and_lost(place, stick, hub, "before it was booked")
    async with mended(place):
        wire = joined(hub, place)
        center = Looking(wire)
        await wire.up()
        await center.look()
        await wire.down()  # now the code is known, and the line has the booking as not used yet
        status, said = await come(place, code=booked.code)
        assert (status, said["code"]) == (409, "BOOKING_USED")
        await center.look()
        await used_everywhere(wire, booked, given)
