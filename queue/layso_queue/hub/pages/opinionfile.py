"""What people said as CSV: a row an opinion, no ticket in it, no cell that is a formula."""

import csv
import io

from layso_queue.hub.pages.feedback import reasons_of
from layso_queue.hub.pages.opinions import center_of, first_day, name_of
from layso_queue.hub.pages.staffing import safe
from layso_queue.hub.storage import Given
from layso_queue.hub.times import local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.reply import Reply

MOST_ROWS = 50_000
"""Rows of a file; a spreadsheet holds no more than twenty times as many."""

HEADS = (
    "center", "code", "day", "service", "level", "level_said", "reasons", "words",
    "came", "wants", "handled", "by", "note",
)  # fmt: skip


def export(asked: Asked) -> Reply:
    """The last days' opinions, newest first, with a mark that lets Excel read them as UTF-8."""
    say = asked.texts.say
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"hub.opinions.{head}") for head in HEADS])
    for one in asked.hub.feedback.since(first_day(asked), center_of(asked), MOST_ROWS):
        writer.writerow(_cells(asked, one))
    named = ("content-disposition", 'attachment; filename="feedback.csv"')
    body = "\ufeff" + out.getvalue()
    return Reply(200, body.encode(), "text/csv; charset=utf-8", headers=(named,))


def _cells(asked: Asked, one: Given) -> list[str | int]:
    say, said = asked.texts.say, one.opinion
    reasons = "; ".join(reasons_of(asked, said))
    wants = "" if one.wants_since is None else say("hub.opinions.yes")
    before = [name_of(asked, one.center), one.center, one.day, one.service]
    after = [say(f"hub.levels.l{said.level}"), reasons, said.words, _moment(one.at), wants]
    after += [_moment(one.handled_at), one.handled_by or "", one.note or ""]
    return [*map(safe, before), said.level, *map(safe, after)]


def _moment(ms: int | None) -> str:
    return "" if ms is None else f"{local(ms):%d/%m/%Y %H:%M}"
