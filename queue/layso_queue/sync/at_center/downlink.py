"""What a center draws down, step by step: the hub's events after the last one it has."""

from dataclasses import replace
from functools import partial

from layso_queue.sync.at_center.effects import reconcile, take_effect
from layso_queue.sync.at_center.storage import CenterSide, Mode
from layso_queue.sync.at_center.uplink import sender
from layso_queue.sync.backoff import Backoff
from layso_queue.sync.inbox import take_in
from layso_queue.sync.messages import MOST_EVENTS, Feed, Pull, PullAnswer, Snapshot, Superseded
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Head, chained
from layso_queue.sync.rules import ALL, Rules


class Downlink:
    """Decides the next pull and takes its answer in."""

    def __init__(self, rules: Rules = ALL) -> None:
        """Begin with the largest batches."""
        self.backoff = Backoff(rules)
        self.limit = MOST_EVENTS
        self._rules = rules

    def next(self, side: CenterSide) -> Pull | None:
        """Return the pull to send now; None while the center must not, or need not, ask."""
        if side.state.mode is not Mode.GOING:
            return None
        own = side.outbox.head()
        return Pull(
            sender=sender(side),
            after=side.inbox.log.head(),
            told=own.seq if own else 0,
            limit=self.limit,
        )

    def answered(self, side: CenterSide, pull: Pull, answer: PullAnswer, at: Moment) -> None:
        """Take in the hub's answer, in one transaction: effects, what was seen, the place."""
        self.backoff.succeeded()
        self.limit = min(MOST_EVENTS, self.limit + max(1, self.limit // 8))
        if pull.sender != sender(side) or pull.after != side.inbox.log.head():
            return
        match answer:
            case Superseded():
                side.keep_state(replace(side.state, mode=Mode.SUPERSEDED, by=answer.by))
            case Snapshot():
                reconcile(side, answer, at)
                side.inbox.log.set_head(answer.head)
            case Feed() if pull.after == answer.base:
                self._take_all(side, answer, at)

    def failed(self) -> None:
        """Nothing came back in time: ask for less, later."""
        self.backoff.failed()
        if self._rules.batches_shrink:
            self.limit = max(1, self.limit // 2)

    def _take_all(self, side: CenterSide, feed: Feed, at: Moment) -> None:
        effect = partial(take_effect, side, at=at)
        head = feed.base
        for entry in chained(head.seq, head.hash, feed.events):
            if not take_in(side.inbox, entry, effect, at):
                break
            head = Head(head.incarnation, entry.seq, entry.hash)
        side.inbox.log.set_head(head)
