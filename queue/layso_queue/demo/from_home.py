"""Two people book from home, come to the kiosk with their QR codes, and are called.

The second one finds the line between hub and center cut: her code is enough.
"""

from typing import Any

from layso_queue.demo import visitor, web
from layso_queue.demo.morning import call_next, go_home, press
from layso_queue.demo.process import Process
from layso_queue.demo.stage import START_SECONDS, Stage

MOST_CALLS = 12


def book_two(stage: Stage) -> list[str]:
    """Book both visits in a browser; none where there is no browser, or no slot left today."""
    slot = web.open_a_slot(stage.out / "data")
    if slot is None:
        return []
    page = f"{stage.hub_url}/vi/c/{web.CENTER}/{web.SERVICE}"
    web.wait_for_page(page, f"{slot:%H:%M}", START_SECONDS)
    codes = (visitor.book(stage.hub_url, stage.out, n) for n in (1, 2))
    return [code for code in codes if code is not None]


def arrive(stage: Stage, codes: list[str]) -> list[dict[str, Any]]:
    """Let both show their codes, the second after the line is cut; say how each fared."""
    seen: list[dict[str, Any]] = []
    for line, code in zip(("up", "cut"), codes, strict=False):
        if line == "cut":
            stage.hub.stop()
        number = check_in(stage.kiosk, code)
        stage.kiosk.ask("picture", file=str(stage.out / f"kiosk-booking-{line}.png"))
        go_home(stage.kiosk)
        seen.append({"line": line, "number": number, "called": _called(stage, number)})
    return seen


def check_in(kiosk: Process, code: str) -> str:
    """Hold a QR code to the scanner that types as a keyboard; return the number shown."""
    since = len(kiosk.events)
    kiosk.ask("type", text=code)
    kiosk.ask("key", key="Return")
    number: str = kiosk.wait_for("number_shown", since=since)["number"]
    kiosk.wait_for("paper", since=since)
    return number


def _called(stage: Stage, number: str) -> bool:
    """Have the counters call until it is this number's turn; a booked hour goes before."""
    for _ in range(MOST_CALLS):
        for counter in stage.counters.values():
            if not call_next(counter):
                continue
            calls = [line["number"] for line in counter.events if line["event"] == "called"]
            finish(counter)
            if calls[-1] == number:
                return True
    return False


def finish(counter: Process) -> None:
    """Serve whoever is at the counter to the end."""
    press(counter, "start", "F7")
    press(counter, "finish", "F6")
