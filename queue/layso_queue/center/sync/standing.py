"""How the center stands just now, for people who look at it from home."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from layso_queue.center.alerts import Alert
from layso_queue.center.desk import Desk
from layso_queue.center.show.snapshot import Shower
from layso_queue.center.stamps import read_ms
from layso_queue.center.storage import ExchangeRows
from layso_queue.center.sync.stretches import stretches
from layso_queue.sync.status import AlertStatus, BoundStatus, ServiceStatus, Status

STATUS = "status"
"""The name under which it is noted how many lives of this program numbered statuses."""

IN_A_LIFE = 10_000_000
"""One every two seconds for seven months; then the next life's numbers begin."""


def numbers_of_life(side: ExchangeRows) -> int:
    """Return the first number of this life's statuses: above all that were told before it."""
    known = side.web.told(STATUS)
    life = known[0] + 1 if known else 1
    side.web.keep_told(STATUS, life, bytes(32))
    return life * IN_A_LIFE


def status_of(shower: Shower, desk: Desk, now: int, n: int, alerts: Sequence[Alert]) -> Status:
    """Return the status numbered `n`, as windows show the day. Call it in the writer's thread."""
    seen = shower.surroundings(desk, now, list(alerts))
    day, is_open = seen.day, seen.day["state"] == "open"
    reason = day["closure"] or {"vi": "", "en": ""}
    return Status(
        n=n,
        at=now,
        day=str(day["date"]),
        open=is_open,
        services=tuple(_service(one, desk) for one in seen.services),
        closed="" if is_open else str(day["closed_reason"] or ""),
        reason=reason["vi"],
        reason_en=reason["en"],
        opens_at=None if day["next_opening"] is None else read_ms(day["next_opening"]),
        alerts=_alerts(seen.alerts),
        bound=tuple(
            BoundStatus(counter=number, line=stretches(desk, line))
            for number, line in desk.day.by_counter.items()
            if line
        ),
    )


def _service(shown: dict[str, Any], desk: Desk) -> ServiceStatus:
    line = desk.day.by_service.get(shown["code"])
    wait = {"low": 0, "high": 0} if shown["wait"] == "now" else shown["wait"] or {}
    return ServiceStatus(
        code=shown["code"],
        open=shown["open"],
        waiting=shown["waiting"],
        low=wait.get("low"),
        high=wait.get("high"),
        line=() if line is None else stretches(desk, line),
    )


def _alerts(shown: Sequence[dict[str, Any]]) -> tuple[AlertStatus, ...]:
    """Count the alerts by their word: neither where they are nor what about leaves the center."""
    counted = Counter(str(one["code"]) for one in shown)
    since = {
        code: min(read_ms(one["since"]) for one in shown if one["code"] == code) for code in counted
    }
    return tuple(AlertStatus(code=code, n=counted[code], since=since[code]) for code in counted)
