"""A morning of second thoughts: every key that can be taken back is, and some that must not be."""

from typing import Any

from layso_queue.line import commands as c
from layso_queue.line.states import Priority
from line_proof.town import Town


def second_thoughts(a_town: type[Town] = Town) -> Town:
    """Play it; every step is watched. What a sound line refuses is asked too, and left there."""
    town = a_town()
    for ticket in ("an", "binh", "chi"):
        town.issue(ticket)
    town.at(5).issue("old", priority=Priority.ELDERLY)
    _call_and_start(town)
    _end_and_back(town)
    _sent_on(town)
    _counters(town)
    return town


def undo(town: Town, ticket: str, counter: int | None = 1, **who: Any) -> Any:
    """Ask to take the ticket's last move back."""
    return town.ask(c.Undo, ticket=ticket, by_counter=counter, **who)


def _call_and_start(town: Town) -> None:
    assert town.at(6).next() == "old"
    undo(town, "old", 2)
    undo(town, "old")
    undo(town, "old")  # there is nothing more
    town.at(7).serve()
    undo(town, "old")
    town.at(12)
    undo(town, "old")
    undo(town, "old")
    town.serve()
    town.ok(c.ConfirmPriority, ticket="old", confirmed=True)
    undo(town, "old")
    undo(town, "old")
    town.ok(c.StartService, ticket="old")


def _end_and_back(town: Town) -> None:
    town.at(20).finish("old")
    undo(town, "old")
    town.finish("old")
    town.next()
    undo(town, "old")  # somebody else is there by now
    town.at(30)
    undo(town, "old")  # and it was long ago
    town.lose("an")
    undo(town, "an")
    town.ok(c.MarkNoShow, ticket="an")
    town.at(60).ok(c.ReturnTicket, ticket="an")
    undo(town, "an", actor="nv02")
    undo(town, "an")
    town.ok(c.ReturnTicket, ticket="an")


def _sent_on(town: Town) -> None:
    town.at(70).serve()
    town.ok(c.ParkTicket, ticket="binh", reason="to copy")
    undo(town, "binh")
    town.ok(c.ParkTicket, ticket="binh", reason="to copy")
    town.ok(c.ResumeTicket, ticket="binh")
    undo(town, "binh")
    town.ok(c.ResumeTicket, ticket="binh")
    town.serve()
    town.ok(c.TransferTicket, ticket="binh", service="land", reason="also land")
    undo(town, "binh")
    town.ok(c.TransferTicket, ticket="binh", counter=4, reason="knows it")
    town.at(71).next(4)
    undo(town, "binh")
    undo(town, "binh", 4)
    undo(town, "binh")


def _counters(town: Town) -> None:
    def undo_desk(counter: int) -> None:
        town.ask(c.UndoCounter, counter=counter)

    town.finish("binh")
    town.ok(c.PauseCounter, counter=1, reason="a break")
    undo_desk(1)
    town.next()
    town.ok(c.PauseCounter, counter=1, reason="a break")
    town.ok(c.ResumeCounter, counter=1)
    undo_desk(1)
    town.ok(c.ResumeCounter, counter=1)
    town.ok(c.StartService, ticket="chi")
    town.ok(c.TransferTicket, ticket="chi", counter=2, reason="knows it")
    town.at(72).ok(c.CloseCounter, counter=2)
    undo_desk(2)
    town.ok(c.CloseCounter, counter=4)
    town.ok(c.OpenCounter, counter=4)
    undo_desk(4)
    town.ok(c.OpenCounter, counter=4)
    town.at(73).next(2)
    town.ok(c.PauseCounter, counter=2, reason="a break")
    town.ok(c.ResumeCounter, counter=2)
    town.ok(c.StartService, ticket="chi")
    town.finish("chi")
    town.next(2)
    undo_desk(2)  # it has called since
    town.at(90)
    undo_desk(4)  # long ago
