"""A center as the hub sees it: a stream of events, pushed and pulled over HTTP."""

from collections.abc import Mapping
from typing import Any

import httpx

from hub_place import CENTER, TOKEN, SetClock
from layso_queue.sync import FIRST, Event, Head, Kind, chained
from layso_queue.sync import messages as m
from layso_queue.sync.leases import lease_key
from layso_queue.sync.status import Status
from layso_queue.sync.wire import read_answer, write


class FarCenter:
    """Tells facts and hears them."""

    def __init__(self, client: httpx.Client, clock: SetClock, life: str = "c-1") -> None:
        self.client = client
        self.clock = clock
        self.sender = m.Sender(center=CENTER, incarnation=life)
        self.seq, self.hash = 0, FIRST
        self.after: Head | None = None
        self.token = TOKEN
        self._made = 0

    def event(self, kind: Kind, entity: str, payload: Mapping[str, Any], version: int = 1) -> Event:
        self._made += 1
        id = f"01990000-0000-7000-8000-{self._made:012x}"
        return Event(
            id=id,
            kind=kind,
            entity=entity,
            version=version,
            occurred_at=self.clock.now(),
            payload=payload,
        )

    def quota(self, service: str, slot: int, n: int, *, remote: bool = False, version: int = 1):
        what = {"service": service, "slot": slot, "remote": remote, "n": n}
        return self.event(Kind.QUOTA_SET, lease_key(service, slot, remote), what, version)

    def ticket(self, id: str, number: str, n: int, key: int, **more: Any) -> Event:
        what = {
            "number": number,
            "series": number[0],
            "n": n,
            "day": "2026-10-05",
            "service": "A",
            "channel": "kiosk",
            "language": "vi",
            "key": key,
            "booking": "",
            **more,
        }
        return self.event(Kind.TICKET_ISSUED, id, what)

    def send(self, message: m.Push | m.Pull | m.Fetch, way: str) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.token}"}
        return self.client.post(f"/v1/sync/{way}", content=write(message), headers=headers)

    def said(self, message: m.Push | m.Pull | m.Fetch, way: str) -> Any:
        answer = self.send(message, way)
        assert answer.status_code == 200, answer.text
        return read_answer(answer.content)

    def push(self, *events: Event, status: Status | None = None) -> Any:
        """Tell these events; move on when the hub has them."""
        answer = self.said(self.as_push(*events, status=status), "push")
        if isinstance(answer, m.Ack):
            self.seq, self.hash = answer.seq, answer.hash
        return answer

    def as_push(self, *events: Event, status: Status | None = None) -> m.Push:
        return m.Push(
            sender=self.sender,
            base_seq=self.seq,
            prev_hash=self.hash,
            events=events,
            status=status,
        )

    def pull(self) -> Any:
        """Hear what is new; a feed moves us on."""
        answer = self.said(m.Pull(sender=self.sender, after=self.after), "pull")
        if isinstance(answer, m.Snapshot):
            self.after = answer.head
        elif isinstance(answer, m.Feed) and answer.events:
            last = chained(answer.base.seq, answer.base.hash, answer.events)[-1]
            self.after = Head(answer.base.incarnation, last.seq, last.hash)
        return answer
