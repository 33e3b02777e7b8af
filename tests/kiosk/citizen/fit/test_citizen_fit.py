"""Each state of each page, in all shapes and languages: nothing cut, covered or too small."""

from typing import Any

import pytest

from layso_kiosk.link.ids import new_id

pytestmark = pytest.mark.timeout(300)  # seconds of work, minutes on a machine that has no time

SOON = "2099-11-23T13:30:00.000+07:00"
SPLIT = {"low": 20, "high": 140} | {
    "split": {"before": "2026-11-23T11:30:00+07:00", "after": "2026-11-23T13:30:00+07:00"}
}
NOTICE = {
    "vi": "Quầy 3 tạm ngừng nhận hồ sơ đất đai từ 15:00 đến 16:30 chiều nay để họp giao ban.",
    "en": "Counter 3 takes no land dossiers from 15:00 to 16:30 this afternoon.",
}

WHY = (
    "Mất điện toàn khu vực để sửa đường dây trung thế theo kế hoạch của điện lực, dự kiến có điện "
    "lại vào đầu giờ chiều cùng ngày; mời bà con theo dõi thông báo trên bảng và trên mạng"
)
"""As long a reason for a closure as staff may write."""


def tell(kiosk: Any, **parts: Any) -> None:
    """Change the day as if the center had told it."""
    mirror = kiosk.source.link.mirror
    mirror.day.update(parts)
    kiosk.source.changed.emit()


def be(kiosk: Any, state: str) -> None:
    """Lose the center, or have it back."""
    kiosk.source.link.state = state
    kiosk.source.changed.emit()


def test_first_page_with_all_that_can_stand_on_it(fitting: Any) -> None:
    fit = fitting()
    kiosk = fit.person.kiosk
    services = kiosk.source.link.mirror.services
    fit.see("home")
    services["H"] |= {"open": False, "closed_reason": "series_full"}
    services["L"] |= {"open": False, "closed_reason": "lunch", "wait": SPLIT}
    services["K"] |= {"wait": SPLIT}
    kiosk.source.link.mirror.notices.append({"id": "1", "text": NOTICE})
    tell(kiosk, hub={"state": "away", "since": "2026-11-23T07:05:00.000+07:00"})
    fit.see("home-mixed")
    be(kiosk, "stale")
    fit.see("home-stale")
    be(kiosk, "away")
    kiosk.call_help()
    fit.see("home-away-no-help")
    kiosk.toast_over()
    be(kiosk, "fresh")
    kiosk.taking.rehearsing = True
    kiosk.home.changed.emit()
    fit.see("home-rehearsal")
    kiosk.taking.rehearsing = False
    for code in list(services)[3:]:
        del services[code]
    kiosk.call_help()
    fit.see("home-few-help-called")


