"""The web queue is out of reach: who has booked is told, and nobody else is troubled."""

from typing import Any

import pytest

from layso_kiosk.look.touch import find

SINCE = "2026-11-23T08:05:00.000+07:00"
AWAY = {"day": {"hub": {"state": "away", "since": SINCE}}}
REFUSED = {"day": {"hub": {"state": "refused", "since": SINCE}}}
SAID = (
    "từ 08:05 hôm nay. Lịch hẹn vừa đặt trên mạng có thể chưa có ở đây, nhưng mã QR vẫn dùng được."
)
LONG = 20_000


@pytest.mark.parametrize("told", [AWAY, REFUSED])
def test_who_has_booked_is_told_since_when(center: Any, open_kiosk: Any, told: Any) -> None:
    person = open_kiosk()
    person.touch("booking")
    assert not person.sees("web-away")
    center.change(**told)
    person.until(lambda: person.sees("web-away"), LONG)
    assert person.reads("web-away").endswith(SAID)
    assert SAID in person.kiosk.guide.words()
    person.kiosk._not_entered({"code": "BOOKING_UNKNOWN"})
    person.picture("web-away-booking")
    assert person.sees("web-away"), "now it matters most"
    person.touch("back")
    assert "Lịch hẹn vừa đặt" in person.reads("hint")
    person.picture("web-away-home")
    assert person.reads("banner") == ""
    person.touch("return")
    assert not person.sees("web-away"), "an old number is no booking"
    person.touch("back")
    center.change(day={"hub": {"state": "fresh", "since": None}})
    person.until(lambda: person.reads("hint") == "Chạm vào một ô để lấy số", LONG)


def test_a_center_out_of_reach_itself_says_only_that(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.change(**AWAY)
    person.until(lambda: person.kiosk.home.property("webAway") != "", LONG)
    center.stop()
    person.until(lambda: person.reads("banner") != "", LONG)
    assert person.kiosk.home.property("webAway") == ""
    assert person.kiosk.home.property("webAwayBrief") == ""


@pytest.mark.parametrize(
    ("size", "text_size", "language"), [((1366, 768), 150, "vi"), ((1080, 1920), 150, "en")]
)
def test_it_fits_with_large_letters(
    center: Any, open_kiosk: Any, size: tuple[int, int], text_size: int, language: str
) -> None:
    person = open_kiosk(size=size, language=language)
    person.open.reader.look.choose_text_size(text_size)
    center.change(**AWAY)
    person.until(lambda: person.kiosk.home.property("webAway") != "", LONG)
    assert find(person.window, "hint").property("lineCount") == 1
    person.touch("booking")
    person.kiosk._not_entered({"code": "BOOKING_UNKNOWN"})
    person.picture(f"web-away-{size[0]}-{text_size}")
    last = person.area("key-Z")
    assert last.bottom() <= person.area("entry-go").top()
    assert person.area("entry-problem").bottom() <= person.area("key-1").top()
