"""The day that a counter's double decides on: its time, its plan, and how all of it is shown."""

from datetime import datetime
from typing import Any

from layso_kiosk.look.clock import VIETNAM
from layso_queue.line import ServiceDay
from layso_queue.line.plan import CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import LIVE, Priority

Json = dict[str, Any]
NAMES = {
    "A": ("Chứng thực bản sao, chữ ký", "Certified copies, signatures"),
    "H": (
        "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục",
        "Civil status: birth, death, marriage, extracts",
    ),
    "L": ("Đất đai, nhà ở", "Land and housing"),
    "X": ("Bảo trợ xã hội, người có công, BHYT", "Social aid, people with merit, insurance"),
}

PAPERS = {"vi": ["Giấy chứng sinh", "Căn cước của cha mẹ"], "en": ["Birth notice", "Parents' IDs"]}


def at(clock: str) -> int:
    """Return the milliseconds of "08:15" on the tests' day."""
    return round(datetime.fromisoformat(f"2026-11-23T{clock}:00+07:00").timestamp() * 1000)


def iso(ms: int | None) -> str | None:
    if not ms:
        return None
    return datetime.fromtimestamp(ms / 1000, VIETNAM).isoformat(timespec="milliseconds")


class Clock:
    """Milliseconds that only a test moves; the line and the window read the same."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


def plan() -> DayPlan:
    return DayPlan(
        center="26041",
        date="2026-11-23",
        services=tuple(ServicePlan(code=code, series=code) for code in NAMES),
        counters=(
            CounterPlan(number=3, services=("H", "A")),
            CounterPlan(number=4, services=("H", "X")),
            CounterPlan(number=12, services=("H",)),
        ),
        rules=Rules(
            head_starts=tuple(HeadStart(priority=p, minutes=240) for p in Priority if p != "none")
        ),
    )


def show_day(day: ServiceDay, now: int, calls: list[Json]) -> Json:
    """Return the snapshot that the feed would send."""
    return {
        "epoch": "e1",
        "seq": day.seq,
        "now": iso(now),
        "center": {"code": "26041"},
        "day": {
            "date": "2026-11-23",
            "state": "open",
            "hours": [["07:30", "11:30"], ["13:30", "17:00"]],
        },
        "services": [
            {"code": code, "series": code, "name": {"vi": vi, "en": en}, "open": True}
            | {"documents": PAPERS, "waiting": 0, "next": []}
            for code, (vi, en) in NAMES.items()
        ],
        "counters": [show_counter(day, number) for number in day.counters],
        "tickets": [show_ticket(day, t.id) for t in day.tickets.values() if t.state in LIVE],
        "calls": calls,
    }


def show_counter(day: ServiceDay, number: int) -> Json:
    counter = day.counters[number]
    shown = {"number": number, "services": list(counter.services), "staff": "nv01"}
    shown |= {"state": counter.state.value, "reason": counter.reason or None}
    return shown | {"since": iso(counter.since), "ticket": None}


def show_ticket(day: ServiceDay, id: str) -> Json:
    one = day.tickets[id]
    same = ("id", "number", "service", "priority_confirmed", "assisted", "dossiers")
    same += ("language", "counter", "calls", "to_counter")
    shown = {name: getattr(one, name) for name in same}
    shown |= {name: str(getattr(one, name)) for name in ("state", "channel", "priority")}
    times = ("issued_at", "key", "called_at", "started_at")
    shown |= {name: iso(getattr(one, name)) for name in times}
    shown |= {"reason": one.reason, "reason_text": one.reason_detail or None}
    return shown | {"passed": list(one.passed)}


def show_bookings(day: ServiceDay) -> Json:
    kept = [
        {
            "code": one.code,
            "service": one.service,
            "slot": iso(one.slot),
            "state": one.state.value,
            "number": day.tickets[one.ticket].number if one.ticket else None,
        }
        for one in day.bookings.values()
    ]
    return {"bookings": kept}
