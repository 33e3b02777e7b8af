"""What a person chooses from, in all shapes and languages: nothing cut, covered or too small."""

from typing import Any

import pytest

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


def test_first_page_with_all_that_can_stand_on_it(fitting: Any) -> None:
    fit = fitting()
    kiosk = fit.person.kiosk
    services = kiosk.source.link.mirror.services
    fit.see("home")
    services["H"] |= {"open": False, "closed_reason": "series_full"}
    services["L"] |= {"open": False, "closed_reason": "lunch", "wait": SPLIT}
    services["K"] |= {"wait": SPLIT}
    kiosk.source.link.mirror.notices.append({"id": "1", "text": NOTICE})
    fit.tell(hub={"state": "away", "since": "2026-11-23T07:05:00.000+07:00"})
    fit.see("home-mixed")
    fit.be("stale")
    fit.see("home-stale")
    fit.be("away")
    kiosk.call_help()
    fit.see("home-away-no-help")
    kiosk.toast_over()
    fit.be("fresh")
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
        fit.tell(state="closed", closed_reason=reason, next_opening=SOON)
        fit.see(f"closed-{reason}")
    fit.tell(closed_reason="closure", closure={"vi": WHY, "en": WHY})
    fit.see("closed-by-staff")
    fit.tell(next_opening=None, closure=None)
    fit.see("closed-unknown-until")
    fit.tell(state="open")
    kiosk.source.link.mirror.epoch = kiosk.source._kept.epoch = ""
    kiosk.source.link.state = "connecting"
    fit.tell()
    fit.see("starting")
    fit.be("away")
    kiosk.source.link.trouble = {"code": "NOT_ENROLLED"}
    fit.tell()
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


def test_every_notice(fitting: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    services = kiosk.source.link.mirror.services
    for reason in ("series_full", "lunch", "closed"):
        services["H"] |= {"open": False, "closed_reason": reason}
        fit.tell(next_opening=SOON)
        kiosk.choose("H")
        fit.see(f"notice-{reason}")
        kiosk.go_home()
    why = {"closure": {"vi": WHY, "en": WHY}, "next_opening": SOON}
    services["H"] |= {"closed_reason": "closure"} | why
    fit.tell()
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
