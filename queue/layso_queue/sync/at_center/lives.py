"""A center's lives: a new incarnation after a restore, and numbers that leap over the lost ones."""

from collections.abc import Iterable
from dataclasses import replace

from layso_queue.sync.at_center.storage import CenterSide, Leap, LinkState, Mode
from layso_queue.sync.messages import MOST_LIVES
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Head

LEAP = 200
"""Numbers left out when nobody can say which ones a lost life gave to phones."""


def begin_life(
    side: CenterSide, at: Moment, common: int | None = None, over: str = ""
) -> LinkState:
    """Give the center a new incarnation: it was restored, rolled back, or takes over from a copy.

    `common` is the last entry on which it agrees with the hub (what the hub has confirmed, when not
    said); `over` the incarnation of the copy that staff send away.
    """
    head = head_of(side)
    before = tuple(one for one in (over, head.incarnation, *side.state.lineage) if one)
    state = LinkState(
        mode=Mode.RETURNING,
        lineage=before[:MOST_LIVES],
        common=side.outbox.acked() if common is None else common,
        leapt=Leap.DUE if side.state.leapt is Leap.DUE else Leap.NOT_YET,
    )
    side.outbox.set_head(replace(head, incarnation=at.new_id()))
    side.keep_state(state)
    return state


def common_place(side: CenterSide, marks: Iterable[tuple[int, bytes]]) -> int | None:
    """Return the last entry that both streams have, of those the hub named; None if too old."""
    for seq, hash in marks:
        if side.outbox.hash_at(seq) == hash and whole_after(side, seq):
            return seq
    return None


def whole_after(side: CenterSide, seq: int) -> bool:
    """Return whether everything after entry `seq` is still kept."""
    following = side.outbox.after(seq, 1)
    return following[0].seq == seq + 1 if following else head_of(side).seq == seq


def floor_of_numbers(side: CenterSide, last: int, at: Moment) -> int:
    """Return the number after which the next one is given; call it for each, in its transaction.

    `last` is the highest number known. While the hub has not returned what a restore lost, numbers
    leap once: phones may hold some of those that come next. So they do when the hub itself had lost
    what it was to return.
    """
    state = side.state
    returning = state.mode is Mode.RETURNING
    leaps = state.leapt is Leap.DUE or (returning and state.leapt is Leap.NOT_YET)
    if not leaps or not at.rules.numbers_leap:
        return last
    side.keep_state(replace(state, leapt=Leap.DONE if returning else Leap.NOT_YET))
    return last + LEAP


def leap_left(state: LinkState, whole: bool, at: Moment) -> Leap:
    """Return whether numbers must still leap once the stream is put together again.

    Phones show what the hub has: numbers are safe with one that is `whole`, that lost nothing.
    """
    if state.leapt is Leap.DONE or not at.rules.leap_for_a_new_hub:
        return Leap.NOT_YET
    return state.leapt if whole else Leap.DUE


def head_of(side: CenterSide) -> Head:
    """Return the end of the center's own stream."""
    head = side.outbox.head()
    if head is None:
        raise RuntimeError("a center has an incarnation from its first day")
    return head
