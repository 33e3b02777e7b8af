"""What a center sends up, step by step: push, and after a restore fetch back what was lost."""

from dataclasses import replace

from layso_queue.sync.at_center.lives import begin_life, common_place, whole_after
from layso_queue.sync.at_center.storage import CenterSide, Mode
from layso_queue.sync.at_center.taking_up import take_up
from layso_queue.sync.backoff import Backoff
from layso_queue.sync.messages import (
    MOST_EVENTS,
    Ack,
    Behind,
    Fetch,
    Push,
    Returned,
    Rewind,
    Sender,
    Superseded,
)
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import acknowledge
from layso_queue.sync.positions import Entry, chained
from layso_queue.sync.rules import ALL, Rules
from layso_queue.sync.status import Status

HEARTBEAT_MS = 60_000
"""A push without events this often, so that a restored hub or a copy is noticed."""


class Uplink:
    """Decides the next request and takes its answer in. Keeps only what a restart may forget."""

    def __init__(self, rules: Rules = ALL) -> None:
        """Begin with the largest batches."""
        self.backoff = Backoff(rules)
        self.limit = MOST_EVENTS
        self.heard_at: int | None = None
        self._rules = rules
        self._told_status = -1
        self._pages: list[Entry] = []

    def next(self, side: CenterSide, at: Moment, status: Status | None) -> Push | Fetch | None:
        """Return what to send now; None when there is nothing, or nobody to send to."""
        if side.state.mode is Mode.RETURNING:
            return self._fetch(side)
        if side.state.mode is not Mode.GOING:
            return None
        base = side.outbox.acked()
        entries = side.outbox.after(base, self.limit)
        hash = side.outbox.hash_at(base)
        if hash is None or not whole_after(side, base):
            side.keep_state(replace(side.state, mode=Mode.APART))
            return None
        quiet = self.heard_at is not None and abs(at.now - self.heard_at) < HEARTBEAT_MS
        # A heartbeat tells the status again: a restored hub has an old one.
        old = status is None or (status.n == self._told_status and quiet)
        new = None if old else status
        if not entries and new is None and quiet:
            return None
        events = tuple(entry.event for entry in entries)
        return Push(sender=sender(side), base_seq=base, prev_hash=hash, events=events, status=new)

    def answered(
        self,
        side: CenterSide,
        request: Push | Fetch,
        answer: Ack | Rewind | Behind | Superseded | Returned,
        at: Moment,
    ) -> None:
        """Take in the hub's answer to `request`, in one transaction."""
        if _took_none(request, answer):
            self.failed()
        else:
            self.backoff.succeeded()
            self.limit = min(MOST_EVENTS, self.limit + max(1, self.limit // 8))
        self.heard_at = at.now
        if request.sender != sender(side):
            return  # the center began another life meanwhile
        match answer:
            case Superseded():
                side.keep_state(replace(side.state, mode=Mode.SUPERSEDED, by=answer.by))
            case Returned() if isinstance(request, Fetch):
                self._returned(side, request, answer, at)
            case Behind():
                self._behind(side, answer, at)
            case Rewind():
                self._rewind(side, answer, at)
            case Ack() if isinstance(request, Push):
                if request.status is not None:
                    self._told_status = request.status.n
                self._acked(side, answer, at)

    def failed(self) -> None:
        """Nothing came back in time, or the request was refused as too large: send less, later."""
        self.backoff.failed()
        if self._rules.batches_shrink:
            self.limit = max(1, self.limit // 2)

    def _fetch(self, side: CenterSide) -> Fetch | None:
        common = side.state.common
        if self._pages and self._pages[0].seq != common + 1:
            self._pages = []
        last = self._pages[-1] if self._pages else None
        hash = last.hash if last else side.outbox.hash_at(common)
        if hash is None:
            side.keep_state(replace(side.state, mode=Mode.APART))
            return None
        after = last.seq if last else common
        return Fetch(sender=sender(side), after=after, hash=hash, limit=self.limit)

    def _returned(self, side: CenterSide, fetch: Fetch, got: Returned, at: Moment) -> None:
        events = [entry.event for entry in got.entries]
        if list(got.entries) != chained(fetch.after, fetch.hash, events):
            self.backoff.failed()
            return
        self._pages += got.entries
        if not got.more:
            take_up(side, self._pages, got, at)
            self._pages = []

    def _acked(self, side: CenterSide, ack: Ack, at: Moment) -> None:
        known = side.outbox.hash_at(ack.seq)
        if self._rules.hashes_agree and known != ack.hash:
            begin_life(side, at)  # the hub has more of this life, or other things, than we know of
        elif known is not None:
            acknowledge(side.outbox, ack.seq, ack.now, self._rules)

    def _rewind(self, side: CenterSide, rewind: Rewind, at: Moment) -> None:
        known = side.outbox.hash_at(rewind.seq)
        if known is None or not whole_after(side, rewind.seq):
            side.keep_state(replace(side.state, mode=Mode.APART))
        elif known != rewind.hash:
            begin_life(side, at)
        else:
            side.outbox.set_acked(rewind.seq, rewind.now)

    def _behind(self, side: CenterSide, behind: Behind, at: Moment) -> None:
        self._pages = []
        common = common_place(side, behind.marks)
        if common is None:
            side.keep_state(replace(side.state, mode=Mode.APART))
        elif side.state.mode is Mode.RETURNING:
            side.keep_state(replace(side.state, common=common))
        else:
            begin_life(side, at, common)


def _took_none(request: Push | Fetch, answer: object) -> bool:
    """Return whether the hub acknowledged nothing new of what it was sent: no use to hurry."""
    if not isinstance(answer, Ack) or not isinstance(request, Push) or not request.events:
        return False
    return answer.seq <= request.base_seq


def sender(side: CenterSide) -> Sender:
    """Return who this center is in its present life."""
    head = side.outbox.head()
    if head is None:
        raise RuntimeError("a center has an incarnation from its first day")
    return Sender(center=side.code, incarnation=head.incarnation, lineage=side.state.lineage)
