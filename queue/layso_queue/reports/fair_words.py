"""The day's fairness sheet in words: the same rows for the screen, the CSV file and the PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from layso_assets.languages import Texts
from layso_queue.center.show.passing import Passing
from layso_queue.center.stamps import local
from layso_queue.line.states import Reason
from layso_queue.line.telling import Call, FairSheet, Overtaken, Told

Row = tuple[str, ...]

EXCEPTION = ("time", "number", "service", "counter", "what", "actor", "reason", "passed")
OVERTAKEN = ("number", "service", "by_rule", "allowed", "by_hand", "furthest", "wait")
REASON = ("why", "calls", "share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its heading, its columns' titles, its rows, and what is said without any."""

    title: str
    head: Row
    rows: tuple[Row, ...]
    empty: str
    wide: int | None = None
    """The column that only a file has room for."""

    def narrow(self, most: int | None = None) -> tuple[Row, tuple[Row, ...]]:
        """Return head and rows, `most` of them, without the wide column."""
        rows = self.rows[:most]
        if self.wide is None:
            return self.head, rows
        head, *cut = (row[: self.wide] + row[self.wide + 1 :] for row in (self.head, *rows))
        return head, tuple(cut)


@dataclass(frozen=True, slots=True, kw_only=True)
class FairWords:
    """A sheet in one language; `figures` are (value, name)."""

    title: str
    center: str
    day: str
    figures: tuple[tuple[str, str], ...]
    verdict: str
    well: bool
    explained: str
    reasons: Table
    exceptions: Table
    overtaken: Table
    footer: str
    language: str


def in_words(
    told: Told, sheet: FairSheet, texts: Texts, names: Mapping[str, str], center: str
) -> FairWords:
    """Write a sheet in the language of `texts`; `names` are the services' by code."""
    return _Writer(told, sheet, texts, names).written(center)


class _Writer:
    def __init__(
        self, told: Told, sheet: FairSheet, texts: Texts, names: Mapping[str, str]
    ) -> None:
        self._sheet = sheet
        self._texts = texts
        self._names = names
        self._passing = Passing(told, texts)

    def written(self, center: str) -> FairWords:
        sheet = self._sheet
        unexplained = sheet.unexplained
        verdict = "beyond" if unexplained else "within"
        calls = ", ".join(f"{call.number} ({_clock(call.at)})" for call in unexplained)
        numbers = {
            "issued": sheet.issued,
            "calls": sheet.calls,
            "exceptions": len(sheet.exceptions),
            "unexplained": len(unexplained),
        }
        day = f"{date.fromisoformat(sheet.date):%d/%m/%Y}"
        return FairWords(
            title=self._say("title"),
            center=center,
            day=self._say("day", date=day),
            figures=tuple((str(n), self._say(f"figure.{key}")) for key, n in numbers.items()),
            verdict=self._also(self._say(f"verdict.{verdict}", n=len(unexplained), calls=calls)),
            well=not unexplained,
            explained=self._say("explained"),
            reasons=self._table("reasons", REASON, [self._reason(one) for one in _by_count(sheet)]),
            exceptions=self._table(
                "exceptions", EXCEPTION, [self._exception(one) for one in sheet.exceptions]
            ),
            overtaken=self._table(
                "overtaken", OVERTAKEN, [self._overtaken(one) for one in sheet.overtaken]
            ),
            footer=self._say("footer", center=center, date=day),
            language=self._texts.language,
        )

    def _also(self, verdict: str) -> str:
        n = self._sheet.taken_back
        return self._say("verdict.taken_back", verdict=verdict, n=n) if n else verdict

    def _table(self, name: str, columns: Row, rows: list[Row]) -> Table:
        return Table(
            title=self._say(f"{name}.title"),
            head=tuple(self._say(f"column.{column}") for column in columns),
            rows=tuple(rows),
            empty=self._say(f"{name}.empty"),
            wide=columns.index("service") if "service" in columns else None,
        )

    def _reason(self, reason: Reason) -> Row:
        count = self._sheet.reasons[reason]
        share = f"{100 * count / self._sheet.calls:.0f} %"
        return (self._say(f"reason.{reason.value}"), str(count), share)

    def _exception(self, call: Call) -> Row:
        actor, why = call.actor, call.detail if call.reason is Reason.PICKED else ""
        what = self._say(f"what.{call.reason.value}")
        if call.sent_by and call.reason is not Reason.PICKED:
            what, actor, why = self._say("what.sent"), call.sent_by, call.sent_for
        elif call.by_key and call.first is not None:
            what = self._say("what.unexplained")
        if call.undone:
            what, actor = self._say("what.undone", what=what), call.undone_by
        earlier = sum(one.earlier for one in call.passed)
        return (
            _clock(call.at),
            call.number,
            self._name(call.service),
            str(call.counter),
            what,
            actor,
            why,
            str(earlier),
        )

    def _overtaken(self, one: Overtaken) -> Row:
        never = self._say("never_called")
        return (
            one.number,
            self._name(one.service),
            str(one.by_rule),
            str(one.allowed),
            str(one.by_hand),
            self._passing.span_ms(one.furthest),
            never if one.wait is None else self._passing.span_ms(one.wait),
        )

    def _name(self, code: str) -> str:
        return self._names.get(code, code)

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"reports.fairness.{key}", **values)


def _by_count(sheet: FairSheet) -> list[Reason]:
    return sorted(sheet.reasons, key=lambda reason: (-sheet.reasons[reason], reason.value))


def _clock(at: int) -> str:
    return f"{local(at):%H:%M}"
