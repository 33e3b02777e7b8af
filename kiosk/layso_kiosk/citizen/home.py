"""The first page: what the center offers now, in tiles, or why it does not."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal

from layso_kiosk.citizen.hours import say_closed
from layso_kiosk.citizen.moments import read_moment, say_moment
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.wording import say_wait, say_waiting, wait_with
from layso_kiosk.link.answers import sentence
from layso_kiosk.link.web import hub_cut_off_since
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

_CLOSED_WORDS = frozenset({"series_full", "lunch", "after_closing", "before_opening", "day_off"})


class Home(QObject):
    """`tiles` are {"code", "name", "icon", "open", "waiting", "wait", "note"}, all sentences ready.

    `closed` is {} while numbers are given, else {"icon", "title", "text", "next"}. `banner` is a
    sentence about the connection, empty while all is well. `webAway` and `webAwayBrief` say that
    bookings made just now on the web may not be known here, empty while they are.
    """

    changed = Signal()

    def __init__(self, source: DaySource, texts: ScreenTexts) -> None:
        super().__init__()
        self._source, self._texts = source, texts
        self.rehearsing: Callable[[], bool] = lambda: False
        source.changed.connect(self.changed)
        texts.changed.connect(self.changed)

    def name_of(self, code: str) -> str:
        """Return a service's name in the reader's language."""
        return self._texts.pick(self._source.mirror.services.get(code, {}).get("name") or {})

    def icon_of(self, code: str) -> str:
        """Return the name of a service's icon."""
        return str(self._source.mirror.services.get(code, {}).get("icon") or "ticket")

    def why_closed(self, service: Json) -> str:
        """Return why a service gives no number now, as a sentence; empty if it does."""
        if service.get("open", True):
            return ""
        reason = str(service.get("closed_reason") or "").lower()
        word = reason if reason in _CLOSED_WORDS else "closed"
        return self._texts.say(f"kiosk.service_closed.{word}")

    def _tile(self, service: Json) -> Json:
        note = self.why_closed(service)
        known = self._source.live and not note
        wait = wait_with(service.get("counters"), service.get("wait"))
        return {
            "code": service["code"],
            "name": self._texts.pick(service.get("name") or {}),
            "icon": str(service.get("icon") or "ticket"),
            "open": not note,
            "waiting": say_waiting(self._texts, service.get("waiting")) if known else "",
            "wait": say_wait(self._texts, wait) if known else "",
            "note": note,
        }

    def _get_tiles(self) -> list[Json]:
        return [self._tile(service) for service in self._source.mirror.services.values()]

    def _get_closed(self) -> Json:
        source = self._source
        if not source.mirror.filled:
            return self._nothing_known()
        return say_closed(self._texts, source.closed, source.mirror.day, source.time.now())

    def _nothing_known(self) -> Json:
        say = self._texts.say
        if self._source.starting:
            return {"icon": "hourglass", "title": say("kiosk.start.title")} | {
                "text": say("link.state.connecting"),
                "next": "",
            }
        why = sentence(self._source.link.trouble, self._texts)
        return {"icon": "wifi-off", "title": say("kiosk.start.failed")} | {
            "text": why,
            "next": say("kiosk.start.desk"),
        }

    def _get_banner(self) -> str:
        if self.rehearsing():
            return self._texts.say("kiosk.banner.rehearsal")
        if not self._source.mirror.filled or self._source.live or self._source.closed:
            return ""
        return self._texts.say("kiosk.banner.away" if self._source.away else "kiosk.banner.stale")

    def _get_web_away(self) -> str:
        since = self._web_away_since()
        if since is None:
            return ""
        at = say_moment(self._texts, since, self._source.time.now())
        return self._texts.say("kiosk.booking.web_away", at=at)

    def _get_web_away_brief(self) -> str:
        return "" if self._web_away_since() is None else self._texts.say("kiosk.home.web_away")

    def _web_away_since(self) -> datetime | None:
        """Return since when; None too while the center itself is lost: the banner says it."""
        live = self._source.live
        return read_moment(hub_cut_off_since(self._source.mirror)) if live else None

    def _get_center(self) -> str:
        return self._texts.pick(self._source.mirror.center.get("name") or {})

    def _get_province(self) -> str:
        return self._texts.pick(self._source.mirror.center.get("province") or {})

    def _get_notice(self) -> str:
        for notice in self._source.mirror.notices:
            text = self._texts.pick(notice.get("text") or {})
            if text:
                return text
        return ""

    tiles = Property(list, _get_tiles, notify=changed)
    closed = Property(dict, _get_closed, notify=changed)
    banner = Property(str, _get_banner, notify=changed)
    center = Property(str, _get_center, notify=changed)
    province = Property(str, _get_province, notify=changed)
    webAway = Property(str, _get_web_away, notify=changed)
    webAwayBrief = Property(str, _get_web_away_brief, notify=changed)
    notice = Property(str, _get_notice, notify=changed)
