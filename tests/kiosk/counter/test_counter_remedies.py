"""What can be done about an alert stands beside it, for who may, and is asked twice if need be."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_officer import be_in_charge, raise_alerts
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.remedies import REMEDIES
from layso_kiosk.counter.remedying import Remedying
from layso_kiosk.link.answers import Answer
from layso_kiosk.look.touch import find
from layso_queue.center.alerts import Alert
from layso_queue.center.show.alerts import IN_WORDS, shown_alert

SINCE = 1_795_395_600_000
ASKED = {
    "RESTORE_WAITS": ("/v1/restore/go-on", "Thôi chờ, tiếp tục", "Thôi chờ máy lấy số"),
    "HUB_SUPERSEDED": ("/v1/web/take-over", "Máy này là máy chính", "Máy này là máy chính?"),
}
GONE = "Việc này đã có người làm."
TOLD = "Không có cảnh báo nào mà bạn xử lý được từ đây."


def answer(parts: Parts, clock: Any) -> None:
    clock.now += 1_000
    parts.act("answer")


def shown(parts: Parts, name: str = "text") -> Any:
    return parts.strip.property(name)


def test_each_remedy_is_for_an_alert_that_is_said() -> None:
    assert set(REMEDIES) <= IN_WORDS


def test_whoever_is_signed_in_takes_a_call_for_help(parts: Parts, busy: Any, clock: Any) -> None:
    raise_alerts(parts, busy, ("DISK_LOW", "center"), ("HELP", "K1"), ("HELP", "K2"))
    assert shown(parts, "remedy") == "Tôi đến ngay"
    sentence = busy.alerts[1]["text"]["vi"]
    answer(parts, clock)
    assert (busy.deleted, busy.deletes) == (["/v1/help/HELP-K1"], ["s1"])
    assert shown(parts).endswith(sentence)
    assert shown(parts, "tone") == "good"


def test_nobody_takes_a_call_before_signing_in(parts: Parts, busy: Any, clock: Any) -> None:
    raise_alerts(parts, busy, ("HELP", "K1"))
    parts.station.sign(None)
    assert shown(parts, "remedy") == ""
    answer(parts, clock)
    assert busy.deleted == []


def test_a_call_of_this_counter_is_taken_back(parts: Parts, busy: Any, clock: Any) -> None:
    parts.act("help")
    busy.alerts = [shown_alert(Alert(busy.posts[-1][1]["id"], "HELP", "counter-3", SINCE))]
    busy.tell()
    parts.strip.hide()
    assert shown(parts, "remedy") == "Không cần hỗ trợ nữa"
    answer(parts, clock)
    assert shown(parts) == "Đã báo không cần người hỗ trợ ở quầy này nữa."
    assert parts.station.lately is None


def test_a_call_that_somebody_else_took_says_so(
    parts: Parts, busy: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    raise_alerts(parts, busy, ("HELP", "K1"))
    gone = Answer(404, problem={"code": "HELP_UNKNOWN", "detail": GONE})
    monkeypatch.setattr(busy, "delete", lambda _path, told, session: told(gone))
    answer(parts, clock)
    assert shown(parts) == GONE
    assert shown(parts, "tone") == "warn"


@pytest.mark.parametrize("code", ASKED)
def test_much_is_asked_once_more_and_done_by_the_second_press(
    parts: Parts, busy: Any, clock: Any, code: str
) -> None:
    path, label, means = ASKED[code]
    busy.others = lambda asked, _: Answer(200, {}) if asked == path else None
    be_in_charge(parts, busy)
    raise_alerts(parts, busy, (code, "center"))
    assert shown(parts, "remedy") == label
    answer(parts, clock)
    assert shown(parts).startswith(means)
    assert (shown(parts, "remedy"), shown(parts, "asking")) == ("Xác nhận", True)
    parts.act("answer")  # the same press bounces
    assert busy.posts == []
    answer(parts, clock)
    assert [(where, session) for where, _, session in busy.posts] == [(path, "s1")]
    assert (shown(parts, "asking"), shown(parts, "tone")) == (False, "good")


@pytest.mark.parametrize("code", [*ASKED, "HUB_SET_ASIDE"])
def test_who_is_not_in_charge_is_offered_nothing(
    parts: Parts, busy: Any, clock: Any, code: str
) -> None:
    raise_alerts(parts, busy, (code, "center"))
    assert shown(parts, "remedy") == ""
    answer(parts, clock)
    assert shown(parts) == TOLD
    assert (busy.posts, busy.deleted) == ([], [])


def test_a_call_for_help_comes_before_what_only_an_administrator_decides(
    parts: Parts, busy: Any, clock: Any
) -> None:
    be_in_charge(parts, busy, "admin")
    raise_alerts(parts, busy, ("HUB_SUPERSEDED", "center"))
    answer(parts, clock)
    raise_alerts(parts, busy, ("HUB_SUPERSEDED", "center"), ("HELP", "K1"))
    assert (shown(parts, "remedy"), shown(parts, "asking")) == ("Tôi đến ngay", False)
    answer(parts, clock)
    assert (busy.posts, busy.deleted) == ([], ["/v1/help/HELP-K1"])


@pytest.mark.parametrize("end", ["next act", "alert over", "signed out", "away", "taken back"])
def test_a_question_ends_with_what_it_was_about(
    parts: Parts, busy: Any, clock: Any, end: str
) -> None:
    be_in_charge(parts, busy)
    raise_alerts(parts, busy, ("RESTORE_WAITS", "center"))
    answer(parts, clock)
    assert shown(parts, "asking")
    if end == "next act":
        parts.act("call-next")
    elif end == "alert over":
        raise_alerts(parts, busy)
    elif end == "signed out":
        parts.station.sign(None)
    elif end == "away":
        busy.become("away")
    else:
        parts.remedies.leave()
    assert not shown(parts, "asking")
    assert not [path for path, *_ in busy.posts if "restore" in path]


def test_a_question_ends_in_time(parts: Parts, busy: Any, qtbot: QtBot) -> None:
    be_in_charge(parts, busy)
    raise_alerts(parts, busy, ("RESTORE_WAITS", "center"))
    remedies = Remedying(parts.station, parts.set_aside, patience_ms=1)
    remedies.press()
    assert remedies.question
    qtbot.waitUntil(lambda: remedies.question == "", timeout=20_000)


def test_a_refusal_is_said_in_words(parts: Parts, busy: Any, clock: Any) -> None:
    refusal = Answer(409, problem={"code": "NOTHING_TO_WAIT_FOR", "detail": GONE})
    busy.others = lambda path, _: refusal if "restore" in path else None
    be_in_charge(parts, busy)
    raise_alerts(parts, busy, ("RESTORE_WAITS", "center"))
    answer(parts, clock)
    answer(parts, clock)
    assert (shown(parts), shown(parts, "remedy")) == (GONE, "")
    parts.strip.hide()
    assert shown(parts, "remedy") == ASKED["RESTORE_WAITS"][1]


def test_by_keyboard_alone(
    open_counter: Callable[..., Counter], busy: Any, clock: Any, qtbot: QtBot
) -> None:
    path = ASKED["HUB_SUPERSEDED"][0]
    busy.others = lambda asked, _: Answer(200, {}) if asked == path else None
    busy.role = "supervisor"
    counter = open_counter(busy)
    raise_alerts(counter, busy, ("HUB_SUPERSEDED", "center"))
    window = counter.program.window

    def press(key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        clock.now += 1_000
        QTest.keyClick(window, key, held)

    def asking() -> bool:
        return bool(find(window, "remedy-leave").isVisible())

    shift = Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_F1, shift)
    qtbot.waitUntil(asking, timeout=20_000)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asking(), timeout=20_000)
    press(Qt.Key.Key_F1, shift)
    press(Qt.Key.Key_F1, shift)
    assert [one for one, *_ in busy.posts].count(path) == 1
