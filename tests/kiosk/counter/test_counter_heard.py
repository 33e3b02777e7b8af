"""Every control says what it is: its name and its role, in every state, in both languages."""

from collections import Counter as Tally
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_states import states
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.station import IN_CHARGE
from layso_kiosk.look.touch import names, press_key
from screen_reader import Ear, Role, taking_input

Open = Callable[..., Counter]


def _sheets(counter: Counter, qtbot: QtBot) -> Iterator[str]:
    yield "idle"
    for key in ("F9", "F10"):
        press_key(counter.program.window, key)
        counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
        if key == "F10":
            qtbot.waitUntil(lambda: "row-H001" in names(counter.program.window), timeout=20_000)
        yield key
    counter.place.toggle_size()
    qtbot.waitUntil(
        lambda: {"tab-line", "row-H001"} <= set(names(counter.program.window)), timeout=20_000
    )
    yield "compact"
    for key in ("F7", "F3"):
        press_key(counter.program.window, key)
        counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    counter.ask.choose("other")
    yield "transfer"


def test_every_control_has_a_name_and_a_role(open_counter: Open, busy: Any, qtbot: QtBot) -> None:
    counter = open_counter(busy, signed_in=False)
    nameless, seen, ear = [], 0, Ear(counter)
    for state in chain(["signed out"], _sheets_after_sign_in(counter, qtbot)):
        for item in taking_input(counter):
            name, role = ear(item)
            seen += 1
            if not name or role == Role.NoRole:
                nameless.append((state, item.metaObject().className(), item.objectName(), name))
    del ear
    assert nameless == []
    assert seen > 100


def _sheets_after_sign_in(counter: Counter, qtbot: QtBot) -> Iterator[str]:
    counter.sign_in.submit("nv01", "260411")
    yield from _sheets(counter, qtbot)


def test_buttons_fields_and_answers_say_what_they_are(
    open_counter: Open, busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy, signed_in=False)
    ear = Ear(counter)
    roles = {ear(item)[1] for item in taking_input(counter)}
    for _ in _sheets_after_sign_in(counter, qtbot):
        roles |= {ear(item)[1] for item in taking_input(counter)}
    assert roles >= {
        *(Role.Button, Role.EditableText, Role.RadioButton, Role.CheckBox),
        *(Role.PageTab, Role.ListItem, Role.Grip),
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_in_every_state_each_button_has_a_name_of_its_own(
    open_counter: Open, busy: Any, clock: Any, qtbot: QtBot, language: str
) -> None:
    busy.role = sorted(IN_CHARGE)[-1]
    counter = open_counter(busy)
    counter.texts.choose(language)
    ear, wrong, heard = Ear(counter), [], set()
    window = counter.program.window
    for state in states(counter, busy, clock):
        qtbot.waitUntil(lambda: window.rootObject().height() == window.height(), timeout=20_000)
        told = [(ear(item), item) for item in taking_input(counter)]
        wrong += [(state, item.objectName()) for (name, _), item in told if not name.strip()]
        buttons = [(n, i) for (n, role), i in told if role == Role.Button and i.objectName()]
        twice = Tally(name for name, _ in buttons)
        wrong += [(state, name) for name, count in twice.items() if count > 1]
        heard |= {item.objectName() for _, item in buttons}
    del ear
    assert wrong == []
    assert {"toast-undo", "remedy", "remedy-leave", "reprint", "reprint-H001"} <= heard
    assert "pick-H001" in heard
