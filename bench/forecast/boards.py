"""Snapshots of real boards, read from files: who was served when, and how long they had waited.

A file is CSV with the columns office, group, time (ISO 8601, or seconds since the epoch),
now_serving (such as A042), waiting, open_counters, service_min.
"""

import csv
import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from layso_queue.forecast.snapshots import Snapshot

WARSAW = ZoneInfo("Europe/Warsaw")

Key = tuple[str, str]
"""Office and group."""


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One group's snapshots of one day, in order."""

    day: str
    key: Key
    shots: tuple[Snapshot, ...]

    def wait_of_next(self, at: int) -> float | None:
        """Return how long somebody waits who takes a number at snapshot `at`; None if unknown.

        A number may be served between two snapshots: the middle is taken.
        """
        now = self.shots[at]
        return self._served(now.served + now.waiting + 1, at, now.minute)

    def waits_of_called(self) -> list[tuple[int, float]]:
        """Return the snapshot at which each number was called, and how long it had waited."""
        found: list[tuple[int, float]] = []
        issued = [shot.served + shot.waiting for shot in self.shots]
        for at in range(1, len(self.shots)):
            for number in range(self.shots[at - 1].served + 1, self.shots[at].served + 1):
                taken = bisect_left(issued, number)
                if 0 < taken <= at:
                    found.append((at, max(0.0, self._middle(at) - self._middle(taken))))
        return found

    def _served(self, number: int, after: int, since: float) -> float | None:
        for at in range(after + 1, len(self.shots)):
            if self.shots[at].served < self.shots[at - 1].served:
                return None
            if self.shots[at].served >= number:
                return self._middle(at) - since
        return None

    def _middle(self, at: int) -> float:
        return (self.shots[at].minute + self.shots[at - 1].minute) / 2


def read_days(folder: Path) -> list[list[BoardDay]]:
    """Return the days in order, each with its groups; raise ValueError for what is no snapshot."""
    found: dict[str, dict[Key, dict[float, Snapshot]]] = {}
    for path in sorted([*folder.rglob("*.csv"), *folder.rglob("*.csv.gz")]):
        for row in _rows(path):
            try:
                moment = _moment(row["time"])
                shot = _snapshot(row, moment)
            except (KeyError, TypeError, ValueError) as fault:
                raise ValueError(f"{path.name}: {fault!r} in {dict(row)}") from fault
            if shot is not None:
                own = found.setdefault(moment.date().isoformat(), {})
                own.setdefault((row["office"], row["group"]), {})[shot.minute] = shot
    return [
        [
            BoardDay(day, key, tuple(shots[minute] for minute in sorted(shots)))
            for key, shots in sorted(groups.items())
        ]
        for day, groups in sorted(found.items())
    ]


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    yield from csv.DictReader(text.splitlines())


def _moment(text: str) -> datetime:
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return datetime.fromtimestamp(float(text), WARSAW)
    moment = datetime.fromisoformat(text)
    return moment.astimezone(WARSAW) if moment.tzinfo else moment.replace(tzinfo=WARSAW)


def _snapshot(row: Mapping[str, str], moment: datetime) -> Snapshot | None:
    """Return the snapshot; None before the first number is called."""
    digits = re.search(r"(\d+)\s*$", row["now_serving"] or "")
    if digits is None:
        return None
    since_midnight = timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second)
    return Snapshot(
        minute=since_midnight.total_seconds() / 60,
        served=int(digits[1]),
        waiting=int(float(row["waiting"] or 0)),
        counters=int(float(row["open_counters"] or 0)),
        set_minutes=float(row["service_min"] or 10),
    )
