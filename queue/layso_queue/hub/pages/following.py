"""Pages: a ticket followed on a phone: people before, minutes, go now, counter."""

from typing import Any

from layso_queue.hub.pages.feedback import shown_of
from layso_queue.hub.pages.render import page
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.standing import Standing, scaled, standing_of
from layso_queue.hub.storage import LiveTicket
from layso_queue.hub.storage.live import MOVING
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
    standing = standing_of(hub.looks.standing(ticket.center), heard, hub.clock.now())
    return page(
        asked,
        "ticket.html",
        ticket=_shown(asked, ticket, ahead, standing),
        feedback=shown_of(asked, ticket),
        center=center.name(asked.language) if center else ticket.center,
        service=service.name(asked.language) if service else ticket.service,
    )


def _shown(asked: Asked, ticket: LiveTicket, ahead: int, standing: Standing) -> dict[str, Any]:
    say = asked.texts.say
    shown: dict[str, Any] = {
        "id": ticket.id,
        "number": ticket.number,
        "state": ticket.state,
        "title": say("hub.ticket.title", number=ticket.number),
        "line": say(f"hub.ticket.{ticket.state}", counter=ticket.counter),
        "wait": "",
        "go": False,
        "moving": ticket.state in MOVING,
        "heard_at": standing.at if ticket.state in MOVING else None,
        "silent_since": standing.silent_since if ticket.state in MOVING else None,
    }
    if ticket.state in ("called", "serving") and ticket.counter is None:
        shown["line"] = say(f"hub.ticket.{ticket.state}_plain")
    if ticket.state == "called":
        shown["title"] = shown["line"]
    if ticket.state != "waiting":
        return shown
    shown["line"] = say("hub.ticket.ahead" if ahead else "hub.ticket.next", n=ahead)
    service = standing.services.get(ticket.service)
    minutes = scaled(service, ahead) if service is not None else None
    if minutes is None:
        shown["wait"] = "" if ahead == 0 else say("hub.ticket.wait_unknown")
    elif minutes[1] > 0:
        low, high = minutes
        key = "wait_one" if low == high else "wait"
        shown["wait"] = say(f"hub.ticket.{key}", low=low, high=high)
    soon = minutes is not None and minutes[1] <= GO_MINUTES
    shown["go"] = ahead <= GO_AHEAD or soon
    return shown
