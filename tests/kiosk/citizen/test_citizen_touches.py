"""Double taps, two fingers, palms and long presses: one ticket or none."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from layso_kiosk.look.touch import _finger, centre, find
from layso_kiosk.look.touch import touch as touch_item


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
