"""A province in a database: 95 centers, their services, leased places and people who wait."""

import random
import secrets
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "doubles"))

from hub_place import SetClock
from layso_queue.hub.directory import read_directory
from layso_queue.hub.storage import (
    CenterRow,
    Centers,
    Database,
    Person,
    Place,
    Service,
    Sides,
    bring_up_to_date,
)
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.times import day_of
from layso_queue.sync import Event, Kind
from layso_queue.sync.at_hub.effects import take_effect
from layso_queue.sync.leases import lease_key

CENTERS = 95
"""Communes of Dong Nai."""

SERVICES = "AHL"
SLOTS = 12
EACH = 60
WAITING = 12
HALF_HOUR_MS = 30 * 60_000
DAY_MS = 24 * 60 * 60_000


class Province:
    """What the load asks for: codes of centers, slots of tomorrow, ids of tickets."""

    def __init__(self, database: Database, now: int) -> None:
        """Fill the database, as of `now` (ms)."""
        bring_up_to_date(database)
        communes = [one.code for one in read_directory() if one.province_code == "75"]
        self.centers = communes[:CENTERS]
        tomorrow = now - now % DAY_MS + DAY_MS + 60 * 60_000
        self.slots = [tomorrow + n * HALF_HOUR_MS for n in range(SLOTS)]
        self.tickets = [f"bench-{code}-{n}" for code in self.centers for n in range(WAITING)]
        centers, sides = Centers(database), Sides(SetClock(now), random.Random(1).randbytes)
        for code in self.centers:
            centers.register(
                CenterRow(code, f"Trung tâm {code}", code, "75", now), secrets.token_hex(32)
            )
            centers.offer(
                code, [Service(code, s, f"Dịch vụ {s}", f"Service {s}", 10, {}) for s in SERVICES]
            )
            database.write(lambda c, code=code: self._lease(c, sides, code))
            database.write(lambda c, code=code: self._live(c, code, now))

    def _lease(self, connection: object, sides: Sides, code: str) -> None:
        side, moment = sides.open(connection, code)
        for service in SERVICES:
            for slot in self.slots:
                what = {"service": service, "slot": slot, "remote": False, "n": EACH}
                event = Event(
                    id=sides.new_id(),
                    kind=Kind.QUOTA_SET,
                    entity=lease_key(service, slot, False),
                    version=1,
                    occurred_at=moment.now,
                    payload=what,
                )
                take_effect(side, event, moment)

    def _live(self, connection: object, code: str, now: int) -> None:
        services = [
            {"code": s, "open": True, "waiting": WAITING // 3, "low": 10, "high": 25}
            for s in SERVICES
        ]
        stand(connection, code, 1, now, {"n": 1, "at": now, "open": True, "services": services})
        for n in range(WAITING):
            service = SERVICES[n % 3]
            ticket = LiveTicket(
                f"bench-{code}-{n}", code, day_of(now), f"{service}{n:03}", service, "waiting",
                "kiosk", None, n, now, None, now,
            )  # fmt: skip
            show_ticket(connection, ticket)

    def place(self, n: int) -> Place:
        """Return one of all places for sale."""
        center = self.centers[n % len(self.centers)]
        return Place(center, SERVICES[n % 3], self.slots[n % SLOTS], False)


def person(n: int) -> Person:
    """Return one of many people."""
    return Person(f"Nguyễn Văn {n}", f"09{n % 10**8:08d}", f"bench-{n}")
