"""The notice for the wall: services, counters and hours, readable from two metres."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from layso_assets.languages import Texts
from layso_printing.reports.look import NO_BREAK
from layso_printing.reports.sheet import Sheet
from layso_printing.reports.tables import Column

ZOOM = {"a4": 1.0, "a3": sqrt(2)}

SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
"""Letters of the services' table in points: the largest that leaves all on one page."""

_PAGE = re.compile(rb"/Type /Page\b")


@dataclass(frozen=True, slots=True)
class NoticeService:
    """A service as the wall names it; texts in the reader's language."""

    code: str
    name: str
    counters: Sequence[int] = ()
    minutes: int | None = None
    """Usual time at the counter."""
    documents: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What hangs beside the door."""

    center: str
    valid_from: date
    hours: Sequence[tuple[Sequence[int], Sequence[tuple[str, str]]]]
    """(weekdays, 0 is Monday, and their spans), such as ((0, 1), (("07:30", "11:30"),))."""
    services: Sequence[NoticeService]
    closed: Sequence[str] = ()
    """Days off and other remarks, a sentence each."""
    booking_url: str = ""


def notice_pdf(facts: NoticeFacts, language: str = "vi", paper: str = "a4") -> bytes:
    """Return the notice on "a4" or "a3"; raise KeyError for other paper.

    A list of services too long for any size goes on over pages, each with the table's headings.
    """
    drawn = (_drawn(facts, language, paper, size) for size in SIZES)
    first = next(drawn)
    if _on_one(first):
        return first
    return next((one for one in drawn if _on_one(one)), first)


def _on_one(pdf: bytes) -> bool:
    return len(_PAGE.findall(pdf)) == 1


def _drawn(facts: NoticeFacts, language: str, paper: str, size: float) -> bytes:
    texts = Texts(language)
    say = texts.say
    sheet = Sheet(
        say("paper.notice.title"),
        language=language,
        heading=facts.center,
        about=say("paper.notice.valid", date=f"{facts.valid_from:%d/%m/%Y}"),
        footer=say("paper.notice.footer"),
        paper=paper,
        zoom=ZOOM[paper],
        title_size=28,
        numbered=False,
    )
    sheet.heading(say("paper.notice.hours"))
    _hours(sheet, facts, texts)
    sheet.points(facts.closed)
    sheet.heading(say("paper.notice.services"))
    with_documents = any(one.documents for one in facts.services)
    sheet.table(_columns(with_documents, texts), _rows(facts, with_documents, texts), size=size)
    sheet.points([say(f"paper.notice.remark{n}") for n in (1, 2, 3)])
    return sheet.pdf()


def _hours(sheet: Sheet, facts: NoticeFacts, texts: Texts) -> None:
    """The hours, and beside them how to book where that is possible."""
    say = texts.say
    rows = [[days_said(days, texts), spans_said(spans)] for days, spans in facts.hours]
    columns = [Column(say("paper.notice.days"), 1, strong=True)]
    columns.append(Column(say("paper.notice.spans"), 1.3))
    if not facts.booking_url:
        sheet.table(columns, rows, size=13)
        return
    words = [say("paper.notice.book"), say("paper.notice.book_how"), facts.booking_url]
    sheet.table(columns, rows, size=12, beside=(facts.booking_url, words))


def _columns(with_documents: bool, texts: Texts) -> list[Column]:
    def column(name: str, share: float, align: str = "left", strong: bool = False) -> Column:
        return Column(texts.say(f"paper.notice.column.{name}"), share, align, strong)

    columns = [column("service", 3.2, strong=True)]
    if with_documents:
        columns.append(column("documents", 3.2))
    return [*columns, column("minutes", 1.3, "right"), column("counters", 1.1, "right")]


def _rows(facts: NoticeFacts, with_documents: bool, texts: Texts) -> list[list[str]]:
    rows = []
    for one in facts.services:
        usual = "–" if one.minutes is None else texts.say("paper.day.minutes", n=one.minutes)
        row = [f"{one.code} · {one.name}"]
        if with_documents:
            row.append("; ".join(one.documents) or "–")
        rows.append([*row, usual, ", ".join(map(str, sorted(one.counters))) or "–"])
    return rows


def days_said(days: Sequence[int], texts: Texts) -> str:
    """Return "Thứ Hai – Thứ Sáu", "Thứ Bảy", or a list where days are missing between.

    A line never ends inside a day's name.
    """
    kept = sorted(set(days))
    names = [texts.say(f"paper.weekday.{day}").replace(" ", NO_BREAK) for day in kept]
    if len(kept) > 2 and kept[-1] - kept[0] == len(kept) - 1:
        return texts.say("paper.notice.to", first=names[0], last=names[-1])
    return ", ".join(names)


def spans_said(spans: Sequence[tuple[str, str]]) -> str:
    """Return "07:30–11:30, 13:30–17:00"."""
    return ", ".join(f"{start}–{end}" for start, end in spans) or "–"
