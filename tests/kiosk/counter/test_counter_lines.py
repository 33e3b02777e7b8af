"""What the bar and the panel say of people: waits, reasons, whom a call passed."""

from typing import Any

import pytest

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.counter.desk import read_desk
from layso_kiosk.counter.lines import aside_rows, current_facts, line_rows, recent_rows
from layso_kiosk.counter.moments import clock as clock_text
from layso_kiosk.counter.moments import countdown, moment, running, span
from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.reasons import passed, why_called, why_in_line
from layso_queue.line.states import Priority, Reason, TicketState

VI = Texts("vi")
TICKET: dict[str, Any] = {
    "number": "A012",
    "priority": "none",
    "channel": "kiosk",
    "issued_at": "2026-11-23T08:00:00.000+07:00",
    "key": "2026-11-23T08:00:00.000+07:00",
}


def test_the_line_stands_in_calling_order_under_its_services(parts: Parts) -> None:
    rows = line_rows(parts.station)
    assert [row.get("number") or row["text"] for row in rows] == [
        "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục",
        "H003",
        "H001",
        "H002",
        "Chứng thực bản sao, chữ ký",
        "A001",
    ]
    first = rows[1]
    assert (first["wait"], first["key"], first["first"]) == ("5 phút", "tính từ 04:10", True)
    assert first["why"] == "ưu tiên: người cao tuổi"
    assert (rows[2]["wait"], rows[2]["key"], rows[2]["why"]) == ("35 phút", "lấy số 07:40", "")
    assert "H003" in first["spoken"]


def test_the_bar_counts_who_waits_for_this_counter_only(parts: Parts, busy: Any) -> None:
    busy.come("L", "08:16")
    busy.tell()
    shown = parts.bar.property("shown")
    assert shown["waiting"] == 4
    assert shown["call_note"] == "4 chờ · lâu nhất 36 phút"


def test_a_number_sent_to_another_counter_is_not_ours_to_call(parts: Parts) -> None:
    snapshot = parts.link.mirror.as_snapshot()
    snapshot["tickets"] = [
        {**one, "to_counter": 4 if one["number"] == "H001" else None} for one in snapshot["tickets"]
    ]
    numbers = [one["number"] for one in read_desk(snapshot, 3).waiting]
    assert "H001" not in numbers
    assert read_desk(snapshot, 12).waiting == () or numbers


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"priority": "merit"}, "ưu tiên: người có công"),
        ({"channel": "web"}, "đặt hẹn trên mạng"),
        ({"channel": "web", "key": "2026-11-23T07:30:00.000+07:00"}, "có hẹn trước"),
        ({"calls": 2}, "đã mời, quay lại hàng"),
        ({"channel": "emergency"}, "số dự phòng lúc mất kết nối"),
        ({"channel": "staff"}, "cán bộ lấy số giúp"),
        ({"to_counter": 3}, "được chuyển đến quầy này"),
        ({"to_counter": 5}, "chỉ quầy 5 mời"),
        ({}, ""),
    ],
)
def test_why_somebody_stands_where_they_stand(about: dict[str, Any], expected: str) -> None:
    assert why_in_line(TICKET | about, 3, VI) == expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"reason": "oldest"}, "đến sớm nhất"),
        ({"reason": "booking", "reason_text": "09:00"}, "hẹn 09:00"),
        ({"reason": "priority", "reason_text": "elderly"}, "ưu tiên: người cao tuổi"),
        ({"reason": "picked", "reason_text": "Sức khỏe yếu"}, "mời chọn: Sức khỏe yếu"),
        ({"reason": "brand_new", "reason_text": "vì một lý do"}, "vì một lý do"),
        ({}, "đến sớm nhất"),
    ],
)
def test_why_somebody_was_called(about: dict[str, Any], expected: str) -> None:
    assert why_called(TICKET | about, VI) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_line_can_be_said(language: str) -> None:
    texts = Texts(language)
    for reason in Reason:
        assert why_called(TICKET | {"reason": reason, "reason_text": "elderly"}, texts)
    for priority in set(Priority) - {Priority.NONE}:
        assert texts.say(f"counter.priority.{priority}")


def test_whom_a_call_passed_is_told_by_number() -> None:
    assert passed(TICKET, VI) == "Không vượt qua ai."
    assert passed(TICKET | {"passed": ["A010", "A011"]}, VI) == "Mời trước: A010, A011"
    many = {"passed": [f"A{n:03}" for n in range(1, 9)]}
    assert passed(TICKET | many, VI).endswith("A005 và 3 số nữa")


def test_the_panel_explains_the_current_call(parts: Parts) -> None:
    parts.act("call-next")
    facts = current_facts(parts.station)
    assert facts["why"] == "Ưu tiên: người cao tuổi"
    assert facts["passed"] == "Mời trước: H001, H002"


def test_the_panel_lists_who_is_aside_and_recent_calls(parts: Parts, clock: Any) -> None:
    for name in ("call-next", "recall", "no-show"):
        parts.act(name)
        clock.now += 1_000
    row = next(row for row in aside_rows(parts.station) if row["kind"] == "ticket")
    assert (row["number"], row["act"], row["label"]) == ("H003", "return", "Quay lại hàng")
    assert [(r["number"], r["state"]) for r in recent_rows(parts.station)] == [("H003", "vắng mặt")]


def test_rows_keep_their_place_when_others_come_and_go(parts: Parts, busy: Any) -> None:
    parts.act("panel")
    model, moved = parts.panel.line, []
    model.modelReset.connect(lambda: moved.append("reset"))
    before = [row["id"] for row in model.all()]
    parts.act("call-next")
    after = [row["id"] for row in model.all()]
    assert [one for one in before if one in after] == after
    assert len(before) - len(after) == 1
    assert moved == []


def test_times_are_said_in_words() -> None:
    assert [running(ms) for ms in (-5, 61_000, 3_723_000)] == ["00:00", "01:01", "1:02:03"]
    assert [span(ms, VI) for ms in (0, 59_999, 60_000, 3_840_000)] == [
        "dưới 1 phút",
        "dưới 1 phút",
        "1 phút",
        "1 giờ 4 phút",
    ]
    assert [countdown(s, VI) for s in (0, 45, 61)] == ["1 giây", "45 giây", "2 phút"]
    assert clock_text("2026-11-23T08:05:00.000+07:00") == "08:05"
    with pytest.raises(ValueError, match="offset"):
        moment("2026-11-23T08:05:00")


def test_every_state_of_a_recent_call_has_its_word(parts: Parts) -> None:
    for state in (s for s in TicketState if s not in ("cancelled", "expired")):
        assert parts.station.say(f"recent.{state}")
