"""Closed hours, a lost connection, a change of language: what the board says then."""

from typing import Any

import pytest

from layso_kiosk.display.board import HIGHLIGHT_S, Board


def test_before_the_first_word_from_the_center_it_says_so(board: Board) -> None:
    assert board.facts["mode"] == "away"
    assert board.facts["title"] == "Đang kết nối"
    board.link("away", "NOT_ENROLLED")
    assert board.facts["title"] == "Màn hình này chưa được đăng ký"
    assert not board.facts["stale"]


@pytest.mark.parametrize(
    ("reason", "opening", "title", "sentence"),
    [
        (
            *("before_opening", "2026-11-23T10:30:00.000+07:00"),
            *("Trung tâm chưa đến giờ làm việc", "Mở lại lúc 10:30 hôm nay."),
        ),
        (
            *("lunch", "2026-11-23T13:30:00.000+07:00"),
            *("Trung tâm đang nghỉ trưa", "Mở lại lúc 13:30 hôm nay."),
        ),
        (
            *("after_closing", "2026-11-24T07:30:00.000+07:00"),
            *(
                "Trung tâm đã hết giờ làm việc",
                "Mở lại lúc 07:30, Thứ\u00a0Ba ngày\u00a024/11/2026.",
            ),
        ),
        (
            *("day_off", None),
            *("Hôm nay trung tâm nghỉ", "Vui lòng hỏi nhân viên về giờ mở cửa tiếp theo."),
        ),
    ],
)
def test_a_closed_day_says_why_and_when_it_opens(
    board: Board, day: Any, reason: str, opening: str | None, title: str, sentence: str
) -> None:
    day.busy().data["day"] |= {"state": "closed", "closed_reason": reason, "next_opening": opening}
    board.take(day.told())
    assert board.facts["mode"] == "closed"
    assert (board.facts["title"], board.facts["sentence"]) == (title, sentence)
    assert board.recent.rows[0]["number"] == "H019"


def test_what_staff_closed_is_said_in_their_words(board: Board, day: Any) -> None:
    opening = "2026-11-23T13:00:00.000+07:00"
    why = {"vi": "Mất điện.", "en": "A power cut"}
    closed = {"closed_reason": "closure", "closure": why, "next_opening": opening}
    day.busy().data["day"] |= {"state": "closed"} | closed
    board.take(day.told())
    assert board.facts["title"] == "Trung tâm đang tạm nghỉ"
    assert board.facts["sentence"] == "Mất điện. Mở lại lúc 13:00 hôm nay."


def test_a_call_after_closing_time_is_still_shown(board: Board, day: Any) -> None:
    day.data["day"] |= {"state": "closed", "closed_reason": "after_closing"}
    board.take(day.told())
    day.call("A050", 2)
    board.take(day.told())
    assert board.facts["mode"] == "call"
    day.seconds += HIGHLIGHT_S + 1
    board.tick()
    assert board.facts["mode"] == "closed"


def test_a_lost_connection_is_said_with_its_time_and_the_data_stay(board: Board, day: Any) -> None:
    board.link("fresh")
    board.take(day.busy().told())
    board.link("stale")
    assert not board.facts["stale"]
    day.seconds += 4
    board.tick()
    assert not board.facts["stale"]
    day.seconds += 600
    board.link("away")
    assert board.facts["stale"]
    assert board.facts["stale_words"].startswith("Mất kết nối từ 09:41.")
    assert board.facts["call"]["number"] == "H019"
    board.link("fresh")
    assert not board.facts["stale"]
    assert board.facts["stale_words"] == ""


def test_notices_and_names_follow_the_language(board: Board, day: Any) -> None:
    day.data["notices"] = [
        {"id": "1", "text": {"vi": "Quầy 6 tạm dừng.", "en": "Counter 6 rests."}}
    ]
    board.take(day.told())
    assert board.facts["notices"] == ["Quầy 6 tạm dừng."]
    board._texts.choose("en")
    assert board.facts["notices"] == ["Counter 6 rests."]
    assert board.facts["center"].startswith("Trấn Biên Ward")
    assert board.services.rows[0]["people"] == "7 people"
