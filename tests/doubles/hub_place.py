"""A hub's database filled for tests: one center, its services, leased places."""

import random
from dataclasses import dataclass
from datetime import datetime

from layso_queue.hub.storage import CenterRow, Centers, Database, Person, Place, Service, Sides
from layso_queue.hub.times import MINUTE_MS
from layso_queue.sync import Event, Kind
from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.leases import lease_key

CENTER = "26041"
SERVICE = "A"
TOKEN = "c" * 64


@dataclass
class SetClock:
    """Stands still until it is turned."""

    ms: int

    def now(self) -> int:
        return self.ms

    def pass_minutes(self, minutes: float) -> None:
        self.ms += int(minutes * MINUTE_MS)


def at(text: str) -> int:
    """Return a local time of the test's month in ms: "06 09:30"."""
    return int(datetime.fromisoformat(f"2026-10-{text}:00+07:00").timestamp() * 1000)


MONDAY_AT_EIGHT = at("05 08:00")


def place(text: str, service: str = SERVICE, *, remote: bool = False) -> Place:
    return Place(CENTER, service, at(text), remote)


def lease(database: Database, where: Place, n: int, version: int = 1) -> int:
    """Have the center's word about a lease taken in; return the hub's answer."""
    sides = Sides(SetClock(MONDAY_AT_EIGHT), random.Random(where.slot + version).randbytes)
    key = lease_key(where.service, where.slot, where.remote)

    def work(connection):
        side, moment = sides.open(connection, where.center)
        what = {"service": where.service, "slot": where.slot, "remote": where.remote, "n": n}
        event = Event(
            id=sides.new_id(),
            kind=Kind.QUOTA_SET,
            entity=key,
            version=version,
            occurred_at=moment.now,
            payload=what,
        )
        assert take_effect(side, event, moment) is None
        return side.books.lease(key).kept()

    return database.write(work)


def someone(number: int = 1, **more: str) -> Person:
    """Return one of many people."""
    return Person(f"Nguyễn Văn Mẫu {number}", f"09{number:08d}", f"person-{number}", **more)


def sell(hub, where: Place, number: int = 1):
    """Have one of many people book a place; return her booking."""
    return hub.sale.confirm(hub.sale.hold(where).id, someone(number))[0]


def fill(database: Database) -> None:
    """Register Trấn Biên with three services, and lease a few places."""
    centers = Centers(database)
    names = (
        "Trung tâm Phục vụ hành chính công phường Trấn Biên",
        "Trấn Biên Ward Public Administration Service Center",
    )
    centers.register(CenterRow(CENTER, *names, "75", 0), TOKEN)
    bring = {"vi": ["Bản chính và bản sao cần chứng thực"], "en": ["The originals and the copies"]}
    url = "https://dichvucong.gov.vn"
    civil = ("Hộ tịch: khai sinh, khai tử, kết hôn", "Civil status: birth, death, marriage")
    centers.offer(
        CENTER,
        [
            Service(CENTER, "A", "Chứng thực bản sao, chữ ký", "Certified copies", 6, bring),
            Service(CENTER, "H", *civil, 12, bring, url),
            Service(CENTER, "L", "Đất đai, nhà ở", "Land and housing", 20, bring),
        ],
    )
    for service in "AHL":
        for day in ("05", "06", "07"):
            for hour in ("08:30", "09:00", "09:30", "14:00"):
                lease(database, place(f"{day} {hour}", service), 2)
        lease(database, place("05 00:00", service, remote=True), 3)
