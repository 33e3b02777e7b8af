"""The province's pages on a phone and on a desk, in Chromium, from a hub that is really served."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.pictures.book import HOUSE

sys.path.insert(0, str(HOUSE / "tests" / "doubles"))

import httpx
from playwright.sync_api import Browser

from bench.pictures.browser import DESK, PHONE, opened_browser
from hub_center import FarCenter
from hub_place import CENTER, MONDAY_AT_EIGHT, SetClock, at, fill, place, someone
from hub_server import Served, new_hub, served
from layso_queue.hub.feedback import Opinion
from layso_queue.hub.standing import SILENT_MS
from layso_queue.hub.storage import CenterRow, Database, bring_up_to_date
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.sync import Kind

DAY = "2026-10-05"
PASSWORD = "mat-khau-rat-dai"
NEIGHBOURS = {
    "25195": 10, "25210": 35, "25217": 20, "25220": 5, "25222": 0, "25225": 15, "25231": 25,
    "25246": 75, "25252": 15, "25255": 10, "25261": 40, "25267": 5,
}  # fmt: skip
"""Communes and the longest wait there, in minutes; 0: closed."""

SILENT = "25231"


def make(out: Path) -> None:
    """Open every page that the book shows; raises what Playwright raises."""
    with tempfile.TemporaryDirectory(prefix="layso-book-") as folder, _site(Path(folder)) as site:
        hub = site.hub
        sold = hub.sale.confirm(hub.sale.hold(place("06 09:30", "H")).id, someone())[0]
        hold = hub.sale.hold(place("07 09:00", "H"))
        _neighbours(site)
        _storm(site)
        _opinion(site)
        phone = {
            "home": "/",
            "centers": "/centers?q=tran bien",
            "center": f"/c/{CENTER}",
            "service": f"/c/{CENTER}/H?day=2026-10-06",
            "closed": f"/c/{CENTER}/L?day=2026-10-06",
            "details": f"/hold/{hold.id}",
            "booked": f"/b/{sold.code}",
            "waiting": "/t/t3",
            "called": "/t/t1",
            "served": "/t/t4",
            "search": f"/c/{CENTER}?q=khai+sinh",
        }
        desk = {"home": "/", "service": f"/c/{CENTER}/H?day=2026-10-06"}
        with opened_browser() as browser:
            _shots(browser, site, "phone", PHONE, "vi", phone, out)
            _shots(browser, site, "desk", DESK, "en", desk, out)
            staff = {"table": "/staff", "feedback": "/staff/feedback"}
            _shots(browser, site, "staff", DESK, "vi", staff, out)


def _shots(
    browser: Browser,
    site: Served,
    name: str,
    size: Any,
    language: str,
    paths: dict[str, str],
    out: Path,
) -> None:
    context = browser.new_context(viewport=size, device_scale_factor=2 if size is PHONE else 1)
    page = context.new_page()
    if name == "staff":
        page.goto(f"{site.url}/{language}/staff/sign-in")
        page.locator("#name").fill("canbo")
        page.locator("#password").fill(PASSWORD)
        page.locator("main button").click()
    for path_name, path in paths.items():
        page.goto(f"{site.url}/{language}{path}")
        page.evaluate("document.fonts.ready.then(() => 1)")
        page.screenshot(path=out / f"{name}-{path_name}.png", full_page=True)
    context.close()


@contextmanager
def _site(folder: Path) -> Iterator[Served]:
    url = f"sqlite:///{folder / 'hub.db'}"
    database = Database(url)
    bring_up_to_date(database)
    fill(database)
    database.close()
    clock = SetClock(MONDAY_AT_EIGHT)
    hub = new_hub(url, folder, clock)
    hub.staff.add("canbo", PASSWORD)
    hub.centers.heard(CENTER, clock.ms)
    hub.database.write(lambda connection: _morning(connection, clock.ms))
    with served(hub, clock) as found:
        yield found


def _neighbours(site: Served) -> None:
    """Other centers of the province, of which one is silent and one closed."""
    hub, now = site.hub, site.clock.ms
    for n, (code, wait) in enumerate(NEIGHBOURS.items()):
        hub.centers.register(CenterRow(code, "", "", "75", 0), f"{n:064x}")
        hub.centers.heard(code, now - (SILENT_MS * 3 if code == SILENT else 0))
        services = [{"code": "A", "open": wait > 0, "waiting": wait // 5, "low": 5, "high": wait}]
        told = {"n": 1, "at": now, "day": DAY, "open": wait > 0, "services": services}
        hub.database.write(lambda c, code=code, told=told: stand(c, code, 1, now, told))


def _storm(site: Served) -> None:
    span = {"service": "L", "from": at("06 08:00"), "to": at("06 12:00")}
    why = {"reason": "Mưa bão, mất điện.", "reason_en": "A storm, no power."}
    with httpx.Client(base_url=site.url) as client:
        center = FarCenter(client, site.clock)
        center.push(center.event(Kind.CLOSURE_SET, "c-1", span | why))


def _opinion(site: Served) -> None:
    """Somebody was not content an hour ago."""
    visit = LiveTicket("t5", CENTER, DAY, "A005", "A", "served", "kiosk", 2, 5, 0, None, 0)
    site.hub.database.write(lambda connection: show_ticket(connection, visit))
    said = Opinion(2, ("waited_long",), "Chờ lâu vì chỉ có một quầy mở.")
    site.hub.feedback.give(visit, said, "o-1", site.clock.ms - 3_600_000)


def _morning(connection: Any, now: int) -> None:
    services = [
        {"code": code, "open": True, "waiting": waiting, "low": low, "high": low + 15}
        for code, waiting, low in (("A", 5, 10), ("H", 3, 20), ("L", 2, 25))
    ]
    stand(
        connection,
        CENTER,
        1,
        now,
        {"n": 1, "at": now, "day": DAY, "open": True} | {"services": services},
    )
    states = ((1, "called", 3), (2, "waiting", None), (3, "waiting", None), (4, "served", 1))
    for n, state, counter in states:
        row = (f"t{n}", CENTER, DAY, f"A{n:03}", "A", state, "kiosk", counter, n, 0, None, 0)
        show_ticket(connection, LiveTicket(*row))
