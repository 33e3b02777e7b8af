"""A center's pushes and pulls over HTTP, as the exchange wants them; on both databases."""

import threading

import pytest
from sqlalchemy import select

from hub_center import FarCenter
from hub_place import CENTER, at, place, someone
from layso_queue.hub.passes import pass_of
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.lives import new_life
from layso_queue.hub.storage.noticing import note
from layso_queue.hub.storage.sweeping import bring_back
from layso_queue.hub.storage.tables import aside
from layso_queue.sync import Kind, SyncRefusal
from layso_queue.sync import messages as m
from layso_queue.sync.status import ServiceStatus, Status
from layso_queue.sync.token import verify
from layso_queue.sync.wire import write


@pytest.fixture
def far(client, hub, clock):
    hub.long_poll_s = 0.0
    return FarCenter(client, clock)


def sell(hub, where, number=1):
    return hub.sale.confirm(hub.sale.hold(where).id, someone(number))[0]


def test_what_a_center_tells_stands_on_the_pages(far, client, hub, clock):
    document = {
        "name": {"vi": "Trung tâm Thử", "en": "Test Center"},
        "services": [
            {"code": "A", "name": {"vi": "Chứng thực", "en": "Copies"}, "minutes": 7},
            {"code": "Z", "name": {"vi": "Việc mới", "en": "New thing"}, "minutes": 9},
        ],
    }
    line = ServiceStatus(code="A", open=True, waiting=2, low=5, high=9)
    status = Status(n=1, at=clock.ms - 3_000, day="2026-10-05", open=True, services=(line,))
    moved = {"state": "called", "number": "A002", "service": "A", "key": 2, "counter": 4}
    answer = far.push(
        far.event(Kind.CATALOGUE_SET, "catalogue", {"document": document}),
        far.quota("Z", at("08 09:00"), 5),
        far.ticket("t-1", "A001", 1, 1),
        far.ticket("t-2", "A002", 2, 2),
        far.event(Kind.TICKET_MOVED, "t-2", moved, 2),
        status=status,
    )
    assert isinstance(answer, m.Ack)
    assert answer.seq == 5
    page = client.get(f"/vi/c/{CENTER}").text
    assert "Trung tâm Thử" in page
    assert "2 người đang chờ, chờ khoảng 5–9 phút" in page
    assert "Đất đai" not in page
    assert f'value="{at("08 09:00")}"' in client.get(f"/vi/c/{CENTER}/Z").text
    assert "Mời đến quầy 4" in client.get("/vi/t/t-2").text
    assert "Bạn là người kế tiếp" in client.get("/vi/t/t-1").text
    assert hub.centers.get(CENTER).offset_ms == -3_000
    assert hub.centers.get(CENTER).heard_at == clock.ms


def test_the_same_push_again_has_no_effect_again(far, hub):
    push = far.as_push(far.quota("A", at("08 09:00"), 5), far.ticket("t-1", "A001", 1, 1))
    first, again = far.said(push, "push"), far.said(push, "push")
    assert first == again
    assert first.seq == 2
    assert len(hub.sale.free(CENTER, "A", at("09 00:00"))) == 13


def test_a_gap_a_fork_and_a_copy_are_told_apart(far, client, clock):
    far.push(far.ticket("t-1", "A001", 1, 1))
    ahead = m.Push(sender=far.sender, base_seq=9, prev_hash=far.hash)
    assert far.said(ahead, "push").seq == 1
    assert isinstance(far.said(ahead, "push"), m.Rewind)
    other = FarCenter(client, clock)
    assert isinstance(other.push(other.ticket("t-9", "A009", 9, 9)), m.Behind)
    heir = FarCenter(client, clock, "c-2")
    heir.sender = m.Sender(center=CENTER, incarnation="c-2", lineage=("c-1",))
    returned = heir.said(m.Fetch(sender=heir.sender, after=0, hash=bytes(32)), "fetch")
    assert [one.event.entity for one in returned.entries] == ["t-1"]
    heir.seq, heir.hash = far.seq, far.hash
    assert isinstance(heir.push(heir.ticket("t-2", "A002", 2, 2)), m.Ack)
    assert isinstance(far.push(far.ticket("t-3", "A003", 3, 3)), m.Superseded)
    assert isinstance(far.pull(), m.Superseded)


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


