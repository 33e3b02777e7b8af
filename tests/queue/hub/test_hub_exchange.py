"""A center's pushes and pulls over HTTP, as the exchange wants them; on both databases."""

import threading

import pytest
from sqlalchemy import select

from hub_center import FarCenter
from hub_place import CENTER, at, place, sell
from hub_reader import words
from layso_queue.hub.storage import Live
from layso_queue.hub.storage.lives import life_of, new_life
from layso_queue.hub.storage.tables import aside
from layso_queue.sync import Kind
from layso_queue.sync import messages as m
from layso_queue.sync.leases import lease_key
from layso_queue.sync.status import ServiceStatus, Status
from layso_queue.sync.wire import write


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
    page = words(client.get(f"/vi/c/{CENTER}"))
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


def test_a_strange_event_is_set_aside_and_the_others_go_on(far, hub):
    bad = far.event(Kind.CATALOGUE_SET, "catalogue", {"document": {"services": "none"}})
    strange = far.event("weather.changed", "sky", {"rain": 1})  # type: ignore[arg-type]
    answer = far.push(bad, strange, far.ticket("t-1", "A001", 1, 1))
    assert answer.seq == 3
    rows = hub.database.read(lambda c: c.execute(select(aside.c.why).order_by(aside.c.seq)).all())
    assert [row[0] for row in rows] == ["BAD_PAYLOAD", "KIND_UNKNOWN"]
    assert hub.live.ticket("t-1") is not None


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


def test_a_pull_may_come_by_get(far, client):
    headers = {"authorization": f"Bearer {far.token}"}
    request = write(m.Pull(sender=far.sender, after=None)).decode()
    answer = client.get("/v1/sync/pull", params={"request": request}, headers=headers)
    assert answer.json()["type"] == "snapshot"


def test_the_answers_before_a_snapshot_are_given_again(far, hub):
    assert isinstance(far.pull(), m.Snapshot)
    incarnation = far.after.incarnation
    far.push(far.quota("Z", at("08 09:00"), 3), far.quota("Z", at("08 09:30"), 2))
    far.after = None  # restored to before its first pull, where the hub was not
    assert isinstance(far.pull(), m.Snapshot)
    assert far.pull().events == ()
    far.push(far.event(Kind.ECHO_DONE, "echo", {"hub": incarnation}))
    told = {one.entity: one.payload["n"] for one in far.pull().events}
    assert told[lease_key("Z", at("08 09:00"))] == 3
    assert told[lease_key("Z", at("08 09:30"))] == 2


def test_a_center_is_told_in_which_life_of_the_hub_its_own_came_back(far, hub):
    far.push(far.ticket("t-1", "A001", 1, 1))
    life = hub.database.read(life_of)
    fetch = m.Fetch(sender=far.sender, after=0, hash=bytes(32))
    assert far.said(fetch, "fetch").hub == life
    hub.database.write(lambda c: new_life(c, "h-after-the-restore"))
    assert far.said(fetch, "fetch").hub == "h-after-the-restore"


@pytest.mark.parametrize("told", [{"counter": 2}, {"counter": None, "to_counter": 2}])
def test_a_ticket_for_one_counter_stands_in_no_service_s_line(far, database, told):
    """Older centers say where a ticket that waits is wanted by the word for where it is."""
    moved = {"state": "waiting", "number": "A001", "service": "A", "key": 1, **told}
    far.push(
        far.ticket("t-1", "A001", 1, 1),
        far.ticket("t-3", "A002", 2, 5, born=20),
        far.ticket("t-2", "A003", 3, 5, born=21),
        far.event(Kind.TICKET_MOVED, "t-1", moved, 2),
    )
    line = Live(database).line(CENTER)
    assert {id: ahead for id, (_, ahead) in line.items()} == {"t-1": 0, "t-3": 0, "t-2": 1}
    assert line["t-1"][0].to_counter == 2
    assert Live(database).ticket("t-2") == line["t-2"]
