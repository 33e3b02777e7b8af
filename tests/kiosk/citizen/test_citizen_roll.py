"""Paper that runs low: staff hear of it once for each roll."""

from typing import Any

from layso_printing import Cause, Notice, Outcome, PrintResult

SAID = "Giấy in sắp hết. Vui lòng chuẩn bị cuộn giấy mới."
WELL = PrintResult(Outcome.PRINTED, None, "confirmed", 900, 0.1)
LOW = PrintResult(Outcome.PRINTED, None, "confirmed", 900, 0.1, warnings=(Notice.PAPER_LOW,))
OUT = PrintResult(Outcome.FAILED, Cause.PAPER_OUT, "confirmed", 0, 0.1)


def test_staff_are_called_once_for_each_roll_that_runs_low(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    for result in (WELL, LOW, LOW, OUT, LOW):
        person.kiosk.delivery._paper.told.emit("one", result, False)
    person.until(lambda: len(center.sent("/v1/help")) == 1, timeout=20_000)
    for result in (WELL, LOW, LOW):
        person.kiosk.delivery._paper.told.emit("two", result, False)
    person.until(lambda: len(center.sent("/v1/help")) == 2, timeout=20_000)
    assert {(asked["about"], asked["where"]) for asked in center.sent("/v1/help")} == {(SAID, "K1")}
