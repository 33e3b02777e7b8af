"""A hub with something on every page, and a real browser that opens them."""

import contextlib
import os
import random
import shutil

from playwright.sync_api import sync_playwright

from hub_place import CENTER, MONDAY_AT_EIGHT, SetClock, at, place, someone
from hub_server import new_hub, served
from layso_queue.hub.feedback import Opinion
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.times import MINUTE_MS
from layso_queue.sync.at_hub.storage import Closure

CHROMIUM = "/usr/bin/chromium"

PASSWORD = "mat-khau-rat-dai"
WHY = "Kiểm tra hệ thống điện và bảo trì máy chủ theo kế hoạch của phường"
CLOSED_TO = at("07 00:00")
DAY = "2026-10-05"
LINE = (
    (1, "called", 3),
    (2, "waiting", None),
    (3, "waiting", None),
    (4, "served", 3),
    (5, "served", 3),
)


@contextlib.contextmanager
def launched():
    """Chromium, closed at the end."""
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield found
        found.close()


@contextlib.contextmanager
def served_site(sqlite_model, folder):
    """A hub with a booking, a number from home, a ticket that waits and one that is called."""
    shutil.copyfile(sqlite_model, folder / "hub.db")
    clock = SetClock(MONDAY_AT_EIGHT)
    hub = new_hub(f"sqlite:///{folder / 'hub.db'}", folder, clock)
    hub.staff.add("canbo", PASSWORD)
    hub.centers.heard(CENTER, clock.ms)

    def told(connection):
        one = {"code": "A", "open": True, "waiting": 5, "low": 10, "high": 25}
        services = {"n": 1, "at": clock.ms, "day": DAY, "open": False, "services": [one]}
        needs = {"alerts": [{"code": "PAPER_LOW", "n": 2, "since": clock.ms}]}
        why = {"closed": "closure", "reason": WHY, "opens_at": at("05 13:00")}
        stand(connection, CENTER, 1, clock.ms, services | needs | why)
        side, _ = hub.sides.open(connection, CENTER)
        side.books.keep_closure(Closure(id="c", service="L", from_=0, to=CLOSED_TO, reason=WHY))
        for n, state, counter in LINE:
            name = f"t{n}"
            row = (name, CENTER, DAY, f"A{n:03}", "A", state, "kiosk", counter, n, 0, None, 0)
            show_ticket(connection, LiveTicket(*row))

    closed = sell(hub, place("06 14:00", "L"))
    hub.database.write(told)
    visit, _ = hub.live.ticket("t5")
    said = Opinion(2, ("waited_long", "sent_away"), "Ghế gãy.\n\nMời xem lại.")
    hub.feedback.give(visit, said, "o5", clock.ms - 5 * 60 * MINUTE_MS)
    with served(hub, clock) as found:
        found.closed = closed.code
        yield found


@contextlib.contextmanager
def opened(browser, width=390, **more):
    """A page of its own, this wide."""
    context = browser.new_context(viewport={"width": width, "height": 700}, **more)
    context.set_default_timeout(30_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def sell(hub, where):
    """Book this place for somebody."""
    return hub.sale.confirm(hub.sale.hold(where).id, someone(random.randrange(10**8)))[0]
