"""What the board says, tested without a window."""

from typing import Any

from layso_kiosk.display.board import HIGHLIGHT_S, Board
from layso_kiosk.look.texts import ScreenTexts


def _heard(board: Board) -> list[tuple[str, int]]:
    heard: list[tuple[str, int]] = []
    board.called.connect(lambda call: heard.append((call["number"], call["counter"])))
    return heard


def test_a_call_is_large_told_once_and_lit_for_twenty_seconds(board: Board, day: Any) -> None:
    heard = _heard(board)
    board.take(day.told())
    assert board.facts["mode"] == "empty"
    day.call("A012", 3)
    board.take(day.told())
    board.take(day.told())
    assert heard == [("A012", 3)]
    shown = board.facts["call"]
    assert (shown["number"], shown["counter"], shown["lit"]) == ("A012", "3", True)
    day.seconds += HIGHLIGHT_S - 0.1
    board.tick()
    assert board.facts["call"]["lit"]
    day.seconds += 0.2
    board.tick()
    assert board.facts["mode"] == "call"
    assert not board.facts["call"]["lit"]


def test_several_calls_at_once_are_told_in_their_order(board: Board, day: Any) -> None:
    heard = _heard(board)
    board.take(day.told())
    for number, counter in (("A012", 1), ("H003", 3), ("A013", 2)):
        day.call(number, counter)
    board.take(day.told())
    assert heard == [("A012", 1), ("H003", 3), ("A013", 2)]
    assert board.facts["call"]["number"] == "A013"
    assert [(row["number"], row["lit"]) for row in board.recent.rows] == [
        ("H003", True),
        ("A012", True),
    ]


def test_a_recall_is_told_again_and_listed_once(board: Board, day: Any) -> None:
    heard = _heard(board)
    day.call("A012", 1)
    board.take(day.told())
    day.call("H001", 3)
    day.seconds += 30
    day.call("A012", 1, calls=2)
    board.take(day.told())
    assert heard == [("A012", 1), ("A012", 1)]
    assert [row["number"] for row in board.recent.rows] == ["H001"]


def test_a_board_falls_back_calmly_when_a_call_is_taken_back(board: Board, day: Any) -> None:
    heard, gone = _heard(board), list[int]()
    board.calledOff.connect(lambda seqs: gone.extend(seqs))
    before = day.call("A012", 1)
    board.take(day.told())
    day.seconds += HIGHLIGHT_S + 1
    board.tick()
    taken_back = day.call("H001", 3)
    board.take(day.told())
    day.counter(3, ticket=None)
    day.data["calls"] = [before]
    board.take(day.told())
    shown = board.facts["call"]
    assert (board.facts["mode"], shown["number"], shown["lit"]) == ("call", "A012", False)
    assert board.recent.rows == []
    assert {row["number"] for row in board.counters.rows if row["lit"]} == set()
    day.data["calls"] = []
    board.take(day.told())
    assert board.facts["mode"] == "empty"
    assert heard == [("A012", 1), ("H001", 3)]
    assert gone == [taken_back["seq"], before["seq"]]


def test_what_only_grows_old_is_not_called_off(board: Board, day: Any) -> None:
    gone: list[int] = []
    board.calledOff.connect(lambda seqs: gone.extend(seqs))
    for number in range(15):
        day.call(f"A{number:03d}", 1)
        board.take(day.told())
    assert (len(day.data["calls"]), gone) == (12, [])
    first, second, *others = day.data["calls"]
    day.data["calls"] = [first, *others]
    board.take(day.told())
    assert gone == [second["seq"]]


def test_a_new_board_does_not_call_what_was_called_long_ago(board: Board, day: Any) -> None:
    heard = _heard(board)
    board.take(day.busy().told())
    assert heard == []
    assert board.facts["call"]["number"] == "H019"
    assert not board.facts["call"]["lit"]
    assert len(board.recent.rows) == 8


