"""The report of a center's day, or of several days: pure data in, a PDF out.

Everything that a leader asks of a day: how many came, how long they waited against the target,
by service, hour and channel, who had priority, who did not come, which calls left the order,
and the head of the journal, by which the day can be verified later.
"""

from collections.abc import Sequence

from layso_assets.languages import Texts
from layso_printing.reports.charts import Bar
from layso_printing.reports.day_facts import DayFacts
from layso_printing.reports.sheet import Figure, Sheet
from layso_printing.reports.tables import Column


def day_pdf(facts: DayFacts, language: str = "vi") -> bytes:
    """Return the report on A4; raise ValueError for more called in time than called."""
    if facts.within > facts.called or any(one.within > one.called for one in facts.services):
        raise ValueError("more people were called in time than were called")
    texts = Texts(language)
    say = texts.say
    about = f"{say(f'paper.weekday.{facts.date.weekday()}')}, {facts.date:%d/%m/%Y}"
    if facts.last is not None:
        about = f"{facts.date:%d/%m/%Y} – {facts.last:%d/%m/%Y}"
    sheet = Sheet(
        facts.title or say("paper.day.title"),
        language=language,
        heading=facts.center,
        about=about,
        footer=say("paper.day.footer", time=f"{facts.made_at:%H:%M %d/%m/%Y}"),
    )
    sheet.figures(_figures(facts, texts))
    _hours(sheet, facts, texts)
    _waits(sheet, facts, texts)
    _services(sheet, facts, texts)
    _counted(sheet, say("paper.day.channels"), say("paper.day.channel"), facts.channels, texts)
    _counted(sheet, say("paper.day.priority"), say("paper.day.group"), facts.priority, texts)
    for one in facts.tables:
        sheet.heading(one.title)
        if one.note:
            sheet.paragraph(one.note, quiet=True)
        sheet.table([Column(*column) for column in one.columns], one.rows)
    _exceptions(sheet, facts, texts)
    _journal(sheet, facts, texts)
    return sheet.pdf()


def _figures(facts: DayFacts, texts: Texts) -> list[Figure]:
    say = texts.say
    ended = say(
        "paper.day.ended", served=facts.served, cancelled=facts.cancelled, expired=facts.expired
    )
    return [
        Figure(str(facts.issued), say("paper.day.issued"), ended),
        Figure(minutes(facts.wait_mean, texts), say("paper.day.wait_mean")),
        Figure(
            share(facts.within, facts.called),
            say("paper.day.within", n=facts.target) if facts.target else facts.in_time,
            say("paper.day.of", n=facts.within, of=facts.called),
        ),
        Figure(
            str(facts.no_show),
            say("paper.day.no_show"),
            say("paper.day.paper_failed", n=facts.paper_failed) if facts.paper_failed else "",
        ),
    ]


def _hours(sheet: Sheet, facts: DayFacts, texts: Texts) -> None:
    if any(count for _, count in facts.hours):
        sheet.heading(texts.say("paper.day.by_hour"))
        sheet.hours([(f"{hour:02}:00", count) for hour, count in facts.hours])


def _waits(sheet: Sheet, facts: DayFacts, texts: Texts) -> None:
    waited = [one for one in facts.services if one.wait_mean is not None]
    if not waited:
        return
    sheet.heading(texts.say("paper.day.waits"))
    note = texts.say("paper.day.waits_note", n=facts.target) if facts.target else facts.waits_note
    sheet.paragraph(note, quiet=True)
    sheet.bars(
        [
            Bar(
                f"{one.code} · {one.name}",
                one.wait_mean or 0.0,
                minutes(one.wait_mean, texts),
                facts.target if one.target is None else one.target,
            )
            for one in waited
        ]
    )


def _services(sheet: Sheet, facts: DayFacts, texts: Texts) -> None:
    say = texts.say
    sheet.heading(say("paper.day.by_service"))
    names = ("issued", "served", "no_show", "mean", "ninety", "in_time")
    columns = [Column(say("paper.day.column.service"), 3.4, strong=True)]
    columns += [Column(say(f"paper.day.column.{name}"), 1.1, "right") for name in names]
    rows = [
        [
            f"{one.code} · {one.name}",
            str(one.issued),
            str(one.served),
            str(one.no_show),
            minutes(one.wait_mean, texts),
            minutes(one.wait_90, texts),
            share(one.within, one.called),
        ]
        for one in facts.services
    ]
    total = [say("paper.day.total"), str(facts.issued), str(facts.served), str(facts.no_show)]
    total += [minutes(facts.wait_mean, texts), "", share(facts.within, facts.called)]
    sheet.table(columns, rows, total if rows else (), say("paper.day.nobody"))


def _counted(
    sheet: Sheet, heading: str, name: str, counts: Sequence[tuple[str, int]], texts: Texts
) -> None:
    if not counts:
        return
    whole = sum(count for _, count in counts)
    sheet.heading(heading)
    columns = [Column(name, 4), Column(texts.say("paper.day.numbers"), 1, "right")]
    columns.append(Column(texts.say("paper.day.share"), 1, "right"))
    sheet.table(columns, [[one, str(count), share(count, whole)] for one, count in counts])


def _exceptions(sheet: Sheet, facts: DayFacts, texts: Texts) -> None:
    say = texts.say
    sheet.heading(say("paper.day.exceptions"))
    names = (("at", 0.8), ("number", 0.9), ("what", 2.6), ("why", 2.6), ("who", 1.4))
    columns = [Column(say(f"paper.day.column.{name}"), wide) for name, wide in names]
    at = "%H:%M" if facts.last is None else "%d/%m %H:%M"
    rows = [[f"{one.at:{at}}", one.number, one.what, one.why, one.who] for one in facts.exceptions]
    sheet.table(columns, rows, empty=say("paper.day.in_order"))


def _journal(sheet: Sheet, facts: DayFacts, texts: Texts) -> None:
    if not facts.journal_head:
        return
    sheet.heading(texts.say("paper.day.journal"))
    head = " ".join(facts.journal_head[at : at + 8] for at in range(0, len(facts.journal_head), 8))
    sheet.paragraph(texts.say("paper.day.journal_note", n=facts.journal_seq))
    sheet.paragraph(head)


def minutes(value: float | None, texts: Texts) -> str:
    """Return "12 phút", "dưới 1 phút" or a dash for nobody."""
    if value is None:
        return "–"
    whole = round(value)
    return texts.say("paper.day.minutes", n=whole) if whole else texts.say("paper.day.no_minute")


def share(part: int, whole: int) -> str:
    """Return "94 %", or a dash of nobody."""
    return f"{round(100 * part / whole)} %" if whole else "–"
