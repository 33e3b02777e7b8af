"""The pages in a real browser: without script, on a small phone, under axe-core, by weight."""

import contextlib
import os
import random
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from hub_place import CENTER, MONDAY_AT_EIGHT, SetClock, at, place, someone
from hub_server import new_hub, served
from layso_queue.hub.challenge import question_of
from layso_queue.hub.storage.live import show_ticket, stand
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.sync.at_hub.storage import Closure

CHROMIUM = "/usr/bin/chromium"
HEAVIEST = 60_000
"""Bytes of a page with all that it loads, as sent for the first visit."""

PASSWORD = "mat-khau-rat-dai"
WHY = "Kiểm tra hệ thống điện và bảo trì máy chủ theo kế hoạch của phường"
CLOSED_TO = at("07 00:00")
DAY = "2026-10-05"

pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser():
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield found
        found.close()


@pytest.fixture(scope="module")
def site(sqlite_model, tmp_path_factory):
    """A hub with a booking, a number from home, a ticket that waits and one that is called."""
    folder: Path = tmp_path_factory.mktemp("site")
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
        for n, state, counter in ((1, "called", 3), (2, "waiting", None), (3, "waiting", None)):
            name = f"t{n}"
            row = (name, CENTER, DAY, f"A{n:03}", "A", state, "kiosk", counter, n, 0, None, 0)
            show_ticket(connection, LiveTicket(*row))

    closed = sell(hub, place("06 14:00", "L"))
    hub.database.write(told)
    with served(hub, clock) as found:
        found.closed = closed.code
        yield found


@contextlib.contextmanager
def opened(browser, width=390, **more):
    context = browser.new_context(viewport={"width": width, "height": 700}, **more)
    context.set_default_timeout(30_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def sell(hub, where):
    return hub.sale.confirm(hub.sale.hold(where).id, someone(random.randrange(10**8)))[0]


def answer_of(hub, page):
    hold = page.url.rpartition("/")[2]
    kept = hub.sale.held(hold)
    question = question_of(hold, kept.tries, hub.keys.secret)
    return str(question.first + question.second)


def test_a_visit_is_booked_changed_and_cancelled_without_any_script(browser, site):
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{site.url}/vi/")
        page.get_by_label("Tên xã, phường hoặc tỉnh").fill("tran bien")
        page.get_by_role("button", name="Tìm trung tâm").click()
        page.get_by_role("link", name="Phường Trấn Biên").click()
        page.get_by_label("Tìm thủ tục").fill("ho tich")
        page.get_by_role("button", name="Tìm").click()
        page.get_by_role("link", name="Hộ tịch").click()
        assert page.get_by_text("Làm được trực tuyến, không cần đến").is_visible()
        page.get_by_role("link", name="06/10").click()
        page.get_by_role("button", name=re.compile("09:30")).click()
        page.get_by_label("Họ và tên").fill("Nguyễn Thị Phương Anh")
        page.get_by_label("Số điện thoại").fill("0987 654 321")
        page.locator("#sum").fill(answer_of(site.hub, page))
        page.get_by_role("button", name="Đặt lịch").click()
        assert page.locator("h1").inner_text() == "Đã đặt lịch"
        assert page.get_by_role("img", name=re.compile("Mã vuông")).is_visible()
        page.get_by_role("link", name="Đổi giờ").click()
        page.get_by_role("button", name=re.compile("14:00")).click()
        assert "14:00" in page.locator(".when").inner_text()
        page.get_by_role("link", name="Hủy lịch").click()
        page.get_by_role("button", name="Hủy lịch").click()
        assert page.locator("h1").inner_text() == "Lịch hẹn đã hủy"


def test_a_visit_is_booked_by_keyboard_alone(browser, site):
    with opened(browser) as page:
        page.goto(f"{site.url}/en/c/{CENTER}/L?day=2026-10-07")

        def go_to(where):
            for _ in range(60):
                page.keyboard.press("Tab")
                if page.evaluate("q => document.activeElement.matches(q)", where):
                    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                    assert outline != "none", f"{where} does not show that it has the focus"
                    return
            raise AssertionError(f"{where} is out of reach")

        go_to(".slots button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#sum")
        for where, typed in (("#name", "Le Van Thu"), ("#phone", "0912345678")):
            go_to(where)
            page.keyboard.type(typed)
        go_to("#sum")
        page.keyboard.type(answer_of(site.hub, page))
        page.keyboard.press("Enter")
        page.wait_for_selector(".qr")
        assert page.locator("h1").inner_text() == "Your visit is booked"


def _paths(hub):
    sold, remote = sell(hub, place("06 08:30", "H")), sell(hub, place("05 00:00", remote=True))
    gone = sell(hub, place("07 08:30", "H"))
    hub.sale.cancel(gone.code)
    hold = hub.sale.hold(place("07 09:00", "H"))
    return (
        "/",
        "/centers?q=tan",
        "/centers?q=zzz",
        f"/c/{CENTER}",
        "/c/00004",
        f"/c/{CENTER}/H",
        f"/hold/{hold.id}",
        f"/b/{sold.code}",
        f"/b/{sold.code}/change",
        f"/b/{sold.code}/cancel",
        f"/b/{remote.code}",
        f"/b/{gone.code}",
        "/find",
        "/t/t1",
        "/t/t3",
        "/nowhere",
        "/staff/sign-in",
        "/staff",
    )


SEEN = [("vi", 320, "light"), ("en", 1280, "dark")]


@pytest.mark.parametrize(("language", "width", "scheme"), SEEN)
def test_every_page_is_accessible_fits_and_is_light(browser, site, language, width, scheme):
    axe = Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    with opened(browser, width, color_scheme=scheme) as page:
        page.goto(f"{site.url}/{language}/staff/sign-in")
        page.locator("#name").fill("canbo")
        page.locator("#password").fill(PASSWORD)
        page.locator("main button").click()
        said = []
        page.on("console", lambda message: said.append(message.text))
        for path in (*_paths(site.hub), f"/c/{CENTER}/L", f"/b/{site.closed}"):
            page.goto(f"{site.url}/{language}{path}")
            found = axe.run(page, options=rules)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} wide"
            html = len(page.content().encode())
            assert html < HEAVIEST / 2, f"{path} has {html} bytes of HTML alone"
        blocked = [one for one in said if "Content Security Policy" in one]
        assert blocked == []


