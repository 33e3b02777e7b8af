"""A hub and its centers, put together in one place and let go of together."""

import asyncio
import random
import shutil
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tests" / "doubles"))

import httpx
from sqlalchemy import make_url, text

from bench.reliability.partition.chaos import Line, Weather, weather_of
from bench.reliability.partition.people import People
from bench.reliability.partition.town import Town, settings_of
from bench.reliability.partition.virtual import VirtualClock, Workers, in_line, quietly
from hub_server import new_hub
from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.folder import Folder
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import bring_up_to_date as bring_center_up_to_date
from layso_queue.hub.hub import Hub
from layso_queue.hub.storage import CenterRow, Database, bring_up_to_date
from layso_queue.hub.web.app import open_app
from layso_queue.sync.moment import Moment
from layso_queue.sync.rules import ALL, Rules

BEGIN = int(datetime.fromisoformat("2026-10-05T08:30:00+07:00").timestamp() * 1000)
"""A Monday morning."""

IDLE_S = 10.0
"""A link without anything to say looks again each 10 s instead of 2: only when it is not told."""

CITY = "79"
"""Ho Chi Minh City: 168 communes."""


@dataclass(slots=True)
class City:
    """All that plays, in virtual time."""

    hub: Hub
    towns: list[Town]
    people: People
    workers: Workers
    clock: VirtualClock
    chance: random.Random

    def heads(self) -> dict[tuple[str, str], int]:
        """Return the hub's end of each stream."""
        query = text("SELECT center, way, seq FROM streams")
        rows = self.hub.database.read(lambda c: c.execute(query).all())
        return {(row[0], row[1]): int(row[2]) for row in rows}


@asynccontextmanager
async def open_city(
    url: str, folder: Path, *, centers: int, days: int, seed: int, workers: int,
    each_s: float | None,
) -> AsyncIterator[City]:  # fmt: skip
    """Open a hub on an empty database at `url` and so many centers in `folder`."""
    chance = random.Random(seed)
    clock = VirtualClock(BEGIN)
    database = Database(url)
    bring_up_to_date(database)
    database.close()
    hub = new_hub(url, folder, clock, seed)  # type: ignore[arg-type]
    codes = [one.code for one in hub.directory if one.province_code == CITY][:centers]
    tokens = {code: random.Random(f"{seed} {code}").randbytes(32).hex() for code in codes}
    for code in codes:
        hub.centers.register(CenterRow(code, code, code, CITY, BEGIN), tokens[code])
    at_work = Workers(workers, Path(str(make_url(url).query.get("host", folder))), each_s)
    transport = httpx.ASGITransport(open_app(hub))  # type: ignore[arg-type]
    model = folder / "model.db"
    bring_center_up_to_date(model, folder / "backups")
    settings = read_settings(files.path("demo", "center-26041.toml"), Texts("vi"))
    towns: list[Town] = []
    with in_line(at_work.do), quietly(), patch("layso_queue.center.sync.link.IDLE_S", IDLE_S):
        try:
            for code in codes:
                own = random.Random(f"{code} {seed}")
                place = Folder(folder / code)
                place.path.mkdir()
                shutil.copyfile(model, place.database)
                line = Line(transport, Weather(), own, partial(hub.bells.ring, code))
                slow = VirtualClock(BEGIN, off_ms=own.choice((0, 0, -40_000, 25_000)))
                town = Town(place, settings_of(settings, code, tokens[code], days), slow, line, own)
                towns.append(town)
                town.start()
            yield City(hub, towns, People(hub, chance), at_work, clock, chance)
        finally:
            for town in towns:
                await town.close()
            hub.database.close()


def make_lines_bad(towns: Iterable[Town]) -> None:
    """Give every center a line as bad as it draws."""
    for town in towns:
        town.line.weather = weather_of(town.chance)


@contextmanager
def without(*rules: str) -> Any:
    """Take rules of the exchange away from hub and centers."""
    left: Rules = replace(ALL, **dict.fromkeys(rules, False))
    places = ("hub.storage.sides", "center.sync.link", "center.sync.passes")
    patches = [patch(f"layso_queue.{one}.Moment", partial(Moment, rules=left)) for one in places]
    from layso_queue.sync.at_center.telling import may_check_in

    look = partial(may_check_in, rules=left)
    patches.append(patch("layso_queue.center.sync.passes.may_check_in", look))
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


async def until(met: Any, patience_s: float, every_s: float = 1.0) -> bool:
    """Wait in virtual time for a condition; say whether it was met."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + patience_s
    while not met():
        if loop.time() > ends:
            return False
        await asyncio.sleep(every_s)
    return True
