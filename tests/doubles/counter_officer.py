"""An officer at a counter: presses its acts and keys, reads what stands there."""

from typing import Any

from PySide6.QtQuick import QQuickItem

from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.parts import Parts
from layso_kiosk.look.touch import find, press_key
from layso_queue.center.alerts import Alert
from layso_queue.center.show.alerts import shown_alert
from line_link import LineLink

SECOND = 1_000
SINCE = 1_795_395_600_000
"""When the alerts of these tests began, ms since the epoch."""


def do(parts: Parts, *names: str) -> None:
    """Press acts one after the other, a second apart."""
    for name in names:
        parts.act(name)
        parts.station.monotonic.now += SECOND  # type: ignore[attr-defined]


def key(counter: Counter, *names: str) -> None:
    """Press keys one after the other, a second apart."""
    for name in names:
        press_key(counter.program.window, name)
        counter.station.monotonic.now += SECOND  # type: ignore[attr-defined]


def number(parts: Parts) -> str:
    """Return the number at the counter."""
    return str((parts.station.desk.ticket or {}).get("number", ""))


def said(parts: Parts) -> str:
    """Return what stands below the bar."""
    return str(parts.strip.property("text"))


def item(counter: Counter, name: str) -> QQuickItem:
    """Return what stands in the window by its name."""
    return find(counter.program.window, name)


def text(counter: Counter, name: str) -> str:
    """Return the words of what stands in the window."""
    return str(item(counter, name).property("text"))


def raise_alerts(parts: Parts, link: LineLink, *alerts: tuple[str, str], about: str = "7") -> None:
    """Open alerts and no others: each its word and where."""
    shown = [Alert(f"{code}-{where}", code, where, SINCE, about) for code, where in alerts]
    link.alerts = [shown_alert(one) for one in shown]
    link.tell()
    parts.strip.hide()


def be_in_charge(parts: Parts, link: Any, role: str = "supervisor") -> None:
    """Let somebody else sign in, who decides for the whole center."""
    parts.station.sign(None)
    link.role = role
    parts.sign_in.submit("truong", "260411")
    parts.station.monotonic.now += SECOND  # type: ignore[attr-defined]
    parts.strip.hide()
    link.posts.clear()
