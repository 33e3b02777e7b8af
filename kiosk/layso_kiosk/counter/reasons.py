"""Why somebody is or was called before others, in one short sentence."""

from layso_kiosk.counter.desk import Ticket
from layso_kiosk.counter.moments import moment
from layso_kiosk.counter.words import Says, say_or
from layso_queue.line.states import Channel, Priority, Reason


def why_in_line(ticket: Ticket, counter: int, texts: Says) -> str:
    """Return why a waiting ticket stands where it stands; empty for one in its turn."""
    if ticket.get("to_counter") is not None:
        word = "sent_here" if ticket["to_counter"] == counter else "sent_to"
        return texts.say(f"counter.reason.{word}", counter=ticket["to_counter"])
    group = claim(ticket, texts)
    if group:
        return texts.say("counter.reason.priority", group=group.lower())
    if ticket["channel"] == Channel.WEB:
        return _booking(ticket, texts)
    if ticket.get("calls", 0) > 0:
        return texts.say("counter.reason.returned")
    if ticket["channel"] == Channel.EMERGENCY:
        return texts.say("counter.reason.emergency")
    return texts.say("counter.reason.staff") if ticket["channel"] == Channel.STAFF else ""


def _booking(ticket: Ticket, texts: Says) -> str:
    early = moment(ticket["key"]) < moment(ticket["issued_at"])
    return texts.say("counter.reason.booking_any" if early else "counter.reason.checked_in")


def claim(ticket: Ticket, texts: Says, *, short: bool = False) -> str:
    """Return the name of the ticket's priority group, empty for none; `short` for little room."""
    group = ticket.get("priority") or Priority.NONE
    table = "priority_short" if short else "priority"
    return "" if group == Priority.NONE else texts.say(f"counter.{table}.{group}")


def why_called(ticket: Ticket, texts: Says) -> str:
    """Return why the ticket was last called.

    The center tells a word and a detail (the booked time, the class, what an officer wrote);
    a word that we do not know leaves the detail as it came.
    """
    word, detail = ticket.get("reason") or Reason.OLDEST, str(ticket.get("reason_text") or "")
    if word == Reason.PRIORITY:
        group = claim(ticket, texts) or say_or(texts, f"counter.priority.{detail}", detail)
        return texts.say("counter.reason.priority", group=group.lower())
    if word == Reason.BOOKING:
        named = texts.say("counter.reason.booking", time=detail)
        return named if detail else texts.say("counter.reason.booking_any")
    if word == Reason.PICKED:
        return texts.say("counter.reason.picked", why=detail)
    return say_or(texts, f"counter.reason.{word}", detail)


PASSED_SHOWN = 5
"""Numbers named in the sentence; the rest is a count."""


def passed(ticket: Ticket, texts: Says) -> str:
    """Return whom the call passed."""
    numbers = list(ticket.get("passed") or [])
    if not numbers:
        return texts.say("counter.reason.passed_none")
    first, rest = ", ".join(numbers[:PASSED_SHOWN]), len(numbers) - PASSED_SHOWN
    if rest > 0:
        return texts.say("counter.reason.passed_more", numbers=first, n=rest)
    return texts.say("counter.reason.passed", numbers=first)
