"""What a person says and gets, in all shapes and languages: nothing cut, covered or too small."""

from typing import Any

import pytest

from layso_assets.languages import Texts
from layso_kiosk.link.ids import new_id

pytestmark = pytest.mark.timeout(300)  # seconds of work, minutes on a machine that has no time

SPLIT = {"low": 20, "high": 140} | {
    "split": {"before": "2026-11-23T11:30:00+07:00", "after": "2026-11-23T13:30:00+07:00"}
}


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
    fit.tell(hub={"state": "away", "since": "2026-11-20T07:05:00.000+07:00"})
    fit.see("booking-web-away")
    for code in ("BOOKING_UNKNOWN", "BOOKING_MISSED", "BOOKING_USED"):
        kiosk._not_entered({"code": code})
        fit.see(code)
    kiosk.go_home()
    kiosk.enter("return")
    kiosk.entry.press("A")
    fit.see("return")
    for code in ("NUMBER_CALLED", "NUMBER_NOT_TODAY"):
        said = f"problems.center.{code}"
        told = Texts("vi").say(said, number="A004", counter=12)
        kiosk._not_entered({"code": code, "detail": told})
        fit.see(f"return-{code}")


def test_a_number_and_whatever_becomes_of_its_paper(fitting: Any, center: Any) -> None:
    kiosk = (fit := fitting()).person.kiosk
    url = f"{center.url}/t/{new_id()}"
    ticket = {"id": new_id(), "number": "H012", "service": "H", "follow_url": url, "ahead": 11}
    ticket |= {"wait": {"low": 25, "high": 40}, "priority": "merit"}
    kiosk._found(ticket, False)
    for state in ("printing", "take", "fault", "unknown", "called", "ask", "none"):
        kiosk.shown._turn(state)
        fit.see(f"number-{state}")
    widths = fit.number_widths
    for *where, size in [key for key in widths if key[2] in ("vi", "en", "km")]:
        usual = widths.get((*where, 100), 0.0)
        assert widths[*where, size] >= 0.99 * usual, f"large letters shrink the number: {where}"
    kiosk._found(ticket | {"wait": SPLIT}, True)
    kiosk.shown._turn("none")
    fit.see("number-returned")
    kiosk.shown.again = True
    kiosk.shown.changed.emit()
    fit.see("number-returned-again")
    kiosk.call_help()
    fit.see("number-help")
    fit.lay_out(("wide", "vi", 150, "light"))
    code, told = fit.person.area("qr"), fit.person.area("toast")
    assert told.right() < code.left(), "what is said lies beside the code that is scanned"
    kiosk.toast_over()
    emergency = ticket | {"number": "Z1-07", "channel": "emergency", "ahead": None, "wait": None}
    fit.be("away")
    kiosk._found(emergency | {"follow_url": "", "priority": "none"}, False)
    kiosk.shown._turn("take")
    fit.see("number-emergency")
    kiosk.shown.clear()


def test_a_phone_number_and_the_appointments_of_a_card(fitting: Any, center: Any) -> None:
    kiosk = (fit := fitting(hid=True)).person.kiosk
    fit.tell(web={"texts": True})
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
