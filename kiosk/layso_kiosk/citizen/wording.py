"""How people waiting, minutes and counters are said: whole, short, honest."""

from typing import Any, Literal

from layso_kiosk.citizen.moments import read_moment
from layso_kiosk.look.clock import VIETNAM
from layso_kiosk.look.texts import ScreenTexts


def say_waiting(texts: ScreenTexts, waiting: object) -> str:
    """Return "4 người đang chờ"; empty when it is not known."""
    if not isinstance(waiting, int):
        return ""
    word = "nobody" if waiting == 0 else "one" if waiting == 1 else "many"
    return texts.say(f"kiosk.waiting.{word}", n=waiting)


def say_ahead(texts: ScreenTexts, ahead: object) -> str:
    """Return how many will be called before; empty when it is not known."""
    if not isinstance(ahead, int):
        return ""
    word = "nobody" if ahead == 0 else "one" if ahead == 1 else "many"
    return texts.say(f"kiosk.ahead.{word}", n=ahead)


def say_came(texts: ScreenTexts, appointment: Any) -> str:
    """Return what coming early or late means for the number; empty for who came in time."""
    due = read_moment(appointment.get("slot")) if isinstance(appointment, dict) else None
    came = appointment.get("came") if due is not None else ""
    if due is None or came not in ("early", "late"):
        return ""
    return texts.say(f"kiosk.number.{came}", time=due.strftime("%H:%M"))


NO_COUNTER: Literal["no_counter"] = "no_counter"
"""In the place of a wait: no counter is open for the service, so nobody can tell."""


def wait_with(counters: Any, wait: Any) -> Any:
    """Return a wait, or NO_COUNTER where there is none because no counter is open."""
    return NO_COUNTER if wait is None and counters == [] else wait


def say_wait(texts: ScreenTexts, wait: Any) -> str:
    """Return the minutes as a range, "at once", both sides of lunch, that a counter must open
    first (`wait_with`), or nothing if not known.
    """
    times = _lunch_between(wait)
    if times is not None:
        return texts.say("kiosk.wait.split", before=times[0], after=times[1])
    minutes = wait_on_paper(wait)
    if isinstance(minutes, str):
        return texts.say(f"kiosk.wait.{minutes}")
    if minutes is None:
        return ""
    low, high = minutes
    word = "about" if low == high else "under" if low == 0 else "range"
    return texts.say(f"kiosk.wait.{word}", low=low, high=high)


def lunch_on_paper(texts: ScreenTexts, wait: Any) -> str:
    """Return the slip's sentence for a call that may come before lunch or after it, else ""."""
    times = _lunch_between(wait)
    if times is None:
        return ""
    return texts.say("kiosk.wait.lunch", before=times[0], after=times[1])


def _lunch_between(wait: Any) -> tuple[str, str] | None:
    split = wait.get("split") if isinstance(wait, dict) else None
    if not isinstance(split, dict):
        return None
    before, after = read_moment(split.get("before")), read_moment(split.get("after"))
    if before is None or after is None:
        return None
    return f"{before.astimezone(VIETNAM):%H:%M}", f"{after.astimezone(VIETNAM):%H:%M}"


def wait_minutes(wait: Any) -> tuple[int, int] | None:
    """Return (low, high) minutes if they are known."""
    if not isinstance(wait, dict):
        return None
    low, high = wait.get("low"), wait.get("high")
    if isinstance(low, int) and isinstance(high, int) and 0 <= low <= high:
        return low, high
    return None


def say_counters(texts: ScreenTexts, counters: Any) -> str:
    """Return "Quầy 3" or "Quầy 3, 4"; empty when none is open."""
    numbers = [n for n in counters if isinstance(n, int)] if isinstance(counters, list) else []
    if not numbers:
        return ""
    word = "one" if len(numbers) == 1 else "many"
    return texts.say(f"kiosk.counters.{word}", n=", ".join(str(n) for n in numbers))


def wait_on_paper(wait: Any) -> tuple[int, int] | Literal["now", "no_counter"] | None:
    """Return what a slip says of the wait: minutes, a word, or None where none are promised.

    Where lunch may lie between there are no minutes: the slip says both times instead.
    """
    if _lunch_between(wait) is not None:
        return None
    if wait == NO_COUNTER:
        return NO_COUNTER
    minutes = wait_minutes(wait)
    return "now" if wait == "now" or minutes == (0, 0) else minutes
