"""An alert as windows get it: its word, and a sentence in each language where it needs one."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center import alerts
from layso_queue.center.alerts import Alert
from layso_queue.center.stamps import local, read_ms, written

IN_WORDS = frozenset(
    {
        alerts.HELP,
        alerts.PAPER_FAILED,
        alerts.PAPER_LOW,
        alerts.PRINTER_SUSPECT,
        alerts.DISK_FULL,
        alerts.DISK_ALMOST_FULL,
        alerts.DISK_LOW,
        alerts.STORE_FAILED,
        alerts.DATABASE_DAMAGED,
        alerts.DATABASE_RESTORED,
        alerts.RESTORE_WAITS,
        alerts.BACKUP_OLD,
        alerts.BACKUP_FAILED,
        alerts.BACKUP_FOLDER_GONE,
        alerts.DATE_GOES_BACK,
        alerts.HAND_OVER_LATE,
        alerts.HUB_AWAY,
        alerts.HUB_REFUSED,
        alerts.HUB_SUPERSEDED,
        alerts.HUB_CLOCK,
        alerts.HUB_SET_ASIDE,
        alerts.NUMBERS_AT_CLOSING,
        alerts.NUMBERS_END_SOON,
        alerts.NUMBERS_EXPIRED,
    }
)
"""Alerts with a sentence of their own: all that windows show to staff."""

OF_NUMBERS = frozenset({alerts.NUMBERS_AT_CLOSING, alerts.NUMBERS_END_SOON, alerts.NUMBERS_EXPIRED})
"""What these are about is how many numbers, and the time of the day."""


def shown_alert(alert: Alert) -> dict[str, Any]:
    """Return an alert; `text` is by language, None where there is none for staff."""
    return {
        "id": alert.id,
        "code": alert.code,
        "where": alert.where,
        "since": written(alert.since),
        "about": alert.about,
        "text": _said(alert) if alert.code in IN_WORDS else None,
    }


@lru_cache(maxsize=64)
def _said(alert: Alert) -> Mapping[str, str]:
    return {language: _sentence(alert, Texts(language)) for language in LANGUAGES}


def _sentence(alert: Alert, texts: Texts) -> str:
    why = ""
    if alert.code == alerts.BACKUP_FAILED:
        why = texts.say(f"keeping.backup.why.{alert.about}")
    # a call for help names the page that showed, a word for us, or says why in a sentence
    about = "" if alert.code == alerts.HELP and alert.about.islower() else alert.about
    n, _, clock = alert.about.partition(" ") if alert.code in OF_NUMBERS else ("", "", "")
    said = texts.say(
        f"keeping.alerts.{alert.code}",
        about=about,
        where=_place(alert.where, texts),
        since=_moment(alert.since),
        n=n,
        time=clock or _time(alert.about) or texts.say("keeping.alerts.never"),
        why=why,
    )
    return said.rstrip()


def _place(where: str, texts: Texts) -> str:
    """A counter's program calls itself counter-3; a kiosk is called as its center named it."""
    n = where.removeprefix("counter-")
    return texts.say("keeping.alerts.counter", n=n) if n != where else where


def _time(about: str) -> str:
    try:
        return _moment(read_ms(about)) if "T" in about else ""
    except (ValueError, TypeError):
        return ""


def _moment(ms: int) -> str:
    return f"{local(ms):%H:%M %d/%m/%Y}"
