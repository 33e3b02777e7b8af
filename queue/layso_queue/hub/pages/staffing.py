"""Pages for staff of the province: every center with its live waits, and who is silent."""

import csv
import io
from typing import Any

from layso_queue.hub.pages.feedback import HOUR_MS
from layso_queue.hub.pages.heat import STEPS_MINUTES, compared, tiles
from layso_queue.hub.pages.province import lines
from layso_queue.hub.pages.render import page
from layso_queue.hub.rules import ANSWER_WITHIN_MS
from layso_queue.hub.storage.satisfaction import waits_of_all
from layso_queue.hub.storage.unsent import unsent_by_way
from layso_queue.hub.times import local
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import SESSION
from layso_queue.hub.web.reply import Reply, cookie, to

HEADS = (
    "center", "code", "province", "state", "heard",
    "waiting", "longest", "bookings", "free", "aside", "alerts",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(asked: Asked) -> Reply:
    """The table."""
    rows = lines(asked)
    now = asked.hub.clock.now()
    totals: dict[str, Any] = {
        "silent": sum(one.silent for one in rows),
        "frozen": sum(one.frozen for one in rows),
        "aside": sum(one.aside for one in rows),
        "alerts": sum(len(one.alerts) for one in rows),
        "unsent": unsent_by_way(asked.hub.database, now),
    }
    glance: dict[str, Any] = {
        "tiles": tiles(asked, rows),
        "compared": compared(rows),
        "steps": STEPS_MINUTES,
    }
    waits = waits_of_all(asked.hub.database, now).values()
    opinions = {"n": sum(one.n for one in waits), "overdue": sum(one.overdue for one in waits)}
    totals |= {"opinions": opinions, "hours": ANSWER_WITHIN_MS // HOUR_MS}
    return page(asked, "staff.html", rows=rows, heads=HEADS, now=now, **totals, **glance)


def export(asked: Asked) -> Reply:
    """The table as CSV, with a mark that lets Excel read it as UTF-8."""
    say = asked.texts.say
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"hub.staff.{head}") for head in HEADS])
    for one in lines(asked):
        heard = f"{local(one.heard_at):%d/%m/%Y %H:%M}" if one.heard_at else ""
        state = say(f"hub.staff.{one.state}")
        numbers = (one.waiting, one.longest, one.bookings, one.free, one.aside)
        why = f"{state}: {one.closed}" if one.closed and one.state == "closed" else state
        texts = (one.name, one.code, one.province, why, heard)
        told = safe("; ".join(one.alerts))
        writer.writerow([*map(safe, texts), *("" if n is None else n for n in numbers), told])
    named = ("content-disposition", 'attachment; filename="centers.csv"')
    body = "\ufeff" + out.getvalue()
    return Reply(200, body.encode(), "text/csv; charset=utf-8", headers=(named,))


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def ask_sign_in(asked: Asked) -> Reply:
    """Ask for name and password."""
    return page(asked, "signin.html", wrong=False, typed="")


def sign_in(asked: Asked) -> Reply:
    """Sign somebody in; a wrong name and a wrong password are answered alike."""
    name = asked.form.get("name", "")[:40]
    token = asked.hub.staff.sign_in(name, asked.form.get("password", "")[:200])
    if token is None:
        return page(asked, "signin.html", 403, wrong=True, typed=name)
    kept = cookie(SESSION, token, seconds=8 * 3600, path="/", secure=asked.secure)
    return to(asked.here("/staff"), cookies=(kept,))


def sign_out(asked: Asked) -> Reply:
    """Sign out."""
    asked.hub.staff.sign_out(asked.cookies.get(SESSION, ""))
    gone = cookie(SESSION, "", seconds=0, path="/", secure=asked.secure)
    return to(asked.here("/staff/sign-in"), cookies=(gone,))
