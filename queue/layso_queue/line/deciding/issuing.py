"""Decide about numbers: ordinary ones, those of a kiosk that was cut off, and for practice."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay, Ticket
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import open_service
from layso_queue.line.numbers import ordinary, parse_emergency, rehearsal
from layso_queue.line.order import key_of_arrival
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import LIVE, Channel


def issue(day: ServiceDay, command: c.IssueTicket, facts: Facts) -> None:
    """Give the next number of the service's series."""
    if command.ticket in day.tickets:
        return
    open_service(day, command.service)
    give_number(
        day,
        facts,
        command.service,
        ticket=command.ticket,
        channel=command.channel,
        priority=command.priority,
        dossiers=command.dossiers,
        language=command.language,
        assisted=command.assisted,
        arrived=facts.at,
        key=key_of_arrival(day.opened_plan.rules, command.priority, facts.at),
    )


def give_number(day: ServiceDay, facts: Facts, service: str, **ticket: object) -> None:
    """Add the event for the next number of a service; refuse when its series is used up."""
    plan = day.opened_plan
    found = plan.service(service)
    series = found.series if found else ""
    n = max(day.issued[series], day.floors.get(series, 0)) + 1
    if n > plan.rules.series_limit:
        raise Refuse(Refusal.SERIES_FULL, {"service": service, "limit": plan.rules.series_limit})
    number = ordinary(series, n)
    facts.add(e.TicketIssued, service=service, series=series, n=n, number=number, **ticket)


def take_over(day: ServiceDay, command: c.TakeOverEmergency, facts: Facts) -> None:
    """Let a person who holds an emergency number stand where she came, not where the news came."""
    known = day.tickets.get(command.ticket)
    if known is not None and known.number == command.number:
        return
    parsed = parse_emergency(command.number)
    if parsed is None or command.number in day.by_number:
        raise Refuse(Refusal.BAD_EMERGENCY_NUMBER, {"number": command.number})
    series, n = parsed
    limit = day.opened_plan.rules.emergency_limit
    if n > limit:
        raise Refuse(Refusal.EMERGENCY_LIMIT, {"number": command.number, "limit": limit})
    if known is not None:
        _adopt(known, command, facts)
        return
    if day.opened_plan.service(command.service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    # A kiosk's clock may be wrong: nobody came before the day opened or will come later than now.
    arrived = min(max(command.issued_at, day.opened_at), facts.at)
    facts.add(
        e.TicketIssued,
        ticket=command.ticket,
        number=command.number,
        series=series,
        n=n,
        service=command.service,
        channel=Channel.EMERGENCY,
        priority=command.priority,
        dossiers=command.dossiers,
        language=command.language,
        assisted=False,
        arrived=arrived,
        key=key_of_arrival(day.opened_plan.rules, command.priority, arrived),
    )


def _adopt(known: Ticket, command: c.TakeOverEmergency, facts: Facts) -> None:
    if known.state not in LIVE:
        return
    facts.add(
        e.EmergencyNumberAdopted,
        ticket=known.id,
        number=command.number,
        instead_of=known.number,
    )


def rehearse(day: ServiceDay, command: c.IssueRehearsal, facts: Facts) -> None:
    """Give a practice number, which stands in no line and counts in nothing."""
    service = day.opened_plan.service(command.service)
    if service is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    number = rehearsal(service.series, day.rehearsed.get(command.service, 0) + 1)
    facts.add(e.RehearsalIssued, service=command.service, number=number)
