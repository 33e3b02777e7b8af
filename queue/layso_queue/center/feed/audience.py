"""Those who are told the same: one picture, one sequence of deltas, many mailboxes."""

from collections import deque
from dataclasses import replace
from typing import Any

from layso_queue.center.feed.frames import written
from layso_queue.center.feed.mailbox import Mailbox
from layso_queue.center.feed.picture import Picture
from layso_queue.center.show.snapshot import Surroundings
from layso_queue.center.show.ticket import Shown, public

KEPT = 512
"""Deltas kept for clients that come back; about the last minutes of a busy day."""


class Audience:
    """Everybody with the same rights to see."""

    def __init__(self, epoch: str, center: Shown, *, sees_all: bool) -> None:
        """Begin with nobody listening and nothing to see."""
        self.seq = 0
        self.mailboxes: set[Mailbox] = set()
        self._epoch = epoch
        self._center = center
        self._sees_all = sees_all
        self._picture = Picture(Surroundings({}, [], [], [], [], []))
        self._kept: deque[tuple[int, str]] = deque(maxlen=KEPT)

    def tell(self, now: str, surroundings: Surroundings, tickets: list[Shown]) -> None:
        """Take a new look at the day in, and send everybody what changed by it."""
        if not self._sees_all:
            surroundings, tickets = _public(surroundings), [public(one) for one in tickets]
        changed = self._picture.update(surroundings, tickets)
        if not changed:
            return
        before, self.seq = self.seq, self.seq + 1
        frame = written("delta", {"seq": self.seq, "from": before, "now": now, **changed})
        self._kept.append((before, frame))
        for mailbox in self.mailboxes:
            mailbox.put(frame)

    def begin_anew(self) -> None:
        """Forget what was told, as another service day has begun: everybody gets a snapshot.

        The next `tell` fills the picture; call it before anything else is sent.
        """
        self._picture = Picture(Surroundings({}, [], [], [], [], []))
        self._kept.clear()
        self.seq += 1
        for mailbox in self.mailboxes:
            mailbox.want_snapshot()

    def since(self, epoch: str, seq: int) -> list[str] | None:
        """Return the deltas that follow `seq`; None where only a snapshot can help."""
        if epoch != self._epoch or not 0 < seq <= self.seq:
            return None
        missing = [frame for before, frame in self._kept if before >= seq]
        return missing if len(missing) == self.seq - seq else None

    def snapshot(self, now: str) -> dict[str, Any]:
        """Return the whole day as it was last told."""
        seen = self._picture.surroundings
        return {
            "epoch": self._epoch,
            "seq": self.seq,
            "now": now,
            "center": self._center,
            "day": seen.day,
            "services": seen.services,
            "counters": seen.counters,
            "tickets": list(self._picture.tickets.values()),
            "calls": seen.calls,
            "notices": seen.notices,
            "alerts": seen.alerts,
        }


def _public(seen: Surroundings) -> Surroundings:
    return replace(
        seen,
        counters=[{**counter, "staff": None} for counter in seen.counters],
        calls=[{**call, "reason": None} for call in seen.calls],
        alerts=[],
    )
