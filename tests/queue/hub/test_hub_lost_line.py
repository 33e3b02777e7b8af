"""Pages that update themselves say when they cannot, and go on by themselves when they can."""

import os
import re

import pytest

from browsed_hub import CHROMIUM, PASSWORD, opened

pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="Chromium is not installed")


def test_a_ticket_page_without_a_line_says_since_when_and_recovers(browser, site):
    with opened(browser) as page:
        page.clock.install(time="2026-10-05T23:50:00")
        page.goto(f"{site.url}/vi/t/t2")
        page.context.set_offline(True)
        lost = page.locator("[data-lost]")
        page.clock.fast_forward("20:00")
        page.get_by_text(re.compile(r"Trang này mất kết nối từ 23:5\d ngày 05/10/2026")).wait_for()
        assert "stale" in page.locator("[data-live]").get_attribute("class")
        page.context.set_offline(False)
        page.clock.run_for(8_000)
        lost.wait_for(state="hidden")
        assert page.locator(".stale").count() == 0


def test_a_staff_table_whose_session_is_over_leads_to_the_sign_in(browser, site):
    with opened(browser, 1280) as page:
        page.goto(f"{site.url}/vi/staff/sign-in")
        page.locator("#name").fill("canbo")
        page.locator("#password").fill(PASSWORD)
        page.clock.install()
        page.locator("main button").click()
        page.get_by_role("heading", level=1, name="Các trung tâm trong tỉnh").wait_for()
        page.context.clear_cookies()
        page.clock.run_for(9_000)
        page.wait_for_url("**/vi/staff/sign-in")
