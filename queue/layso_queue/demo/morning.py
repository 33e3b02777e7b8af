"""A busy morning played through the windows: citizens touch, clerks press keys."""

import random
import threading
import time
from collections.abc import Callable

from layso_queue.demo.process import Process, ProgramFailed
from layso_queue.demo.stage import STAFF, Stage

SERVICES = ("A", "A", "A", "S", "S", "H", "H", "X", "L", "K")
"""What people come for, in rough proportion."""

PRIORITIES = ("elderly", "carer", "merit")
SEED = 26041
HOME_TRIES = 6


def play(stage: Stage, seconds: float) -> None:
    """Play for so long.

    Raises ProgramFailed, after all players have stopped, if a window did not do what it should.
    """
    until = time.monotonic() + seconds
    faults: list[ProgramFailed] = []

    def run(player: Callable[[], None]) -> None:
        try:
            player()
        except ProgramFailed as fault:
            faults.append(fault)

    players: list[Callable[[], None]] = [lambda: _citizens(stage.kiosk, until)]
    players += [_clerk(n, counter, until) for n, counter in stage.counters.items()]
    threads = [threading.Thread(target=run, args=(player,)) for player in players]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def _citizens(kiosk: Process, until: float) -> None:
    dice = random.Random(SEED)
    first = True
    while first or time.monotonic() < until:
        take_number(kiosk, dice.choice(SERVICES), _claim(dice))
        first = False
        time.sleep(dice.uniform(0.1, 0.6))
        go_home(kiosk)


def _claim(dice: random.Random) -> str:
    return dice.choice(PRIORITIES) if dice.random() < 0.2 else ""


def take_number(kiosk: Process, service: str, priority: str = "") -> str:
    """Take a number by touch, wait until its paper came, and return it."""
    since = len(kiosk.events)
    touch(kiosk, f"tile-{service}")
    if priority:
        touch(kiosk, "who")
        touch(kiosk, f"priority-{priority}")
    touch(kiosk, "take-number")
    number: str = kiosk.wait_for("number_shown", since=since)["number"]
    kiosk.wait_for("paper", since=since)
    return number


def go_home(kiosk: Process) -> None:
    """Touch "done" until the page goes: for a moment it takes no touch, lest a palm ends it."""
    for _ in range(HOME_TRIES):
        touch(kiosk, "done")
        try:
            kiosk.ask("wait", name="tile-A", property="visible", value=True, timeout_ms=700)
        except ProgramFailed:
            continue
        return
    raise ProgramFailed("kiosk: the number's page does not go")


def touch(window: Process, name: str) -> None:
    """Touch an item as soon as it can be seen and touched."""
    ready(window, name)
    window.ask("touch", name=name)


def ready(window: Process, name: str) -> None:
    """Wait until an item can be seen and used."""
    window.ask("wait", name=name, property="visible", value=True)
    window.ask("wait", name=name, property="enabled", value=True)


def _clerk(n: int, counter: Process, until: float) -> Callable[[], None]:
    def work() -> None:
        dice = random.Random(SEED + n)
        sign_in(n, counter)
        served = 0
        while time.monotonic() < until:
            if not call_next(counter):
                time.sleep(0.3)
                continue
            served += 1
            _serve(counter, dice, recall=served % 4 == 0)

    return work


def sign_in(n: int, counter: Process) -> None:
    """Sign the demo's staff in at a counter, which opens it."""
    staff, pin = STAFF[n]
    counter.ask("touch", name="sign-in-staff")
    counter.ask("type", text=staff)
    counter.ask("touch", name="sign-in-pin")
    counter.ask("type", text=pin)
    counter.ask("touch", name="sign-in")
    counter.ask("wait", name="call-next", property="visible", value=True)
    counter.ask("wait", name="call-next", property="enabled", value=True)


def call_next(counter: Process) -> bool:
    """Press the key that calls the next one; say whether somebody was there to be called."""
    since = len(counter.events)
    press(counter, "call-next", "F9")
    try:
        counter.wait_for("called", since=since, timeout=1.5)
    except ProgramFailed:
        return False
    return True


def press(window: Process, name: str, key: str) -> None:
    """Press a key as soon as the button of this name shows that it does something."""
    ready(window, name)
    window.ask("key", key=key)


def _serve(counter: Process, dice: random.Random, *, recall: bool) -> None:
    if recall:
        press(counter, "recall", "F8")
        time.sleep(0.4)
    press(counter, "start", "F7")
    time.sleep(dice.uniform(0.5, 1.5))
    press(counter, "finish", "F6")


def take_pictures(stage: Stage) -> None:
    """Fill the hall once more, let the counters call, and photograph what everybody sees."""
    kiosk = stage.kiosk
    for service in ("A", "H", "A", "X", "H", "A", "L", "K", "H", "A"):
        take_number(kiosk, service)
        go_home(kiosk)
    called = [counter for counter in stage.counters.values() if call_next(counter)]
    for counter in called[1:]:
        press(counter, "start", "F7")
    kiosk.ask("picture", file=str(stage.out / "kiosk-home.png"))
    take_number(kiosk, "H", "elderly")
    kiosk.ask("picture", file=str(stage.out / "kiosk-number.png"))
    # The first one is still in her call: the bar offers to start, call again or undo.
    first = called[0] if called else next(iter(stage.counters.values()))
    first.ask("picture", file=str(stage.out / "counter.png"))
    stage.board.ask("picture", file=str(stage.out / "board.png"))
