"""Tell the hub what the center closes, and that it is open again: each once."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import orjson

from layso_queue.center.closing import Closing
from layso_queue.center.settings import Settings
from layso_queue.center.settings.web import MOST_DAYS
from layso_queue.center.stamps import local_date, midnight
from layso_queue.center.storage import ExchangeRows
from layso_queue.center.storage.web_rows import CLOSURE, DAY_OFF
from layso_queue.sync import Kind
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell

DAY_OFF_REASON = {"reason": "Ngày nghỉ theo lịch của trung tâm", "reason_en": "A day off"}

LIFTED = hashlib.sha256(b"lifted").digest()

Payload = Mapping[str, Any]


def to_tell(settings: Settings, closing: Closing, now: int) -> dict[str, Payload]:
    """Return the closures that stand, by id, as the hub is told of them.

    Days off of the settings are among them while people may have booked for them: a day that
    becomes one closes what was open.
    """
    today = local_date(now)
    # Whoever booked for a day further ahead did so by settings that reached further.
    reach = today + timedelta(days=MOST_DAYS)
    found: dict[str, Payload] = {
        f"{DAY_OFF}{day}": {
            "service": "",
            "from": midnight(day),
            "to": midnight(day + timedelta(days=1)),
            **DAY_OFF_REASON,
        }
        for day in sorted(settings.hours.closures)
        if today <= day <= reach
    }
    for one in closing.standing:
        if one.ends > now:
            found[one.id] = {
                "service": one.service,
                "from": one.begins,
                "to": one.ends,
                "reason": one.reason_vi,
                "reason_en": one.reason_en,
            }
    return found


def tell_closures(side: ExchangeRows, wanted: Mapping[str, Payload], at: Moment) -> int:
    """Tell what is new or other than it was told, and what stands no more; return how much."""
    told, done = side.web.told_of(CLOSURE), 0
    for id, payload in wanted.items():
        hash = hashlib.sha256(orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)).digest()
        done += _tell_once(side, Kind.CLOSURE_SET, id, payload, hash, at)
    for what in told:
        id = what.removeprefix(CLOSURE)
        if id not in wanted:
            done += _tell_end(side, id, at)
    return done


def _tell_end(side: ExchangeRows, id: str, at: Moment) -> bool:
    """Tell that a closure was lifted; nothing of one that is simply over."""
    if side.web.closure_ends(id, _end_of_day_off(id)) <= at.now:
        side.web.drop_told(CLOSURE + id)
        return False
    return _tell_once(side, Kind.CLOSURE_LIFTED, id, {}, LIFTED, at)


def _tell_once(
    side: ExchangeRows, kind: Kind, id: str, payload: Payload, hash: bytes, at: Moment
) -> bool:
    known = side.web.told(CLOSURE + id)
    if known is not None and known[1] == hash:
        return False
    version = known[0] + 1 if known else 1
    tell(side.outbox, at.event(kind, id, version, dict(payload)), at.now)
    side.web.keep_told(CLOSURE + id, version, hash)
    return True


def _end_of_day_off(id: str) -> int:
    if not id.startswith(DAY_OFF):
        return 0
    return midnight(date.fromisoformat(id.removeprefix(DAY_OFF)) + timedelta(days=1))
