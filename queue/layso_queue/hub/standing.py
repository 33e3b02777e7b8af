"""How a center's lines stand, as it last told, and since when it has been silent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from layso_queue.hub.storage import CenterRow
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.times import MINUTE_MS, day_of

SILENT_MS = 5 * MINUTE_MS
"""Not heard of for so long, a center is silent."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A wait from `low` to `high` minutes, both 0 "now"; `before` and `after` (ms) are set where
    lunch may lie between: called before the one or after the other."""

    low: int
    high: int
    before: int | None = None
    after: int | None = None


Told = tuple[tuple[int, Foreseen | None], ...]
"""What a line's people are told: up to how many before them (not counted), and what; in order."""


@dataclass(frozen=True, slots=True)
class ServiceStanding:
    """One service: people waiting, minutes for who comes now (None where no counter is open).

    `line`: what those who wait are told; None where an older center does not say it.
    """

    open: bool
    waiting: int
    low: int | None
    high: int | None
    line: Told | None = None


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
    bound: Mapping[int, Told] = field(default_factory=dict)

    def wait_of(self, ticket: LiveTicket, ahead: int) -> Foreseen | None:
        """Return what the center tells a waiting ticket with `ahead` people before; None: nothing.

        Who is further back than it tells waits as who comes now.
        """
        service = self.services.get(ticket.service)
        if ticket.to_counter is not None:
            return _among(self.bound.get(ticket.to_counter, ()), ahead)
        if service is None:
            return None
        if service.line is None:
            return scaled(service, ahead)
        if service.line and ahead < service.line[-1][0]:
            return _among(service.line, ahead)
        return _plain(service.low, service.high)


def standing_of(
    told: tuple[int, dict[str, Any]] | None, heard_at: int | None, now: int
) -> Standing:
    """Return how a center stands now, from what it told and when it was heard last."""
    silent = heard_at if heard_at is not None and now - heard_at > SILENT_MS else None
    if told is None or day_of(told[0]) != day_of(now):
        return Standing(silent_since=silent)
    at, document = told
    services = {
        one["code"]: ServiceStanding(
            one["open"], one["waiting"], one["low"], one["high"], _told(one.get("line"))
        )
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
        bound={one["counter"]: _told(one["line"]) or () for one in document.get("bound", ())},
    )


def _told(line: list[dict[str, Any]] | None) -> Told | None:
    if line is None:
        return None
    return tuple(
        (one["to"], _plain(one["low"], one["high"], one["before"], one["after"])) for one in line
    )


def _plain(
    low: int | None, high: int | None, before: int | None = None, after: int | None = None
) -> Foreseen | None:
    return None if low is None or high is None else Foreseen(low, high, before, after)


def _among(line: Told, ahead: int) -> Foreseen | None:
    return next((said for to, said in line if ahead < to), None)


def is_past(day: str, center: CenterRow | None, now: int) -> bool:
    """Say whether a day of a center's tickets is over: by its own clock, which named the day."""
    offset = center.offset_ms if center else None
    return day < day_of(now + (offset or 0))


def scaled(service: ServiceStanding, ahead: int) -> Foreseen | None:
    """Return the wait of somebody with `ahead` people before, or None: unknown.

    For an older center, which tells only the wait of who comes now, behind all who wait; a place
    further on waits in proportion to the people still before it.
    """
    if service.low is None or service.high is None:
        return None
    behind = max(service.waiting, 1)
    part = min(1.0, ahead / behind)
    return Foreseen(int(service.low * part), -int(-service.high * part // 1))
