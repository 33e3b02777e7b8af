"""A hub's database filled for tests: one center, its services, leased places."""

from dataclasses import dataclass
from datetime import datetime

from layso_queue.hub.storage import CenterRow, Centers, Database, Person, Place, Service
from layso_queue.hub.storage.leasing import grant
from layso_queue.hub.times import MINUTE_MS

CENTER = "26041"
SERVICE = "A"
TOKEN = "c" * 64
MINUTES = 30


@dataclass
class SetClock:
    """Stands still until it is turned."""

    ms: int

    def now(self) -> int:
        return self.ms

    def pass_minutes(self, minutes: float) -> None:
        self.ms += int(minutes * MINUTE_MS)


def at(text: str) -> int:
    """Return a local time of the test's week in ms: "06 09:30"."""
    return int(datetime.fromisoformat(f"2026-10-{text}:00+07:00").timestamp() * 1000)


def place(text: str, service: str = SERVICE, kind: str = "slot") -> Place:
    return Place(CENTER, service, kind, at(text))


def lease(database: Database, where: Place, n: int, version: int = 1) -> tuple[int, int]:
    """Grant places as a center's lease does."""
    ends = where.slot + (9 * 60 if where.kind == "now" else MINUTES) * MINUTE_MS
    return database.write(lambda c: grant(c, where, ends=ends, n=n, version=version))


def someone(number: int = 1, **more: str) -> Person:
    """Return one of many people."""
    return Person(f"Nguyễn Văn Mẫu {number}", f"09{number:08d}", f"person-{number}", **more)


def fill(database: Database) -> None:
    """Register Trấn Biên with three services, and lease a few places."""
    centers = Centers(database)
    names = ("Trung tâm Phục vụ hành chính công phường Trấn Biên", "Trấn Biên Ward Center")
    centers.register(CenterRow(CENTER, *names, "75", 0), TOKEN)
    bring = {"vi": ["Bản chính và bản sao"], "en": ["The originals and the copies"]}
    url = "https://dichvucong.gov.vn"
    centers.offer(
        CENTER,
        [
            Service(CENTER, "A", "Chứng thực bản sao, chữ ký", "Certified copies", 6, bring),
            Service(CENTER, "H", "Hộ tịch: khai sinh", "Civil status: birth", 12, bring, url),
            Service(CENTER, "L", "Đất đai, nhà ở", "Land and housing", 20, bring),
        ],
    )
    for service in "AHL":
        for day in ("05", "06", "07"):
            for hour in ("08:30", "09:00", "09:30", "14:00"):
                lease(database, place(f"{day} {hour}", service), 2)
        lease(database, place("05 07:30", service, "now"), 3)
