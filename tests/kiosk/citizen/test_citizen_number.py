"""From the tile to the number: once, at once, with its paper."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from layso_kiosk.look.touch import _finger, centre, find
from layso_kiosk.look.touch import touch as touch_item


def test_a_number_in_a_few_touches_with_its_paper(center: Any, open_kiosk: Any, paper: Any) -> None:
    person = open_kiosk(printer=paper.uri)
    person.touch("tile-A")
    person.touch("who")
    person.touch("priority-elderly")
    person.touch("dossiers-plus")
    person.touch("take-number")
    person.page("number")
    assert person.reads("number") == "A012"
    (asked,) = center.sent("/v1/tickets")
    assert (asked["service"], asked["priority"], asked["dossiers"]) == ("A", "elderly", 2)
    assert asked["channel"] == "kiosk"
    person.until(lambda: person.reads("paper") == "Mời bạn nhận phiếu")
    (slip,) = paper.wait_for(1)
    assert slip is not None
    path = f"/v1/tickets/{asked['id']}/paper"
    person.until(lambda: bool(center.sent(path)))
    assert center.sent(path)[0]["outcome"] == "printed"
    names = [event for event, _ in person.events]
    assert names == ["number_shown", "paper"]
    assert person.events[0][1]["number"] == "A012"
    assert person.events[0][1]["t"] > 0


def test_priority_can_be_taken_back_and_skipped(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("tile-H")
    person.touch("who")
    person.touch("priority-merit")
    person.touch("priority-merit")
    person.touch("dossiers-plus")
    person.touch("dossiers-minus")
    person.touch("take-number")
    person.page("number")
    (asked,) = center.sent("/v1/tickets")
    assert (asked["priority"], asked["dossiers"]) == ("none", 1)


def test_a_double_tap_on_the_button_is_one_ticket(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.silent = True
    person.touch("tile-A")
    person.touch("take-number")
    for _ in range(3):
        person.kiosk.take()
    center.silent = False
    person.page("number")
    person.kiosk.take()
    assert len(center.tickets) == 1
    assert len({body["id"] for body in center.sent("/v1/tickets")}) == 1


def test_the_second_tap_on_a_tile_never_takes_a_number(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("tile-A")
    person.until(lambda: person.sees("take-number"))
    button = find(person.window, "take-number")
    at = centre(button)
    QTest.mouseClick(person.window, Qt.MouseButton.LeftButton, pos=QPoint(int(at.x()), int(at.y())))
    assert person.kiosk.page == "service"
    assert center.sent("/v1/tickets") == []


def test_news_of_the_day_do_not_take_a_tile_from_under_a_finger(
    center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    person.until(lambda: person.sees("tile-A"))
    at = centre(find(person.window, "tile-A")).toPoint()
    QTest.mousePress(person.window, Qt.MouseButton.LeftButton, pos=at)
    center.change(services=[{"code": "A", "waiting": 9}])
    person.until(lambda: "9 người" in person.reads("tile-A-facts"))
    QTest.mouseRelease(person.window, Qt.MouseButton.LeftButton, pos=at)
    assert person.kiosk.page == "service"
    assert person.kiosk.choice.service == "A"


def test_two_fingers_and_a_palm_open_one_page(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.until(lambda: person.sees("tile-H"))
    window, finger = person.window, _finger()
    points = []
    for name in ("tile-A", "tile-H"):
        points.append(centre(find(window, name)).toPoint())
    press = QTest.touchEvent(window, finger)
    for number, point in enumerate(points):
        press.press(number, point, window)
    press.commit()
    release = QTest.touchEvent(window, finger)
    for number, point in enumerate(points):
        release.release(number, point, window)
    release.commit()
    assert person.kiosk.page == "service"
    first = person.kiosk.choice.ticket
    person.kiosk.choose("H")
    assert person.kiosk.choice.ticket == first


def test_a_palm_on_the_page_about_the_person_asks_for_one_ticket_at_most(
    full_center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    person.touch("tile-A")
    person.touch("who")
    person.until(lambda: find(person.window, "take-number").isEnabled())
    window, finger = person.window, _finger()
    names = ("take-number", "priority-elderly", "priority-merit", "dossiers-plus", "back")
    points = [centre(find(window, name)).toPoint() for name in names]
    for act in ("press", "release"):
        touches = QTest.touchEvent(window, finger)
        for number, point in enumerate(points):
            getattr(touches, act)(number, point, window)
        touches.commit()
    person.until(lambda: not person.kiosk.taking.busy, timeout=15_000)
    assert person.kiosk.page in ("who", "number", "service")
    assert len(full_center.tickets) <= 1
    assert person.kiosk.choice.dossiers <= 2


def test_a_long_press_is_one_touch(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("tile-A")
    person.until(lambda: find(person.window, "take-number").isEnabled())
    button = find(person.window, "take-number")
    at = centre(button).toPoint()
    QTest.mousePress(person.window, Qt.MouseButton.LeftButton, pos=at)
    person.qtbot.wait(900)  # Qt's own long press is 800 ms
    assert center.sent("/v1/tickets") == []
    QTest.mouseRelease(person.window, Qt.MouseButton.LeftButton, pos=at)
    person.page("number")
    assert len(center.tickets) == 1


def test_the_number_outlives_the_second_of_two_taps(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.take()
    touch_item(person.window, find(person.window, "done"))
    assert person.kiosk.page == "number"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.page("home")


@pytest.mark.parametrize(
    ("fault", "cause"), [("paper_out", "PAPER_OUT"), ("cover_open", "COVER_OPEN")]
)
def test_paper_that_does_not_come_keeps_the_number_and_alerts_staff(
    center: Any, open_kiosk: Any, paper: Any, fault: str, cause: str
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell(fault)
    assert person.take() == "A012"
    person.until(lambda: "chụp lại màn hình" in person.reads("paper"))
    assert person.sees("qr")
    ticket = person.kiosk.shown.ticket["id"]
    path = f"/v1/tickets/{ticket}/paper"
    person.until(lambda: bool(center.sent(path)))
    told = center.sent(path)[0]
    assert told["outcome"] in ("failed", "unknown")
    assert cause in told["detail"]
    assert person.kiosk.shown._left >= 18
    assert len(center.tickets) == 1


def test_a_printer_that_recovers_prints_the_same_number_marked(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("paper_out")
    person.take()
    person.until(lambda: person.kiosk.shown.paper_state == "fault")
    paper.tell("recover")
    person.until(lambda: person.kiosk.shown.paper_state == "take", timeout=9000)
    path = f"/v1/tickets/{person.kiosk.shown.ticket['id']}/paper"
    person.until(lambda: len(center.sent(path)) == 2)
    assert [(one["outcome"], one["reprint"]) for one in center.sent(path)] == [
        ("failed", False),
        ("printed", True),
    ]


def test_a_cut_cable_is_never_printed_again_by_itself(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("break_off", after=2_000)
    person.take()
    person.until(lambda: person.kiosk.shown.paper_state == "fault", timeout=9000)
    path = f"/v1/tickets/{person.kiosk.shown.ticket['id']}/paper"
    person.until(lambda: bool(center.sent(path)))
    person.qtbot.wait(2_000)  # longer than a second try would wait: none may come
    assert [one["outcome"] for one in center.sent(path)] == ["unknown"]


def test_a_stuck_printer_never_stops_the_screen(center: Any, open_kiosk: Any, paper: Any) -> None:
    person = open_kiosk(printer=paper.uri)
    paper.tell("stall")
    person.take()
    assert person.reads("paper") == "Phiếu đang in…"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.page("home")
    assert person.take("H") == "H012"
