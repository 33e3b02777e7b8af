"""What the day says about one counter: its state, its ticket and its line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from layso_kiosk.counter.moments import moment
from layso_queue.line.states import AT_COUNTER, TicketState

Ticket = Mapping[str, Any]
"""A ticket as the center's API writes it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One counter at one moment, drawn from a snapshot; times are the center's."""

    number: int
    known: bool = False
    state: str = "closed"
    reason: str | None = None
    since: str | None = None
    staff: str | None = None
    services: tuple[str, ...] = ()
    ticket: Ticket | None = None
    waiting: tuple[Ticket, ...] = ()
    parked: tuple[Ticket, ...] = ()
    no_show: tuple[Ticket, ...] = ()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def calling(self) -> bool:
        """Whether somebody is called and has not come yet."""
        return self.ticket is not None and self.ticket["state"] == TicketState.CALLED

    def name_of(self, service: str, language: str) -> str:
        """Return the service's name in the language, else in Vietnamese, else its code."""
        name = self.names.get(service, {})
        return name.get(language) or name.get("vi") or service

    def longest(self, now: int) -> int | None:
        """Return the milliseconds since the first of those who wait took a number."""
        if not self.waiting:
            return None
        return max(0, now - min(moment(ticket["issued_at"]) for ticket in self.waiting))


def in_order(ticket: Ticket) -> tuple[str, int, str]:
    """Return what orders the line: (key, number), a four digit number after three digits."""
    return (str(ticket["key"]), len(ticket["number"]), str(ticket["number"]))


def read_desk(
    day: Mapping[str, Any],
    number: int,
    ticket: Ticket | None = None,
    counter: Mapping[str, Any] | None = None,
) -> Desk:
    """Read one counter from a snapshot.

    `ticket` and `counter` are what the center has answered to a move whose delta may still
    travel: they win over the snapshot. An unknown counter gives a desk with `known` false.
    """
    names = {service["code"]: service["name"] for service in day["services"]}
    found = next((one for one in day["counters"] if one["number"] == number), None)
    if found is None:
        return Desk(number, names=names)
    counter = {**found, **(counter or {})}
    tickets = {ticket["id"]: ticket for ticket in day["tickets"]}
    if ticket is not None:
        tickets[ticket["id"]] = {**tickets.get(ticket["id"], {}), **ticket}
    services = tuple(counter["services"])
    mine = [one for one in tickets.values() if one.get("counter") == number]
    return Desk(
        number=number,
        known=True,
        state=counter["state"],
        reason=counter.get("reason"),
        since=counter.get("since"),
        staff=counter.get("staff"),
        services=services,
        ticket=next((one for one in mine if one["state"] in AT_COUNTER), None),
        waiting=tuple(
            sorted(
                (one for one in tickets.values() if _may_call(one, number, services)),
                key=in_order,
            )
        ),
        parked=_aside(tickets.values(), TicketState.PARKED, number, services),
        no_show=_aside(tickets.values(), TicketState.NO_SHOW, number, services),
        names=names,
    )


def _may_call(ticket: Ticket, number: int, services: tuple[str, ...]) -> bool:
    if ticket["state"] != TicketState.WAITING:
        return False
    only = ticket.get("to_counter")
    return only == number if only is not None else ticket["service"] in services


def _aside(
    tickets: Iterable[Ticket], state: str, number: int, services: tuple[str, ...]
) -> tuple[Ticket, ...]:
    """People come back to any counter of their service, so those of other counters show too."""
    found = (
        one
        for one in tickets
        if one["state"] == state and (one.get("counter") == number or one["service"] in services)
    )
    return tuple(sorted(found, key=in_order))