def test_a_strange_event_is_set_aside_and_the_others_go_on(far, hub):
    bad = far.event(Kind.CATALOGUE_SET, "catalogue", {"document": {"services": "none"}})
    strange = far.event("weather.changed", "sky", {"rain": 1})  # type: ignore[arg-type]
    answer = far.push(bad, strange, far.ticket("t-1", "A001", 1, 1))
    assert answer.seq == 3
    rows = hub.database.read(lambda c: c.execute(select(aside.c.why).order_by(aside.c.seq)).all())
    assert [row[0] for row in rows] == ["BAD_PAYLOAD", "KIND_UNKNOWN"]
    assert hub.live.ticket("t-1") is not None


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


def test_a_held_pull_is_answered_when_something_is_sold(far, hub):
    far.pull()
    hub.long_poll_s = 25.0
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(far.pull()))
    waiting.start()
    made = sell(hub, place("06 09:00"))
    waiting.join(60)
    assert not waiting.is_alive()
    assert [one.entity for one in answers[0].events] == [made.id]


def test_only_the_center_itself_is_heard(far, client, clock):
    stranger = FarCenter(client, clock)
    stranger.token = "0" * 64
    refused = stranger.send(stranger.as_push(), "push")
    assert (refused.status_code, refused.json()["code"]) == (401, "TOKEN_NEEDED")
    far.sender = m.Sender(center="00004", incarnation="c-1")
    refused = far.send(far.as_push(), "push")
    assert (refused.status_code, refused.json()["code"]) == (422, "MESSAGE_REFUSED")
    headers = {"authorization": f"Bearer {far.token}"}
    for body in (b"", b"{", b"[]", b'{"type":"push"}', b"\xff" * 10):
        answer = client.post("/v1/sync/push", content=body, headers=headers)
        assert answer.status_code == 422, answer.text


def test_a_center_verifies_a_bookings_qr_without_any_line(far, client, hub, clock):
    made = sell(hub, place("06 09:00"))
    headers = {"authorization": f"Bearer {far.token}"}
    found = client.get("/v1/sync/keys", headers=headers).json()["keys"]
    keys = {name: bytes.fromhex(key) for name, key in found.items()}
    text = pass_of(made, hub.keys)
    assert len(text) < 200
    token = verify(text, keys, CENTER, clock.ms)
    assert (token.booking, token.slot, token.version) == (made.id, made.slot, 1)
    forged = text[:-1] + ("A" if text[-1] != "A" else "E")
    assert verify(forged, keys, CENTER, clock.ms).why.value.startswith("TOKEN_")
    assert verify(text, keys, "00004", clock.ms).why is SyncRefusal.TOKEN_OF_OTHER_CENTER
    after = made.slot + 16 * 3_600_000
    assert verify(text, keys, CENTER, after).why is SyncRefusal.TOKEN_EXPIRED


def test_a_pull_may_come_by_get(far, client):
    headers = {"authorization": f"Bearer {far.token}"}
    request = write(m.Pull(sender=far.sender, after=None)).decode()
    answer = client.get("/v1/sync/pull", params={"request": request}, headers=headers)
    assert answer.json()["type"] == "snapshot"


def test_who_booked_is_told_when_few_are_before_her_and_when_she_is_called(
    client, hub, clock, monkeypatch
):
    told = []
    monkeypatch.setattr(hub.sides, "_ways", lambda kind: told.append(kind) or ())
    hub.long_poll_s = 0.0
    far = FarCenter(client, clock)
    far.pull()
    made = sell(hub, place("05 09:00"))
    used = {"service": "A", "slot": made.slot, "remote": False, "ticket": "t-9", "number": "A009"}

    def moved(n, state, version):
        what = {"state": state, "number": f"A{n:03}", "service": "A", "key": n, "counter": 2}
        return far.event(Kind.TICKET_MOVED, f"t-{n}", what, version)

    far.push(*(far.ticket(f"t-{n}", f"A{n:03}", n, n) for n in range(1, 10)))
    far.push(far.event(Kind.BOOKING_CHECKED_IN, made.id, used))
    far.push(moved(1, "called", 2), moved(2, "called", 2))
    assert told == []
    far.push(moved(3, "called", 2))
    assert told == ["five_before"]
    hub.database.write(lambda c: note(c, made_now(hub, made), "five_before", ("sms",), 0, bytes))
    far.push(moved(4, "called", 2), moved(9, "called", 2))
    assert told == ["five_before", "now"]


def made_now(hub, made):
    return hub.sale.booking(made.code)