def test_after_a_loss_only_calls_of_the_last_twenty_seconds_are_told(
    board: Board, day: Any
) -> None:
    heard = _heard(board)
    day.call("A012", 1)
    board.take(day.told())
    board.link("stale")
    day.seconds += 120
    day.call("A013", 2, ago=90)
    day.call("A014", 3, ago=19)
    day.call("A015", 4, ago=2)
    board.link("fresh")
    board.take({**day.told(), "epoch": "another"})
    board.take({**day.told(), "epoch": "another"})
    assert heard == [("A012", 1), ("A014", 3), ("A015", 4)]


def test_late_deltas_do_not_turn_the_clock_back(board: Board, day: Any) -> None:
    heard = _heard(board)
    board.take(day.told())
    early = day.now()
    day.seconds += 100
    day.call("A013", 2, ago=99)
    late = {**day.told(), "now": early.isoformat()}
    board.take(late)
    assert heard == []
    assert board.clock.time == day.now().strftime("%H:%M") == "09:43"


def test_an_undone_call_leaves_the_board(board: Board, day: Any) -> None:
    board.take(day.busy().told())
    day.call("A099", 1)
    board.take(day.told())
    assert board.facts["call"]["number"] == "A099"
    day.data["calls"] = day.data["calls"][1:]
    board.take(day.told())
    assert board.facts["call"]["number"] == "H019"


def test_counters_show_numbers_pauses_and_never_names(board: Board, day: Any) -> None:
    day.counter(1, ticket={"id": "x", "number": "A007", "state": "serving"})
    day.counter(2, ticket={"id": "y", "number": "A008", "state": "parked"})
    day.counter(3, state="paused")
    day.counter(4, state="closed")
    board.take(day.told())
    rows = {row["counter"]: row for row in board.counters.rows}
    assert list(rows) == ["1", "2", "3", "5", "6", "7", "8"]
    assert rows["1"]["number"] == "A007"
    assert (rows["2"]["number"], rows["2"]["words"]) == ("", "Sẵn sàng")
    assert (rows["3"]["paused"], rows["3"]["words"]) == (True, "Tạm nghỉ")
    everything = f"{board.facts}{board.counters.rows}{board.services.rows}{board.recent.rows}"
    assert "Nguyễn" not in everything


def test_lines_say_people_minutes_and_who_is_next(board: Board, day: Any) -> None:
    day.data["services"][5]["open"] = False
    day.data["services"][1]["wait"] = {"low": 0, "high": 5}
    board.take(day.told())
    rows = {row["series"]: (row["people"], row["wait"], row["next"]) for row in board.services.rows}
    assert rows["A"] == ("7 người", "12–20 phút", "Tiếp theo A031, A032")
    assert rows["K"] == ("0 người", "Chưa phải chờ", "")
    assert rows["X"][1] == "Khoảng 15 phút"
    assert rows["H"][1] == "Dưới 5 phút"
    assert rows["N"][1] == "Ngừng nhận số"
    assert rows["E"][1] == "Chờ mở quầy"
    assert board.facts["waiting"] == 28


def test_a_board_for_some_services_shows_and_tells_only_them(qapp: object, day: Any) -> None:
    board = Board(ScreenTexts(), services=frozenset({"H"}), steady=lambda: day.seconds)
    heard = _heard(board)
    board.take(day.told())
    day.call("A012", 1)
    day.call("H005", 3)
    day.call("A013", 2)
    board.take(day.told())
    assert heard == [("H005", 3)]
    assert board.facts["call"]["number"] == "H005"
    assert [row["counter"] for row in board.counters.rows] == ["3", "4"]
    assert [row["series"] for row in board.services.rows] == ["H"]


def test_only_rows_that_change_are_told(board: Board, day: Any) -> None:
    board.take(day.told())
    told: list[int] = []
    board.counters.dataChanged.connect(lambda first, last, roles: told.append(first.row()))
    board.take(day.told())
    day.call("A012", 3)
    board.take(day.told())
    assert told == [2]
