"""A center meets its hub, tells a morning that waited, then some tickets as they happen."""

import random
import re
import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tests" / "doubles"))

from bench.reliability.line.watch import Watch
from center_place import MONDAY_AT_NINE, Place, SetClock
from hub_place import CENTER, SERVICE, TOKEN
from hub_server import new_hub, served
from layso_queue.center.center import Center
from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.storage import bring_up_to_date as bring_center_up_to_date
from layso_queue.hub.hub import Hub
from layso_queue.hub.storage import CenterRow, Centers, Database, Person, bring_up_to_date
from layso_queue.hub.storage import Place as Wanted
from layso_queue.hub.times import day_of, day_start
from layso_queue.line import commands as c
from thin_line import Thin, ThinLine


@dataclass
class Morning:
    """What it took: seconds of the line, and bytes of both ways."""

    first_s: float = 0.0
    first_bytes: int = 0
    told_s: float = 0.0
    told_bytes: int = 0
    one_by_one_bytes: int = 0
    tickets: int = 0
    one_by_one: int = 0
    bookings: int = 0
    late_s: float = 0.0
    away: int = 0
    differences: list[str] = field(default_factory=list)
    line: ThinLine | None = None


async def morning(folder: Path, thin: Thin, *, tickets: int, one_by_one: int, bookings: int,
                  seed: int = 1) -> Morning:  # fmt: skip
    """Let a center meet its hub, tell a morning that waited, then some tickets as they happen."""
    found = Morning(tickets=tickets, one_by_one=one_by_one)
    url = f"sqlite:///{folder / 'hub.db'}"
    database = Database(url)
    bring_up_to_date(database)
    Centers(database).register(CenterRow(CENTER, "Trấn Biên", "Tran Bien", "75", 0), TOKEN)
    database.close()
    clock = SetClock(0)
    clock.turn_to(MONDAY_AT_NINE)
    hub = new_hub(url, folder, clock)  # type: ignore[arg-type]
    with served(hub, clock) as at:
        port = int(at.url.rpartition(":")[2])
        async with ThinLine(port, thin, random.Random(seed)) as line:
            found.line = line
            place = _center(folder / "center", line.port, clock)
            async with place.opened(always_open=True):
                assert place.center is not None
                told = Watch(place.center, place.path / "center.db", hub)
                try:
                    await _play(place.center, hub, told, found, bookings)
                finally:
                    told.close()
    return found


async def _play(center: Center, hub: Hub, told: Watch, found: Morning, bookings: int) -> None:
    line = found.line
    assert line is not None
    speed = line.thin.speed
    began = time.monotonic()
    await told.until_leased()
    await center.writer.do(c.OpenCounter(id=_new_id(), actor="nv01", counter=1), lambda *_: None)
    await told.until_all()
    found.first_s = (time.monotonic() - began) * speed
    found.first_bytes = sum(line.bytes.values())
    told.away = 0
    today = day_start(day_of(hub.clock.now()))
    for n in range(bookings):
        hold = hub.sale.hold(Wanted(CENTER, SERVICE, today, True))
        sold, _ = hub.sale.confirm(hold.id, Person(f"Nguyễn Văn {n}", f"09{n:08d}", f"p{n}"))
        told.bookings.append(sold.id)
    began, before = time.monotonic(), sum(line.bytes.values())
    for _ in range(found.tickets):
        await visit(center)
    await told.until_all()
    found.told_s = (time.monotonic() - began) * speed
    found.told_bytes = sum(line.bytes.values()) - before
    before = sum(line.bytes.values())
    for _ in range(found.one_by_one):
        await visit(center, told.until_all)
    found.one_by_one_bytes = sum(line.bytes.values()) - before
    found.bookings, found.away = bookings, told.away
    found.differences = await told.differences()


async def visit(center: Center, each: Callable[[], Any] | None = None) -> None:
    """Let a person take a number, be called and served; `each` is awaited after every step."""
    ticket = _new_id()
    issue = c.IssueTicket(id=ticket, actor="K1", ticket=ticket, service="A")
    steps: list[c.Command] = [issue]
    steps += [c.CallNext(id=_new_id(), actor="nv01", counter=1)]
    for command in steps:
        await center.writer.do(command, lambda *_: None)
        if each is not None:
            await each()
    at = await center.writer.look(lambda desk: desk.day.counters[1].ticket)
    for kind in (c.StartService, c.FinishService):
        await center.writer.do(kind(id=_new_id(), actor="nv01", ticket=at), lambda *_: None)
        if each is not None:
            await each()


def _new_id() -> str:
    return uuid7(secrets.token_bytes)


def _center(path: Path, port: int, clock: SetClock) -> Place:
    folder = Folder(path)
    folder.prepare()
    bring_center_up_to_date(folder.database, folder.backups)
    written = folder.settings.read_text()
    written = re.sub(r"(?ms)^\[(hub|web[.\w]*)\].*?(?=^\[|\Z)", "", written)
    written += f'\n[hub]\nurl = "http://127.0.0.1:{port}"\nkey = "{TOKEN}"\n'
    written += "\n[web]\ndays = 1\nplaces = { A = 2 }\nremote_numbers = { A = 9 }\n"
    folder.settings.write_text(written)
    return Place(path, {}, clock)
