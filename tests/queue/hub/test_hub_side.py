"""The hub's streams behave as the ones on which the exchange was tried, step by step."""

import random

import pytest

from hub_place import CENTER
from layso_queue.hub.storage.side.log import StreamLog
from layso_queue.sync import Entry, Event, Head, SyncRefusal, SyncRefused
from layso_queue.sync.storage import SetAside
from layso_queue.sync.trial.rows import Stream
from layso_queue.sync.trial.store import Store


def _entry(seq, word="x"):
    id = f"01990000-0000-7000-8000-{seq:012x}"
    event = Event(
        id=id,
        kind="ticket.issued",
        entity=f"t-{word}",
        version=1,
        occurred_at=seq,
        payload={"a": [word]},
    )
    return Entry(seq, bytes([seq % 256]) * 32, event)


class _Failed(Exception):
    """Rolls a step back."""


@pytest.mark.parametrize("seed", range(2))
def test_a_stream_answers_as_the_tried_one(database, seed):
    chance = random.Random(seed)
    model = Stream(Store(), "center.in")
    seq, now = 0, 1_000

    for _ in range(80):
        step = chance.choice(["add", "add", "add", "cut", "ack", "forget", "head", "fail"])
        now += chance.randrange(50)

        def work(connection, step=step, now=now):
            nonlocal seq
            log = StreamLog(connection, CENTER, "in")
            if step in ("add", "fail"):
                entry = _entry(seq + 1, str(now))
                log.add(entry, now)
                if step == "fail":
                    raise _Failed
                model.add(entry, now)
                seq += 1
                for one in (log, model):
                    one.set_head(Head("c-1", entry.seq, entry.hash))
            elif step == "cut" and seq:
                seq -= chance.randrange(min(3, seq))
                for one in (log, model):
                    one.cut(seq)
            elif step == "ack":
                to = chance.randint(0, seq)
                for one in (log, model):
                    one.set_acked(to, now)
            elif step == "forget":
                before = now - chance.randrange(300)
                for one in (log, model):
                    one.forget(before)
            return (
                log.head(),
                log.acked(),
                [log.hash_at(n) for n in range(seq + 2)],
                log.after(max(0, seq - 5), 3),
            )

        try:
            found = database.write(work)
        except _Failed:
            continue
        assert found[0] == model.head()
        assert found[1] == model.acked()
        assert found[2] == [model.hash_at(n) for n in range(seq + 2)]
        assert found[3] == list(model.after(max(0, seq - 5), 3))


def test_what_is_set_aside_keeps_back_its_entity_until_it_is_taken_up(database, sides):
    one = SetAside(_entry(7), SyncRefused(SyncRefusal.BAD_PAYLOAD, {"field": "n"}))

    def keep(connection):
        inbox = sides.open(connection, CENTER)[0].inbox
        inbox.set_aside(one, 5)
        inbox.set_aside(one, 6)
        return list(inbox.aside()), inbox.blocked("t-x"), inbox.blocked("t-y")

    assert database.write(keep) == ([one], True, False)

    def take(connection):
        inbox = sides.open(connection, CENTER)[0].inbox
        inbox.taken_up(one.entry.event.id)
        return list(inbox.aside()), inbox.blocked("t-x")

    assert database.write(take) == ([], False)