def test_every_reason_to_be_closed(fitting: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    for reason in ("before_opening", "lunch", "after_closing", "day_off", None):
        tell(kiosk, state="closed", closed_reason=reason, next_opening=SOON)
        fit.see(f"closed-{reason}")
    tell(kiosk, closed_reason="closure", closure={"vi": WHY, "en": WHY})
    fit.see("closed-by-staff")
    tell(kiosk, next_opening=None, closure=None)
    fit.see("closed-unknown-until")
    tell(kiosk, state="open")
    kiosk.source.link.mirror.epoch = kiosk.source._kept.epoch = ""
    kiosk.source.link.state = "connecting"
    tell(kiosk)
    fit.see("starting")
    be(kiosk, "away")
    kiosk.source.link.trouble = {"code": "NOT_ENROLLED"}
    tell(kiosk)
    fit.see("start-failed")


def test_services_and_their_procedures(fitting: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    kiosk.choose("A")
    fit.see("service")
    kiosk.taking._set_busy(True)
    fit.see("service-asking")
    kiosk.taking._set_busy(False)
    kiosk.go_home()
    kiosk.source.link.mirror.services["S"]["documents"] = {}
    catalog = kiosk._shelf._procedures
    kiosk._shelf._procedures = {at: one for at, one in catalog.items() if one["service"] != "S"}
    kiosk.choose("S")
    fit.see("service-plain")
    kiosk.go_home()
    kiosk._shelf._procedures = catalog
    kiosk.choose("H", "H01")
    kiosk.choice.browse.checklist.tick(0)
    fit.see("service-birth")
    kiosk.idle._set_left(7)
    fit.see("service-countdown")
    kiosk.idle._set_left(0)
    kiosk.call_help()
    fit.see("service-help")
    kiosk.toast_over()
    kiosk.say_who()
    fit.see("who-no-scanner")


def test_the_search(fitting: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    kiosk.look_for()
    fit.see("search")
    for key in "khai s":
        kiosk.search.board.press(key)
    fit.see("search-found")
    for key in "qqq":
        kiosk.search.board.press(key)
    fit.see("search-nothing")


def test_who_somebody_is(fitting: Any) -> None:
    kiosk = (fit := fitting(hid=True)).person.kiosk
    kiosk.choose("H")
    fit.see("service-scan")
    kiosk.say_who()
    fit.see("who")
    kiosk.read_code("075512345678||Trần Thị Thử|21111940|Nữ|Ấp 2|01082024||||")
    kiosk.choice.add_dossiers(11)
    fit.see("who-elderly")
    kiosk.call_help()
    kiosk.idle._set_left(7)
    fit.see("who-help")
    kiosk.toast_over()
    kiosk.idle._set_left(0)
    kiosk.reception._say("not_ours")
    fit.see("who-unreadable")


def test_codes_and_numbers_that_are_typed(fitting: Any) -> None:
    kiosk = (fit := fitting(hid=True)).person.kiosk
    kiosk.enter("booking")
    for sign in "k7m2q9xd":
        kiosk.scanned(sign)
    fit.see("booking")
    tell(kiosk, hub={"state": "away", "since": "2026-11-20T07:05:00.000+07:00"})
    fit.see("booking-web-away")
    for code in ("BOOKING_UNKNOWN", "BOOKING_MISSED", "BOOKING_USED"):
        kiosk._not_entered({"code": code})
        fit.see(code)
    kiosk.go_home()
    kiosk.enter("return")
    kiosk.entry.press("A")
    fit.see("return")
    kiosk._not_entered({"code": "WRONG_STATE"})
    fit.see("return-wrong")


def test_a_number_and_whatever_becomes_of_its_paper(fitting: Any, center: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    url = f"{center.url}/t/{new_id()}"
    ticket = {"id": new_id(), "number": "H012", "service": "H", "follow_url": url, "ahead": 11}
    ticket |= {"wait": {"low": 25, "high": 40}, "priority": "merit"}
    kiosk._found(ticket, False)
    for state in ("printing", "take", "fault", "unknown", "called", "ask", "none"):
        kiosk.shown._turn(state)
        fit.see(f"number-{state}")
    kiosk._found(ticket | {"wait": SPLIT}, True)
    kiosk.shown._turn("none")
    fit.see("number-returned")
    kiosk.call_help()
    fit.see("number-help")
    kiosk.toast_over()
    emergency = ticket | {"number": "Z1-07", "channel": "emergency", "ahead": None, "wait": None}
    be(kiosk, "away")
    kiosk._found(emergency | {"follow_url": "", "priority": "none"}, False)
    kiosk.shown._turn("take")
    fit.see("number-emergency")
    kiosk.shown.clear()


def test_every_notice(fitting: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    services = kiosk.source.link.mirror.services
    for reason in ("series_full", "lunch", "closed"):
        services["H"] |= {"open": False, "closed_reason": reason}
        tell(kiosk, next_opening=SOON)
        kiosk.choose("H")
        fit.see(f"notice-{reason}")
        kiosk.go_home()
    why = {"closure": {"vi": WHY, "en": WHY}, "next_opening": SOON}
    services["H"] |= {"closed_reason": "closure"} | why
    tell(kiosk)
    kiosk.choose("H")
    fit.see("notice-by-staff")
    kiosk.go_home()
    kiosk._refused({"code": "JOURNAL_UNWRITABLE"})
    fit.see("notice-journal")
    kiosk.idle._set_left(7)
    kiosk.call_help()
    fit.see("notice-countdown-help")


def test_pages_of_staff(fitting: Any) -> None:
    kiosk = (fit := fitting(pin="260411")).person.kiosk
    kiosk.knock()
    kiosk.admin.press("1")
    fit.see("admin-pin")
    for _ in range(5):
        kiosk.admin.press("1")
        kiosk.admin.submit()
    fit.see("admin-pin-shut")
    kiosk.admin._turn("menu")
    kiosk.admin.do("sound")
    fit.see("admin-menu")
    kiosk.admin.do("rehearse")
    kiosk.call_help()
    fit.see("admin-rehearsing-help")
    kiosk.toast_over()
    kiosk.admin.do("paper")
    fit.see("admin-paper")
    kiosk.admin.do("screen")
    fit.see("admin-screen")


def test_a_phone_number_and_the_appointments_of_a_card(fitting: Any, center: Any) -> None:
    kiosk = (fit := fitting(hid=True)).person.kiosk
    tell(kiosk, web={"texts": True})
    kiosk.choose("H")
    kiosk.say_who()
    fit.see("who-phone-offered")
    kiosk.note_phone()
    fit.see("phone")
    for digit in "02513822":
        kiosk.phone.press(digit)
    kiosk.keep_phone()
    fit.see("phone-short")
    for digit in "22":
        kiosk.phone.press(digit)
    kiosk.keep_phone()
    fit.see("phone-landline")
    kiosk.phone.number = "0912345678"
    kiosk.phone.changed.emit()
    kiosk.open("who")
    fit.see("who-phone-kept")
    kiosk.go_home()
    kiosk.cards._bookings = [
        {"id": new_id(), "at": f"{hour}:30", "service": service}
        for hour, service in (("08", "A"), ("09", "H"), ("10", "X"), ("14", "N"))
    ]
    kiosk.cards.changed.emit()
    kiosk.open("card")
    fit.see("card-appointments")
    kiosk.go_home()
    came = {"slot": "2026-11-23T10:30:00+07:00", "came": "late"}
    ticket = {"id": new_id(), "number": "H012", "service": "H", "ahead": 11, "wait": SPLIT}
    ticket |= {"follow_url": f"{center.url}/t/{new_id()}", "follow_wifi": "TRAN-BIEN-KHACH"}
    kiosk._found(ticket | {"appointment": came, "priority": "merit"}, False)
    kiosk.shown._turn("take")
    fit.see("number-wifi-late")
    kiosk.shown.clear()
