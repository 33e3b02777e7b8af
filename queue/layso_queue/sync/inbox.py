"""Take in what came: every event has its effect once; one that cannot is set aside, not lost."""

from collections.abc import Callable

from layso_queue.sync.events import Event
from layso_queue.sync.moment import Moment
from layso_queue.sync.positions import Entry
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.storage import Inbox, SetAside

Effect = Callable[[Event], SyncRefused | None]
"""Does what an event says, or refuses it for good. A fault that may pass is raised instead: then
the transaction is rolled back, and the event comes again."""


def take_in(inbox: Inbox, entry: Entry, effect: Effect, at: Moment) -> bool:
    """Let the event have its effect unless it had; return False if the stream must stop here.

    It never stops by the rules: an event refused for good is set aside with its reason, and with it
    all later ones of the same entity, so that they keep their order. Other entities go on.
    """
    event = entry.event
    if at.rules.seen_once and inbox.seen(event.id):
        return True
    if at.rules.entity_in_order and inbox.blocked(event.entity):
        refused: SyncRefused | None = SyncRefused(SyncRefusal.WAITS_FOR_EARLIER)
    else:
        refused = effect(event)
    if refused is not None:
        if not at.rules.set_aside:
            return False
        inbox.set_aside(SetAside(entry, refused), at.now)
    inbox.mark_seen(event.id, at.now)
    return True


def try_again(inbox: Inbox, effect: Effect, at: Moment) -> int:
    """Try what was set aside once more, in its order (after an update, or when staff ask).

    Returns how many had their effect now. One that is refused again keeps back those of its entity.
    """
    held: set[str] = set()
    taken = 0
    for one in inbox.aside():
        event = one.entry.event
        if event.entity in held:
            continue
        refused = effect(event)
        if refused is None:
            inbox.taken_up(event.id)
            taken += 1
        else:
            inbox.set_aside(SetAside(one.entry, refused), at.now)
            if at.rules.entity_in_order:
                held.add(event.entity)
    return taken
