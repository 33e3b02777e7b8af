"""Paper that runs low: the slip's report says so, and the center tells staff; once, not twice."""

from typing import Any

from layso_kiosk.link.ids import new_id
from layso_printing import Notice, Outcome, PrintResult
from layso_queue.center.board import TOLD_BY_PRINTERS

LOW = PrintResult(Outcome.PRINTED, None, "confirmed", 900, 0.1, warnings=(Notice.PAPER_LOW,))


def test_a_roll_that_runs_low_is_told_with_the_slip_alone(center: Any, open_kiosk: Any) -> None:
    assert Notice.PAPER_LOW.value in TOLD_BY_PRINTERS
    person, ticket = open_kiosk(), new_id()
    person.kiosk.delivery._paper.told.emit(ticket, LOW, False)
    person.until(lambda: bool(center.sent(f"/v1/tickets/{ticket}/paper")), timeout=20_000)
    (told,) = center.sent(f"/v1/tickets/{ticket}/paper")
    assert (told["outcome"], told["detail"]) == ("printed", "PAPER_LOW")
    person.kiosk.call_help()  # what was sent before it has come when this has
    person.until(lambda: bool(center.sent("/v1/help")), timeout=20_000)
    assert [asked["about"] for asked in center.sent("/v1/help")] == ["home"]
