"""What was set aside, in words that staff can act on."""

from typing import Any

from layso_assets.languages import TextMissing, Texts
from layso_queue.center.stamps import written
from layso_queue.sync import SyncRefused
from layso_queue.sync.storage import SetAside


def shown_aside(one: SetAside, texts: Texts) -> dict[str, Any]:
    """Return an event that was set aside, with what it is and why in sentences."""
    event = one.entry.event
    return {
        "id": event.id,
        "kind": str(event.kind),
        "entity": event.entity,
        "occurred_at": written(event.occurred_at),
        "code": one.refused.why.value,
        "what": what_of(str(event.kind), texts),
        "why": why_of(one.refused, texts),
        "about": {name: str(value) for name, value in one.refused.about.items()},
        "number": str(event.payload.get("number", "")),
    }


def what_of(kind: str, texts: Texts) -> str:
    """Return what an event is, in a few words."""
    try:
        return texts.say(f"keeping.aside.kinds.{kind.replace('.', '_')}")
    except TextMissing:
        return texts.say("keeping.aside.kinds.unknown")


def why_of(refused: SyncRefused, texts: Texts) -> str:
    """Return why it could not be done, and what to do."""
    try:
        return texts.say(f"keeping.aside.why.{refused.why.value}", **refused.about)
    except (TextMissing, KeyError):
        return texts.say("keeping.aside.why.other")
