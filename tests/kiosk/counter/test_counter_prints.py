"""A counter without a printer has a kiosk print: once for a press, and says how it fared."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_officer import said
from layso_kiosk.counter import kiosk_paper
from layso_kiosk.counter.kiosk_paper import KioskPaper
from layso_kiosk.counter.parts import Parts
from layso_kiosk.link.answers import Answer

NOBODY = "Hiện không có máy lấy số nào có máy in đang kết nối."
LONG = 20_000


class Hall:
    """A center with one kiosk, whose slips fare as a test says."""

    def __init__(self) -> None:
        self.kiosk: str | None = "K1"
        self.fares: list[dict[str, Any]] = [{"outcome": "printed"}]
        self.orders: list[str] = []

    def __call__(self, path: str, body: dict[str, Any]) -> Answer | None:
        if path.startswith("/v1/prints/"):
            fared = self.fares.pop(0) if len(self.fares) > 1 else self.fares[0]
            return Answer(200, {"id": path.rpartition("/")[2], "kiosk": self.kiosk} | fared)
        if not path.endswith("/print"):
            return None
        if self.kiosk is None:
            problem = {"code": "NO_KIOSK_PRINTS", "detail": NOBODY}
            return Answer(409, problem=problem)
        self.orders.append(path)
        return Answer(202, {"id": body["id"], "kiosk": self.kiosk, "outcome": "sent"})


@pytest.fixture
def hall(busy: Any) -> Hall:
    busy.others = Hall()
    return busy.others


@pytest.fixture
def called(parts: Parts, hall: Hall) -> Parts:
    parts.paper.at_kiosk._ask.setInterval(1)
    parts.act("call-next")
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    return parts


def test_the_slip_is_ordered_and_its_end_is_said(called: Parts, hall: Hall, qtbot: QtBot) -> None:
    hall.fares = [{"outcome": "sent"}, {"outcome": "printed"}]
    called.act("reprint")
    assert said(called) == "Đang in phiếu H003 ở máy lấy số K1…"
    qtbot.waitUntil(lambda: said(called) == "Phiếu H003 đã in ở máy lấy số K1.", timeout=LONG)
    assert len(hall.orders) == 1


def test_a_press_while_one_is_printed_prints_nothing_more(
    called: Parts, hall: Hall, qtbot: QtBot
) -> None:
    hall.fares = [{"outcome": "sent"}] * 3 + [{"outcome": "printed"}]
    called.act("reprint")
    called.act("reprint")
    assert said(called) == "Đang in lại phiếu H003…"
    qtbot.waitUntil(lambda: "đã in" in said(called), timeout=LONG)
    assert len(hall.orders) == 1
    called.act("reprint")
    assert len(hall.orders) == 2, "a new press is a new slip"


@pytest.mark.parametrize(
    ("fared", "expected"),
    [
        (
            {"outcome": "failed", "detail": "PAPER_OUT"},
            "Máy lấy số K1 chưa in được phiếu H003. Máy in hết giấy.",
        ),
        ({"outcome": "failed", "detail": "?"}, "Máy lấy số K1 chưa in được phiếu H003."),
        ({"outcome": "unknown"}, "Chưa rõ phiếu H003 đã ra ở máy lấy số K1 chưa."),
    ],
)
def test_what_went_wrong_is_said_with_what_to_do(
    called: Parts, hall: Hall, qtbot: QtBot, fared: dict[str, Any], expected: str
) -> None:
    hall.fares = [fared]
    called.act("reprint")
    qtbot.waitUntil(lambda: said(called).startswith(expected), timeout=LONG)
    assert called.strip.property("tone") == "warn"


def test_a_kiosk_that_never_answers_is_unknown(
    called: Parts, hall: Hall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_paper, "TRIES", 3)
    hall.fares = [{"outcome": "sent"}]
    called.act("reprint")
    qtbot.waitUntil(lambda: said(called).startswith("Chưa rõ phiếu H003"), timeout=LONG)


def test_without_a_kiosk_a_sentence_comes_at_once(called: Parts, hall: Hall) -> None:
    hall.kiosk = None
    called.act("reprint")
    assert said(called) == NOBODY


def test_while_the_center_is_away_nothing_can_be_printed(called: Parts, busy: Any) -> None:
    busy.become("away")
    assert not called.buttons.of("reprint").property("possible")
    called.panel.toggle()
    called.panel.print_again(called.station.desk.waiting[0]["id"])
    assert busy.posts[-1][0].endswith("/call-next")
    called.panel.toggle()


def test_a_lost_slip_of_somebody_who_waits_is_ordered_too(called: Parts, hall: Hall) -> None:
    called.panel.toggle()
    row = next(row for row in called.panel.line.all() if row.get("number") == "H001")
    assert row["print"] == "In lại phiếu số H001"
    called.panel.print_again(row["id"])
    assert hall.orders == [f"/v1/tickets/{row['id']}/print"]
    called.panel.toggle()


def test_a_number_given_at_the_counter_is_printed_for_its_person(parts: Parts, hall: Hall) -> None:
    parts.moves.walk_up("H", "Chỉ nộp")
    parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    parts.act("reprint")
    assert said(parts) == "Đang in phiếu H004 ở máy lấy số K1…"
    parts.paper.at_kiosk.close()


def test_who_signs_out_meanwhile_hears_nothing(called: Parts, hall: Hall) -> None:
    hall.fares = [{"outcome": "sent"}]
    called.act("reprint")
    called.station.sign(None)
    desk: KioskPaper = called.paper.at_kiosk
    desk._ask_how()
    assert desk._number == ""
