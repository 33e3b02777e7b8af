"""Past days in a center's folder, made by the real line and kept by the real store."""

import secrets
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from layso_assets.languages import Texts
from layso_queue.center.desk import Desk, replay
from layso_queue.center.folder import Folder
from layso_queue.center.opening import uuid7
from layso_queue.center.rows import Rows
from layso_queue.center.settings import plan_of, read_settings
from layso_queue.center.show.ticket import shower_of_tickets
from layso_queue.center.stamps import VIETNAM, in_ms
from layso_queue.center.storage import Store, bring_up_to_date
from layso_queue.line import Refused
from layso_queue.line import commands as c

A_DAY = 500
"""Tickets of one past day: more than a large center sees."""

AT_ONCE = 200
"""Commands a commit."""


def fill(path: Path, tickets: int) -> int:
    """Put at least `tickets` served tickets of past days into a folder; return how many."""
    folder = Folder(path)
    folder.prepare()
    bring_up_to_date(folder.database, folder.backups)
    settings = read_settings(folder.settings, Texts("en"))
    store = Store(folder.database)
    desk = replay(store)
    show = shower_of_tickets(settings.follow.url)
    services = [one.code for one in settings.services]
    first = date(2024, 1, 1)
    days = -(-tickets // A_DAY)
    for n in range(days):
        day = first + timedelta(days=n)
        rows, waiting = Rows(show), 0
        now = in_ms(_at(day, 7))
        opened = c.OpenDay(id=_id(), actor="clock", plan=plan_of(settings, day.isoformat()))
        for command in (opened, *_visits(services)):
            now += 10_000
            _take(desk, command, now, rows)
            waiting += 1
            if waiting == AT_ONCE:
                store.append(rows.finished(desk))
                rows, waiting = Rows(show), 0
        _take(desk, c.CloseDay(id=_id(), actor="clock"), now + 10_000, rows)
        store.append(rows.finished(desk))
    store.close()
    return days * A_DAY


def _visits(services: list[str]) -> Iterator[c.Command]:
    at = {"A": 1, "S": 2, "H": 3, "X": 4, "L": 5, "M": 5, "K": 6, "N": 6, "E": 7}
    for number in sorted(set(at.values())):
        yield c.OpenCounter(id=_id(), actor="nv01", counter=number)
    for n in range(A_DAY):
        service = services[n % len(services)]
        ticket = _id()
        yield c.IssueTicket(id=ticket, actor="K1", ticket=ticket, service=service)
        yield c.CallNext(id=_id(), actor="nv01", counter=at[service])
        yield c.StartService(id=_id(), actor="nv01", ticket=ticket)
        yield c.FinishService(id=_id(), actor="nv01", ticket=ticket)


def _take(desk: Desk, command: c.Command, now: int, rows: Rows) -> None:
    if isinstance(command, c.OpenDay):
        rows.keep_tickets(desk)
    decided = desk.decide(command, now)
    if isinstance(decided, Refused):
        raise RuntimeError(f"the history's own command was refused: {decided.why}")
    for event in decided:
        desk.take(event)
        rows.add(event, desk)


def _id() -> str:
    return uuid7(secrets.token_bytes)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), VIETNAM)