@pytest.mark.parametrize("path", [f"/c/{CENTER}/A", "/centers?q=an", "/"])
def test_a_first_visit_loads_less_than_sixty_kilobytes(browser, site, path):
    with opened(browser) as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(f"{site.url}/vi{path}")
        page.evaluate("document.fonts.ready.then(() => 1)")
        bodies = {answer.url: len(answer.body()) for answer in list(answers)}
        kinds = {url.partition("?")[0].rpartition(".")[2] for url in bodies}
        assert {"css", "js", "woff"} <= kinds
        assert sum(bodies.values()) + 600 * len(bodies) < HEAVIEST, bodies


def test_targets_are_large_and_text_is_large_enough_to_read(browser, site):
    with opened(browser, 320) as page:
        page.goto(f"{site.url}/vi/c/{CENTER}/A")
        sizes = page.evaluate(
            "[...document.querySelectorAll('main button, main input:not([type=hidden])')]"
            ".map(e => e.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
        smallest = page.evaluate(
            "Math.min(...[...document.querySelectorAll('main *')]"
            ".filter(e => e.innerText).map(e => parseFloat(getComputedStyle(e).fontSize)))"
        )
        assert smallest >= 14


def test_a_ticket_page_follows_its_ticket_by_itself(browser, site):
    with opened(browser) as page:
        page.clock.install()
        page.goto(f"{site.url}/vi/t/t2")
        assert page.get_by_text("Bạn là người kế tiếp").is_visible()
        row = ("t2", CENTER, DAY, "A002", "A", "called", "kiosk", 7, 2, 0, None, 0)
        site.hub.database.write(lambda c: show_ticket(c, LiveTicket(*row)))
        page.clock.run_for(9_000)
        page.get_by_text("Mời đến quầy 7").wait_for()
        page.wait_for_function("document.title === 'Mời đến quầy 7'")
        row = ("t2", CENTER, DAY, "A002", "A", "waiting", "kiosk", None, 2, 0, None, 0)
        site.hub.database.write(lambda c: show_ticket(c, LiveTicket(*row)))
