"""One command of another process does one act of the bar, as a desktop's own key would."""

import subprocess
import sys
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from counter_officer import number
from layso_kiosk.counter.oneshot import OneShots
from layso_kiosk.counter.opening import Counter

PATIENCE = 20_000


def _sent(qtbot: QtBot, counter: int, act: str) -> str:
    code = f"from layso_kiosk.counter.oneshot import send_act; print(send_act({counter}, {act!r}))"
    sender = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    qtbot.waitUntil(lambda: sender.poll() is not None, timeout=PATIENCE)
    return sender.communicate()[0].decode().strip()


def test_another_process_calls_by_one_command(
    open_counter: Callable[..., Counter], busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy)
    command = [sys.executable, "-m", "layso_kiosk.counter.command", "--send", "call-next"]
    sender = subprocess.Popen([*command, "--counter", "3"], stderr=subprocess.PIPE)
    qtbot.waitUntil(lambda: sender.poll() is not None, timeout=PATIENCE)
    assert (sender.returncode, sender.communicate()[1]) == (0, b"")
    assert number(counter) == "H003"
    assert _sent(qtbot, 3, "call-next") == counter.buttons.of("call-next").property("why")
    assert _sent(qtbot, 3, "no such act") == "?"
    nobody = subprocess.run([*command, "--counter", "4"], stderr=subprocess.PIPE, check=False)
    assert nobody.returncode == 1
    assert "quầy 4" in nobody.stderr.decode()


def test_a_killed_bars_socket_is_taken_over_and_a_living_ones_is_not(qtbot: QtBot) -> None:
    first = OneShots(8, lambda _: "first")
    second = OneShots(8, lambda _: "second")
    try:
        assert (first.listens, second.listens) == (True, False)
        assert _sent(qtbot, 8, "undo") == "first"
    finally:
        first.close()
        second.close()
    killed = "import os, sys; from PySide6.QtNetwork import QLocalServer as S; s = S()"
    killed += "; from layso_kiosk.counter.oneshot import socket_name as n"
    killed += "; assert s.listen(n(8)); os._exit(0)"
    subprocess.run([sys.executable, "-c", killed], check=True)
    third = OneShots(8, lambda _: "third")
    assert third.listens
    third.close()
