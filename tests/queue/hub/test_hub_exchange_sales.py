"""What a center and its hub tell each other of places and bookings; on both databases."""

import pytest

from hub_place import CENTER, at, place, sell
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.lives import new_life
from layso_queue.hub.storage.sweeping import bring_back
from layso_queue.sync import Kind
from layso_queue.sync import messages as m


def test_a_sale_reaches_its_center_and_a_check_in_comes_back(far, client, hub):
    snapshot = far.pull()
    assert isinstance(snapshot, m.Snapshot)
    made = sell(hub, place("06 09:00"))
    feed = far.pull()
    assert [one.kind for one in feed.events] == ["booking.booked"]
    payload = feed.events[0].payload
    assert (payload["code"], payload["name"]) == (made.code, made.name)
    assert "09000" not in str(payload), "the phone number left the hub"
    assert far.pull().events == ()
    used = {
        "service": "A",
        "slot": made.slot,
        "remote": False,
        "ticket": "t-5",
        "number": "A005",
    }
    far.push(far.event(Kind.BOOKING_CHECKED_IN, made.id, used))
    assert hub.sale.booking(made.code).state == "checked_in"
    with pytest.raises(Refused) as refused:
        hub.sale.cancel(made.code)
    assert refused.value.why is Refusal.USED_ALREADY
    page = client.get(f"/vi/b/{made.code}").text
    assert "A005" in page
    assert 'href="/vi/t/t-5"' in page


def test_a_number_from_home_is_given_by_the_center(far, client, hub):
    far.pull()
    made = sell(hub, place("05 00:00", remote=True))
    (asked,) = far.pull().events
    assert asked.kind == "remote.requested"
    given = {
        "service": "A",
        "slot": made.slot,
        "remote": True,
        "ticket": "t-7",
        "number": "A007",
        "key": 7,
    }
    far.push(
        far.ticket("t-7", "A007", 7, 7, channel="web"),
        far.event(Kind.REMOTE_GIVEN, made.id, given),
    )
    page = client.get(f"/vi/b/{made.code}").text
    assert "A007" in page
    assert "Số của bạn" in page
    assert "Bạn là người kế tiếp" in client.get("/vi/t/t-7").text


def test_a_refused_number_from_home_frees_its_person(far, hub):
    far.pull()
    made = sell(hub, place("05 00:00", remote=True))
    far.push(far.event(Kind.REMOTE_REFUSED, made.id, {"why": "DAY_CLOSED"}))
    assert hub.sale.booking(made.code).state == "cancelled"
    assert sell(hub, place("05 09:00")).state == "booked"


def test_a_cancelled_place_is_sold_again_only_when_the_center_knows(far, hub, clock):
    far.pull()
    made = [sell(hub, place("06 09:00"), n) for n in (1, 2)]
    hub.sale.cancel(made[0].code)
    clock.pass_minutes(31)
    with pytest.raises(Refused):
        hub.sale.hold(place("06 09:00"))
    far.pull()
    far.pull()
    assert hub.sale.hold(place("06 09:00")).place == place("06 09:00")


def test_a_place_stays_kept_until_the_center_has_told_what_it_did_before_it_knew(far, hub, clock):
    far.pull()
    made = [sell(hub, place("06 09:00"), n) for n in (1, 2)]
    far.pull()
    hub.sale.cancel(made[0].code)
    used = {"service": "A", "slot": made[0].slot, "remote": False, "ticket": "t", "number": "A001"}
    check_in = far.event(Kind.BOOKING_CHECKED_IN, made[0].id, used)
    far.pull()
    far.said(m.Pull(sender=far.sender, after=far.after, told=1), "pull")
    clock.pass_minutes(31)
    bring_back(hub.database, hub.sides, clock.ms)
    with pytest.raises(Refused):
        hub.sale.hold(place("06 09:00"))
    far.push(check_in)
    far.said(m.Pull(sender=far.sender, after=far.after, told=1), "pull")
    bring_back(hub.database, hub.sides, clock.ms)
    with pytest.raises(Refused):
        hub.sale.hold(place("06 09:00"))
    assert hub.sale.booking(made[0].code).state == "checked_in"


def test_a_closed_time_is_not_sold_and_its_bookings_stand(far, hub):
    made = sell(hub, place("06 09:00"))
    closed = {"service": "A", "from": at("06 08:00"), "to": at("06 12:00"), "reason": "bão"}
    far.push(far.event(Kind.CLOSURE_SET, "closure-1", closed))
    with pytest.raises(Refused) as refused:
        hub.sale.hold(place("06 09:30"))
    assert refused.value.why is Refusal.SERVICE_CLOSED
    shown = {one.slot for one in hub.sale.free(CENTER, "A", at("07 00:00"))}
    assert at("06 09:30") not in shown
    assert at("06 14:00") in shown
    assert hub.sale.booking(made.code).state == "booked"
    far.push(far.event(Kind.CLOSURE_LIFTED, "closure-1", {}, 2))
    assert hub.sale.hold(place("06 09:30")).place.slot == at("06 09:30")


def test_a_restored_hub_sells_nothing_until_the_center_has_told_again(far, hub, client):
    far.pull()
    known = sell(hub, place("06 09:00"))
    hub.database.write(lambda c: new_life(c, "h-after-the-restore"))
    with pytest.raises(Refused) as refused:
        hub.sale.hold(place("06 09:30"))
    assert refused.value.why is Refusal.SALES_FROZEN
    snapshot = far.pull()
    assert isinstance(snapshot, m.Snapshot)
    assert [one.id for one in snapshot.bookings] == [known.id]
    lost = {
        "code": "0123456789ABCDEFG",
        "service": "A",
        "slot": at("06 09:30"),
        "remote": False,
        "priority": "none",
        "language": "vi",
        "name": "Trần Thị Thử",
        "card": "",
        "state": "booked",
        "ticket": "",
        "number": "",
    }
    far.push(
        far.event(Kind.BOOKING_ECHOED, "01990000-0000-7000-8000-00000000abcd", lost),
        far.event(Kind.ECHO_DONE, "echo", {"hub": "h-after-the-restore"}),
    )
    assert "Trần Thị Thử" in client.get("/vi/b/0123456789ABCDEFG").text
    left = {one.slot: one.free for one in hub.sale.free(CENTER, "A", at("07 00:00"))}
    assert left[at("06 09:30")] == 1
    assert hub.sale.hold(place("06 14:00")).place.slot == at("06 14:00")
