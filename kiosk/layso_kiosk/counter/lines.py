"""Tickets as rows that a panel shows, every word of them said."""

from collections.abc import Iterable, Mapping
from typing import Any

from layso_assets.languages import name_of
from layso_kiosk.counter.desk import Desk, Ticket
from layso_kiosk.counter.moments import clock, moment, span
from layso_kiosk.counter.reasons import claim, passed, why_called, why_in_line
from layso_kiosk.counter.station import Station
from layso_queue.line.states import BookingState

Row = dict[str, Any]

RECENT = 8
"""Calls of this counter that are still listed."""


def line_rows(station: Station) -> list[Row]:
    """Return those who wait, the next first, under a heading row for each service."""
    desk = station.desk
    codes = list(desk.services)
    codes += [one["service"] for one in desk.waiting if one["service"] not in codes]
    rows: list[Row] = []
    for code in dict.fromkeys(codes):
        tickets = [one for one in desk.waiting if one["service"] == code]
        count = station.say("panel.service_count", n=len(tickets))
        name = desk.name_of(code, station.language)
        rows.append({"kind": "heading", "id": f"service-{code}", "text": name, "count": count})
        rows += [_waiting(one, desk, station) for one in tickets]
    return rows


def _waiting(ticket: Ticket, desk: Desk, station: Station) -> Row:
    why = why_in_line(ticket, desk.number, station.texts)
    wait = span(station.now - moment(ticket["issued_at"]), station.texts)
    early = moment(ticket["key"]) < moment(ticket["issued_at"])
    first = bool(desk.waiting) and desk.waiting[0]["id"] == ticket["id"]
    if first and not why:
        why = station.say("panel.next")
    spoken = {"number": ticket["number"], "wait": wait, "reason": why or clock(ticket["key"])}
    return {
        "kind": "ticket",
        "id": ticket["id"],
        "number": ticket["number"],
        "wait": wait,
        "key": station.say("panel.key" if early else "panel.issued", time=clock(ticket["key"])),
        "why": why,
        "priority": bool(claim(ticket, station.texts)),
        "first": first,
        "print": station.say("accessible.reprint", number=ticket["number"]),
        "spoken": station.say(
            "accessible.row", service=desk.name_of(ticket["service"], station.language), **spoken
        ),
    }


def booking_rows(bookings: Iterable[Mapping[str, Any]], station: Station) -> list[Row]:
    """Return the appointments of today that have not come yet, under their heading."""
    known = list(bookings)
    expected = [one for one in known if one["state"] == BookingState.BOOKED]
    come = sum(one["state"] == BookingState.CHECKED_IN for one in known)
    count = station.say("panel.booking_count", n=len(expected), come=come)
    rows = [{"kind": "heading", "id": "bookings", "text": station.say("panel.bookings")}]
    rows[0]["count"] = count
    label = station.say("act.check-in")
    for one in expected:
        spoken = station.say("accessible.booking", code=one["code"], time=clock(one["slot"]))
        rows.append(
            {
                "kind": "ticket",
                "id": one["code"],
                "number": clock(one["slot"]),
                "detail": f"{one['code']} · {one['service']}",
                "act": "check-in",
                "label": label,
                "spoken": f"{label}: {spoken}",
            }
        )
    return rows


def aside_rows(station: Station) -> list[Row]:
    """Return who is parked and who was not there, each with the act that brings them back."""
    desk, rows = station.desk, []
    groups: Iterable[tuple[str, tuple[Ticket, ...], str]] = (
        ("parked", desk.parked, "resume-ticket"),
        ("no_show", desk.no_show, "return"),
    )
    for word, tickets, act in groups:
        count = station.say("panel.service_count", n=len(tickets))
        rows.append(
            {"kind": "heading", "id": word, "text": station.say(f"panel.{word}"), "count": count}
        )
        rows += [_aside(one, act, station) for one in tickets]
    return rows


def _aside(ticket: Ticket, act: str, station: Station) -> Row:
    counter = ticket.get("counter")
    other = counter not in (None, station.number)
    where = station.say("panel.at_counter", counter=counter) if other else ""
    called = ticket.get("called_at")
    since = station.say("panel.called_at", time=clock(called)) if called else ""
    label = station.say(f"act.{act}")
    return {
        "kind": "ticket",
        "id": ticket["id"],
        "number": ticket["number"],
        "detail": " · ".join(part for part in (since, where) if part),
        "act": act,
        "label": label,
        "spoken": f"{label}: {ticket['number']}",
    }


def recent_rows(station: Station) -> list[Row]:
    """Return this counter's last calls, newest first, each ticket once, with its state of now."""
    mirror, rows, seen = station.link.mirror, [], set()
    for call in mirror.calls:
        if call["counter"] != station.number or call["ticket"] in seen:
            continue
        seen.add(call["ticket"])
        ticket = mirror.tickets.get(call["ticket"])
        state = station.say(f"recent.{ticket['state'] if ticket else 'served'}")
        rows.append(
            {
                "id": call["ticket"],
                "number": call["number"],
                "at": clock(call["at"]),
                "state": state,
            }
        )
    return rows[:RECENT]


def current_facts(station: Station) -> Row:
    """Return what the panel says of the current ticket beyond the bar; empty without one."""
    ticket, desk, say = station.desk.ticket, station.desk, station.say
    if ticket is None:
        return {}
    why = why_called(ticket, station.texts)
    pairs = [
        (say("panel.issued_label"), clock(ticket["issued_at"])),
        (say("panel.channel"), say(f"panel.channel_{ticket['channel']}")),
        (say("panel.dossiers"), str(ticket.get("dossiers", 1))),
        (say("panel.language"), name_of(ticket.get("language", "vi"), station.language)),
    ]
    return {
        "number": ticket["number"],
        "service": desk.name_of(ticket["service"], station.language),
        "facts": [{"name": name, "value": value} for name, value in pairs],
        "assisted": say("bar.assisted") if ticket.get("assisted") else "",
        "why": why[:1].upper() + why[1:],
        "passed": passed(ticket, station.texts),
    }
