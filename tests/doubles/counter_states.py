"""Everything that a counter's bar and panel can show, one state after the other."""

from collections.abc import Iterator
from typing import Any

from layso_kiosk.counter.opening import Counter
from layso_queue.center.alerts import Alert
from layso_queue.center.show.alerts import shown_alert

ALERTS = (
    ("HUB_SUPERSEDED", "HUB_SET_ASIDE"),
    ("RESTORE_WAITS", "DATABASE_RESTORED"),
    ("HUB_SET_ASIDE",),
    ("HELP", "DISK_LOW"),
)
ASKING = ("HUB_SUPERSEDED", "RESTORE_WAITS")

LONG_REASON = "Đi họp giao ban đột xuất ở Ủy ban nhân dân phường đến đầu giờ chiều"


def states(counter: Counter, busy: Any, clock: Any) -> Iterator[str]:
    """Walk through what a bar can show, one state after the other."""

    def do(*names: str) -> None:
        for name in names:
            clock.now += 1_000
            counter.act(name)
        clock.now += 1_000

    counter.strip.hide()
    yield "idle"
    do("call-next")
    yield "called"
    counter.strip.hide()
    do("panel")
    yield "called with panel"
    counter.panel.visit.note_codes("SAI")
    do("confirm-priority")
    yield "confirmed"
    do("undo", "reject-priority")
    yield "rejected"
    do("recall", "start")
    clock.now += 3_700_000
    counter.bar.tick()
    yield "serving for an hour"
    counter.panel.visit.note_codes("")
    do("transfer")
    yield "asking where to"
    counter.ask.choose("other")
    counter.ask.confirm("")
    yield "asking with a fault"
    counter.ask.close()
    do("park")
    counter.ask.choose("copying")
    counter.ask.confirm()
    yield "parked"
    do("walk-up")
    yield "walk-up"
    counter.ask.close()
    do("panel", "pause")
    yield "asking why"
    counter.ask.choose("other")
    counter.ask.confirm(LONG_REASON)
    counter.strip.hide()
    yield "paused for a long reason"
    for codes in ALERTS:
        busy.alerts = [shown_alert(Alert(one, one, "K1", clock.now, "7")) for one in codes]
        busy.tell()
        yield f"warned of {codes[0]}"
        if codes[0] in ASKING:
            do("answer")
            yield f"asking about {codes[0]}"
            counter.remedies.leave()
    do("close-service")
    yield "asking which service to close"
    counter.closing.choose("H")
    yield "asking until when"
    counter.closing.choose("time")
    counter.closing.confirm("25:00")
    yield "asking for a time"
    counter.closing.confirm("11h45")
    counter.closing.choose("other")
    yield "asking why it is closed"
    counter.closing.confirm("Mất điện toàn khu vực để sửa đường dây, có điện lại vào đầu giờ chiều")
    counter.bar.tick()
    yield "closed a service"
    do("close-service")
    counter.closing.choose("H")
    yield "asking to open again"
    counter.closing.close()
    counter.strip.hide()
    codes = ("HELP", "PAPER_FAILED", *ASKING, "HUB_SET_ASIDE", "BACKUP_OLD", "DISK_LOW")
    busy.alerts = [
        shown_alert(Alert(f"{one}-{where}", one, where, clock.now, "7"))
        for one, where in zip((*codes, "HELP", "HUB_AWAY"), ("K1", "K2") * 5, strict=False)
    ]
    busy.tell()
    do("alerts")
    yield "all alerts"
    counter.alerts.press("RESTORE_WAITS-K2")
    yield "asking in the list of alerts"
    do("alerts")
    busy.become("away")
    yield "away"
    busy.become("fresh")
    counter.sign_in.leave()
    yield "asking to sign out"
    counter.ask.close()
    counter.sign_in.sign_out()
    yield "signed out"
    counter.sign_in.submit("nv01", "1")
    yield "wrong PIN"
