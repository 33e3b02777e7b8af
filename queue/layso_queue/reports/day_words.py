"""A report's figures in the reader's language: one set of facts for PDF, CSV and the terminal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from layso_assets.languages import Texts
from layso_printing.reports.day import minutes, share
from layso_printing.reports.day_facts import DayFacts, DayTable, OutOfOrder, ServiceLine
from layso_queue.center.stamps import local
from layso_queue.line.states import BookingState, Channel, Priority
from layso_queue.reports.day_counts import NO_SHOW, DayCounts, ServiceCount
from layso_queue.reports.day_summed import Summed

BOOKINGS = (
    BookingState.CHECKED_IN,
    BookingState.MISSED,
    BookingState.CANCELLED,
    BookingState.BOOKED,
)


def in_facts(
    found: Summed, title: str, texts: Texts, names: Mapping[str, str], center: str, now: datetime
) -> DayFacts:
    """Return the facts of days that were read; there is at least one."""
    counts, whole = found.whole, found.whole.all
    first, last = min(found.days), max(found.days)
    tables = [_days(found, texts)] if last > first else []
    if counts.bookings:
        tables.append(_bookings(counts, texts))
    tables.append(_counters(counts, texts))
    return DayFacts(
        center=center,
        date=first,
        made_at=now,
        issued=whole.issued,
        served=whole.ends["served"],
        no_show=whole.ends[NO_SHOW],
        cancelled=whole.ends["cancelled"],
        expired=whole.ends["expired"],
        wait_mean=whole.mean,
        target=found.target,
        within=found.within(counts),
        called=len(whole.waits),
        services=[
            _service(code, one, found, names.get(code, code))
            for code, one in counts.services.items()
        ],
        hours=_hours(counts, found.open),
        channels=_named(counts.channels, Channel, "channel", texts),
        priority=_named(counts.priority, Priority, "class", texts),
        exceptions=[
            OutOfOrder(local(call.at), row[1], row[4], row[6], _who(row, texts))
            for call, row in found.exceptions
        ],
        paper_failed=counts.paper_failed,
        journal_seq=found.journal[0],
        journal_head=found.journal[1],
        title=title,
        last=last if last > first else None,
        in_time=texts.say("reports.day_report.in_time"),
        waits_note=texts.say("reports.day_report.waits_note"),
        tables=tables,
    )


def online(facts: DayFacts, counts: DayCounts, texts: Texts) -> str:
    """Return the sentence that says how many had booked through the web."""
    n = counts.channels[Channel.WEB]
    about = {"n": n, "of": facts.issued, "share": share(n, facts.issued)}
    return texts.say("reports.day_report.online", **about)


def _service(code: str, one: ServiceCount, found: Summed, name: str) -> ServiceLine:
    target = found.targets[code]
    return ServiceLine(
        code=code,
        name=name,
        issued=one.issued,
        served=one.ends["served"],
        no_show=one.ends[NO_SHOW],
        wait_mean=one.mean,
        wait_90=one.nine_of_ten,
        within=one.within(target),
        called=len(one.waits),
        target=target,
    )


def _hours(counts: DayCounts, open_hours: frozenset[int]) -> list[tuple[int, int]]:
    """Return every hour from the first to the last in which people came or could: none is left out.

    A quiet hour says as much as a busy one, and a gap in the day would read as time that ran on.
    """
    if not counts.hours:
        return []
    shown = open_hours | set(counts.hours)
    return [(hour, counts.hours[hour]) for hour in range(min(shown), max(shown) + 1)]


def _named(
    counts: Mapping[Channel, int] | Mapping[Priority, int],
    words: type[Channel] | type[Priority],
    table: str,
    texts: Texts,
) -> list[tuple[str, int]]:
    """Return what was counted by name, in the order of the words; what was not seen is left out."""
    by_word = {one.value: n for one, n in counts.items()}
    return [
        (texts.say(f"reports.day_report.{table}.{one.value}"), by_word[one.value])
        for one in words
        if by_word.get(one.value)
    ]


def _who(row: Sequence[str], texts: Texts) -> str:
    at = texts.say("reports.day_report.at_counter", n=row[3])
    return f"{row[5]} · {at}" if row[5] else at


def _table(
    name: str, shares: Sequence[float], rows: list[list[str]], texts: Texts, note: bool = False
) -> DayTable:
    """Return a table whose first column is set to the left, and its figures to the right."""
    heads = texts.say(f"reports.day_report.{name}.columns").split("|")
    columns = [
        (head.strip(), wide, "right" if order else "left")
        for order, (head, wide) in enumerate(zip(heads, shares, strict=True))
    ]
    said = texts.say(f"reports.day_report.{name}.note") if note else ""
    return DayTable(texts.say(f"reports.day_report.{name}.title"), columns, rows, said)


def _counters(counts: DayCounts, texts: Texts) -> DayTable:
    rows = []
    for number, time in counts.counters.items():
        if time.open or time.visits:
            load = "–" if time.load is None else f"{round(100 * time.load)} %"
            spent = [_span(one) for one in (time.open, time.busy, time.paused, time.free)]
            rows.append([str(number), str(time.visits), *spent, load])
    return _table("counters", (1, 1.2, 1.2, 1.2, 1.2, 1.2, 1), rows, texts, note=True)


def _bookings(counts: DayCounts, texts: Texts) -> DayTable:
    whole = sum(counts.bookings.values())
    rows = [
        [
            texts.say(f"reports.day_report.booking.{one.value}"),
            str(counts.bookings[one]),
            share(counts.bookings[one], whole),
        ]
        for one in BOOKINGS
        if counts.bookings[one]
    ]
    return _table("bookings", (4, 1, 1), rows, texts)


def _days(found: Summed, texts: Texts) -> DayTable:
    rows = []
    for day, counts in found.days.items():
        one = counts.all
        name = f"{texts.say(f'paper.weekday.{day.weekday()}')}, {day:%d/%m/%Y}"
        figures = [str(one.issued), str(one.ends["served"]), str(one.ends[NO_SHOW])]
        figures += [minutes(one.mean, texts), share(found.within(counts), len(one.waits))]
        rows.append([name, *figures, str(found.left_order[day])])
    return _table("days", (2.6, 1, 1, 1, 1.2, 1.2, 1.2), rows, texts)


def _span(spent: float) -> str:
    """Write minutes as hours and minutes, as in 7:05."""
    whole = round(spent)
    return f"{whole // 60}:{whole % 60:02d}"
