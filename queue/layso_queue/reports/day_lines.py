"""A report's facts as rows: for a CSV file, whose tables stand one below the other, or a screen."""

from collections.abc import Iterator, Sequence

from layso_assets.languages import Texts
from layso_printing.reports.day import minutes, share
from layso_printing.reports.day_facts import DayFacts
from layso_queue.reports.screen import on_lines

Row = tuple[str, ...]

Part = tuple[str, Row, Sequence[Row], str]
"""Title, titles of the columns, rows, and what is said without any."""


def period_of(facts: DayFacts) -> str:
    """Return the day or days that the facts are about."""
    first = f"{facts.date:%d/%m/%Y}"
    return first if facts.last is None else f"{first} – {facts.last:%d/%m/%Y}"


def parts_of(facts: DayFacts, texts: Texts, plain: bool = False) -> Iterator[Part]:
    """Yield the tables in the order of the printed report; `plain` minutes are bare figures."""
    say = texts.say
    yield _figures(facts, texts, plain)
    yield _services(facts, texts, plain)
    hours: list[Row] = [(f"{hour:02}:00", str(n)) for hour, n in facts.hours]
    numbers = say("paper.day.numbers")
    yield say("paper.day.by_hour"), (say("paper.day.column.at"), numbers), hours, _nobody(texts)
    for name, head, counted in (
        ("channels", "channel", facts.channels),
        ("priority", "group", facts.priority),
    ):
        heads: Row = (say(f"paper.day.{head}"), numbers, say("paper.day.share"))
        whole = sum(n for _, n in counted)
        counts: list[Row] = [(one, str(n), share(n, whole)) for one, n in counted]
        yield say(f"paper.day.{name}"), heads, counts, _nobody(texts)
    for table in facts.tables:
        heads = tuple(title for title, _, _ in table.columns)
        yield table.title, heads, [tuple(row) for row in table.rows], "–"
    yield _exceptions(facts, texts)


def for_file(facts: DayFacts, texts: Texts) -> Iterator[Row]:
    """Yield the rows of a CSV file."""
    yield (facts.title, facts.center, period_of(facts))
    for title, head, rows, empty in parts_of(facts, texts, plain=True):
        yield ()
        yield (title,)
        yield head
        yield from rows or [(empty,)]
    yield ()
    yield (texts.say("paper.day.journal"), str(facts.journal_seq), facts.journal_head)


def on_screen(facts: DayFacts, texts: Texts, sentence: str) -> Iterator[str]:
    """Yield the lines for a terminal; `sentence` stands below the figures."""
    yield " · ".join(part for part in (facts.title, facts.center, period_of(facts)) if part)
    for order, (title, head, rows, empty) in enumerate(parts_of(facts, texts)):
        yield ""
        yield title
        yield on_lines(head, rows) if rows else empty
        if order == 0:
            yield sentence
    yield ""
    yield texts.say("paper.day.journal_note", n=facts.journal_seq)
    yield facts.journal_head


def _figures(facts: DayFacts, texts: Texts, plain: bool) -> Part:
    say = texts.say
    in_time = say("paper.day.within", n=facts.target) if facts.target else facts.in_time
    rows = [
        (say("paper.day.issued"), str(facts.issued)),
        (say("reports.day_report.served"), str(facts.served)),
        (say("paper.day.no_show"), str(facts.no_show)),
        (say("reports.day_report.cancelled"), str(facts.cancelled)),
        (say("reports.day_report.expired"), str(facts.expired)),
        (_waits("paper.day.wait_mean", texts, plain), _wait(facts.wait_mean, texts, plain)),
        (in_time, share(facts.within, facts.called)),
        (say("reports.day_report.paper_failed"), str(facts.paper_failed)),
    ]
    head = (say("reports.day_report.figure"), say("reports.day_report.value"))
    return say("reports.day_report.figures"), head, rows, ""


def _services(facts: DayFacts, texts: Texts, plain: bool) -> Part:
    say = texts.say
    names = ("service", "issued", "served", "no_show")
    waits = ("paper.day.column.mean", "paper.day.column.ninety", "reports.day_report.target")
    head = [say(f"paper.day.column.{name}") for name in names]
    head += [_waits(key, texts, plain) for key in waits]
    head.append(say("paper.day.column.in_time"))
    rows = [
        (
            f"{one.code} · {one.name}",
            str(one.issued),
            str(one.served),
            str(one.no_show),
            *(_wait(wait, texts, plain) for wait in (one.wait_mean, one.wait_90, one.target)),
            share(one.within, one.called),
        )
        for one in facts.services
    ]
    return say("paper.day.by_service"), tuple(head), rows, _nobody(texts)


def _exceptions(facts: DayFacts, texts: Texts) -> Part:
    names = ("at", "number", "what", "why", "who")
    head = tuple(texts.say(f"paper.day.column.{name}") for name in names)
    at = "%H:%M" if facts.last is None else "%d/%m/%Y %H:%M"
    rows = [(f"{one.at:{at}}", one.number, one.what, one.why, one.who) for one in facts.exceptions]
    return texts.say("paper.day.exceptions"), head, rows, texts.say("paper.day.in_order")


def _waits(key: str, texts: Texts, plain: bool) -> str:
    name = texts.say(key)
    return texts.say("reports.day_report.in_minutes", name=name) if plain else name


def _wait(value: float | None, texts: Texts, plain: bool) -> str:
    if not plain:
        return minutes(value, texts)
    # Whole minutes: a spreadsheet may take 11.2 for a date, and 11,2 for two cells.
    return "" if value is None else str(round(value))


def _nobody(texts: Texts) -> str:
    return texts.say("reports.day_report.nobody")
