"""What people do on the pages in a real browser: without script, by keyboard alone."""

import os
import re

import pytest

from browsed_hub import CHROMIUM, DAY, opened
from hub_place import CENTER
from layso_queue.hub.challenge import question_of
from layso_queue.hub.storage.live import show_ticket
from layso_queue.hub.storage.rows import LiveTicket

pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason="Chromium is not installed")


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


def test_a_form_with_a_fault_keeps_what_was_right_and_can_be_gone_back_to(browser, site):
    with opened(browser) as page:
        page.goto(f"{site.url}/en/c/{CENTER}/A?day=2026-10-07")
        page.get_by_role("button", name=re.compile("08:30")).click()
        page.get_by_label("Full name").fill("Lê Thị Thử")
        page.get_by_label("Phone number").fill("12")
        answer = answer_of(site.hub, page)
        page.locator("#sum").fill(answer)
        page.get_by_role("button", name="Book").click()
        page.get_by_text("1 field needs another look").wait_for()
        assert page.locator("#name").input_value() == "Lê Thị Thử"
        assert page.locator("#sum").input_value() == answer
        page.get_by_label("Phone number").fill("0977 123 456")
        page.get_by_role("button", name="Book").click()
        page.wait_for_selector(".qr")
        booked = page.url
        page.go_back()
        page.wait_for_selector(".qr")
        assert page.url == booked, "going back led to an error of the browser"


def test_a_refusal_can_be_gone_back_to(browser, site):
    with opened(browser) as page:
        page.goto(f"{site.url}/vi/find")
        page.locator("#code").fill("sai")
        page.get_by_role("button", name="Xem lịch hẹn").click()
        page.get_by_text("Không tìm thấy lịch hẹn").wait_for()
        page.get_by_role("link", name="Trang đầu").click()
        page.get_by_role("heading", level=1, name="Đặt lịch đến trung tâm").wait_for()
        page.go_back()
        page.get_by_text("Không tìm thấy lịch hẹn").wait_for()


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


def test_who_was_served_is_asked_without_looking_again_and_answers_without_script(browser, site):
    row = ("t6", CENTER, DAY, "A006", "A", "serving", "kiosk", 7, 6, 0, None, 0)
    site.hub.database.write(lambda c: show_ticket(c, LiveTicket(*row)))
    with opened(browser) as page:
        page.clock.install()
        page.goto(f"{site.url}/vi/t/t6")
        row = ("t6", CENTER, DAY, "A006", "A", "served", "kiosk", 7, 6, 0, None, 0)
        site.hub.database.write(lambda c: show_ticket(c, LiveTicket(*row)))
        page.clock.run_for(9_000)
        page.get_by_label("Rất không hài lòng").check()
        page.get_by_label("Chờ lâu").check()
        assert page.get_by_label("Nhanh, đúng hẹn").is_hidden()
        page.get_by_label("Rất hài lòng").check()
        assert page.get_by_label("Chờ lâu").is_hidden()
        assert not page.get_by_label("Chờ lâu").is_checked(), "what is not seen is not said"
    with opened(browser, 320, java_script_enabled=False) as page:
        page.goto(f"{site.url}/vi/t/t6")
        page.get_by_label("Không hài lòng", exact=True).check()
        page.get_by_label("Phải về lấy thêm giấy tờ").check()
        page.get_by_label("Bạn muốn nói thêm gì?").fill("Máy lấy số không ghi là cần.")
        page.get_by_role("button", name="Gửi ý kiến").click()
        assert page.locator("h1").inner_text() == "Cảm ơn bạn đã cho ý kiến"
    assert site.hub.feedback.of("t6").opinion.reasons == ("sent_away",)


def test_the_nearest_centers_are_found_with_leave_and_told_why_not_without(browser, site):
    here = {"latitude": 10.954999, "longitude": 106.8211}
    with opened(browser, geolocation=here, permissions=["geolocation"]) as page:
        sent = []
        page.on("request", lambda one: sent.append((one.method, one.url, one.post_data)))
        page.goto(f"{site.url}/en/centers?q=bien")
        page.get_by_role("button", name="Find one near me").click()
        page.get_by_text("Distances are in a straight line").wait_for()
        assert page.url == f"{site.url}/en/centers/near"
        assert ("POST", page.url, "latitude=10.95&longitude=106.82") in sent
        page.locator(".list a").first.click()
        page.go_back()
        page.get_by_text("Distances are in a straight line").wait_for()
    with opened(browser) as page:
        page.context.grant_permissions([])  # all others are refused
        page.goto(f"{site.url}/vi/")
        page.get_by_role("button", name="Tìm quanh chỗ tôi").click()
        page.get_by_text("Chưa biết bạn đang ở đâu").wait_for()
        assert page.get_by_role("button", name="Tìm trung tâm").is_enabled()
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{site.url}/vi/")
        assert page.get_by_role("button", name="Tìm quanh chỗ tôi").is_hidden()
