"""What the people of a line are told of their wait, by who is before them; few words for many."""

from dataclasses import replace

from layso_queue.center.desk import Desk
from layso_queue.center.told import Wait
from layso_queue.line.order import Places
from layso_queue.sync.status import MOST_STRETCHES, Stretch


def stretches(desk: Desk, line: Places) -> tuple[Stretch, ...]:
    """Return what a line's people are told, the first first; those who are told alike at once.

    Beyond MOST_STRETCHES nothing is said: who is so far back is told as if she came now.
    """
    found: list[Stretch] = []
    for ahead, place in enumerate(line):
        said = _said(ahead + 1, desk.wait_of(desk.day.tickets[place[2]]))
        if found and replace(found[-1], to=said.to) == said:
            found[-1] = said
        elif len(found) == MOST_STRETCHES:
            break
        else:
            found.append(said)
    return tuple(found)


def _said(to: int, wait: Wait | None) -> Stretch:
    if wait is None or wait.is_now:
        now = None if wait is None else 0
        return Stretch(to=to, low=now, high=now)
    split = wait.before is not None and wait.after is not None
    return Stretch(
        to=to,
        low=wait.low,
        high=wait.high,
        before=wait.before if split else None,
        after=wait.after if split else None,
    )
