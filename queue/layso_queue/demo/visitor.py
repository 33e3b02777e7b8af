"""Somebody at home: books a place in a real browser, and keeps the QR code on her phone."""

import io
import os
import re
import shutil
from pathlib import Path
from typing import Any

from layso_queue.demo.process import ProgramFailed
from layso_queue.demo.web import CENTER, SERVICE

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 390, 844
"""A phone, upright."""

PATIENCE_MS = 30_000
_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def browser_program() -> str | None:
    """Return the path of a browser that can be driven here, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def book(hub_url: str, out: Path, n: int = 1) -> str | None:
    """Book a visit by the pages as person `n` (1 to 9); return the text of its QR code.

    None where there is no browser to drive. Raises ProgramFailed.
    """
    program = browser_program()
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return None
    if program is None:
        return None
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        try:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(PATIENCE_MS)
            return _booked(page, hub_url, out, n)
        except Error as fault:
            raise ProgramFailed(f"browser: {str(fault).splitlines()[0]}") from fault
        finally:
            browser.close()


def _booked(page: Any, hub_url: str, out: Path, n: int) -> str:
    page.goto(f"{hub_url}/vi/")
    page.get_by_label("Tên xã, phường hoặc tỉnh").fill("tran bien")
    page.get_by_role("button", name="Tìm trung tâm").click()
    page.locator(f'a[href$="/c/{CENTER}"]').first.click()
    page.locator(f'a[href*="/c/{CENTER}/{SERVICE}"]').first.click()
    page.screenshot(path=str(out / "web-service.png"))
    page.locator(".slots button").first.click()
    page.locator("#name").fill("Nguyễn Thị Thử")
    page.locator("#phone").fill(f"0912 345 67{n}")
    page.locator("#sum").fill(str(answer_to(page.locator('label[for="sum"]').inner_text())))
    page.get_by_role("button", name="Đặt lịch").click()
    page.wait_for_selector(".qr")
    page.screenshot(path=str(out / "web-booked.png"))
    return _read(page.locator(".qr").screenshot())


def answer_to(question: str) -> int:
    """Return the sum of the two number words in the hub's question, as a reader works it out."""
    said = [_WORDS.index(word) for word in re.findall(r"\w+", question.lower()) if word in _WORDS]
    if len(said) != 2:
        raise ProgramFailed(f"browser: cannot answer {question!r}")
    return sum(said)


def _read(png: bytes) -> str:
    import zxingcpp
    from PIL import Image

    found = zxingcpp.read_barcode(Image.open(io.BytesIO(png)).convert("L"))
    if found is None:
        raise ProgramFailed("browser: the booking's QR code cannot be read")
    return str(found.text)
