"""The bar tells since when the web queue is out of reach, without standing in the way."""

from typing import Any

from layso_kiosk.counter.parts import Parts
from layso_kiosk.counter.warnings import warned

SINCE = "2026-11-23T08:05:00.000+07:00"
SENTENCE = "Hàng chờ trên mạng mất liên lạc từ 08:05"


def told(parts: Parts, busy: Any, day: Any = None, alerts: Any = ()) -> None:
    mirror = busy.mirror
    mirror.day, mirror.alerts = {**mirror.day, **(day or {})}, list(alerts)
    busy.changed.emit(frozenset({"day", "alerts"}))
    parts.strip.hide()


def shown(parts: Parts) -> tuple[str, str]:
    return str(parts.strip.property("text")), str(parts.strip.property("tone"))


def test_the_web_queue_out_of_reach_is_a_quiet_notice(parts: Parts, busy: Any) -> None:
    both = [{"code": "PAPER_LOW", "since": ""}, {"code": "HUB_AWAY", "since": SINCE}]
    told(parts, busy, {"hub": {"state": "away", "since": SINCE}}, both)
    assert [one.code for one in warned(parts.station)] == ["HUB_AWAY"], "said once"
    text, tone = shown(parts)
    assert (text.startswith(SENTENCE), tone) == (True, "info")
    parts.act("call-next")
    assert shown(parts) == ("Đã mời H003.", "good")


def test_a_hub_that_is_there_and_a_center_without_one_say_nothing(parts: Parts, busy: Any) -> None:
    told(parts, busy, {"hub": {"state": "fresh", "since": SINCE}})
    assert shown(parts)[0] == ""
    told(parts, busy, {"hub": {"state": "refused", "since": SINCE}})
    assert shown(parts)[0] == "", "an alert of its own says why"
    told(parts, busy, {"hub": None})
    assert shown(parts)[0] == ""
    busy.become("away")
    assert shown(parts)[1] == "warn"
