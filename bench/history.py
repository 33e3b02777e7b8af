"""A data folder with many days of history, written by the center's own parts."""

from datetime import date, timedelta
from pathlib import Path

from bench.ids import uuid7
from layso_assets.languages import Texts
from layso_queue.center.desk import Desk
from layso_queue.center.folder import Folder
from layso_queue.center.rows import Rows
from layso_queue.center.settings import read_settings
from layso_queue.center.settings.plan import plan_of
from layso_queue.center.show.ticket import shower_of_tickets
from layso_queue.center.storage import Store, bring_up_to_date
from layso_queue.line import Refused, ServiceDay
from layso_queue.line import commands as c

A_DAY = 500
"""Tickets a day: a large center."""

DAY_MS = 86_400_000
NEWEST_DAY = date(2026, 11, 20)


class _Past:
    """Writes days that went by, a commit a few hundred commands."""

    def __init__(self, data: Path) -> None:
        folder = Folder(data)
        folder.prepare()
        self.settings = read_settings(folder.settings, Texts("en"))
        bring_up_to_date(folder.database, folder.backups)
        self._store = Store(folder.database)
        self._desk = Desk(ServiceDay.before(0))
        self._show = shower_of_tickets(self.settings.follow.url)
        self._rows = Rows(self._show)

    def do(self, command: c.Command, now: int) -> None:
        if isinstance(command, c.OpenDay):
            self._rows.keep_tickets(self._desk)
        decided = self._desk.decide(command, now)
        if isinstance(decided, Refused):
            raise RuntimeError(f"{type(command).__name__}: {decided}")
        for event in decided:
            self._desk.take(event)
            self._rows.add(event, self._desk)

    def commit(self) -> None:
        self._store.append(self._rows.finished(self._desk))
        self._rows = Rows(self._show)

    def close(self) -> None:
        self._store.close()


def fill(data: Path, tickets: int) -> None:
    """Fill an empty folder with `tickets` served tickets, the newest day before today."""
    past = _Past(data)
    days = -(-tickets // A_DAY)
    codes = [service.code for service in past.settings.services]
    for n in range(days):
        day = NEWEST_DAY - timedelta(days=days - n)
        now = (day - date(1970, 1, 1)).days * DAY_MS
        plan = plan_of(past.settings, day.isoformat())
        past.do(c.OpenDay(id=uuid7(), actor="clock", plan=plan), now)
        for counter in plan.counters:
            past.do(c.OpenCounter(id=uuid7(), actor="nv01", counter=counter.number), now)
        by_service = {code: k.number for k in plan.counters for code in k.services}
        for i in range(min(A_DAY, tickets - n * A_DAY)):
            ticket, code, now = uuid7(), codes[i % len(codes)], now + 50_000
            past.do(c.IssueTicket(id=ticket, actor="K1", ticket=ticket, service=code), now)
            past.do(c.CallNext(id=uuid7(), actor="nv01", counter=by_service[code]), now)
            past.do(c.StartService(id=uuid7(), actor="nv01", ticket=ticket), now)
            past.do(c.FinishService(id=uuid7(), actor="nv01", ticket=ticket), now)
        past.do(c.CloseDay(id=uuid7(), actor="clock"), now)
        past.commit()
    past.close()
