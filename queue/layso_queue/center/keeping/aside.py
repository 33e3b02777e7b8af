"""What the exchange set aside: shown to staff, tried again when they say so, or let go of."""

from collections.abc import Sequence

from layso_queue.center.storage import ExchangeRows
from layso_queue.sync import Event, SyncRefused
from layso_queue.sync.at_center.effects import take_effect
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.events import DOWN
from layso_queue.sync.moment import Moment
from layso_queue.sync.storage import SetAside


class NotAside(Exception):
    """Nothing of this id is set aside."""


class NotSuperseded(Exception):
    """No other copy of this center has taken over: there is nothing to decide."""


def find(side: ExchangeRows, id: str) -> SetAside:
    """Return the event of this id; raise NotAside."""
    for one in side.inbox.aside():
        if one.entry.event.id == id:
            return one
    raise NotAside(id)


def retry(side: ExchangeRows, id: str, at: Moment) -> SyncRefused | None:
    """Try an event again, after the earlier ones of its entity and before the later ones.

    Return why it cannot be done still; what could be is no longer set aside. Raises NotAside.
    """
    wanted = find(side, id)
    for one in _of_entity(side, wanted.entry.event.entity):
        event = one.entry.event
        refused = _effect(side, event, at)
        if refused is not None:
            side.inbox.set_aside(SetAside(one.entry, refused), at.now)
            known = {each.entry.event.id: each for each in side.inbox.aside()}
            return known[id].refused if id in known else None
        side.inbox.taken_up(event.id)
    return None


def let_go(side: ExchangeRows, id: str) -> None:
    """Forget an event that staff have seen to in another way. Raises NotAside."""
    side.inbox.taken_up(find(side, id).entry.event.id)


def take_over(side: ExchangeRows, at: Moment) -> None:
    """Do as staff say: this copy is the real center, the other one stops. Raises NotSuperseded."""
    state = side.state
    if state.mode is not Mode.SUPERSEDED:
        raise NotSuperseded
    begin_life(side, at, over=state.by)


def _of_entity(side: ExchangeRows, entity: str) -> Sequence[SetAside]:
    return [one for one in side.inbox.aside() if one.entry.event.entity == entity]


def _effect(side: ExchangeRows, event: Event, at: Moment) -> SyncRefused | None:
    if event.kind in DOWN:
        return take_effect(side, event, at)
    return side.books.take_back(event)
