"""What is known of slips: ordered, printed, failed."""

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import Paper
from line_proof.town import Town


def test_what_became_of_the_paper_is_kept_in_any_state(town: Town) -> None:
    town.issue("an")
    town.ok(c.CancelTicket, ticket="an", reason="paper never came")
    town.ok(c.RecordPaper, ticket="an", outcome=Paper.FAILED, detail="no paper")
    assert town.ticket("an").paper is Paper.FAILED


def test_a_slip_that_is_ordered_says_whether_another_may_be_about(town: Town) -> None:
    town.issue("an")
    assert not town.ok(c.OrderPaper, ticket="an", kiosk="K1")[0].reprint
    assert town.ticket("an").paper is Paper.UNKNOWN
    assert town.ok(c.OrderPaper, ticket="an", kiosk="K1")[0].reprint
    town.ok(c.RecordPaper, ticket="an", outcome=Paper.PRINTED)
    town.ok(c.OrderPaper, ticket="an", kiosk="K1")
    assert town.ticket("an").paper is Paper.PRINTED, "one was printed, whatever becomes of this"
    town.ok(c.CancelTicket, ticket="an", reason="left")
    refused = town.ask(c.OrderPaper, ticket="an", kiosk="K1")
    assert refused == Refused(Refusal.WRONG_STATE, {"number": "A001", "state": "cancelled"})
