"""How a center's lines stand, as it last told, and since when it has been silent."""

from dataclasses import dataclass, field
from typing import Any

from layso_queue.hub.storage import CenterRow
from layso_queue.hub.times import MINUTE_MS, day_of

SILENT_MS = 5 * MINUTE_MS
"""Not heard of for so long, a center is silent."""


@dataclass(frozen=True, slots=True)
class ServiceStanding:
    """One service: people waiting, minutes for who comes now (None where no counter is open)."""

    open: bool
    waiting: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class AlertStanding:
    """Something that a center's staff should see to: its word, how many, since when (ms)."""

    code: str
    n: int
    since: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A center's lines. `at`: when it told of them; empty when that was not today.

    `closed`: its word why it is closed; `reason`: staff's own words, by language; `opens_at` in ms.
    """

    at: int | None = None
    silent_since: int | None = None
    open: bool = False
    services: dict[str, ServiceStanding] = field(default_factory=dict)
    closed: str = ""
    reason: dict[str, str] = field(default_factory=dict)
    opens_at: int | None = None
    alerts: tuple[AlertStanding, ...] = ()


def standing_of(
    told: tuple[int, dict[str, Any]] | None, heard_at: int | None, now: int
) -> Standing:
    """Return how a center stands now, from what it told and when it was heard last."""
    silent = heard_at if heard_at is not None and now - heard_at > SILENT_MS else None
    if told is None or day_of(told[0]) != day_of(now):
        return Standing(silent_since=silent)
    at, document = told
    services = {
        one["code"]: ServiceStanding(one["open"], one["waiting"], one["low"], one["high"])
        for one in document.get("services", [])
    }
    if silent is not None:
        return Standing(at, silent, bool(document.get("open")))
    vi = document.get("reason", "")
    return Standing(
        at=at,
        open=bool(document.get("open")),
        services=services,
        closed=document.get("closed", ""),
        reason={"vi": vi, "en": document.get("reason_en", "") or vi},
        opens_at=document.get("opens_at"),
        alerts=tuple(AlertStanding(**one) for one in document.get("alerts", ())),
    )


def is_past(day: str, center: CenterRow | None, now: int) -> bool:
    """Say whether a day of a center's tickets is over: by its own clock, which named the day."""
    offset = center.offset_ms if center else None
    return day < day_of(now + (offset or 0))


def scaled(service: ServiceStanding, ahead: int) -> tuple[int, int] | None:
    """Return minutes (low, high) for somebody with `ahead` people before, or None: unknown.

    The center tells the wait of who comes now, behind all who wait; a place further on waits in
    proportion to the people still before it.
    """
    if service.low is None or service.high is None:
        return None
    behind = max(service.waiting, 1)
    part = min(1.0, ahead / behind)
    return int(service.low * part), -int(-service.high * part // 1)
