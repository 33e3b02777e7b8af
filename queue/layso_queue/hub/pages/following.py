"""Pages: a ticket followed on a phone: people before, minutes, go now, counter."""

from typing import Any

from layso_queue.hub.pages.feedback import shown_of
from layso_queue.hub.pages.moments import said_at
from layso_queue.hub.pages.render import page
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.standing import Standing, is_past, standing_of
from layso_queue.hub.storage import LiveTicket
from layso_queue.hub.storage.live import MOVING
from layso_queue.hub.times import day_start, local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply, to

GO_AHEAD = 3
"""With so few people before, it is time to come."""

GO_MINUTES = 15


def short(asked: Asked) -> Reply:
    """The address that a slip's QR may hold: on to the page in the reader's language."""
    return to(asked.here(f"/t/{asked.path['ticket'][:64]}"))


def follow(asked: Asked) -> Reply:
    """One ticket."""
    hub = asked.hub
    found = hub.looks.ticket(asked.path["ticket"])
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    ticket, ahead = found
    center = hub.looks.center(ticket.center)
    service = hub.looks.service(ticket.center, ticket.service)
    heard = center.heard_at if center else None
    now = hub.clock.now()
    standing = standing_of(hub.looks.standing(ticket.center), heard, now)
    if ticket.state in MOVING and is_past(ticket.day, center, now):
        shown = _past(asked, ticket)
    elif ticket.state in MOVING and standing.silent_since is not None:
        shown = _last_known(asked, ticket, ahead, standing.silent_since)
    else:
        shown = _shown(asked, ticket, ahead, standing)
    return page(
        asked,
        "ticket.html",
        ticket=_plain(asked, ticket) | shown,
        feedback=shown_of(asked, ticket),
        center=center.name(asked.language) if center else ticket.center,
        service=service.name(asked.language) if service else ticket.service,
    )


def _plain(asked: Asked, ticket: LiveTicket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "center": ticket.center,
        "state": ticket.state,
        "shown": ticket.state,
        "title": asked.texts.say("hub.ticket.title", number=ticket.number),
        "wait": "",
        "go": False,
        "moving": ticket.state in MOVING,
        "past": False,
        "heard_at": None,
        "last": "",
    }


def _past(asked: Asked, ticket: LiveTicket) -> dict[str, Any]:
    """A day that is over, and nobody told how this ticket ended: nothing is to come of it."""
    say, day = asked.texts.say, local(day_start(ticket.day))
    return {
        "line": say("hub.ticket.past", date=f"{day:%d/%m/%Y}"),
        "wait": say("hub.ticket.past_text"),
        "state": "past",
        "moving": False,
        "past": True,
    }


def _last_known(asked: Asked, ticket: LiveTicket, ahead: int, since: int) -> dict[str, Any]:
    """A silent center: what was last known is said as such, and nobody is sent anywhere."""
    say = asked.texts.say
    word = ticket.state
    if word == "waiting":
        word = _ahead(ahead)
    elif word in ("called", "serving") and ticket.counter is None:
        word = f"{word}_plain"
    told = say(f"hub.last.{word}", n=ahead, counter=ticket.counter)
    return {
        "line": say("hub.ticket.silent", time=said_at(asked.texts, since, asked.hub.clock.now())),
        "last": say("hub.ticket.last", told=told),
        "state": "silent",
        "shown": "silent",
    }


def _ahead(people: int) -> str:
    return "next" if people == 0 else "ahead_one" if people == 1 else "ahead"


def _shown(asked: Asked, ticket: LiveTicket, ahead: int, standing: Standing) -> dict[str, Any]:
    say = asked.texts.say
    shown: dict[str, Any] = {
        "line": say(f"hub.ticket.{ticket.state}", counter=ticket.counter),
        "heard_at": standing.at if ticket.state in MOVING else None,
    }
    if ticket.state in ("called", "serving") and ticket.counter is None:
        shown["line"] = say(f"hub.ticket.{ticket.state}_plain")
    if ticket.state == "called":
        shown["title"] = shown["line"]
    if ticket.state != "waiting":
        return shown
    shown["line"] = say(f"hub.ticket.{_ahead(ahead)}", n=ahead)
    wait = standing.wait_of(ticket, ahead)
    if wait is None:
        shown["wait"] = "" if ahead == 0 else say("hub.ticket.wait_unknown")
    elif wait.before is not None and wait.after is not None:
        sides = {"before": wait.before, "after": wait.after}
        times = {side: f"{local(ms):%H:%M}" for side, ms in sides.items()}
        shown["wait"] = say("hub.ticket.wait_split", **times)
    elif wait.high > 0:
        low, high = wait.low, wait.high
        key = "wait_one" if low == high else "wait_under" if low == 0 else "wait"
        shown["wait"] = say(f"hub.ticket.{key}", low=low, high=high)
    soon = wait is not None and wait.high <= GO_MINUTES
    shown["go"] = ahead <= GO_AHEAD or soon
    return shown
