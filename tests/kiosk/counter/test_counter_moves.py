"""Every move of the counter on the real line, without a window."""

from typing import Any

import pytest

from counter_officer import do, number
from layso_kiosk.counter.acts import ACT, ACTS
from layso_kiosk.counter.parts import Parts
from layso_queue.line.moves import MOVES

SECOND = 1_000
COMMANDS = {
    "start": "StartService",
    "finish": "FinishService",
    "no-show": "MarkNoShow",
    "park": "ParkTicket",
    "transfer": "TransferTicket",
}


def why(parts: Parts, name: str) -> str:
    button = parts.buttons.of(name)
    assert bool(button.property("possible")) == (button.property("why") == "")
    return str(button.property("why"))


@pytest.mark.parametrize(("name", "command"), COMMANDS.items())
def test_an_act_is_possible_in_the_states_of_the_lines_table(name: str, command: str) -> None:
    froms = {str(move[0]) for move, names in MOVES.items() if command in names}
    assert ACT[name].states == froms


def test_the_first_key_calls_whom_the_line_calls(parts: Parts, busy: Any) -> None:
    do(parts, "call-next")
    assert number(parts) == "H003"
    assert busy.posts[0][0] == "/v1/counters/3/call-next"
    assert busy.posts[0][2] == "s1"
    assert parts.strip.property("text") == "Đã mời H003."


def test_a_visit_from_call_to_finish(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "recall", "start")
    assert parts.bar.property("shown")["number_state"] == "serving"
    parts.panel.visit.note_codes("g22.99-251225-020175, H19.42-250725-0001")
    do(parts, "finish")
    assert number(parts) == ""
    path, body, _ = busy.posts[-1]
    assert path.endswith("/finish")
    assert body["dossier_codes"] == ["G22.99-251225-020175", "H19.42-250725-0001"]


