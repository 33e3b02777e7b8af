"""What printers want staff to see to, as alerts: from the journal, so that a restart keeps them."""

from layso_assets.languages import Texts
from layso_queue.center.alerts import PAPER_FAILED, Alert
from layso_queue.center.board import Board


def printer_alerts(board: Board, texts: Texts) -> list[Alert]:
    """Return the alerts that stand on the board; `about` says what to do, where that is known."""
    failed = [
        Alert(f"paper {where}", PAPER_FAILED, where, since)
        for where, since in board.paper_faults.items()
    ]
    told = [
        Alert(f"{word} {where}", word, where, since, texts.say(f"slip.cause.{word}"))
        for (where, word), since in board.printers.items()
    ]
    return failed + told