def test_a_wrong_dossier_code_holds_the_finish_back(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    parts.panel.visit.note_codes("G22-nonsense")
    sent = len(busy.posts)
    do(parts, "finish")
    assert len(busy.posts) == sent
    assert "G22-NONSENSE" in parts.strip.property("text")


def test_not_there_needs_a_second_call_first(parts: Parts) -> None:
    do(parts, "call-next", "no-show")
    assert number(parts) == "H003"
    assert "gọi lại" in parts.strip.property("text")
    do(parts, "recall", "no-show")
    assert number(parts) == ""
    assert [one["number"] for one in parts.station.desk.no_show] == ["H003"]


def test_parking_asks_for_a_reason_and_the_person_comes_back(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "park")
    assert parts.ask.property("shown")["kind"] == "park"
    parts.ask.confirm()
    assert parts.ask.property("shown")["fault"] == "Bạn hãy chọn một lý do."
    assert parts.ask.key("1")
    parts.ask.confirm()
    assert busy.posts[-1][1]["reason"] == "Đi sao chụp giấy tờ"
    parked = parts.station.desk.parked[0]
    parts.panel.bring_back("resume-ticket", parked["id"], parked["number"])
    assert parts.station.desk.parked == ()
    assert parts.station.desk.waiting[0]["number"] == "H003"


def test_a_reason_of_ones_own_must_be_written(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "park")
    parts.ask.choose("other")
    parts.ask.confirm("   ")
    assert parts.ask.property("shown")["fault"] == "Bạn hãy ghi lý do."
    parts.ask.confirm(" Về lấy  sổ đỏ ")
    assert busy.posts[-1][1]["reason"] == "Về lấy sổ đỏ"


def test_transfer_to_a_service_keeps_the_number(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start", "transfer")
    values = [option["value"] for option in parts.ask.property("shown")["targets"]]
    assert values == ["service:A", "service:L", "service:X"]
    assert parts.ask.key("x")
    assert parts.ask.key("1")
    parts.ask.confirm()
    assert busy.posts[-1][1].items() >= {"service": "X", "reason": "Lấy nhầm dịch vụ"}.items()
    moved = next(t for t in busy.mirror.tickets.values() if t["number"] == "H003")
    assert (moved["state"], moved["service"]) == ("waiting", "X")


def test_transfer_offers_only_counters_that_can_serve(parts: Parts, busy: Any) -> None:
    busy.become("fresh")
    _open_other_counter(busy, 4)
    busy.tell()
    do(parts, "call-next", "start", "transfer")
    targets = {option["value"]: option for option in parts.ask.property("shown")["targets"]}
    assert "counter:4" in targets
    assert "counter:12" not in targets
    parts.ask.choose("counter:4")
    parts.ask.choose("more")
    parts.ask.confirm()
    assert busy.posts[-1][1]["counter"] == 4


def test_counters_of_two_digits_are_typed_with_both(parts: Parts, busy: Any) -> None:
    do(parts, "call-next", "start")
    for n in (1, 10, 12):
        about = {"number": n, "services": ["H"], "state": "open", "ticket": None}
        busy.mirror.counters[n] = busy.mirror.counters[3] | about
    do(parts, "transfer")
    ask = parts.ask
    keys = {one["value"]: one["key"] for one in ask.property("shown")["targets"]}
    assert [keys[f"counter:{n}"] for n in (1, 10, 12)] == ["01", "10", "12"]
    typed = {"01": "counter:1", "12": "counter:12", "1X": "service:X", "X": "service:X"}
    for digits, chosen in typed.items():
        ask.open("transfer")
        assert [ask.key(digit) for digit in digits] == [True] * len(digits)
        assert ask.property("shown")["target"] == chosen
    ask.open("transfer")
    assert not ask.key("9")
    assert ask.key("1")
    assert "Đã gõ 1" in ask.property("shown")["note"]
    assert ask.key("0")
    assert ask.key("1"), "the next digit is a reason's"
    ask.confirm()
    assert busy.posts[-1][1]["counter"] == 10


def _open_other_counter(busy: Any, counter: int) -> None:
    busy._answer(f"/v1/counters/{counter}/open", {"id": f"open-{counter}"})


def test_picking_by_hand_sends_the_reason(parts: Parts, busy: Any) -> None:
    other = next(one for one in parts.station.desk.waiting if one["number"] == "A001")
    parts.panel.pick(other["id"], "A001")
    assert parts.ask.property("shown")["title"] == "Vì sao mời riêng A001?"
    parts.ask.choose("frail")
    parts.ask.confirm()
    path, body, _ = busy.posts[-1]
    assert path == "/v1/counters/3/call"
    assert body["ticket"] == other["id"]
    assert body["reason"] == "Sức khỏe yếu"
    assert number(parts) == "A001"


def test_pause_and_resume(parts: Parts, busy: Any) -> None:
    do(parts, "pause")
    parts.ask.choose("lunch")
    parts.ask.confirm()
    assert busy.posts[-1][1]["reason"] == "lunch"
    assert parts.bar.property("shown")["state_text"] == "Tạm nghỉ: Nghỉ trưa"
    assert why(parts, "call-next") == "Quầy đang tạm nghỉ: hãy bấm “Làm tiếp”."
    do(parts, "pause")
    assert why(parts, "call-next") == ""


def test_a_priority_claim_is_confirmed_once(parts: Parts, busy: Any) -> None:
    do(parts, "call-next")
    assert parts.bar.property("shown")["claim"] == "Người cao tuổi"
    do(parts, "confirm-priority")
    assert busy.posts[-1][1]["confirmed"] is True
    assert parts.bar.property("shown")["claim_confirmed"] is True
    assert why(parts, "confirm-priority") == "Ưu tiên của H003 đã được xác nhận."


def test_each_impossible_act_says_why(parts: Parts) -> None:
    none = "Quầy chưa có khách."
    others = {
        "reprint": none,
        "answer": "Không có cảnh báo nào mà bạn xử lý được từ đây.",
        "alerts": "Không có việc nào cần xem.",
        "close-service": "Chỉ người phụ trách đóng",
    }
    for act in ACTS:
        expected = others.get(act.name, none if act.states else "")
        assert why(parts, act.name).startswith(expected), act.name
        assert bool(why(parts, act.name)) == bool(expected), act.name
    parts.station.lately = None  # but for opening the counter, by signing in
    assert why(parts, "undo") == "Không có thao tác nào để hoàn tác."
    do(parts, "call-next")
    assert why(parts, "call-next") == ("Đang mời H003: hãy bắt đầu hoặc ghi vắng mặt trước.")
    assert why(parts, "finish") == "Chưa bắt đầu phục vụ H003."
    do(parts, "start")
    assert why(parts, "call-next") == "Đang phục vụ H003: hãy bấm “Xong” trước."
    assert why(parts, "no-show") == "Đã bắt đầu phục vụ H003."


def test_an_impossible_press_says_why_and_sends_nothing(parts: Parts, busy: Any) -> None:
    do(parts, "finish")
    assert busy.posts == []
    assert parts.strip.property("text") == "Quầy chưa có khách."
    assert parts.strip.property("tone") == "warn"


def test_an_empty_line_is_told_by_the_center(parts: Parts, busy: Any) -> None:
    for _ in range(4):
        do(parts, "call-next", "start", "finish")
    do(parts, "call-next")
    assert parts.strip.property("text") == "Chưa có ai chờ ở quầy này."
    assert busy.posts[-1][0] == "/v1/counters/3/call-next"


def test_help_says_where(parts: Parts, busy: Any) -> None:
    do(parts, "help")
    assert busy.posts[-1][0] == "/v1/help"
    assert busy.posts[-1][1]["where"] == "counter-3"
